import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { openCache } from "../../../assignments/storage/cache.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { misconceptionOutcomes } from "../../../reference/misconceptions/misconception-outcomes.ts";
import { misconceptionSources, misconceptionsFileOf } from "../../../reference/misconceptions/misconception-sources.ts";
import { temporaryFolder } from "../tensorflow/fake-package.ts";

const assignment = { manifest: { id: "w2-optimization" }, contentHash: "c0" };
const number = (value: number): Value => ({ kind: "number", value });
const makeCase = (exercise: string, id: string, args: readonly Value[]): Case => {
  return { exercise, id, title: "", visibility: "hidden", args };
};
const decay = [makeCase("updateLr", "hidden-1", [0.5, 2, 1].map(number))];
const schedule = [makeCase("scheduleLrDecay", "hidden-1", [0.5, 2, 1, 2].map(number))];

/** Computes in a process of its own and tells how many outcomes there are and which packages of TensorFlow it loaded. */
function runOutcomes(directory: string): { outcomes: unknown; loaded: readonly string[] } {
  const room = new URL("../../../", import.meta.url).href;
  const script = `
    import { createRequire } from "node:module";
    import { openCache } from "${room}assignments/storage/cache.ts";
    import { misconceptionOutcomes } from "${room}reference/misconceptions/misconception-outcomes.ts";
    const cache = openCache("misconceptions", ${JSON.stringify(directory)});
    const cases = ${JSON.stringify(decay)};
    const outcomes = await misconceptionOutcomes(${JSON.stringify(assignment)}, cases, { seed: 1, cache });
    const names = Object.keys(createRequire("${room}").cache).map((file) => /@tensorflow.([a-z-]+)/.exec(file)?.[1]);
    const loaded = [...new Set(names.filter((name) => name !== undefined))].sort();
    console.log(JSON.stringify({ outcomes: outcomes.map((one) => [one.id, one.name, ...one.outcomes]), loaded }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

test("misconceptionOutcomes() loads TensorFlow on a miss and none of it with a warm cache", async () => {
  const directory = await temporaryFolder();
  const cold = runOutcomes(directory);
  expect(cold.loaded).toContain("tfjs-core");
  expect(cold.outcomes).not.toEqual([]);
  expect(runOutcomes(directory)).toEqual({ outcomes: cold.outcomes, loaded: [] });
});

test("misconceptionOutcomes() gives what each variant of the asked exercises does, cold, warm and half warm alike", async () => {
  const options = { seed: 1, cache: openCache("misconceptions", await temporaryFolder()) };
  const ofDecay = await misconceptionOutcomes(assignment, decay, options);
  const multiplied = ofDecay.find(({ id }) => id === "lr-multiplies");
  expect(multiplied).toMatchObject({ exercise: "updateLr", name: expect.any(String), explanation: expect.any(String) });
  expect([...(multiplied?.outcomes ?? [])]).toEqual([["hidden-1", { kind: "returned", value: number(1.5) }]]);
  const both = await misconceptionOutcomes(assignment, [...decay, ...schedule], options);
  expect(both.slice(0, ofDecay.length)).toEqual(ofDecay);
  expect(new Set(both.map(({ exercise }) => exercise))).toEqual(new Set(["updateLr", "scheduleLrDecay"]));
  expect(await misconceptionOutcomes(assignment, [...decay, ...schedule], options)).toEqual(both);
});

const source = (factor: string): string =>
  `export const misconceptions = [{ id: "a", exercise: "updateLr", name: "A.", explanation: "B.",
     implementation: (rate) => rate * ${factor} }];\n`;

test("misconceptionOutcomes() computes anew when the file or its folder has changed", async () => {
  const folder = await temporaryFolder();
  const cache = openCache("misconceptions", folder);
  const outcome = async (misconceptionsFile: string) => {
    const [only] = await misconceptionOutcomes(assignment, decay, { seed: 1, cache, misconceptionsFile });
    return only?.outcomes.get("hidden-1");
  };
  const half = (value: number) => ({ kind: "returned", value: number(value) });
  const [first, second] = [join(folder, "one.misconceptions.mjs"), join(folder, "two.misconceptions.mjs")];
  await writeFile(first, source("2"));
  expect(await outcome(first)).toEqual(half(1));
  await writeFile(second, source("4"));
  expect(await outcome(second)).toEqual(half(2));
  const before = await misconceptionSources(second);
  await mkdir(join(folder, "two"));
  await writeFile(join(folder, "two", "part.ts"), "export const part = 1;\r\n");
  // What only proofs read, and what earlier versions asked, makes nothing new.
  await mkdir(join(folder, "also-right"));
  await mkdir(join(folder, "releases"));
  const besides = ["equivalent-mutants.json", "equivalent-variants.json", "score-spreads.json", "conformance.json"];
  for (const name of [...besides, "releases/1.0.0.json", "also-right/other.ts"]) {
    await writeFile(join(folder, name), "[]");
  }
  const after = await misconceptionSources(second);
  expect(after).toHaveLength(before.length + 1);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.at(-1)).toEqual({ name: "two/part.ts", text: "export const part = 1;\n" });
});

test("misconceptionOutcomes() is empty for an assignment without any", async () => {
  const options = { seed: 1, cache: openCache("misconceptions", await temporaryFolder()) };
  const other = { manifest: { id: "no-such-assignment" }, contentHash: "c0" };
  expect(await misconceptionOutcomes(other, decay, options)).toEqual([]);
});

test("misconceptionOutcomes() says so where the file exports no misconceptions", async () => {
  const folder = await temporaryFolder();
  const misconceptionsFile = join(folder, "x.misconceptions.mjs");
  await writeFile(misconceptionsFile, "export const other = 1;\n");
  const options = { seed: 1, cache: openCache("misconceptions", folder), misconceptionsFile };
  await expect(misconceptionOutcomes(assignment, decay, options)).rejects.toThrow("it exports no misconceptions");
});

test("misconceptionsFileOf() stands beside the reference", () => {
  expect(misconceptionsFileOf("w2-optimization")).toMatch(/reference.w2-optimization.misconceptions\.ts$/);
});
