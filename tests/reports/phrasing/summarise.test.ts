import { expect, test } from "vitest";
import { summarise, type UnsummarisedExercise } from "../../../reports/phrasing/summarise.ts";
import type { CaseReport } from "../../../reports/report/report.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

type Told = Omit<CaseReport, "id" | "visibility">;

function exercise(visible: readonly Told[], hidden: readonly Told[], more: Partial<UnsummarisedExercise> = {}) {
  return {
    id: "updateLr",
    title: "Decay",
    score: 0,
    maxScore: 10,
    status: "failed" as const,
    misconceptions: [],
    hints: [],
    cases: [
      ...visible.map((told, at) => ({ id: `visible-${at + 1}`, visibility: "visible" as const, ...told })),
      ...hidden.map((told, at) => ({ id: `hidden-${at + 1}`, visibility: "hidden" as const, ...told })),
    ],
    ...more,
  };
}

const passed: Told = { outcome: "passed" };
const timeout: Told = { outcome: "timeout", limit: { kind: "case-time", amount: 1000 } };
const shape: Told = {
  outcome: "wrong",
  mismatch: { code: "shape", path: "W1", expectedShape: [1, 3], actualShape: [3, 1] },
};

test("summarise() gives one sentence for each exercise of the fixture", () => {
  expect(`\n${w2OptimizationReport().exercises.map(summarise).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    1 of 6 cases passed; what probably happened: the gradient is added instead of subtracted.
    5 of 7 cases passed: all visible ones, and 2 of 4 hidden ones (1 wrong, 1 out of time).
    All 6 cases passed.
    3 of 6 cases passed; in visible-2, your values are \`1/(1 - beta)\` times too large (a factor of 10).
    None of the 5 cases passed; in visible-1, your function threw \`TypeError: Cannot read properties of undefined (reading 'shape')\` at \`submission.ts:74:31\`.
    1 of 6 cases passed; in visible-1, your values are the expected ones transposed: rows and columns are exchanged.
    Not found: no function \`updateLr\` is defined or exported.
    Skipped because \`updateLr\` did not pass.
    "
  `);
});

test("summarise() has a sentence for every kind of outcome", () => {
  const sentences = [
    exercise([passed], [], { status: "passed" }),
    exercise([timeout, timeout], [{ outcome: "timeout" }]),
    exercise([timeout, { outcome: "timeout", limit: { kind: "submission-time", amount: 5000 } }], []),
    exercise([{ outcome: "timeout", limit: { kind: "submission-time", amount: 5000 } }, timeout], []),
    exercise([timeout], []),
    exercise([{ outcome: "timeout", limit: { kind: "never-settled", amount: 1000 } }], [{ outcome: "timeout" }]),
    exercise([], [{ outcome: "timeout", limit: { kind: "case-time", amount: 777 } }, { outcome: "timeout" }]),
    exercise([shape, passed], [passed]),
    exercise([shape], []),
    exercise([passed, { outcome: "crashed" }], []),
    exercise([{ outcome: "bad-value", badValue: { reason: "undefined", path: "" } }, passed], []),
    exercise([passed, { outcome: "grader-error", cause: "x" }], [], { status: "grader-error" }),
    exercise([], [{ outcome: "wrong" }, passed]),
    exercise([], [], { status: "skipped" }),
    exercise([], []),
  ].map(summarise);
  expect(`\n${sentences.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    The only visible case passed.
    Every case ran out of time (1 s each).
    Every case ran out of time (1 s each).
    None of the 2 visible cases passed; in visible-1, your function was stopped because all cases together had used up their 5 s.
    The only case ran out of time (1 s).
    None of the 2 cases passed; in visible-1, your function returned a promise that never settles.
    Every case ran out of time.
    2 of 3 cases passed; in visible-1, \`W1\` has shape [3, 1] instead of [1, 3].
    The only visible case did not pass; in visible-1, \`W1\` has shape [3, 1] instead of [1, 3].
    1 of 2 visible cases passed; in visible-2, the process that ran your function crashed, as endless recursion or huge arrays can cause.
    1 of 2 visible cases passed; in visible-1, your function returned \`undefined\`.
    1 of 2 cases could not be graded because the grader failed; this costs no points and will be graded again.
    1 of 2 cases passed (1 wrong).
    Skipped because an exercise it builds on did not pass.
    Not passed.
    "
  `);
});

test("summarise() names a mistake where it is the only one and a visible case failed", () => {
  const bracket = { id: "brackets", name: "A bracket is forgotten.", explanation: "It matters." };
  const other = { id: "other", name: "Another.", explanation: "It is another." };
  const diagnosed = (visible: Told, diagnoses: (typeof bracket)[]) =>
    summarise(exercise([visible], [shape], { misconceptions: diagnoses.map(({ id }) => id), diagnoses }));
  expect(diagnosed(shape, [bracket])).toBe(
    "None of the 2 cases passed; what probably happened: a bracket is forgotten.",
  );
  expect(diagnosed(shape, [bracket, other])).toBe(summarise(exercise([shape], [shape])));
  expect(diagnosed(passed, [bracket])).toBe(summarise(exercise([passed], [shape])));
});

test("summarise() does not depend on the facts of a hidden case", () => {
  const told = summarise(exercise([passed], [shape, timeout]));
  expect(told).toBe(summarise(exercise([passed], [{ outcome: "wrong" }, { outcome: "timeout" }])));
});

test.each([
  ["a starter's body", undefined, "Not implemented yet: `updateLr` is still the starter's."],
  ["nothing of the name", { onlyDefault: false }, "Not found: no function `updateLr` is defined or exported."],
  [
    "one that is defined and not exported",
    { onlyDefault: false, defined: "updateLr" },
    "Not exported: `updateLr` is defined, but the grader cannot call it; write `export function updateLr`.",
  ],
  [
    "one that is the default export",
    { onlyDefault: true, defined: "updateLr", asDefault: true as const },
    "Not exported by name: `updateLr` is the default export; write `export function updateLr`.",
  ],
  [
    "another spelling",
    { onlyDefault: false, found: "update_lr" },
    "Not found: no function `updateLr` is exported, but `update_lr` is; rename it to `updateLr`.",
  ],
  [
    "another spelling that is not exported",
    { onlyDefault: false, defined: "update_lr" },
    "Not found: no function `updateLr` is defined; `update_lr` is, but it is not exported; write `export function updateLr`.",
  ],
  [
    "a default export without a name",
    { onlyDefault: true },
    "Not found: there is only a default export, and no function `updateLr`; write `export function updateLr`.",
  ],
])("summarise() tells %s from the other ways of not being there", (_, missingExport, sentence) => {
  const exercise = { id: "updateLr", title: "", score: 0, maxScore: 1, status: "not-implemented" as const };
  const missing = missingExport === undefined ? {} : { missingExport };
  expect(summarise({ ...exercise, ...missing, misconceptions: [], hints: [], cases: [] })).toBe(sentence);
});
