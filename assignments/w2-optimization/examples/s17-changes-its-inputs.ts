// I did this one in Python first and translated it
import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number) {
    const L = Math.floor(Object.keys(parameters).length / 2);

    for (let l = 1; l < L + 1; l++) {
        parameters["W" + l] = parameters["W" + l].sub(grads["dW" + l].mul(learningRate));
        parameters["b" + l] = parameters["b" + l].sub(grads["db" + l].mul(learningRate));
    }
    return parameters;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
    const m = X.shape[1];
    const mini_batches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];

    const permutation = rng.permutation(m);
    const shuffled_X = tf.gather(X, permutation, 1);
    const shuffled_Y = tf.gather(Y, permutation, 1);

    const inc = miniBatchSize;
    const num_complete_minibatches = Math.floor(m / miniBatchSize);
    for (let k = 0; k < num_complete_minibatches; k++) {
        const mini_batch_X = shuffled_X.slice([0, k * inc], [-1, inc]);
        const mini_batch_Y = shuffled_Y.slice([0, k * inc], [-1, inc]);
        mini_batches.push({ X: mini_batch_X, Y: mini_batch_Y });
    }
    if (m % miniBatchSize != 0) {
        const mini_batch_X = shuffled_X.slice([0, num_complete_minibatches * inc], [-1, m % inc]);
        const mini_batch_Y = shuffled_Y.slice([0, num_complete_minibatches * inc], [-1, m % inc]);
        mini_batches.push({ X: mini_batch_X, Y: mini_batch_Y });
    }
    return mini_batches;
}

export function initializeVelocity(parameters: Params) {
    const L = Math.floor(Object.keys(parameters).length / 2);
    const v: Grads = {};

    for (let l = 1; l < L + 1; l++) {
        v["dW" + l] = tf.zeros(parameters["W" + l].shape);
        v["db" + l] = tf.zeros(parameters["b" + l].shape);
    }
    return v;
}

export function updateParametersWithMomentum(parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number) {
    const L = Math.floor(Object.keys(parameters).length / 2);

    for (let l = 1; l < L + 1; l++) {
        v["dW" + l] = v["dW" + l].mul(beta).add(grads["dW" + l].mul(1 - beta));
        v["db" + l] = v["db" + l].mul(beta).add(grads["db" + l].mul(1 - beta));
        parameters["W" + l] = parameters["W" + l].sub(v["dW" + l].mul(learningRate));
        parameters["b" + l] = parameters["b" + l].sub(v["db" + l].mul(learningRate));
    }
    return { parameters, v };
}

export function initializeAdam(parameters: Params) {
    const L = Math.floor(Object.keys(parameters).length / 2);
    const v: Grads = {};
    const s: Grads = {};

    for (let l = 1; l < L + 1; l++) {
        v["dW" + l] = tf.zeros(parameters["W" + l].shape);
        v["db" + l] = tf.zeros(parameters["b" + l].shape);
        s["dW" + l] = tf.zeros(parameters["W" + l].shape);
        s["db" + l] = tf.zeros(parameters["b" + l].shape);
    }
    return { v, s };
}

export function updateParametersWithAdam(parameters: Params, grads: Grads, v: Grads, s: Grads, t: number,
    learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8) {
    const vCorrected: Grads = {};
    const sCorrected: Grads = {};

    for (const key of Object.keys(parameters)) {
        const d = "d" + key;
        v[d] = v[d].mul(beta1).add(grads[d].mul(1 - beta1));
        vCorrected[d] = v[d].div(1 - beta1 ** t);
        s[d] = s[d].mul(beta2).add(grads[d].square().mul(1 - beta2));
        sCorrected[d] = s[d].div(1 - beta2 ** t);
        parameters[key] = parameters[key].sub(vCorrected[d].div(sCorrected[d].sqrt().add(epsilon)).mul(learningRate));
    }
    return { parameters, v, s, vCorrected, sCorrected };
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number) {
    const learning_rate = (1 / (1 + decayRate * epochNum)) * learningRate0;
    return learning_rate;
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000) {
    const learning_rate = (1 / (1 + decayRate * Math.floor(epochNum / timeInterval))) * learningRate0;
    return learning_rate;
}
