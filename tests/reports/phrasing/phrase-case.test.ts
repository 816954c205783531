import { expect, test } from "vitest";
import { phraseError, phraseLimit } from "../../../reports/phrasing/phrase-case.ts";
import type { Limit } from "../../../reports/report/report.ts";

test("phraseError() names error and place", () => {
  expect(
    phraseError({ name: "TypeError", message: "x is undefined", file: "submission.ts", line: 12, column: 5 }),
  ).toMatchInlineSnapshot(`"Your function threw \`TypeError: x is undefined\` at \`submission.ts:12:5\`."`);
  expect(phraseError({ name: "Error", message: "" })).toMatchInlineSnapshot(`"Your function threw \`Error\`."`);
});

test("phraseError() takes the first line of a message, printable and cut", () => {
  const sentence = phraseError({ name: "Error", message: `\u001b[31m${"long ".repeat(100)}\nsecond line` });
  expect(sentence).toMatch(/^Your function threw `Error: \\u001b\[31mlong .*…`\.$/);
  expect(sentence).not.toContain("second");
  expect(sentence.length).toBeLessThan(200);
});

test("phraseLimit() names the limit and its amount", () => {
  const limits: readonly Limit[] = [
    { kind: "case-time", amount: 1000 },
    { kind: "case-time", amount: 250 },
    { kind: "submission-time", amount: 12_500 },
    { kind: "never-settled", amount: 1000 },
    { kind: "memory", amount: 256 },
    { kind: "memory", amount: 1536 },
  ];
  expect(`\n${limits.map(phraseLimit).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    Your function was stopped after 1 s, the time one case may take.
    Your function was stopped after 250 ms, the time one case may take.
    Your function was stopped because all cases together had used up their 12.5 s.
    Your function returned a promise that never settles.
    Your function was stopped because it needed more than 256 MiB of memory.
    Your function was stopped because it needed more than 1.5 GiB of memory.
    "
  `);
});
