import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { proveReference } from "../../../graders/verify/prove-reference.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { failuresOf, subjectOf } from "./subject-of.ts";

// Solutions are compiled in this process; esbuild keeps one of its own beside it.
expectNothingLeft(/\/esbuild --service=/);

const right = "export const updateLr = (rate0, epoch, decay) => rate0 / (1 + decay * epoch);";
const wrong = "export const updateLr = (rate0, epoch, decay) => 1 + rate0 / (1 + decay * epoch);";
const unbegun = 'export function updateLr() { throw new Error("Not implemented: updateLr"); }';

/** Failures of the exercise `updateLr` with this reference and this starter. */
async function failures(reference: string, starter: string): Promise<string[]> {
  await using subject = await subjectOf("w2-optimization", ["updateLr"]);
  const referenceFile = join(subject.scratch, "reference.ts");
  await writeFile(referenceFile, reference);
  await writeFile(join(subject.scratch, "starter.ts"), starter);
  const assignment = { ...subject.assignment, directory: subject.scratch };
  return failuresOf(await proveReference({ ...subject, assignment, referenceFile }));
}

describe("proveReference()", () => {
  test("holds for full marks and none", async () => {
    expect(await failures(right, unbegun)).toEqual([]);
  });

  test("finds a reference that fails a case, and names the cases", async () => {
    expect(await failures(wrong, unbegun)).toEqual([
      expect.stringMatching(/^reference\/updateLr: visible-1 is wrong: values; .*hidden-1 is wrong/),
    ]);
  });

  test("finds a starter that has points", async () => {
    expect(await failures(right, right)).toEqual([
      "starter/updateLr: it is passed, must be failed; it gets 10 points, must get 0",
    ]);
  });

  test("finds a starter whose unwritten function does not count as not implemented", async () => {
    expect(await failures(right, `// Not implemented: updateLr\n${wrong}`)).toEqual([
      "starter/updateLr: it is failed, must be not-implemented",
    ]);
  });

  test("lets a starter's function with deliberate mistakes fail", async () => {
    expect(await failures(right, wrong)).toEqual([]);
  });
});
