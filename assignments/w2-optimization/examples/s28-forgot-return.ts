import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

export const updateParametersWithGd = (parameters: Params, grads: Grads, learningRate: number) => {
  return Object.keys(parameters).reduce((all: Grads, key): Grads => {
    return { ...all, [key]: parameters[key].sub(grads["d" + key].mul(learningRate)) };
  }, {});
};

export const randomMiniBatches = (X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) => {
  const order = rng.permutation(X.shape[1]);
  const starts = order.map((_, i) => i).filter((i) => i % miniBatchSize === 0);
  return starts.map((i) => {
    const columns = order.slice(i, i + miniBatchSize);
    return { X: X.gather(columns, 1), Y: Y.gather(columns, 1) };
  });
};

export const initializeVelocity = (parameters: Params) => {
  Object.keys(parameters).reduce((all: Grads, key): Grads => {
    return { ...all, ["d" + key]: tf.zerosLike(parameters[key]) };
  }, {});
};

export const updateParametersWithMomentum = (
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
) => {
  const velocity = Object.keys(grads).reduce((all: Grads, key): Grads => {
    return { ...all, [key]: v[key].mul(beta).add(grads[key].mul(1 - beta)) };
  }, {});
  return { parameters: updateParametersWithGd(parameters, velocity, learningRate), v: velocity };
};

export const initializeAdam = (parameters: Params) => {
  const zeros = () =>
    Object.keys(parameters).reduce((all: Grads, key): Grads => {
      return { ...all, ["d" + key]: tf.zerosLike(parameters[key]) };
    }, {});
  return { v: zeros(), s: zeros() };
};

export const updateParametersWithAdam = (
  parameters: Params,
  grads: Grads,
  v: Grads,
  s: Grads,
  t: number,
  learningRate = 0.01,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
) => {
  const each = (f: (key: string) => tf.Tensor2D) =>
    Object.keys(grads).reduce<Grads>((all, key) => ({ ...all, [key]: f(key) }), {});
  const newV = each((key) => v[key].mul(beta1).add(grads[key].mul(1 - beta1)));
  const newS = each((key) => s[key].mul(beta2).add(grads[key].square().mul(1 - beta2)));
  const vCorrected = each((key) => newV[key].div(1 - beta1 ** t));
  const sCorrected = each((key) => newS[key].div(1 - beta2 ** t));
  const direction = each((key) => vCorrected[key].div(sCorrected[key].sqrt().add(epsilon)));
  return {
    parameters: updateParametersWithGd(parameters, direction, learningRate),
    v: newV,
    s: newS,
    vCorrected,
    sCorrected,
  };
};

export const updateLr = (learningRate0: number, epochNum: number, decayRate: number) => {
  return learningRate0 / (1 + decayRate * epochNum);
};

export const scheduleLrDecay = (learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000) => {
  learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
};
