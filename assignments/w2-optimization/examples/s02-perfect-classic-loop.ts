// Week 2 programming assignment
import * as tf from '@tensorflow/tfjs';
import type { Grads, Params, Rng } from 'gradecheck';

// EXERCISE 1
export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
    const L = Object.keys(parameters).length / 2; // number of layers
    const updated: Params = {};

    for (let l = 1; l <= L; l++) {
        updated[`W${l}`] = tf.sub(parameters[`W${l}`], tf.mul(learningRate, grads[`dW${l}`]));
        updated[`b${l}`] = tf.sub(parameters[`b${l}`], tf.mul(learningRate, grads[`db${l}`]));
    }

    return updated;
}

// EXERCISE 2
export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
    const m = X.shape[1]; // number of examples
    const miniBatches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];

    // Step 1: shuffle
    const permutation = tf.tensor1d(rng.permutation(m), 'int32');
    const shuffledX = tf.gather(X, permutation, 1);
    const shuffledY = tf.gather(Y, permutation, 1);

    // Step 2: full mini-batches
    const numComplete = Math.floor(m / miniBatchSize);
    for (let k = 0; k < numComplete; k++) {
        miniBatches.push({
            X: tf.slice(shuffledX, [0, k * miniBatchSize], [X.shape[0], miniBatchSize]),
            Y: tf.slice(shuffledY, [0, k * miniBatchSize], [Y.shape[0], miniBatchSize]),
        });
    }

    // Step 3: what is left over
    if (m % miniBatchSize !== 0) {
        const begin = numComplete * miniBatchSize;
        miniBatches.push({
            X: tf.slice(shuffledX, [0, begin], [X.shape[0], m - begin]),
            Y: tf.slice(shuffledY, [0, begin], [Y.shape[0], m - begin]),
        });
    }

    return miniBatches;
}

// EXERCISE 3
export function initializeVelocity(parameters: Params): Grads {
    const L = Object.keys(parameters).length / 2;
    const v: Grads = {};

    for (let l = 1; l <= L; l++) {
        v[`dW${l}`] = tf.zeros(parameters[`W${l}`].shape);
        v[`db${l}`] = tf.zeros(parameters[`b${l}`].shape);
    }

    return v;
}

// EXERCISE 4
export function updateParametersWithMomentum(
    parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number,
) {
    const L = Object.keys(parameters).length / 2;
    const newParameters: Params = {};
    const newV: Grads = {};

    for (let l = 1; l <= L; l++) {
        newV[`dW${l}`] = tf.add(tf.mul(beta, v[`dW${l}`]), tf.mul(1 - beta, grads[`dW${l}`]));
        newV[`db${l}`] = tf.add(tf.mul(beta, v[`db${l}`]), tf.mul(1 - beta, grads[`db${l}`]));
        newParameters[`W${l}`] = tf.sub(parameters[`W${l}`], tf.mul(learningRate, newV[`dW${l}`]));
        newParameters[`b${l}`] = tf.sub(parameters[`b${l}`], tf.mul(learningRate, newV[`db${l}`]));
    }

    return { parameters: newParameters, v: newV };
}

// EXERCISE 5
export function initializeAdam(parameters: Params) {
    const L = Object.keys(parameters).length / 2;
    const v: Grads = {};
    const s: Grads = {};

    for (let l = 1; l <= L; l++) {
        v[`dW${l}`] = tf.zeros(parameters[`W${l}`].shape);
        v[`db${l}`] = tf.zeros(parameters[`b${l}`].shape);
        s[`dW${l}`] = tf.zeros(parameters[`W${l}`].shape);
        s[`db${l}`] = tf.zeros(parameters[`b${l}`].shape);
    }

    return { v, s };
}

// EXERCISE 6
export function updateParametersWithAdam(
    parameters: Params, grads: Grads, v: Grads, s: Grads, t: number,
    learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8,
) {
    const L = Object.keys(parameters).length / 2;
    const newParameters: Params = {};
    const newV: Grads = {};
    const newS: Grads = {};
    const vCorrected: Grads = {};
    const sCorrected: Grads = {};

    for (let l = 1; l <= L; l++) {
        for (const kind of ['W', 'b']) {
            const key = `${kind}${l}`;
            const dkey = `d${key}`;
            const g = grads[dkey];

            // moving average of the gradients
            newV[dkey] = tf.add(tf.mul(beta1, v[dkey]), tf.mul(1 - beta1, g));
            vCorrected[dkey] = tf.div(newV[dkey], 1 - Math.pow(beta1, t));

            // moving average of the squared gradients
            newS[dkey] = tf.add(tf.mul(beta2, s[dkey]), tf.mul(1 - beta2, tf.square(g)));
            sCorrected[dkey] = tf.div(newS[dkey], 1 - Math.pow(beta2, t));

            const ratio: tf.Tensor2D = tf.div(vCorrected[dkey], tf.add(tf.sqrt(sCorrected[dkey]), epsilon));
            newParameters[key] = tf.sub(parameters[key], tf.mul(learningRate, ratio));
        }
    }

    return { parameters: newParameters, v: newV, s: newS, vCorrected, sCorrected };
}

// EXERCISE 7
export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
    return (1 / (1 + decayRate * epochNum)) * learningRate0;
}

// EXERCISE 8
export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): number {
    return (1 / (1 + decayRate * Math.floor(epochNum / timeInterval))) * learningRate0;
}
