import { spawnSync } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Case, caseKey } from "../../../assignments/catalog/case.ts";
import { openCache } from "../../../assignments/storage/cache.ts";
import { nextDrawOf, Rng } from "../../../assignments/values/rng.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { expectedValues } from "../../../reference/oracle/oracle.ts";
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
  expect(expected.values.get("updateLr/hidden-1")).toEqual({ value: number(0.5 / 3) });
  const batches = expected.values.get("randomMiniBatches/visible-1");
  expect(batches).toMatchObject({ value: { kind: "list", items: [{ kind: "record" }, { kind: "record" }] } });
  const rng = new Rng(0);
  rng.permutation(2);
  expect(batches?.nextDraw).toBe(nextDrawOf(rng));
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

/** Computes one case with a reference and alternatives to it. */
async function withAlternatives(exercise: Case, reference: string, alternatives: string) {
  const folder = await temporaryFolder();
  const referenceFile = join(folder, "solution.js");
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(referenceFile, reference);
  await writeFile(join(folder, "alternatives.js"), alternatives);
  const options = { seed: 1, cache: openCache("expected", folder), referenceFile };
  const ask = async () => (await expectedValues(assignment, [exercise], options)).values.get(caseKey(exercise));
  return { first: await ask(), again: await ask(), folder, ask };
}

test("expectedValues() tells what other correct formulations return, each once, cold and warm alike", async () => {
  const { first, again, folder, ask } = await withAlternatives(
    decay,
    "export const updateLr = (rate) => rate;\n",
    "export const alternatives = { updateLr: [(rate) => rate, (rate) => rate / 2, (rate) => 0.5 * rate] };\n",
  );
  expect(first).toEqual({ value: number(0.5), alternatives: [number(0.25)] });
  expect(again).toEqual(first);
  await writeFile(join(folder, "alternatives.js"), "export const alternatives = {};\n");
  // A module is read once by a process, so only the key can tell.
  const entries = async () => (await readdir(folder, { recursive: true })).length;
  const before = await entries();
  await ask();
  expect(await entries()).toBeGreaterThan(before);
});

test("expectedValues() names the alternative that fails", async () => {
  const failing = (alternative: string) =>
    withAlternatives(
      makeCase("updateLr", "hidden-1", [number(0.5), { kind: "rng", seed: 1 }]),
      "export const updateLr = (rate) => rate;\n",
      `export const alternatives = { updateLr: [(rate) => rate, ${alternative}] };\n`,
    );
  const place = 'assignment "w2-optimization", exercise updateLr, case hidden-1: alternative 2: ';
  await expect(failing("() => { throw new Error('no') }")).rejects.toThrow(`${place}no`);
  await expect(failing("() => NaN")).rejects.toThrow(`${place}result is not finite`);
  await expect(failing("(rate, rng) => rng.permutation(3)")).rejects.toThrow(
    `${place}it draws more, fewer or other numbers than the reference`,
  );
});
