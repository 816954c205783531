import { describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { tensorAt } from "../../../assignments/values/case-value.ts";
import { readMatrix } from "../../../assignments/values/matrix.ts";
import { backPropagate, propagate, readNetwork } from "../../../assignments/w3-tensorflow/network.ts";
import { misconceptions } from "../../../reference/w3-tensorflow/misconceptions.ts";
import * as reference from "../../../reference/w3-tensorflow/solution.ts";
import { casesOfCourses, testCasesOf } from "../test-cases-of.ts";

const assignment = await openAssignment("w3-tensorflow");
const all = casesOfCourses(assignment).flat();
const casesOf = (exercise: string) => all.filter((each) => each.exercise === exercise);

describe("cases of w3-tensorflow", () => {
  testCasesOf(assignment, reference, misconceptions);

  test.each([
    ["forwardPropagation", 1],
    ["gradientTape", 2],
    ["trainStep", 2],
  ])("%s: no relu stands at its kink, and each passes something on and holds something back", (exercise, place) => {
    for (const { args } of casesOf(exercise)) {
      const [X, network] = [readMatrix(args[0]), readNetwork(args[place])];
      if (X === undefined || network === undefined) throw new TypeError("no batch or no network");
      const [Z1, Z2] = propagate(network, X);
      for (const data of [Z1?.data ?? [], Z2?.data ?? []]) {
        expect(Math.min(...[...data].map(Math.abs))).toBeGreaterThan(1e-3);
        expect(Math.min(...data)).toBeLessThan(0);
        expect(Math.max(...data)).toBeGreaterThan(0);
      }
    }
  });

  test("trainStep: no gradient is so near 0 that float32 could turn the sign of Adam's step", () => {
    for (const { args } of casesOf("trainStep")) {
      const [X, labels, network] = [readMatrix(args[0]), readMatrix(args[1]), readNetwork(args[2])];
      if (X === undefined || labels === undefined || network === undefined) throw new TypeError("no batch");
      const gradients = backPropagate(network, X, labels).flatMap(({ W, b }) => [...W.data, ...b.data]);
      expect(gradients.filter((g) => g !== 0 && Math.abs(g) < 1e-3)).toEqual([]);
      expect(gradients.filter((g) => g !== 0).length).toBeGreaterThan(5);
    }
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

  test("model: images lie in [0, 1], every class occurs, and options are complete", () => {
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
      expect(rows.every((row) => row?.includes(1))).toBe(true);
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
