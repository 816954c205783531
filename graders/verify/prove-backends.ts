import { caseKey } from "../../reference/case-key.ts";
import type { Check, Findings } from "../../reports/verification.ts";
import { checkOf, skippedCheck } from "./check.ts";
import type { Subject } from "./subject.ts";
import { spareFactor } from "./tolerances/audit.ts";
import { casesOf, isCompared, nativeValues, plainValues } from "./tolerances/reference-values.ts";
import { toleranceDistance } from "./tolerances/tolerance-distance.ts";

/**
 * Proves that native TensorFlow and the pure-JavaScript backend, on which submissions run, agree within the noise that
 * the audit of tolerances allows: a tenth of the tolerance. Cases that only properties judge are left out.
 */
export async function proveBackends(subject: Subject): Promise<Findings> {
  const cases = casesOf(subject);
  const native = await nativeValues(subject, cases);
  if (native.backend !== "tensorflow") {
    const why = native.note ?? "native TensorFlow is not set up";
    return { summary: why, checks: [skippedCheck("backends", why)] };
  }
  const plain = await plainValues(subject, cases);
  let most = 0;
  const checks = subject.assignment.manifest.exercises.map(({ id, comparison }): Check => {
    const details = cases.flatMap((testCase) => {
      if (testCase.exercise !== id || !isCompared(testCase)) return [];
      const [left, right] = [native.values.get(caseKey(testCase)), plain.get(caseKey(testCase))];
      if (left === undefined || right === undefined) return [`${testCase.id} has no value`];
      const distance = toleranceDistance(left, right, comparison);
      most = Math.max(most, distance);
      return distance * spareFactor <= 1 ? [] : [`${testCase.id} differs by ${distance.toPrecision(2)} tolerances`];
    });
    return checkOf(id, details);
  });
  const summary = most === 0 ? "equal to the bit" : `they differ by ${most.toPrecision(2)} tolerances at most`;
  return { summary, checks };
}
