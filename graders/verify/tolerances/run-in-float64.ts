import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { type CaseKey, caseKey } from "../../../assignments/catalog/case.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { contractFiles } from "../../../sandbox/image/image-key.ts";
import { packagesFolder, sourceFile } from "../../../sandbox/source-file.ts";
import type { Float64Answer, Float64Request } from "./float64-cases.ts";

/** What to compute. */
export type Float64Run = Float64Request & {
  /** Absolute path of the reference solution. */
  readonly referenceFile: string;
};

const remainder = 2 ** -40;

/**
 * The results of a reference when everything is computed in float64. The pure-JavaScript backend of TensorFlow.js uses
 * float32 only because its arrays are Float32Arrays, so a bundle in which that name means Float64Array computes in
 * float64 throughout. Inputs keep their float32 values; a generator's draws are not rounded.
 * @returns Tensors hold float64 elements under the dtype float32.
 * @throws Error where the reference fails, or where the operations turn out not to be float64.
 */
export async function runInFloat64(run: Float64Run): Promise<ReadonlyMap<CaseKey, Value>> {
  const code = await bundle(run.referenceFile);
  const cases = run.cases.map((testCase) => ({ ...testCase, args: testCase.args.map(widen) }));
  const exercises = run.exercises.map(({ id, parameters, mutates }) => ({ id, parameters, mutates }));
  const answer = await runThread(code, { cases, exercises } as Float64Request);
  const imprecise = answer.remainders.filter((found) => Math.abs(found - remainder) > remainder / 1000);
  if (imprecise.length > 0) {
    throw new Error(`Cannot compute in float64: operations keep ${imprecise.join(", ")} of 2^-40`);
  }
  return new Map(run.cases.map((testCase, i) => [caseKey(testCase), answer.values[i] ?? { kind: "undefined" }]));
}

async function bundle(referenceFile: string): Promise<string> {
  const entry = sourceFile("float64-cases", new URL("./", import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents:
        `import * as reference from ${JSON.stringify(referenceFile)};\n` +
        `import { answerInFloat64 } from ${JSON.stringify(entry)};\nanswerInFloat64(reference);`,
      resolveDir: dirname(entry),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "es2024",
    mainFields: ["module", "main"],
    define: { Float32Array: "Float64Array" },
    tsconfigRaw: "{}",
    // A course in another folder has no packages of its own.
    nodePaths: [packagesFolder()],
    alias: {
      gradecheck: sourceFile("gradecheck", new URL("../../../assignments/", import.meta.url)),
      ...Object.fromEntries((await contractFiles()).map(({ id, file }) => [`gradecheck/${id}`, file])),
    },
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

function runThread(code: string, workerData: Float64Request): Promise<Float64Answer> {
  const thread = new Worker(code, { eval: true, workerData });
  return new Promise((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (status) => reject(new Error(`Cannot compute in float64: the thread ended with ${status}`)));
  });
}

function widen(value: Value): Value {
  switch (value.kind) {
    case "tensor":
      // The type says float32 as elsewhere; in the thread, both names mean the same.
      return value.dtype === "float32" ? { ...value, data: Float64Array.from(value.data) as never } : value;
    case "list":
      return { ...value, items: value.items.map(widen) };
    case "record":
      return { ...value, entries: value.entries.map(([key, item]) => [key, widen(item)]) };
    default:
      return value;
  }
}
