import { expect, test } from "vitest";
import { atOnce } from "../../../assignments/steps/in-turns.ts";
import { withoutDoubtful } from "../../../graders/source/doubtful-diagnoses.ts";
import type { Diagnosis } from "../../../reports/report/report.ts";
import { sourceOf } from "./student-code.ts";

const certain: Diagnosis = { id: "certain", name: "n", explanation: "e" };
const possible: Diagnosis = { id: "possible", name: "n", explanation: "e", isPossible: true };
const misconceptions = [
  { id: "certain", contradictedBy: ["derivative"] as const },
  { id: "possible", looksAt: ["x", "100"] as const, contradictedBy: ["measured"] as const },
];

/** The ids that are left of mistakes that visible cases and all cases show. */
function left(code: string, failed: readonly string[] = []): readonly string[] {
  const diagnoses = [certain, possible];
  const found = { misconceptions: ["certain", "possible"], diagnoses, visibleDiagnoses: diagnoses };
  const told = atOnce(withoutDoubtful(sourceOf(code), { id: "f" }, failed, misconceptions, found));
  expect(told?.diagnoses).toEqual(told?.visibleDiagnoses);
  return told?.misconceptions ?? [];
}

test("withoutDoubtful() leaves out what the function's lines contradict", () => {
  expect(left("export const f = (x) => x;")).toEqual(["certain", "possible"]);
  expect(left("export const f = (x) => derivative(x);")).toEqual(["possible"]);
  expect(left("const g = (x) => measured(x);\nexport const f = (x) => derivative(g(x));")).toEqual([]);
  expect(left("const measured = 1;\nexport const f = (x) => x;")).toEqual(["certain", "possible"]);
});

test("withoutDoubtful() leaves out what is only possible where the function uses another that does not pass", () => {
  const code = "export const g = (x) => x;\nexport const f = (x) => g(x);";
  expect(left(code, ["h"])).toEqual(["certain", "possible"]);
  expect(left(code, ["g"])).toEqual(["certain"]);
});

test("withoutDoubtful() leaves what is only possible where a number of its own stands among the lines", () => {
  const code = "export const g = (x) => x;\nexport const f = (x) => g(x) * 100;";
  expect(left(code, ["g"])).toEqual(["certain", "possible"]);
  expect(left(code.replace("100", "10"), ["g"])).toEqual(["certain"]);
});

test("withoutDoubtful() leaves everything where the function is not found", () => {
  expect(left("export const g = derivative;")).toEqual(["certain", "possible"]);
});
