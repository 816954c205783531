import { caseKey } from "../../assignments/catalog/case.ts";
import type { Check, Findings } from "../../reports/report/verification.ts";
import { checkOf } from "./subject/check.ts";
import type { Subject } from "./subject/subject.ts";
import { spareFactor } from "./tolerances/audit.ts";
import { casesOf, isCompared, nativeValues, plainValues } from "./tolerances/reference-values.ts";
import { toleranceDistance } from "./tolerances/tolerance-distance.ts";

/**
 * Proves that the backends agree: native TensorFlow and WebAssembly, which may compute expected values, and plain
 * JavaScript, on which submissions run. They may differ by the noise that the audit of tolerances allows, a tenth of
 * the tolerance. Cases judged only by properties are left out.
 */
export async function proveBackends(subject: Subject): Promise<Findings> {
  const cases = casesOf(subject);
  const own = await nativeValues(subject, cases);
  const others = [
    ["WebAssembly", await plainValues(subject, cases, "cpu")],
    ["JavaScript", await plainValues(subject, cases)],
  ] as const;
  let most = 0;
  const checks = subject.assignment.manifest.exercises.map(({ id, comparison }): Check => {
    const details = cases.flatMap((testCase) => {
      if (testCase.exercise !== id || !isCompared(testCase)) return [];
      return others.flatMap(([name, values]) => {
        const [left, right] = [own.values.get(caseKey(testCase)), values.get(caseKey(testCase))];
        if (left === undefined || right === undefined) return [`${testCase.id} has no value`];
        const distance = toleranceDistance(left, right, comparison);
        most = Math.max(most, distance);
        if (distance * spareFactor <= 1) return [];
        return [`${testCase.id} differs by ${distance.toPrecision(2)} tolerances in ${name}`];
      });
    });
    return checkOf(id, details);
  });
  const agreement = most === 0 ? "equal to the bit" : `they differ by ${most.toPrecision(2)} tolerances at most`;
  const summary = own.backend === "tensorflow" ? agreement : `${agreement}; without native TensorFlow`;
  return { summary, checks };
}
