import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
    const result: Params = {};
    for (const key of Object.keys(parameters)) {
        const delta = tf.mul(grads[`d${key}`], learningRate);
        result[key] = tf.sub(parameters[key], delta);
    }
    return result;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
    const m = X.shape[1];
    const permutation = rng.permutation(m);

    // how many batches are there?
    let start = 0;
    let count = 0;
    while (start < m) {
        count = count + 1;
    }

    const batches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
    for (let k = 0; k < count; k++) {
        const columns = permutation.slice(k * miniBatchSize, (k + 1) * miniBatchSize);
        batches.push({ X: tf.gather(X, columns, 1), Y: tf.gather(Y, columns, 1) });
    }
    return batches;
}

export function initializeVelocity(parameters: Params): Grads {
    const v: Grads = {};
    for (const key of Object.keys(parameters)) {
        v[`d${key}`] = tf.zeros(parameters[key].shape);
    }
    return v;
}

export function updateParametersWithMomentum(
    parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number,
) {
    const newV: Grads = {};
    for (const key of Object.keys(grads)) {
        newV[key] = tf.add(tf.mul(v[key], beta), tf.mul(grads[key], 1 - beta));
    }
    const newParameters = updateParametersWithGd(parameters, newV, learningRate);
    return { parameters: newParameters, v: newV };
}

export function initializeAdam(parameters: Params) {
    const v = initializeVelocity(parameters);
    const s = initializeVelocity(parameters);
    return { v, s };
}

export function updateParametersWithAdam(
    parameters: Params, grads: Grads, v: Grads, s: Grads, t: number,
    learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8,
) {
    const newV: Grads = {};
    const newS: Grads = {};
    const vCorrected: Grads = {};
    const sCorrected: Grads = {};
    const step: Grads = {};
    for (const key of Object.keys(grads)) {
        const g = grads[key];
        newV[key] = tf.add(tf.mul(v[key], beta1), tf.mul(g, 1 - beta1));
        newS[key] = tf.add(tf.mul(s[key], beta2), tf.mul(tf.mul(g, g), 1 - beta2));
        vCorrected[key] = tf.div(newV[key], 1 - Math.pow(beta1, t));
        sCorrected[key] = tf.div(newS[key], 1 - Math.pow(beta2, t));
        step[key] = tf.div(vCorrected[key], tf.add(tf.sqrt(sCorrected[key]), epsilon));
    }
    const newParameters = updateParametersWithGd(parameters, step, learningRate);
    return { parameters: newParameters, v: newV, s: newS, vCorrected, sCorrected };
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
    return learningRate0 / (1 + decayRate * epochNum);
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): number {
    return learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
}
