import { beforeAll, describe, expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import type { PropertyFacts } from "../../../assignments/catalog/property.ts";
import { recordValue, tensorValue } from "../../../assignments/values/case-value.ts";
import { RandomState } from "../../../assignments/values/random-state.ts";
import type { TensorValue, Value } from "../../../assignments/values/value.ts";
import { parameterShapes } from "../../../assignments/w3-tensorflow/properties/initialization-properties.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import { misconceptions } from "../../../reference/w3-tensorflow/misconceptions.ts";
import * as reference from "../../../reference/w3-tensorflow/solution.ts";
import { brokenProperties, type Implementation, keptAnswerOf } from "../rejecting-cases.ts";

const assignment = await openAssignment("w3-tensorflow");
const cases = generateCases(assignment, { seed: 1, secret: "of properties", visibility: "all" });
const casesOf = (exercise: string) => cases.filter((each) => each.exercise === exercise);

beforeAll(async () => {
  await loadTensorflow("auto");
});

/** Ids of the properties that a function breaks, in whatever case of its exercise. */
async function brokenBy(exercise: string, implementation: Implementation): Promise<string[]> {
  const right = Reflect.get(reference, exercise) as Implementation;
  const answers: { testCase: Case; args: Case["args"]; actual: Value; expected: Value }[] = [];
  for (const testCase of casesOf(exercise)) {
    const actual = await keptAnswerOf(assignment, testCase, implementation);
    const expected = await keptAnswerOf(assignment, testCase, right);
    if (actual && expected) answers.push({ testCase, args: testCase.args, actual, expected });
  }
  const broken = answers.flatMap(({ testCase, actual, expected }) => {
    const others: PropertyFacts["others"] = answers.filter((other) => other.testCase !== testCase);
    return brokenProperties(assignment, testCase, actual, expected, others);
  });
  return [...new Set(broken)].sort();
}

function variant(id: string) {
  const found = misconceptions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no misconception ${id}`);
  return found;
}

/** Parameters with values of one's own making, in the shapes of the network. */
function parametersBy(draw: (name: string, index: number) => number): Value {
  const entries = Object.entries(parameterShapes).map(([name, shape]): [string, TensorValue] => {
    const data = Array.from({ length: shape[0] * shape[1] }, (_, i) => draw(name, i));
    return [name, { ...tensorValue(shape, data), variable: true }];
  });
  return recordValue(entries);
}

const initialization = (actual: Value): string[] => {
  const [first] = casesOf("initializeParameters");
  if (first === undefined) throw new Error("no case");
  return brokenProperties(assignment, first, actual, actual);
};

describe("properties of w3-tensorflow", () => {
  test.each(Object.keys(assignment.properties))("the reference breaks none of %s", async (exercise) => {
    const implementation = Reflect.get(reference, exercise) as Implementation;
    expect(await brokenBy(exercise, implementation)).toEqual([]);
  });

  test.each([
    ["sigmoid-minus-missing", ["sigmoid-half-at-0"]],
    ["sigmoid-tanh", ["sigmoid-between-0-and-1", "sigmoid-half-at-0"]],
    ["one-hot-from-one", ["one-hot-single-one"]],
    ["glorot-he-instead", ["glorot-later-layers", "glorot-not-too-wide"]],
    ["glorot-variance-as-deviation", ["glorot-bias-spread", "glorot-later-layers", "glorot-not-too-narrow"]],
    ["glorot-uniform", ["glorot-normal"]],
    ["glorot-zero-biases", ["glorot-biases-drawn"]],
    ["glorot-plain-tensors", ["glorot-variables"]],
    ["glorot-seed-ignored", ["glorot-seed-matters"]],
    ["glorot-transposed-shapes", ["glorot-shapes"]],
    ["loss-sign", ["loss-not-negative"]],
    ["loss-wrong-axis", ["loss-shift-invariant"]],
    ["loss-sigmoid-cross-entropy", ["loss-shift-invariant"]],
    ["tape-mean-gradients", ["gradient-is-slope"]],
    ["tape-mean-loss", ["gradient-is-slope", "gradient-loss-of-parameters"]],
    ["step-new-tensors", ["step-changes-variables", "step-lowers-loss"]],
    ["step-weights-only", ["step-changes-variables"]],
    ["step-uphill", ["step-lowers-loss"]],
    ["model-costs-summed", ["model-cost-before-steps", "model-cost-is-mean", "model-cost-per-example"]],
    ["model-costs-divided-twice", ["model-cost-before-steps", "model-cost-divided-once", "model-cost-is-mean"]],
    ["model-cost-mean-of-means", ["model-cost-before-steps", "model-cost-by-examples", "model-cost-is-mean"]],
    ["model-cost-of-last-batch", ["model-cost-before-steps", "model-cost-is-mean", "model-cost-of-all-batches"]],
    ["model-cost-of-full-batches", ["model-cost-before-steps", "model-cost-is-mean", "model-cost-of-all-examples"]],
    ["model-cost-every-tenth-epoch", ["model-cost-per-epoch"]],
    ["model-accuracy-percent", ["model-accuracy-is-share"]],
    ["model-test-accuracy-of-training-set", ["model-test-accuracy"]],
  ])("%s breaks %j and nothing else", async (id, expected) => {
    const { exercise, implementation } = variant(id);
    expect(await brokenBy(exercise, implementation)).toEqual(expected);
  });

  test("model-moved: parameters from before the training break it", async () => {
    const { exercise, implementation } = variant("model-initial-parameters-returned");
    expect(await brokenBy(exercise, implementation)).toContain("model-moved");
  });

  test("costs are judged when their start is known, though they were asked for before it was", async () => {
    const [training, still] = casesOf("model");
    if (training === undefined || still === undefined) throw new Error("no cases");
    const broken = async (implementation: Implementation): Promise<string[][]> => {
      const kept = await keptAnswerOf(assignment, training, implementation);
      // What other tests have asked for is known already of theirs.
      const actual = kept && structuredClone(kept);
      const start = await keptAnswerOf(assignment, still, implementation);
      if (actual === undefined || start === undefined) throw new Error("no answer");
      const others: PropertyFacts["others"] = [{ args: still.args, actual: start }];
      return [[], others].map((known) => brokenProperties(assignment, training, actual, actual, known));
    };
    expect(await broken(reference.model as Implementation)).toEqual([[], []]);
    const [unknown, known] = await broken(variant("model-cost-mean-of-means").implementation);
    expect(unknown).toEqual([]);
    expect(known).toContain("model-cost-by-examples");
  });

  test("loss-order-independent: a loss that weighs examples by their place breaks it", async () => {
    const weighed: Implementation = (...args: never[]) => {
      const [logits] = args as unknown as [{ dataSync: () => Float32Array }];
      return logits.dataSync().reduce((sum, z, i) => sum + z * i, 1000);
    };
    expect(await brokenBy("computeTotalLoss", weighed)).toContain("loss-order-independent");
  });

  test("glorot-centred: normal values around another middle break it", () => {
    const wave = (i: number): number => Math.sqrt(2) * Math.sin(2.399963 * i);
    const glorot = Math.sqrt(2 / (25 + 12288));
    const shifted = parametersBy((name, i) => (name === "W1" ? glorot * (0.1 + 0.95 * wave(i)) : 0.2 * wave(i)));
    expect(initialization(shifted)).toContain("glorot-centred");
    expect(initialization(parametersBy((_, i) => glorot * 0.95 * wave(i)))).not.toContain("glorot-centred");
  });

  test("glorot-values-differ: weights of three values, and units that begin alike, break it", () => {
    const random = new RandomState(3);
    const draws = random.randn(400_000);
    const draw = (i: number): number => draws[i] ?? 0;
    const drawn = (name: string, i: number) => draw(i + 1000 * name.charCodeAt(1));
    expect(initialization(parametersBy(drawn))).not.toContain("glorot-values-differ");
    const three = parametersBy((name, i) => (name === "W2" ? Math.sign(Math.round(draw(i))) : drawn(name, i)));
    expect(initialization(three)).toContain("glorot-values-differ");
    const alike = parametersBy((name, i) => (name === "W1" ? draw(i % 12288) : drawn(name, i)));
    expect(initialization(alike)).toContain("glorot-values-differ");
  });

  test("glorot-later-layers and glorot-bias-spread: 20 % less in W2 and 40 % less in the biases break them, chance does not", () => {
    const initialized = (narrowed: Readonly<Record<string, number>>, from: number): string[] => {
      const runs = casesOf("initializeParameters").map(({ args }, i) => {
        const draws = new RandomState(from + i).randn(310_000);
        const deviation = (name: string) => {
          const [rows, columns] = parameterShapes[name] ?? [1, 1];
          return (narrowed[name] ?? 1) * Math.sqrt(2 / (rows + columns));
        };
        return { args, actual: parametersBy((name, k) => deviation(name) * (draws[k] ?? 0)) };
      });
      const last = runs.at(-1);
      const testCase = casesOf("initializeParameters").at(-1);
      if (last === undefined || testCase === undefined) throw new Error("no case");
      return brokenProperties(assignment, testCase, last.actual, last.actual, runs.slice(3, -1));
    };
    for (const from of [1, 100, 200]) expect(initialized({}, from)).toEqual([]);
    expect(initialized({ W2: 0.8 }, 1)).toEqual(["glorot-later-layers"]);
    expect(initialized({ b1: 0.55, b2: 0.55, b3: 0.55 }, 1)).toEqual(["glorot-bias-spread"]);
  });

  test("glorot-keys, model-members and model-parameters: a missing or an extra key breaks them", () => {
    const whole = parametersBy(() => 0.1);
    if (whole.kind !== "record") throw new TypeError("no record");
    const [, ...rest] = whole.entries;
    expect(initialization(recordValue(rest))).toContain("glorot-keys");
    expect(initialization(recordValue([...whole.entries, ["W4", tensorValue([1, 1], [0])]]))).toContain("glorot-keys");
    const [first] = casesOf("model");
    if (first === undefined) throw new Error("no case");
    const trained = (parameters: Value): Value => recordValue([["parameters", parameters]]);
    const broken = (value: Value) => brokenProperties(assignment, first, value, value);
    expect(broken(trained(whole))).toContain("model-members");
    expect(broken(trained(whole))).not.toContain("model-parameters");
    expect(broken(trained(recordValue(rest)))).toContain("model-parameters");
  });

  test("model-costs-finite: a NaN breaks it; costs may be a list of scalars, a typed array or a tensor", () => {
    const [first] = casesOf("model");
    if (first === undefined) throw new Error("no case");
    const withCosts = (costs: Value): string[] => {
      const value = recordValue([["costs", costs]]);
      return brokenProperties(assignment, first, value, value);
    };
    const scalars = [1.8, 1.2].map((cost) => tensorValue([], [cost]));
    expect(withCosts({ kind: "list", items: scalars })).toEqual(["model-members"]);
    expect(withCosts({ kind: "array", shape: [2], data: Float64Array.of(1.8, 1.2) })).toEqual(["model-members"]);
    expect(withCosts(tensorValue([2], [1.8, 1.2]))).toEqual(["model-members"]);
    expect(withCosts(tensorValue([2, 1], [1.8, 1.2]))).toContain("model-cost-per-epoch");
    expect(withCosts(tensorValue([2], [1.8, Number.NaN]))).toContain("model-costs-finite");
  });
});
