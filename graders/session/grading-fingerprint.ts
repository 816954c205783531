import { createHash } from "node:crypto";
import { caseKey } from "../../assignments/catalog/case.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import { expectedToValue } from "../../reference/oracle/expected-codec.ts";
import type { GradingBasis } from "../judge/grading-basis.ts";

/**
 * Names everything that a report follows from besides the submission: exercises with their limits, tolerances and points, inputs and
 * what is right in all cases (and through them seed and course secret), assignment version, backend, version of gradecheck.
 * @param candidates What counterexamples are looked for among; default nothing.
 * @returns SHA-256, hexadecimal.
 */
export function gradingFingerprint(
  { exercises, cases, expected, asked, common }: Omit<GradingBasis, "properties">,
  version: string,
  candidates?: Pick<GradingBasis, "cases" | "expected">,
): string {
  const hash = createHash("sha256");
  // Each part after its length: no two different lists of parts give the same bytes.
  const add = (part: string | Uint8Array): void => {
    hash.update(`${part.length}:`).update(part);
  };
  add(version);
  add(JSON.stringify([exercises, [...(asked ?? [])], common]));
  for (const testCase of [...cases, ...(candidates?.cases ?? [])]) {
    const key = caseKey(testCase);
    const right = expected.get(key) ?? candidates?.expected.get(key);
    add(key);
    add(JSON.stringify([testCase.visibility, testCase.title, testCase.judgedBy]));
    add(encodeValue({ kind: "list", items: testCase.args }));
    if (right !== undefined) add(encodeValue(expectedToValue(right)));
  }
  return hash.digest("hex");
}
