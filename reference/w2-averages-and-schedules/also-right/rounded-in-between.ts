import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";

// Float32Arrays, so that every number in between is rounded; the learning rate inside the averages; a class for the state.

class Average {
  private readonly kept = new Float32Array(2);
  private readonly weight: number;
  constructor(weight: number) {
    this.weight = weight;
  }
  take(values: Float32Array, f: (value: number) => number): Float32Array {
    values.forEach((value, i) => {
      this.kept[i] = this.weight * this.kept[i] + (1 - this.weight) * f(value);
    });
    return this.kept;
  }
}

export function exponentiallyWeightedAverage(values: tf.Tensor1D, beta: number, biasCorrection?: boolean): tf.Tensor1D {
  const averages = new Float32Array(values.size);
  const data = values.dataSync();
  let power = 1;
  for (const i of averages.keys()) {
    averages[i] = (i === 0 ? 0 : averages[i - 1] * beta) + (1 - beta) * data[i];
  }
  if (biasCorrection === false) return tf.tensor1d(averages);
  return tf.tensor1d(averages.map((v) => v / (1 - (power *= beta))));
}

export function initializeRmsprop(parameters: Params): Grads {
  const zeros: Grads = {};
  Object.keys(parameters).forEach((key) => {
    const [rows, columns] = parameters[key].shape;
    zeros[`d${key}`] = tf.zeros([rows, columns]);
  });
  return zeros;
}

export function updateParametersWithRmsprop(parameters: Params, grads: Grads, s: Grads, learningRate = 0.01, beta2 = 0.9, epsilon = 1e-8) {
  const L = Object.keys(parameters).length / 2;
  const newParameters: Params = {};
  const newS: Grads = {};
  for (let l = L; l > 0; l--) {
    for (const name of [`W${l}`, `b${l}`]) {
      tf.tidy(() => {
        const g = grads[`d${name}`];
        newS[`d${name}`] = tf.keep(tf.add(tf.mul(s[`d${name}`], beta2), tf.mul(tf.mul(g, g), 1 - beta2)) as tf.Tensor2D);
        const rates = tf.div(learningRate, tf.add(tf.sqrt(newS[`d${name}`]), epsilon));
        newParameters[name] = tf.keep(tf.sub(parameters[name], tf.mul(rates, g)) as tf.Tensor2D);
      });
    }
  }
  return { parameters: newParameters, s: newS };
}

export function exponentialDecay(learningRate0: number, epochNum: number, base?: number): number {
  return learningRate0 * Math.exp(epochNum * Math.log(base ?? 0.95));
}

export function inverseSqrtDecay(learningRate0: number, epochNum: number, k?: number): number {
  return epochNum > 0 ? Math.fround((k ?? 1) * learningRate0) / Math.fround(Math.sqrt(epochNum)) : learningRate0;
}

export function staircaseDecay(learningRate0: number, epochNum: number, interval: number, factor?: number): number {
  let rate = learningRate0;
  for (let next = interval; next <= epochNum; next += interval) rate *= factor ?? 0.5;
  return rate;
}

export function descendSaddle(start: tf.Tensor1D, method: string, numSteps: number, learningRate: number, beta = 0.9): tf.Tensor2D {
  const average = new Average(beta);
  let w = Float32Array.from(start.dataSync());
  const rows = [[...w]];
  for (let step = 1; step <= numSteps; step++) {
    const slopes = Float32Array.of(2 * w[0], -2 * w[1] + w[1] ** 3);
    const steps =
      method === "gd"
        ? slopes.map((slope) => learningRate * slope)
        : method === "momentum"
          ? average.take(slopes, (slope) => slope * learningRate)
          : average.take(slopes, (slope) => slope * slope).map((s, i) => (learningRate * slopes[i]) / (Math.sqrt(s) + 1e-8));
    w = w.map((one, i) => one - steps[i]);
    rows.push([...w]);
  }
  return tf.tensor2d(rows);
}
