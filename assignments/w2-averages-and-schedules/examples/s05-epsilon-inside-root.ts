import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";

export function exponentiallyWeightedAverage(values: tf.Tensor1D, beta: number, biasCorrection = true): tf.Tensor1D {
  const x = values.arraySync();
  const averages: number[] = [];
  let v = 0;
  for (let i = 0; i < x.length; i++) {
    v = beta * v + (1 - beta) * x[i];
    averages.push(biasCorrection ? v / (1 - beta ** (i + 1)) : v);
  }
  return tf.tensor1d(averages);
}

export function initializeRmsprop(parameters: Params): Grads {
  const s: Grads = {};
  for (const name of Object.keys(parameters)) s["d" + name] = tf.zerosLike(parameters[name]);
  return s;
}

export function updateParametersWithRmsprop(
  parameters: Params,
  grads: Grads,
  s: Grads,
  learningRate = 0.01,
  beta2 = 0.9,
  epsilon = 1e-8,
): { parameters: Params; s: Grads } {
  const newParameters: Params = {};
  const newS: Grads = {};
  for (const name of Object.keys(parameters)) {
    const g = grads["d" + name];
    newS["d" + name] = s["d" + name].mul(beta2).add(g.square().mul(1 - beta2));
    const step = g.div(newS["d" + name].add(epsilon).sqrt());
    newParameters[name] = parameters[name].sub(step.mul(learningRate));
  }
  return { parameters: newParameters, s: newS };
}

export function exponentialDecay(learningRate0: number, epochNum: number, base = 0.95): number {
  return base ** epochNum * learningRate0;
}

export function inverseSqrtDecay(learningRate0: number, epochNum: number, k = 1): number {
  if (epochNum === 0) return learningRate0;
  return (k / Math.sqrt(epochNum)) * learningRate0;
}

export function staircaseDecay(learningRate0: number, epochNum: number, interval: number, factor = 0.5): number {
  const drops = Math.floor(epochNum / interval);
  return learningRate0 * factor ** drops;
}

export function descendSaddle(
  start: tf.Tensor1D,
  method: "gd" | "momentum" | "rmsprop",
  numSteps: number,
  learningRate: number,
  beta = 0.9,
): tf.Tensor2D {
  let [w1, w2] = start.arraySync();
  let [v1, v2, s1, s2] = [0, 0, 0, 0];
  const path = [[w1, w2]];
  for (let step = 0; step < numSteps; step++) {
    const g1 = 2 * w1;
    const g2 = -2 * w2 + w2 ** 3;
    if (method === "gd") {
      w1 -= learningRate * g1;
      w2 -= learningRate * g2;
    } else if (method === "momentum") {
      v1 = beta * v1 + (1 - beta) * g1;
      v2 = beta * v2 + (1 - beta) * g2;
      w1 -= learningRate * v1;
      w2 -= learningRate * v2;
    } else {
      s1 = beta * s1 + (1 - beta) * g1 ** 2;
      s2 = beta * s2 + (1 - beta) * g2 ** 2;
      w1 -= (learningRate * g1) / Math.sqrt(s1 + 1e-8);
      w2 -= (learningRate * g2) / Math.sqrt(s2 + 1e-8);
    }
    path.push([w1, w2]);
  }
  return tf.tensor2d(path);
}
