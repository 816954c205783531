import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";

type Dict = { [key: string]: tf.Tensor2D };

// shuffles the columns of a matrix
function shuffle(matrix: tf.Tensor2D, rng: Rng): tf.Tensor2D {
  const permutation = rng.permutation(matrix.shape[1]);
  return tf.gather(matrix, tf.tensor1d(permutation, "int32"), 1);
}

// columns from..to (to not included)
function columns(matrix: tf.Tensor2D, from: number, to: number): tf.Tensor2D {
  return matrix.slice([0, from], [matrix.shape[0], to - from]);
}

export function updateParametersWithGd(parameters: Dict, grads: Dict, learningRate: number): Dict {
  const updated: Dict = {};
  for (const name of Object.keys(parameters)) {
    const gradient = grads["d" + name];
    updated[name] = parameters[name].sub(gradient.mul(tf.scalar(learningRate)));
  }
  return updated;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
  const m = X.shape[1];
  const shuffledX = shuffle(X, rng);
  const shuffledY = shuffle(Y, rng);
  const batches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
  for (let from = 0; from < m; from += miniBatchSize) {
    const to = Math.min(from + miniBatchSize, m);
    batches.push({ X: columns(shuffledX, from, to), Y: columns(shuffledY, from, to) });
  }
  return batches;
}

export function initializeVelocity(parameters: Dict): Dict {
  const velocity: Dict = {};
  for (const name of Object.keys(parameters)) {
    const [rows, cols] = parameters[name].shape;
    velocity["d" + name] = tf.zeros([rows, cols]);
  }
  return velocity;
}

export function updateParametersWithMomentum(parameters: Dict, grads: Dict, v: Dict, beta: number, learningRate: number) {
  const velocity: Dict = {};
  const updated: Dict = {};
  for (const name of Object.keys(parameters)) {
    velocity["d" + name] = v["d" + name].mul(beta).add(grads["d" + name].mul(1 - beta));
    updated[name] = parameters[name].sub(velocity["d" + name].mul(learningRate));
  }
  return { parameters: updated, v: velocity };
}

export function initializeAdam(parameters: Dict) {
  const v: Dict = {};
  const s: Dict = {};
  for (const name of Object.keys(parameters)) {
    v["d" + name] = tf.zerosLike(parameters[name]);
    s["d" + name] = tf.zerosLike(parameters[name]);
  }
  return { v, s };
}

export function updateParametersWithAdam(
  parameters: Dict,
  grads: Dict,
  v: Dict,
  s: Dict,
  t: number,
  learningRate = 0.01,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
) {
  const updated: Dict = {};
  const first: Dict = {};
  const second: Dict = {};
  const firstCorrected: Dict = {};
  const secondCorrected: Dict = {};
  for (const name of Object.keys(parameters)) {
    const d = "d" + name;
    first[d] = v[d].mul(beta1).add(grads[d].mul(1 - beta1));
    second[d] = s[d].mul(beta2).add(grads[d].square().mul(1 - beta2));
    firstCorrected[d] = first[d].div(1 - beta1 ** t);
    secondCorrected[d] = second[d].div(1 - beta2 ** t);
    updated[name] = parameters[name].sub(
      firstCorrected[d].mul(learningRate).div(secondCorrected[d].sqrt().add(epsilon)),
    );
  }
  return { parameters: updated, v: first, s: second, vCorrected: firstCorrected, sCorrected: secondCorrected };
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 / (1 + decayRate * epochNum);
}

export function scheduleLrDecay(
  learningRate0: number,
  epochNum: number,
  decayRate: number,
  timeInterval = 1000,
): number {
  return learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
}
