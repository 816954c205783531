import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Case } from "../../../../assignments/catalog/case.ts";
import { tensorValue } from "../../../../assignments/values/case-value.ts";
import { runInFloat64 } from "../../../../graders/verify/tolerances/run-in-float64.ts";

const tensorflow = fileURLToPath(import.meta.resolve("@tensorflow/tfjs"));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(source: string, args: Case["args"]) {
  const referenceFile = join(folder, "reference.ts");
  await writeFile(referenceFile, source.replace("@tensorflow/tfjs", tensorflow.replace(/[^/\\]*$/, "index.js")));
  const testCase: Case = { id: "visible-1", exercise: "f", visibility: "visible", title: "", args };
  const values = await runInFloat64({
    cases: [testCase],
    exercises: [{ id: "f", parameters: ["x"] }],
    referenceFile,
  });
  return values.get("f/visible-1");
}

describe("runInFloat64()", () => {
  test("computes in float64 what float32 rounds away, from inputs that float32 holds", async () => {
    const value = await run(
      `import * as tf from "@tensorflow/tfjs";
       export const f = (x: tf.Tensor) => tf.sub(tf.add(tf.matMul(x, x), 2 ** -40), 1);`,
      [tensorValue([1, 1], [1])],
    );
    expect(value).toMatchObject({ kind: "tensor", shape: [1, 1], data: new Float64Array([2 ** -40]) });
  });

  test("passes on an exception of the reference", async () => {
    await expect(run("export const f = () => { throw new RangeError('no'); };", [])).rejects.toThrow("no");
  });
});
