import { expect, test } from "vitest";
import { recogniseStepFactor } from "../../../../graders/judge/recognise/recognise-step.ts";
import { number, record, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

const W1 = tensor([3], [0.1, -2, 3]);
const gradients = [0.4, -0.7, 0.2];
const call = { parameters: record({ W1 }), learningRate: number(0.02) };
const stepped = (rate: number) =>
  tensor(
    [3],
    Array.from(W1.data, (value, i) => value - rate * (gradients[i] ?? 0)),
  );

test("recogniseStepFactor() names a learning rate that was left out or used twice", () => {
  const omitted = factsOf(stepped(0.02), stepped(1), { call, path: "W1" });
  expect(recogniseStepFactor(omitted)).toEqual({ code: "step-factor", factor: 50, named: "1/learningRate" });
  const twice = factsOf(stepped(0.02), stepped(0.0004), { call, path: "W1" });
  expect(recogniseStepFactor(twice)).toEqual({ code: "step-factor", factor: 0.02, named: "learningRate" });
});

test("recogniseStepFactor() states an unnamed factor", () => {
  const finding = recogniseStepFactor(factsOf(stepped(0.02), stepped(0.06), { call, path: "W1" }));
  expect(finding?.named).toBeUndefined();
  expect(finding?.factor).toBeCloseTo(3, 3);
});

test("recogniseStepFactor() sees none where one element goes elsewhere, or no input is meant", () => {
  const astray = tensor([3], [...stepped(1).data.slice(0, 2), 3.5]);
  expect(recogniseStepFactor(factsOf(stepped(0.02), astray, { call, path: "W1" }))).toBeUndefined();
  expect(recogniseStepFactor(factsOf(stepped(0.02), stepped(1), { call, path: "" }))).toBeUndefined();
});
