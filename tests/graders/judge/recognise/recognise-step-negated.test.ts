import { expect, test } from "vitest";
import { recogniseStepNegated } from "../../../../graders/judge/recognise/recognise-step.ts";
import { filled, record, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

const W1 = tensor([3], [0.1, -2, 30]);
const call = { parameters: record({ W1 }) };
const stepped = (...steps: number[]) =>
  tensor(
    [3],
    Array.from(W1.data, (value, i) => value + (steps[i] ?? 0)),
  );

test("recogniseStepNegated() sees an update in the opposite direction", () => {
  const facts = factsOf(stepped(0.01, -0.02, 0.03), stepped(-0.01, 0.02, -0.03), { call, path: "parameters.W1" });
  expect(recogniseStepNegated(facts)).toEqual({ code: "step-negated" });
});

test("recogniseStepNegated() sees none in another step, without the input, or in a step lost in rounding", () => {
  const right = stepped(0.01, -0.02, 0.03);
  expect(recogniseStepNegated(factsOf(right, stepped(-0.01, 0.02, 0.03), { call, path: "W1" }))).toBeUndefined();
  expect(recogniseStepNegated(factsOf(right, stepped(-0.01, 0.02, -0.03), { call, path: "W2" }))).toBeUndefined();
  const [tiny, opposite] = [stepped(1e-7, 1e-7, 1e-6), stepped(-1e-7, -1e-7, -1e-6)];
  expect(recogniseStepNegated(factsOf(tiny, opposite, { call, path: "W1" }))).toBeUndefined();
  const zero = { parameters: record({ W1: filled([3], 0) }) };
  expect(recogniseStepNegated(factsOf(W1, stepped(-0.2, 4, -60), { call: zero, path: "W1" }))).toBeUndefined();
});
