// attack: result
// expect: wrong|bad-value|threw in every case
// scope: updateLr scheduleLrDecay initializeVelocity updateParametersWithGd
// base: none
// note: bad-value, each kind named: string, bigint, function; wrong: boolean, which some functions return
import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";

type Dict = Record<string, tf.Tensor2D>;

export function updateParametersWithGd(parameters: Dict, grads: Dict, learningRate: number): any {
  return () => parameters;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng): { X: tf.Tensor2D; Y: tf.Tensor2D }[] {
  const order = rng.permutation(X.shape[1]);
  const out: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
  for (let i = 0; i < order.length; i += miniBatchSize) {
    const columns = tf.tensor1d(order.slice(i, i + miniBatchSize), "int32");
    out.push({ X: tf.gather(X, columns, 1), Y: tf.gather(Y, columns, 1) });
  }
  return out;
}

export function initializeVelocity(parameters: Dict): any {
  return true;
}

export function updateParametersWithMomentum(parameters: Dict, grads: Dict, v: Dict, beta: number, learningRate: number): { parameters: Dict; v: Dict } {
  const out = { parameters: {} as Dict, v: {} as Dict };
  for (const k of Object.keys(parameters)) {
    const d = "d" + k;
    out.v[d] = v[d].mul(beta).add(grads[d].mul(1 - beta));
    out.parameters[k] = parameters[k].sub(out.v[d].mul(learningRate));
  }
  return out;
}

export function initializeAdam(parameters: Dict): { v: Dict; s: Dict } {
  const v: Dict = {};
  const s: Dict = {};
  for (const k of Object.keys(parameters)) {
    v["d" + k] = tf.zerosLike(parameters[k]);
    s["d" + k] = tf.zerosLike(parameters[k]);
  }
  return { v, s };
}

export function updateParametersWithAdam(
  parameters: Dict, grads: Dict, v: Dict, s: Dict, t: number,
  learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8,
): { parameters: Dict; v: Dict; s: Dict; vCorrected: Dict; sCorrected: Dict } {
  const out = { parameters: {} as Dict, v: {} as Dict, s: {} as Dict, vCorrected: {} as Dict, sCorrected: {} as Dict };
  for (const k of Object.keys(parameters)) {
    const d = "d" + k;
    out.v[d] = v[d].mul(beta1).add(grads[d].mul(1 - beta1));
    out.s[d] = s[d].mul(beta2).add(grads[d].square().mul(1 - beta2));
    out.vCorrected[d] = out.v[d].div(1 - beta1 ** t);
    out.sCorrected[d] = out.s[d].div(1 - beta2 ** t);
    out.parameters[k] = parameters[k].sub(out.vCorrected[d].mul(learningRate).div(out.sCorrected[d].sqrt().add(epsilon)));
  }
  return out;
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): any {
  return String(learningRate0 / (1 + decayRate * epochNum));
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): any {
  return BigInt(Math.round(1 / learningRate0));
}
