import { expect, test } from "vitest";
import { phraseError } from "../../../reports/phrasing/phrase-error.ts";

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
