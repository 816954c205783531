import { scalar, tensor, tensor1d, tensor2d, type Tensor1D, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Grads, Params } from "gradecheck";

// Plain arrays in float64; averages as sums over all earlier values; powers by loops and by logarithms.

export const exponentiallyWeightedAverage = (values: Tensor1D, beta: number, biasCorrection: boolean = true) => {
  const series = values.arraySync();
  const out: number[] = [];
  for (let t = 0; t < series.length; t++) {
    let [sum, weights, weight] = [0, 0, 1];
    for (let i = t; i >= 0; i--) {
      sum += weight * series[i];
      weights += weight;
      weight *= beta;
    }
    // The weights 1, beta, beta^2 … add up to (1 - beta^t) / (1 - beta).
    out.push(biasCorrection ? sum / weights : sum * (1 - beta));
  }
  return tensor1d(out);
};

export const initializeRmsprop = (parameters: Params): Grads =>
  Object.fromEntries(
    Object.entries(parameters).map(([key, { shape, size }]) => ["d" + key, tensor(new Float32Array(size), shape)]),
  ) as Grads;

export const updateParametersWithRmsprop = (
  parameters: Params,
  grads: Grads,
  s: Grads,
  learningRate: number = 0.01,
  beta2: number = 0.9,
  epsilon: number = 1e-8,
) => {
  const result = { parameters: {} as Params, s: {} as Grads };
  for (const key in parameters) {
    const [p, g, old] = [parameters[key], grads[`d${key}`], s[`d${key}`]].map((one) => one.dataSync());
    const squares = Array.from(old, (average, i) => average + (1 - beta2) * (g[i] ** 2 - average));
    const moved = Array.from(p, (value, i) => value - (g[i] / (squares[i] ** 0.5 + epsilon)) * learningRate);
    result.s[`d${key}`] = tensor2d(squares, parameters[key].shape);
    result.parameters[key] = tensor2d(moved, parameters[key].shape);
  }
  return result;
};

export const exponentialDecay = (learningRate0: number, epochNum: number, base: number = 0.95) => {
  let rate = learningRate0;
  for (let epoch = 0; epoch < epochNum; epoch++) rate *= base;
  return rate;
};

export const inverseSqrtDecay = (learningRate0: number, epochNum: number, k: number = 1) => {
  switch (epochNum) {
    case 0:
      return learningRate0;
    default:
      return learningRate0 * k * epochNum ** -0.5;
  }
};

/** A tensor without dimensions is a number too. */
export const staircaseDecay = (learningRate0: number, epochNum: number, interval: number, factor: number = 0.5) => {
  const steps = (epochNum - (epochNum % interval)) / interval;
  return scalar(learningRate0 * Math.exp(steps * Math.log(factor)));
};

export const descendSaddle = (
  start: Tensor1D,
  method: "gd" | "momentum" | "rmsprop",
  numSteps: number,
  learningRate: number,
  beta: number = 0.9,
): Tensor2D => {
  let w = start.arraySync();
  let memory = [0, 0];
  const flat = [...w];
  while (flat.length < 2 * (numSteps + 1)) {
    const slopes = [2 * w[0], w[1] * (w[1] * w[1] - 2)];
    memory = memory.map((m, i) => beta * m + (1 - beta) * (method === "rmsprop" ? slopes[i] * slopes[i] : slopes[i]));
    w = w.map((one, i) => {
      if (method === "gd") return one - learningRate * slopes[i];
      if (method === "momentum") return one - learningRate * memory[i];
      return one - (learningRate * slopes[i]) / (Math.sqrt(memory[i]) + 1e-8);
    });
    flat.push(...w);
  }
  return tensor2d(flat, [numSteps + 1, 2]);
};
