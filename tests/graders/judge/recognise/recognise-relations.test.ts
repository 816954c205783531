import { describe, expect, test } from "vitest";
import { recogniseRelations } from "../../../../graders/judge/recognise/recognise-relations.ts";
import { filled, number, record, tensor } from "../../build-value.ts";
import { randomSource } from "../../random-source.ts";
import { factsOf } from "./facts-of.ts";

const codes = (...args: Parameters<typeof factsOf>) => recogniseRelations(factsOf(...args)).map(({ code }) => code);

describe("recogniseRelations()", () => {
  test("gives one explanation if there is only one mistake", () => {
    const row = tensor([1, 3], [0.1, 0.2, 0.4]);
    expect(codes(row, tensor([3, 1], [0.1, 0.2, 0.4]))).toEqual(["transposed"]);
    expect(codes(row, tensor([1, 3], [0.4, 0.2, 0.1]))).toEqual(["reversed"]);
    expect(codes(row, tensor([1, 3], [-0.1, -0.2, -0.4]))).toEqual(["negated"]);
    expect(codes(row, tensor([1, 3], [0.1 * 1.000001, 0.2, 0.4]))).toEqual(["float-precision"]);
    expect(codes(row, tensor([1, 3], [0.1 * 1.00003, 0.2, 0.4]))).toEqual([]);
    expect(codes(row, filled([1, 3], 0))).toEqual(["all-zero"]);
  });

  test("puts relations that name a place first and stops at three", () => {
    const a = tensor([3], [-1.5, 0.5, 1.5]);
    const b = tensor([3], [1.5, 0.5, -1.5]);
    const result = record({ a, b });
    const findings = recogniseRelations(factsOf(a, b, { result, path: "a", call: { z: b } }));
    expect(findings.map(({ code }) => code)).toEqual(["unchanged-input", "equals-other-key", "reversed"]);
    const symmetric = tensor([3], [-1.5, 0, 1.5]);
    const opposite = tensor([3], [1.5, 0, -1.5]);
    const both = record({ a: symmetric, b: opposite });
    expect(codes(symmetric, opposite, { result: both, path: "a", call: { z: opposite } })).toEqual([
      "unchanged-input",
      "equals-other-key",
      "negated",
    ]);
    expect(codes(symmetric, opposite)).toEqual(["negated", "reversed"]);
  });

  test("explains a small wrong step although the values are almost right", () => {
    const before = tensor([3], [1, 2, 3]);
    const expected = tensor([3], [1.0001, 2.0002, 3.0001]);
    const call = { parameters: record({ W1: before }) };
    expect(codes(expected, before, { call, path: "W1" })).toEqual(["unchanged-input"]);
    expect(codes(expected, tensor([3], [0.9999, 1.9998, 2.9999]), { call, path: "W1" })).toEqual(["step-negated"]);
  });

  test("finds nothing where zeros are expected", () => {
    expect(codes(filled([2, 2], 0), tensor([2, 2], [0.1, 0.2, 0.3, 0.4]))).toEqual([]);
    expect(codes(filled([2, 2], 0), filled([2, 2], 1))).toEqual([]);
  });

  test("finds nothing in random wrong values of any shape, nor in random scalars", () => {
    const random = randomSource(20);
    for (let round = 0; round < 2000; round++) {
      const shape = [[], [1, 1], [2], [2, 2], [3, 1], [3, 4], [2, 3, 2]][random.below(7)] ?? [];
      const size = shape.reduce((product, extent) => product * extent, 1);
      const normal = () => tensor(shape, random.normals(size));
      const call = {
        X: tensor([3, 5], random.normals(15)),
        parameters: record({ W1: normal() }),
        learningRate: number(random.uniform()),
        beta: number(random.uniform()),
        t: number(2 + random.below(5)),
      };
      const expected = normal();
      const result = record({ W1: expected, b1: normal() });
      expect(codes(expected, normal(), { call, result, path: "W1" })).toEqual([]);
    }
  });

  test("finds nothing in random wrong masks and counts", () => {
    const random = randomSource(21);
    const bits = () => Array.from({ length: 12 }, () => random.below(2));
    for (let round = 0; round < 300; round++) {
      const expected = tensor([3, 4], bits(), "bool");
      const actual = tensor([3, 4], bits(), "bool");
      expect(codes(expected, actual).filter((code) => code !== "all-zero")).toEqual([]);
    }
  });
});
