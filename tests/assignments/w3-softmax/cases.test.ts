import { describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { addColumn, columnOf, type Matrix, multiply, readMatrix } from "../../../assignments/values/matrix.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { misconceptions } from "../../../reference/w3-softmax/misconceptions.ts";
import * as reference from "../../../reference/w3-softmax/solution.ts";
import { casesOfCourses, testCasesOf } from "../test-cases-of.ts";

const assignment = await openAssignment("w3-softmax");
const all = casesOfCourses(assignment).flat();
const casesOf = (exercise: string) => all.filter((each) => each.exercise === exercise);
const hiddenOf = (exercise: string) => casesOf(exercise).filter(({ visibility }) => visibility === "hidden");

function matrixOf(value: Value | undefined): Matrix {
  const matrix = readMatrix(value);
  if (matrix === undefined) throw new Error("no matrix");
  return matrix;
}

const columnsOf = (matrix: Matrix): number[][] => Array.from({ length: matrix.columns }, (_, j) => columnOf(matrix, j));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);

describe("cases of w3-softmax", () => {
  testCasesOf(assignment, reference, misconceptions);

  test("hidden logits are 10000 and -10000 in one column, and in different ones without an ordinary one between", () => {
    const columns = hiddenOf("softmax").map(({ args }) => columnsOf(matrixOf(args[0])));
    const isMixed = (z: readonly number[]) => Math.max(...z) > 9990 && Math.min(...z) < -9990;
    expect(columns.some((own) => own.some(isMixed))).toBe(true);
    const isApart = (own: readonly (readonly number[])[]) =>
      own.some((z) => z.every((value) => value > 9990)) && own.some((z) => z.every((value) => value < -9990));
    expect(columns.some(isApart)).toBe(true);
  });

  test("where hidden logits are to be equal the largest, they are, and in some columns the first is not among them", () => {
    for (const { args } of hiddenOf("hardmax").filter(({ title }) => title === "some of the largest equal")) {
      const columns = columnsOf(matrixOf(args[0]));
      for (const column of columns) {
        expect(column.filter((z) => z === Math.max(...column)).length).toBeGreaterThan(1);
      }
      expect(columns.some((column) => column[0] !== Math.max(...column))).toBe(true);
    }
  });

  test("probabilities and labels are shares of 1, and no class that counts has the probability 0", () => {
    for (const { args, title } of [...casesOf("crossEntropy"), ...casesOf("softmaxGradient")]) {
      const [A, Y] = [matrixOf(args[0]), matrixOf(args[1])];
      for (const column of columnsOf(A)) expect(sum(column), title).toBeCloseTo(1, 5);
      for (const column of columnsOf(Y)) expect(sum(column), title).toBe(1);
      expect(
        Y.data.some((label, i) => label > 0 && A.data[i] === 0),
        title,
      ).toBe(false);
    }
  });

  test("some hidden probabilities are exactly 0, some labels are shares, some true classes have 1e-8", () => {
    const batches = hiddenOf("crossEntropy").map(({ args }) => args.map(matrixOf));
    expect(batches.some(([A]) => A?.data.includes(0))).toBe(true);
    expect(batches.some(([, Y]) => Y?.data.some((label) => label > 0 && label < 1))).toBe(true);
    expect(batches.some(([A, Y]) => A?.data.some((value, i) => value < 2e-8 && Y?.data[i] === 1))).toBe(true);
  });

  test("scores of predictClasses are exact in float32, in whatever order they are added up", () => {
    for (const { args, title } of casesOf("predictClasses")) {
      const [X, W, b] = args.map(matrixOf) as [Matrix, Matrix, Matrix];
      const magnitudes = addColumn(
        multiply({ ...W, data: W.data.map(Math.abs) }, { ...X, data: X.data.map(Math.abs) }),
        { ...b, data: b.data.map(Math.abs) },
      );
      const grid = Math.min(gridOf(X) * gridOf(W), gridOf(b));
      expect(Math.max(...magnitudes.data) / grid, title).toBeLessThan(2 ** 24);
    }
  });

  test("trainings take no step, one and many, and once the learning rate is 0", () => {
    const steps = hiddenOf("trainSoftmaxRegression").map(({ args }) => args[3]);
    for (const value of [0, 1, 80]) expect(steps).toContainEqual({ kind: "number", value });
    const rates = hiddenOf("trainSoftmaxRegression").map(({ args }) => args[2]);
    expect(rates).toContainEqual({ kind: "number", value: 0 });
  });
});

/** The largest power of 2 that all numbers are multiples of. */
function gridOf({ data }: Matrix): number {
  let grid = 2 ** -20;
  while (grid < 2 ** 20 && data.every((value) => Number.isInteger(value / (2 * grid)))) grid *= 2;
  return grid;
}
