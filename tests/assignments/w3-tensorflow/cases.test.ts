import { describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { memberOf, scalarOf, tensorAt } from "../../../assignments/values/case-value.ts";
import { columnOf, readMatrix } from "../../../assignments/values/matrix.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { backPropagate, propagate, readNetwork } from "../../../assignments/w3-tensorflow/network/network.ts";
import { misconceptions } from "../../../reference/w3-tensorflow/misconceptions.ts";
import * as reference from "../../../reference/w3-tensorflow/solution.ts";
import { casesOfCourses, testCasesOf } from "../test-cases-of.ts";

const assignment = await openAssignment("w3-tensorflow");
const all = casesOfCourses(assignment).flat();
const casesOf = (exercise: string) => all.filter((each) => each.exercise === exercise);
/** Without those of which a part was changed, and without the one whose layers are silent on purpose. */
const drawnCasesOf = (exercise: string) =>
  casesOf(exercise).filter(({ variationOf, title }) => variationOf === undefined && !title.includes("fall silent"));

function gradientsIn(args: readonly Value[]) {
  const [X, labels, network] = [readMatrix(args[0]), readMatrix(args[1]), readNetwork(args[2])];
  if (X === undefined || labels === undefined || network === undefined) throw new TypeError("no batch");
  return backPropagate(network, X, labels);
}

describe("cases of w3-tensorflow", () => {
  testCasesOf(assignment, reference, misconceptions);

  test.each([
    ["forwardPropagation", 1],
    ["gradientTape", 2],
    ["trainStep", 2],
  ])("%s: no relu stands at its kink, and each passes something on and holds something back", (exercise, place) => {
    for (const { title, args } of drawnCasesOf(exercise)) {
      const [X, network] = [readMatrix(args[0]), readNetwork(args[place])];
      if (X === undefined || network === undefined) throw new TypeError("no batch or no network");
      const [Z1, Z2] = propagate(network, X);
      const size = title.includes("tiny features and biases") ? 2 ** -24 : 1;
      for (const data of [Z1?.data ?? [], Z2?.data ?? []]) {
        expect(Math.min(...[...data].map(Math.abs))).toBeGreaterThan(1e-3 * size);
        expect(Math.min(...data)).toBeLessThan(0);
        expect(Math.max(...data)).toBeGreaterThan(0);
      }
    }
  });

  test("forwardPropagation: layers fall silent far below 0, activations are above 6, and a unit stands at exactly 0", () => {
    const extremes = casesOf("forwardPropagation").filter(({ title }) => title.includes("fall silent"));
    expect(extremes).toHaveLength(3);
    for (const { args } of extremes) {
      const [X, network] = [readMatrix(args[0]), readNetwork(args[1])];
      if (X === undefined || network === undefined) throw new TypeError("no batch or no network");
      const [Z1, Z2] = propagate(network, X).map((Z) => (example: number) => columnOf(Z, example));
      expect(Math.max(...(Z1?.(0) ?? [1]))).toBe(0);
      expect(Math.min(...(Z1?.(0) ?? []))).toBeLessThan(-1e4);
      // What a leak lets through reaches the logits.
      expect(Z2?.(0)[0]).toBeGreaterThan(0.5);
      expect(Math.max(...(Z2?.(1) ?? [1]))).toBeLessThan(-1e4);
      expect(Math.max(...(Z1?.(2) ?? []))).toBeGreaterThan(6);
      expect(Z1?.(5)[0]).toBe(0);
    }
  });

  test("gradientTape: gradients are above 10, below 5e-6, and exactly 0, in one case", () => {
    const cases = casesOf("gradientTape").filter(({ title }) => title.startsWith("features of every size"));
    expect(cases).toHaveLength(3);
    for (const { args } of cases) {
      const [W1 = []] = gradientsIn(args).map(({ W }) => [...W.data].map(Math.abs));
      expect(Math.max(...W1)).toBeGreaterThan(10);
      expect(W1.some((g) => g > 0 && g < 5e-6)).toBe(true);
      expect(W1).toContain(0);
    }
  });

  test("trainStep: no gradient is so near 0 that float32 could turn the sign of Adam's step", () => {
    const isAdam = (optimizer?: Value) => optimizer?.kind === "optimizer" && optimizer.name === "adam";
    for (const { args } of casesOf("trainStep").filter(({ args: [, , , optimizer] }) => isAdam(optimizer))) {
      const X = readMatrix(args[0]);
      const isSmall = (feature: number) => X === undefined || Math.abs(X.data[feature * X.columns] ?? 0) < 1e-4;
      const gradients = gradientsIn(args).flatMap(({ W, b }, l) => [
        ...W.data.filter((_, i) => l > 0 || !isSmall(i % W.columns)),
        ...b.data,
      ]);
      expect(gradients.filter((g) => g !== 0 && Math.abs(g) < 1e-3)).toEqual([]);
      expect(gradients.filter((g) => g !== 0).length).toBeGreaterThan(5);
    }
  });

  test("trainStep: a gradient is as small as Adam's epsilon, a weight is 12, an optimizer has taken steps before", () => {
    const steps = casesOf("trainStep");
    const small = steps.filter(({ title }) => title.includes("small features"));
    expect(small).toHaveLength(3);
    for (const { args } of small) {
      const [W1] = gradientsIn(args).map(({ W }) => W.data);
      expect(W1?.some((g) => g !== 0 && Math.abs(g) < 2e-7)).toBe(true);
      expect(tensorAt(args[2], "W1")?.data).toContain(12);
    }
    const used = steps.filter(({ args: [, , , one] }) => one?.kind === "optimizer" && (one.stepsBefore ?? 0) > 0);
    expect(used).toHaveLength(3);
  });

  test("trainStep: both optimizers occur among the hidden cases, and parameters are variables", () => {
    const hidden = casesOf("trainStep").filter(({ visibility }) => visibility === "hidden");
    const names = hidden.map(({ args: [, , , optimizer] }) => optimizer?.kind === "optimizer" && optimizer.name);
    expect(new Set(names)).toEqual(new Set(["sgd", "adam"]));
    expect(hidden.every(({ args }) => tensorAt(args[2], "W1")?.variable)).toBe(true);
  });

  test("computeTotalLoss: labels are one-hot columns, and logits of 1000 occur", () => {
    const logits = casesOf("computeTotalLoss").map(({ args }) => readMatrix(args[0]));
    expect(logits.some((Z) => Z?.data.includes(1000))).toBe(true);
    for (const { args } of casesOf("computeTotalLoss")) {
      const labels = readMatrix(args[1]);
      if (labels === undefined) throw new TypeError("no labels");
      const sums = Array.from({ length: labels.columns }, (_, j) =>
        labels.data.filter((_, i) => i % labels.columns === j).reduce((sum, label) => sum + label, 0),
      );
      expect(new Set(sums)).toEqual(new Set([1]));
      expect(new Set(labels.data)).toEqual(new Set([0, 1]));
    }
  });

  test("model: the start of every training is known, and the visible cases differ in their options alone", () => {
    const options = casesOf("model").map(({ args, visibility }) => ({
      seed: scalarOf(memberOf(args[4], "seed")),
      isTraining: (scalarOf(memberOf(args[4], "learningRate")) ?? 0) > 1e-8,
      visibility,
    }));
    const known = options.filter(({ isTraining, visibility }) => !isTraining && visibility === "visible");
    const trainings = options.filter(({ isTraining }) => isTraining);
    expect(new Set(trainings.map(({ seed }) => seed))).toEqual(new Set(known.map(({ seed }) => seed)));
    const [first, second] = casesOf("model");
    expect(second?.args.slice(0, 4)).toEqual(first?.args.slice(0, 4));
  });

  test("model: no training set can have the accuracy of its test set", () => {
    for (const { args } of casesOf("model")) {
      const [train, labels] = [readMatrix(args[1]), readMatrix(args[3])];
      if (train === undefined || labels === undefined) throw new TypeError("no labels");
      const { columns, data } = labels;
      // A test set shows one image: what a network sees in it is right as often as that label occurs.
      const shares = Array.from(
        { length: labels.rows },
        (_, k) => data.slice(k * columns, (k + 1) * columns).reduce((sum, label) => sum + label, 0) / columns,
      );
      expect(new Set(shares).size).toBe(labels.rows);
      const possible = Array.from({ length: train.columns + 1 }, (_, right) => right / train.columns);
      expect(shares.filter((share) => possible.some((other) => Math.abs(share - other) < 1e-3))).toEqual([]);
    }
  });

  test("model: images lie in [0, 1], classes are as many as they can be, and options are complete", () => {
    for (const { args } of casesOf("model")) {
      const [X, Y, XTest, , options] = args;
      if (X?.kind !== "tensor" || XTest?.kind !== "tensor" || options?.kind !== "record") throw new TypeError("no set");
      for (const { data, shape } of [X, XTest]) {
        expect(shape[0]).toBe(12288);
        expect(data.every((pixel) => pixel >= 0 && pixel <= 1)).toBe(true);
      }
      const labels = readMatrix(Y);
      const rows = Array.from({ length: 6 }, (_, i) =>
        labels?.data.slice(i * labels.columns, (i + 1) * labels.columns),
      );
      expect(rows.filter((row) => row?.includes(1))).toHaveLength(Math.min(6, labels?.columns ?? 0));
      expect(options.entries.map(([name]) => name)).toEqual([
        "learningRate",
        "numEpochs",
        "miniBatchSize",
        "printCost",
        "seed",
      ]);
    }
  });
});
