import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Case, CaseKey } from "../../../assignments/catalog/case.ts";
import { openCache } from "../../../assignments/storage/cache.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { decodeExpected, encodeExpected, expectedValues } from "../../../reference/oracle/oracle.ts";
import { detectBackend } from "../../../reference/tensorflow/detect-backend.ts";
import { temporaryFolder } from "../tensorflow/fake-package.ts";

const assignment = { manifest: { id: "w2-optimization" }, contentHash: "c0" };
const number = (value: number): Value => ({ kind: "number", value });
const makeCase = (exercise: string, id: string, args: readonly Value[]): Case => {
  return { exercise, id, title: "", visibility: "hidden", args };
};
const decay = makeCase("updateLr", "hidden-1", [number(0.5), number(2), number(1)]);
const X: Value = { kind: "tensor", dtype: "float32", shape: [1, 2], data: Float32Array.of(1, 2), variable: false };
const shuffle = makeCase("randomMiniBatches", "visible-1", [X, X, number(1), { kind: "rng", seed: 0 }]);

/** Runs the oracle in a process of its own and tells what it computed and which packages of TensorFlow it loaded. */
function runOracle(directory: string): { values: unknown; loaded: readonly string[] } {
  const room = new URL("../../../", import.meta.url).href;
  const script = `
    import { createRequire } from "node:module";
    import { openCache } from "${room}assignments/storage/cache.ts";
    import { expectedValues } from "${room}reference/oracle/oracle.ts";
    const cache = openCache("expected", ${JSON.stringify(directory)});
    const { values } = await expectedValues(${JSON.stringify(assignment)}, [${JSON.stringify(decay)}], { seed: 1, cache });
    const names = Object.keys(createRequire("${room}").cache).map((file) => /@tensorflow.([a-z-]+)/.exec(file)?.[1]);
    const loaded = [...new Set(names.filter((name) => name !== undefined))].sort();
    console.log(JSON.stringify({ values: [...values], loaded }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

test("expectedValues() computes each case with the assignment's reference", async () => {
  const cache = openCache("expected", await temporaryFolder());
  const { backend, version: _, ...note } = detectBackend("auto");
  const expected = await expectedValues(assignment, [decay, shuffle], { seed: 1, cache });
  expect(expected).toMatchObject({ backend, ...note });
  expect([...expected.values.keys()]).toEqual(["updateLr/hidden-1", "randomMiniBatches/visible-1"]);
  expect(expected.values.get("updateLr/hidden-1")).toEqual(number(0.5 / 3));
  const batches = expected.values.get("randomMiniBatches/visible-1");
  expect(batches).toMatchObject({ kind: "list", items: [{ kind: "record" }, { kind: "record" }] });
});

test("expectedValues() loads TensorFlow on a miss and none of it with a warm cache", async () => {
  const directory = await temporaryFolder();
  const cold = runOracle(directory);
  expect(cold.loaded).toContain("tfjs-core");
  expect(runOracle(directory)).toEqual({ values: cold.values, loaded: [] });
});

test("expectedValues() says why it is not native TensorFlow, cold and warm alike", async () => {
  const cache = openCache("expected", await temporaryFolder());
  const options = { seed: 1, cache, backend: "cpu" } as const;
  const cold = await expectedValues(assignment, [decay], options);
  expect(cold).toMatchObject({
    backend: "cpu",
    note: "TensorFlow.js alone was asked for: TensorFlow.js computes by WebAssembly",
  });
  expect(await expectedValues(assignment, [decay], options)).toEqual(cold);
});

test("expectedValues() asked twice at once computes both", async () => {
  const caches = [openCache("a", await temporaryFolder()), openCache("b", await temporaryFolder())];
  const both = caches.map((cache) => expectedValues(assignment, [shuffle, shuffle], { seed: 1, cache }));
  const [first, second] = await Promise.all(both);
  expect(first).toEqual(second);
});

test("expectedValues() names assignment, exercise and case where the reference fails", async () => {
  const folder = await temporaryFolder();
  const referenceFile = join(folder, "reference.mjs");
  await writeFile(referenceFile, "export const updateLr = () => { throw new Error('division by zero'); };\n");
  const options = { seed: 1, cache: openCache("expected", folder), referenceFile };
  await expect(expectedValues(assignment, [decay], options)).rejects.toThrow(
    'Cannot compute expected value: assignment "w2-optimization", exercise updateLr, case hidden-1: division by zero',
  );
});

test("expectedValues() finds again what WebAssembly lacks a kernel for, and tells cold and warm alike on what it was computed", async () => {
  const folder = await temporaryFolder();
  const [lacking, plain] = [join(folder, "lacking.mjs"), join(folder, "plain.mjs")];
  const tfjs = JSON.stringify(createRequire(import.meta.url).resolve("@tensorflow/tfjs"));
  await writeFile(
    lacking,
    `import tf from ${tfjs};
     export const updateLr = () => tf.tidy(() => tf.real(tf.fft(tf.complex([1, 2], [0, 0]))).dataSync()[0]);\n`,
  );
  await writeFile(plain, "export const updateLr = (rate) => rate;\n");
  const { read, write } = openCache("expected", folder);
  let written = 0;
  const count: typeof write = (key, bytes) => {
    written += 1;
    return write(key, bytes);
  };
  const cache = { read, write: count };
  const computed = (referenceFile: string) =>
    expectedValues(assignment, [decay], { seed: 1, backend: "cpu", cache, referenceFile });
  const cold = await computed(lacking);
  expect(cold.note).toContain("no kernel Complex: TensorFlow.js computes in plain JavaScript");
  const before = written;
  expect(await computed(lacking)).toEqual(cold);
  expect(written).toBe(before);
  // What ran before is of no account.
  expect((await computed(plain)).note).toContain("WebAssembly");
  expect((await computed(plain)).note).not.toContain("no kernel");
});

const testCase = { id: "hidden-1", exercise: "updateLr", title: "", visibility: "hidden", args: [] } as const;
const values = new Map<CaseKey, Value>([["updateLr/hidden-1", { kind: "number", value: 0.1 }]]);

test("decodeExpected() returns what encodeExpected() was given", () => {
  expect(decodeExpected(encodeExpected(values), [testCase])).toEqual(values);
});

test("decodeExpected() returns nothing for damaged bytes or a missing case", () => {
  const bytes = encodeExpected(values);
  expect(decodeExpected(bytes.subarray(0, bytes.length - 1), [testCase])).toBeUndefined();
  expect(decodeExpected(bytes, [testCase, { ...testCase, id: "hidden-2" }])).toBeUndefined();
});
