import { beforeAll, describe, expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import { recordValue, tensorAt } from "../../../assignments/values/case-value.ts";
import { computeExpected } from "../../../reference/oracle/compute-expected.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import { misconceptions } from "../../../reference/w1-regularization/misconceptions.ts";
import * as reference from "../../../reference/w1-regularization/solution.ts";
import { answerOf, brokenProperties } from "../rejecting-cases.ts";

const assignment = await openAssignment("w1-regularization");
const cases = generateCases(assignment, { seed: 1, secret: "of properties", visibility: "all" });

beforeAll(async () => {
  await loadTensorflow("auto");
});

/** Ids of the properties that a misconception breaks, in whatever case. */
async function brokenBy(id: string): Promise<string[]> {
  const found = misconceptions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no misconception ${id}`);
  const broken = new Set<string>();
  for (const each of cases.filter(({ exercise }) => exercise === found.exercise)) {
    const answer = await answerOf(assignment, each, found.implementation);
    if (answer === undefined) throw new Error(`${id} returned nothing`);
    for (const property of brokenProperties(assignment, each, answer, answer)) broken.add(property);
  }
  return [...broken].sort();
}

function caseOf(exercise: string, title: string): Case {
  const found = cases.find((each) => each.exercise === exercise && each.title === title);
  if (found === undefined) throw new Error(`no case "${title}"`);
  return found;
}

describe("properties of w1-regularization", () => {
  test.each([
    ["cost-half-missing", ["penalty-proportional"]],
    ["cost-cross-entropy-not-averaged", ["no-penalty-at-zero", "penalty-proportional"]],
    ["cost-only-positive-examples", ["no-penalty-at-zero", "penalty-never-lowers", "penalty-proportional"]],
    ["l2-gradient-not-divided-by-m", ["numerical-gradient"]],
    ["l2-gradient-biases-too", ["bias-gradient-averages", "numerical-gradient"]],
    ["l2-relu-derivative-ignored", ["no-gradient-through-silent-units", "numerical-gradient"]],
    ["l2-relu-derivative-one-at-zero", ["no-gradient-through-silent-units"]],
    ["dropout-forward-not-scaled", ["expectation-kept", "kept-is-scaled"]],
    ["dropout-forward-mask-inverted", ["expectation-kept", "nothing-dropped-at-one", "share-kept"]],
    ["dropout-forward-cache-before-mask", ["dropped-is-zero", "kept-is-scaled", "linear-steps"]],
    ["dropout-backward-not-scaled", ["numerical-gradient"]],
    ["dropout-backward-mask-missing", ["no-gradient-through-dropped-units"]],
  ])("%s breaks %j and nothing else", async (id, expected) => {
    expect(await brokenBy(id)).toEqual(expected);
  });

  test("masks-zero-or-one: a mask that is already divided by keepProb breaks it", async () => {
    const one = caseOf("forwardPropagationWithDropout", "5 examples, keepProb 0.7");
    const { value: right } = await computeExpected(reference, one);
    if (right.kind !== "record") throw new TypeError("no record");
    const cache = new Map(right.entries).get("cache");
    const D1 = tensorAt(cache, "D1");
    if (cache?.kind !== "record" || D1 === undefined) throw new TypeError("no mask");
    const scaled = { ...D1, dtype: "float32" as const, data: Float32Array.from(D1.data, (value) => value / 0.7) };
    const entries = cache.entries.map(([key, value]) => [key, key === "D1" ? scaled : value] as const);
    const answer = recordValue([...right.entries.filter(([key]) => key !== "cache"), ["cache", recordValue(entries)]]);
    expect(brokenProperties(assignment, one, right, right)).toEqual([]);
    expect(brokenProperties(assignment, one, answer, answer)).toContain("masks-zero-or-one");
  });

  test("numerical-gradient: says nothing where a unit is exactly at relu's corner", async () => {
    const one = caseOf("backwardPropagationWithRegularization", "units exactly at relu's corner");
    const { value: right } = await computeExpected(reference, one);
    expect(brokenProperties(assignment, one, right, right)).toEqual([]);
  });

  test("numerical-gradient: one weight's gradient off by 1 % of the largest breaks it", async () => {
    const one = caseOf("backwardPropagationWithRegularization", "5 examples, lambd 0.7");
    const { value: right } = await computeExpected(reference, one);
    const dW1 = tensorAt(right, "dW1");
    if (right.kind !== "record" || dW1 === undefined) throw new TypeError("no gradient");
    const largest = Math.max(...[...dW1.data].map(Math.abs));
    const moved = { ...dW1, data: Float32Array.from(dW1.data, (value, i) => value + (i === 1 ? 0.01 * largest : 0)) };
    const answer = recordValue(right.entries.map(([key, value]) => [key, key === "dW1" ? moved : value]));
    expect(brokenProperties(assignment, one, answer, right)).toEqual(["numerical-gradient"]);
  });
});
