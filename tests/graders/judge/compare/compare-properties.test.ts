import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { Comparison } from "../../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../../assignments/values/value.ts";
import { itemPath, memberPath } from "../../../../graders/judge/compare/members.ts";
import { appliedAtol, unravelIndex } from "../../../../graders/judge/compare/tolerance.ts";
import { compare } from "../../../../graders/judge/compare.ts";
import { leafAt, type NumericLeaf, numericLeaves } from "../../../../graders/judge/recognise/relation-facts.ts";
import schema from "../../../../reports/report/report.schema.json" with { type: "json" };
import { array, list, number, record, tensor } from "../../build-value.ts";
import { type RandomSource, randomSource } from "../../random-source.ts";

const comparison: Comparison = { rtol: 1e-4, atol: 1e-5, dtype: "any" };
const nothing = { parameters: [], args: [] };
const rounds = 300;

function randomValue(random: RandomSource, depth: number): Value {
  const choice = random.below(depth > 0 ? 5 : 3);
  if (choice === 3) {
    const keys = Array.from({ length: 1 + random.below(4) }, (_, i) => `k${i}`);
    return record(Object.fromEntries(keys.map((key) => [key, randomValue(random, depth - 1)])));
  }
  if (choice === 4) return list(...Array.from({ length: 1 + random.below(3) }, () => randomValue(random, depth - 1)));
  if (choice === 0) return number(scaled(random, 1)[0] ?? 0);
  const shape = Array.from({ length: 1 + random.below(3) }, () => 1 + random.below(5));
  const elements = scaled(
    random,
    shape.reduce((size, extent) => size * extent, 1),
  );
  return choice === 1 ? tensor(shape, elements) : array(shape, elements);
}

/** Values of any magnitude from 1e-9 to 1e3, some of them zero. */
function scaled(random: RandomSource, count: number): number[] {
  const scale = 10 ** (random.below(13) - 9);
  return random.normals(count).map((value) => (random.below(10) === 0 ? 0 : value * scale));
}

/** The same value with one element of the leaf at a path moved by a multiple of its tolerance. */
function perturb(value: Value, leaf: NumericLeaf, position: number, tolerances: number, path = ""): Value {
  if (value.kind === "record") {
    const entries = value.entries.map(([key, member]): [string, Value] => {
      return [key, perturb(member, leaf, position, tolerances, memberPath(path, key))];
    });
    return { kind: "record", entries };
  }
  if (value.kind === "list") {
    return list(...value.items.map((item, i) => perturb(item, leaf, position, tolerances, itemPath(path, i))));
  }
  if (path !== leaf.path) return value;
  const data = leaf.block.data.slice();
  const before = data[position] ?? 0;
  const tolerance = appliedAtol(leaf.block.data, comparison.atol) + comparison.rtol * Math.abs(before);
  data[position] = before + tolerances * tolerance;
  return value.kind === "number" ? number(data[0] ?? 0) : ({ ...value, data } as Value);
}

function eachRandomElement(seed: number, check: (value: Value, leaf: NumericLeaf, position: number) => void): void {
  const random = randomSource(seed);
  for (let round = 0; round < rounds; round++) {
    const value = randomValue(random, 3);
    const leaves = numericLeaves(value, "");
    const leaf = leaves[random.below(leaves.length)];
    if (leaf === undefined) throw new Error("every random value has a leaf");
    check(value, leaf, random.below(leaf.block.data.length));
  }
}

test("compare() is reflexive on random structures", () => {
  eachRandomElement(1, (value) => expect(compare(value, structuredClone(value), comparison, nothing)).toBeUndefined());
});

test("compare() always finds one element that is off by ten tolerances, and names it", () => {
  eachRandomElement(2, (value, leaf, position) => {
    const mismatch = compare(value, perturb(value, leaf, position, 10), comparison, nothing);
    expect(mismatch).toMatchObject({
      code: "values",
      path: leaf.path,
      index: unravelIndex(position, leaf.block.shape),
      differing: 1,
    });
    expect(mismatch).not.toHaveProperty("alsoAt");
  });
});

test("compare() never finds an element that is off by a tenth of its tolerance", () => {
  eachRandomElement(3, (value, leaf, position) => {
    expect(compare(value, perturb(value, leaf, position, 0.1), comparison, nothing)).toBeUndefined();
  });
});

test("compare() rejects zeros for every random tensor that is not zero", () => {
  const random = randomSource(4);
  for (let round = 0; round < rounds; round++) {
    const elements = [...scaled(random, 5), 10 ** (random.below(13) - 9)];
    expect(compare(tensor([6], elements), tensor([6], Array(6).fill(0)), comparison, nothing)?.code).toBe("values");
  }
});

test("compare() describes every difference between random structures as the report's schema has it", () => {
  const ajv = new Ajv({ strict: false });
  const validate = ajv.compile({ ...schema, ...schema.definitions.mismatch, $id: "mismatch" });
  const random = randomSource(5);
  const codes = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const expected = randomValue(random, 3);
    const actual = randomValue(random, 3);
    const context = { parameters: ["X", "beta"], args: [randomValue(random, 2), number(random.uniform())] };
    const mismatch = compare(expected, actual, comparison, context);
    if (mismatch === undefined) continue;
    codes.add(mismatch.code);
    expect(validate(JSON.parse(JSON.stringify(mismatch))), ajv.errorsText(validate.errors)).toBe(true);
  }
  expect([...codes].sort()).toEqual(["kind", "length", "shape", "values"]);
});

test("leafAt() finds the leaf that numericLeaves() has at a path, and nothing elsewhere", () => {
  eachRandomElement(6, (value, { path, block }) => {
    expect(leafAt(value, path)).toEqual(block);
    expect(leafAt(value, `${path}[7]`)).toBeUndefined();
    expect(leafAt(record({ other: value }), path === "" ? "" : `k${path}`)).toBeUndefined();
  });
});
