import { expect, test } from "vitest";
import { phraseLimit } from "../../../reports/phrasing/phrase-limit.ts";
import type { Limit } from "../../../reports/report/report.ts";

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
