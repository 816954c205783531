import { expect, test } from "vitest";
import { recogniseStepFactor, recogniseStepNegated } from "../../../../graders/judge/recognise/recognise-step.ts";
import { filled, number, record, tensor } from "../../build-value.ts";
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

test("recogniseStepFactor() sees none if one element does not fit, or there is no matching input", () => {
  const astray = tensor([3], [...stepped(1).data.slice(0, 2), 3.5]);
  expect(recogniseStepFactor(factsOf(stepped(0.02), astray, { call, path: "W1" }))).toBeUndefined();
  expect(recogniseStepFactor(factsOf(stepped(0.02), stepped(1), { call, path: "" }))).toBeUndefined();
});

const weights = tensor([3], [0.1, -2, 30]);
const update = { parameters: record({ W1: weights }) };
const moved = (...steps: number[]) =>
  tensor(
    [3],
    Array.from(weights.data, (value, i) => value + (steps[i] ?? 0)),
  );

test("recogniseStepNegated() sees an update in the opposite direction", () => {
  const facts = factsOf(moved(0.01, -0.02, 0.03), moved(-0.01, 0.02, -0.03), { call: update, path: "parameters.W1" });
  expect(recogniseStepNegated(facts)).toEqual({ code: "step-negated" });
});

test("recogniseStepNegated() sees none in another step, without the input, or in a step lost in rounding", () => {
  const right = moved(0.01, -0.02, 0.03);
  expect(recogniseStepNegated(factsOf(right, moved(-0.01, 0.02, 0.03), { call: update, path: "W1" }))).toBeUndefined();
  expect(recogniseStepNegated(factsOf(right, moved(-0.01, 0.02, -0.03), { call: update, path: "W2" }))).toBeUndefined();
  const [tiny, opposite] = [moved(1e-7, 1e-7, 1e-6), moved(-1e-7, -1e-7, -1e-6)];
  expect(recogniseStepNegated(factsOf(tiny, opposite, { call: update, path: "W1" }))).toBeUndefined();
  const zero = { parameters: record({ W1: filled([3], 0) }) };
  expect(recogniseStepNegated(factsOf(weights, moved(-0.2, 4, -60), { call: zero, path: "W1" }))).toBeUndefined();
});
