import { expect, test } from "vitest";
import { explainCase } from "../../../../reports/phrasing/errors/explain-case.ts";
import type { CaseReport, Mismatch } from "../../../../reports/report/report.ts";

const visible = { id: "visible-1", visibility: "visible" } as const;

const wrong = (mismatch: Omit<Mismatch, "path">): CaseReport => ({
  ...visible,
  outcome: "wrong",
  mismatch: { path: "W1", ...mismatch },
});

test("explainCase() explains NaN and infinity where a number is expected, and nowhere else", () => {
  expect(explainCase(wrong({ code: "non-finite", actualAt: "NaN", expectedAt: 0.5 }))?.what).toContain(
    "NaN means not a number",
  );
  expect(explainCase(wrong({ code: "non-finite", actualAt: "-Infinity", expectedAt: 0.5 }))?.tryThis).toContain(
    "the logarithm of 0",
  );
  expect(explainCase(wrong({ code: "non-finite", actualAt: 0.5, expectedAt: "Infinity" }))).toBeNull();
  expect(explainCase(wrong({ code: "values", actualAt: 0.5, expectedAt: 1 }))).toBeNull();
});

test("explainCase() tells a single NaN in place of a tensor", () => {
  const alone = (value: number | "NaN") =>
    wrong({ code: "shape", expectedShape: [2, 3], actualShape: [], actualPreview: { shape: [], values: [value] } });
  expect(explainCase(alone("NaN"))?.tryThis).toContain("Probably an operator");
  expect(explainCase(alone(3))).toBeNull();
});

test("explainCase() explains an error with the names of the inputs, and says nothing of a redacted case", () => {
  const error = { name: "TypeError", message: "Cannot read properties of undefined (reading 'mul')" };
  const threw: CaseReport = { ...visible, outcome: "threw", error, inputs: [{ path: "grads.dW1", text: "0" }] };
  expect(explainCase(threw)?.tryThis).toContain("These keys exist: `grads`: `dW1`.");
  expect(explainCase({ id: "hidden-1", visibility: "hidden", outcome: "threw" })).toBeNull();
});
