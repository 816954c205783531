import * as tf from "@tensorflow/tfjs";
import { Grads, Params, Rng } from "gradecheck";

const { add, sub, mul, div, sqrt, square } = tf;

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
    const L = Object.keys(parameters).length / 2;
    const out: Params = {};
    for (let l = 1; l <= L; l++) {
        out["W" + l] = sub(parameters["W" + l], mul(grads["dW" + l], learningRate));
        out["b" + l] = sub(parameters["b" + l], mul(grads["db" + l], learningRate));
    }
    return out;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize: number = 64, rng: Rng) {
    const m = X.shape[1];
    const p = rng.permutation(m);
    const sx = tf.gather(X, p, 1);
    const sy = tf.gather(Y, p, 1);
    const out: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
    let k = 0;
    while (k < m) {
        const n = Math.min(miniBatchSize, m - k);
        out.push({ X: sx.slice([0, k], [-1, n]), Y: sy.slice([0, k], [-1, n]) });
        k += n;
    }
    return out;
}

export function initializeVelocity(parameters: Params): Grads {
    const L = Object.keys(parameters).length / 2;
    const v: Grads = {};
    for (let l = 1; l <= L; l++) {
        v["dW" + l] = tf.zerosLike(parameters["W" + l]);
        v["db" + l] = tf.zerosLike(parameters["b" + l]);
    }
    return v;
}

export function updateParametersWithMomentum(
    parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number,
) {
    const L = Object.keys(parameters).length / 2;
    const newV: Grads = {};
    for (let l = 1; l <= L; l++) {
        newV["dW" + l] = add(mul(v["dW" + l], beta), mul(grads["dW" + l], 1 - beta));
        newV["db" + l] = add(mul(v["db" + l], beta), mul(grads["db" + l], 1 - beta));
    }
    return { parameters: updateParametersWithGd(parameters, newV, learningRate), v: newV };
}

export function initializeAdam(parameters: Params) {
    const v = initializeVelocity(parameters);
    const s = initializeVelocity(parameters);
    return { v, s };
}

export function updateParametersWithAdam(
    parameters: Params, grads: Grads, v: Grads, s: Grads, t: number,
    learningRate: number = 0.01, beta1: number = 0.9, beta2: number = 0.999, epsilon: number = 1e-8,
) {
    const newV: Grads = {};
    const newS: Grads = {};
    const newParameters: Params = {};
    for (const key of Object.keys(grads)) {
        newV[key] = add(mul(v[key], beta1), mul(grads[key], 1 - beta1));
        newS[key] = add(mul(s[key], beta2), mul(square(grads[key]), 1 - beta2));
        const name = key.slice(1);
        newParameters[name] = sub(parameters[name], mul(div(newV[key], add(sqrt(newS[key]), epsilon)), learningRate));
    }
    // not sure what the corrected ones are for, it trains fine without
    return { parameters: newParameters, v: newV, s: newS, vCorrected: newV, sCorrected: newS };
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
    return learningRate0 / (1 + decayRate * epochNum);
}

export function scheduleLrDecay(
    learningRate0: number, epochNum: number, decayRate: number, timeInterval: number = 1000,
): number {
    return learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
}
