import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";

// Promises; all in float32, scalars too; slopes by automatic differentiation; dictionaries by their layers.

const keysOf = (parameters: Params): string[] =>
  Array.from({ length: Object.keys(parameters).length / 2 }, (_, l) => [`W${l + 1}`, `b${l + 1}`]).flat();

export async function exponentiallyWeightedAverage(values: tf.Tensor1D, beta: number, biasCorrection = true) {
  return tf.tidy(() => {
    const [past, present] = [tf.scalar(beta), tf.sub(1, tf.scalar(beta))];
    let v: tf.Tensor = tf.scalar(0);
    const all = values.unstack().map((value, i) => {
      v = v.mul(past).add(value.mul(present));
      return biasCorrection ? v.div(tf.sub(1, past.pow(i + 1))) : v;
    });
    return tf.stack(all) as tf.Tensor1D;
  });
}

export async function initializeRmsprop(parameters: Params) {
  const s: Grads = {};
  for (const key of keysOf(parameters)) s["d" + key] = parameters[key].sub(parameters[key]);
  return s;
}

export async function updateParametersWithRmsprop(
  parameters: Params,
  grads: Grads,
  s: Grads,
  learningRate?: number,
  beta2?: number,
  epsilon?: number,
) {
  const [rate, decay, tiny] = [tf.scalar(learningRate ?? 0.01), tf.scalar(beta2 ?? 0.9), tf.scalar(epsilon ?? 1e-8)];
  const out: { parameters: Params; s: Grads } = { s: {}, parameters: {} };
  for (const key of keysOf(parameters)) {
    const g = grads["d" + key];
    out.s["d" + key] = s["d" + key].mul(decay).add(tf.onesLike(decay).sub(decay).mul(g.square()));
    out.parameters[key] = parameters[key].sub(g.div(out.s["d" + key].sqrt().add(tiny)).mul(rate));
  }
  return out;
}

export async function exponentialDecay(learningRate0: number, epochNum: number, base = 0.95) {
  return tf.scalar(base).pow(tf.scalar(epochNum)).mul(learningRate0);
}

export async function inverseSqrtDecay(learningRate0: number, epochNum: number, k = 1) {
  if (!epochNum) return tf.scalar(learningRate0);
  return tf.scalar(epochNum).rsqrt().mul(k).mul(learningRate0);
}

export async function staircaseDecay(learningRate0: number, epochNum: number, interval: number, factor = 0.5) {
  return tf.scalar(factor).pow(tf.scalar(epochNum).div(interval).floor()).mul(learningRate0);
}

export async function descendSaddle(
  start: tf.Tensor1D,
  method: "gd" | "momentum" | "rmsprop",
  numSteps: number,
  learningRate: number,
  beta = 0.9,
) {
  const f = (w: tf.Tensor) => {
    const [w1, w2] = w.unstack();
    return w1.square().sub(w2.square()).add(w2.pow(4).div(4)) as tf.Scalar;
  };
  const slope = tf.grad(f);
  const path: tf.Tensor[] = [start];
  let [v, s]: tf.Tensor[] = [tf.zerosLike(start), tf.zerosLike(start)];
  for (let i = 0; i < numSteps; i++) {
    const g = slope(path[i]);
    v = v.mul(beta).add(g.mul(1 - beta));
    s = s.mul(beta).add(g.square().mul(1 - beta));
    const direction = method === "gd" ? g : method === "momentum" ? v : g.div(s.sqrt().add(1e-8));
    path.push(path[i].sub(direction.mul(learningRate)));
  }
  return tf.stack(path);
}
