import * as tf from "@tensorflow/tfjs";
import { Rng, Params, Grads } from "gradecheck";

interface MiniBatch {
	X: tf.Tensor2D;
	Y: tf.Tensor2D;
}

function layerCount(parameters: Params): number {
	let n = 0;
	while (`W${n + 1}` in parameters) n++;
	return n;
}

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
	const next: Params = { ...parameters };
	for (let i = layerCount(parameters); i >= 1; i--) {
		next["W" + i] = parameters["W" + i].sub(grads["dW" + i].mul(learningRate));
		next["b" + i] = parameters["b" + i].sub(grads["db" + i].mul(learningRate));
	}
	return next;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize: number | undefined, rng: Rng): MiniBatch[] {
	const size = miniBatchSize ?? 64;
	const m = X.shape[1];
	// Rows are easier to cut than columns: transpose, shuffle the rows, split, transpose back.
	const order = tf.tensor1d(rng.permutation(m), "int32");
	const rowsX = X.transpose().gather(order);
	const rowsY = Y.transpose().gather(order);
	const lengths: number[] = [];
	for (let left = m; left > 0; left -= size) lengths.push(Math.min(size, left));
	const partsX = tf.split(rowsX, lengths, 0);
	const partsY = tf.split(rowsY, lengths, 0);
	return partsX.map((part, k) => ({
		X: part.transpose() as tf.Tensor2D,
		Y: partsY[k].transpose() as tf.Tensor2D,
	}));
}

export function initializeVelocity(parameters: Params): Grads {
	const v: Grads = {};
	for (let i = 1; i <= layerCount(parameters); i++) {
		v["dW" + i] = tf.zeros(parameters["W" + i].shape);
		v["db" + i] = tf.zeros(parameters["b" + i].shape);
	}
	return v;
}

export function updateParametersWithMomentum(parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number) {
	const newParameters: Params = {};
	const newV: Grads = {};
	for (const key of Object.keys(parameters)) {
		const old = v["d" + key];
		// beta * v + (1 - beta) * g, rearranged
		newV["d" + key] = old.add(grads["d" + key].sub(old).mul(1 - beta));
		newParameters[key] = parameters[key].sub(newV["d" + key].mul(learningRate));
	}
	return { parameters: newParameters, v: newV };
}

export function initializeAdam(parameters: Params): { v: Grads; s: Grads } {
	const v: Grads = {};
	const s: Grads = {};
	for (const key of Object.keys(parameters)) {
		v["d" + key] = tf.zerosLike(parameters[key]);
		s["d" + key] = tf.zerosLike(parameters[key]);
	}
	return { v, s };
}

export function updateParametersWithAdam(
	parameters: Params,
	grads: Grads,
	v: Grads,
	s: Grads,
	t: number,
	learningRate: number = 0.01,
	beta1: number = 0.9,
	beta2: number = 0.999,
	epsilon: number = 1e-8,
) {
	const biasCorrection1 = 1 - Math.pow(beta1, t);
	const biasCorrection2 = 1 - Math.pow(beta2, t);
	const newParameters: Params = {};
	const newV: Grads = {};
	const newS: Grads = {};
	const vCorrected: Grads = {};
	const sCorrected: Grads = {};
	for (const key of Object.keys(parameters)) {
		const d = "d" + key;
		newV[d] = v[d].mul(beta1).add(grads[d].mul(1 - beta1));
		newS[d] = s[d].mul(beta2).add(grads[d].pow(2).mul(1 - beta2));
		vCorrected[d] = newV[d].div(biasCorrection1);
		sCorrected[d] = newS[d].div(biasCorrection2);
		const update = vCorrected[d].mul(learningRate).div(sCorrected[d].sqrt().add(epsilon));
		newParameters[key] = parameters[key].sub(update);
	}
	return { parameters: newParameters, v: newV, s: newS, vCorrected: vCorrected, sCorrected: sCorrected };
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
	const denominator = 1 + decayRate * epochNum;
	return learningRate0 / denominator;
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval: number = 1000): number {
	const denominator = 1 + decayRate * Math.floor(epochNum / timeInterval);
	return learningRate0 / denominator;
}
