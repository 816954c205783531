import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { numberValue, tensorValue } from "../values/case-value.ts";
import type { RandomState } from "../values/random-state.ts";
import type { Method } from "./contract.ts";
import { type Default, drawDecimal, lastArgument, type Range } from "./drawn-numbers.ts";

type Scenario = {
  /** What is special, after the method and the number of steps. */
  readonly about?: string;
  /** Of two methods, one is drawn. */
  readonly method: Method | readonly [Method, Method];
  readonly numSteps: number;
  readonly learningRate: number;
  readonly beta: number | Default;
  /** How far the start is from the saddle in each coordinate; the sides are drawn. */
  readonly w1?: Range;
  readonly w2?: Range;
};

const [onRidge, faint]: [Range, Range] = [
  [0, 0],
  [2e-9, 6e-9],
];

const descents: Scenarios<Scenario> = {
  visible: [
    { method: "gd", numSteps: 10, learningRate: 0.1, beta: "left-out" },
    { method: "momentum", numSteps: 12, learningRate: 0.2, beta: "left-out" },
    { method: "rmsprop", numSteps: 8, learningRate: 0.03, beta: "left-out" },
  ],
  hidden: [
    { method: "momentum", numSteps: 9, learningRate: 0.15, beta: 0.8 },
    { method: "gd", numSteps: 15, learningRate: 0.15, beta: 0.7, about: "w2 starts at 0", w2: onRidge },
    { method: "rmsprop", numSteps: 7, learningRate: 0.04, beta: 0.9, about: "w2 starts at 0", w2: onRidge },
    { method: "momentum", numSteps: 0, learningRate: 0.1, beta: 0.9 },
    { method: "rmsprop", numSteps: 1, learningRate: 0.02, beta: "undefined", about: "beta passed as undefined" },
    { method: "momentum", numSteps: 11, learningRate: 0.08, beta: 0, about: "beta 0" },
    { method: "gd", numSteps: 80, learningRate: 0.06, beta: "left-out", about: "far from the saddle", w1: [120, 150] },
    { method: "rmsprop", numSteps: 10, learningRate: 5e-4, beta: 0.9, about: "w2 starts near 0", w2: faint },
    { method: "momentum", numSteps: 6, learningRate: 12, beta: 0.99, about: "a large learning rate" },
    { method: "rmsprop", numSteps: 8, learningRate: 0.05, beta: 0, about: "beta 0" },
    // A variation has the other one: together they are the same whatever is drawn.
    { method: ["momentum", "rmsprop"], numSteps: 4, learningRate: 0.03, beta: 0.75 },
  ],
  small: [
    { method: "gd", numSteps: 1, learningRate: 0.1, beta: "left-out" },
    { method: "gd", numSteps: 2, learningRate: 0.1, beta: 0.5 },
    { method: "gd", numSteps: 0, learningRate: 0.1, beta: "left-out" },
    { method: "gd", numSteps: 2, learningRate: 0.1, beta: 0.5, about: "w2 starts at 0", w2: onRidge },
    { method: "gd", numSteps: 2, learningRate: 0.1, beta: "left-out", about: "far from the saddle", w1: [120, 150] },
    { method: "gd", numSteps: 66, learningRate: 0.05, beta: "left-out" },
    { method: "momentum", numSteps: 1, learningRate: 0.1, beta: 0.8 },
    { method: "momentum", numSteps: 2, learningRate: 0.1, beta: 0.5 },
    { method: "momentum", numSteps: 3, learningRate: 0.1, beta: "left-out" },
    { method: "momentum", numSteps: 2, learningRate: 0.1, beta: "undefined", about: "beta passed as undefined" },
    { method: "momentum", numSteps: 2, learningRate: 0.1, beta: 0, about: "beta 0" },
    { method: "momentum", numSteps: 2, learningRate: 12, beta: 0.99, about: "a large learning rate" },
    { method: "rmsprop", numSteps: 1, learningRate: 0.05, beta: 0.8 },
    { method: "rmsprop", numSteps: 2, learningRate: 0.05, beta: 0.5 },
    { method: "rmsprop", numSteps: 3, learningRate: 0.03, beta: "left-out" },
    { method: "rmsprop", numSteps: 2, learningRate: 0.05, beta: "undefined", about: "beta passed as undefined" },
    { method: "rmsprop", numSteps: 2, learningRate: 0.05, beta: 0, about: "beta 0" },
    { method: "rmsprop", numSteps: 2, learningRate: 0.05, beta: 0.8, about: "w2 starts at 0", w2: onRidge },
    { method: "rmsprop", numSteps: 2, learningRate: 5e-4, beta: 0.8, about: "w2 starts near 0", w2: faint },
  ],
};

/** Cases of `descendSaddle`. */
export const saddleCases: CaseGenerator = (random, index, list) => {
  const scenario = pickScenario(descents, index, list);
  const { about, method, numSteps, learningRate, beta, w1 = [0.7, 1.4], w2 = [0.05, 0.3] } = scenario;
  // On different sides of the two axes: whoever mistakes a sign goes the wrong way in one of them.
  const side = random.random() < 0.5 ? -1 : 1;
  const start = [side * drawDistance(random, w1), 0 - side * drawDistance(random, w2)];
  const drawn = typeof method === "string" ? method : random.random() < 0.5 ? method[0] : method[1];
  const steps = numSteps === 1 ? "1 step" : `${numSteps} steps`;
  return {
    title: [drawn, steps, ...(about === undefined ? [] : [about])].join(", "),
    args: [
      tensorValue([2], start),
      { kind: "string", value: drawn },
      ...[numSteps, learningRate].map(numberValue),
      ...lastArgument(beta),
    ],
  };
};

function drawDistance(random: RandomState, [low, high]: Range): number {
  return high < 1e-4 ? low + (high - low) * random.random() : drawDecimal(random, [low, high]);
}
