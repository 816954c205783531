import { Cache, Grads, Matrix, Params, dictionaryToVector, forwardPropagationN, gradientsToVector, vectorToDictionary } from "gradecheck/w1-gradient-checking";

const length = (v: number[]) => Math.hypot(...v);
const difference = (g: number[], a: number[]) => length(g.map((value, i) => value - a[i])) / (length(g) + length(a));

export const forwardPropagation = (x: number, theta: number) => x * theta;

export const backwardPropagation = (x: number, _theta: number) => x;

export const gradientCheck = async (x: number, theta: number, epsilon: number = 1e-7) => {
	const up = forwardPropagation(x, theta + epsilon);
	const down = forwardPropagation(x, theta - epsilon);
	return difference([backwardPropagation(x, theta)], [(up - down) / epsilon / 2]);
};

export const gradientCheckN = async (parameters: Params, gradients: Grads, X: Matrix, Y: Matrix, epsilon: number = 1e-7) => {
	const theta = dictionaryToVector(parameters);
	const approx = theta.map((start, i) => {
		// one vector of its own, moved up and then down again
		const moving = theta.slice();
		moving[i] = start + epsilon;
		const up = forwardPropagationN(X, Y, vectorToDictionary(moving)).cost;
		moving[i] = start - epsilon;
		const down = forwardPropagationN(X, Y, vectorToDictionary(moving)).cost;
		return (up - down) / epsilon / 2;
	});
	return difference(gradientsToVector(gradients), approx);
};

export const backwardPropagationN = async (X: Matrix, Y: Matrix, cache: Cache): Promise<Grads> => {
	const grads: Grads = {};
	const activations = [X, cache.A1, cache.A2];
	const m = X[0].length;
	// the error of the output; every column is one example
	let dZ = cache.A3.map((row, i) => row.map((a, j) => a - Y[i][j]));
	for (let l = 3; l >= 1; l--) {
		const before = activations[l - 1];
		grads["dZ" + l] = dZ;
		grads["dW" + l] = dZ.map((d) => before.map((a) => d.reduce((sum, value, j) => sum + (value * a[j]) / m, 0)));
		grads["db" + l] = dZ.map((d) => [d.reduce((sum, value) => sum + value / m, 0)]);
		if (l === 1) break;
		const W = cache["W" + l];
		const dA = before.map((_, k) => dZ[0].map((_, j) => W.reduce((sum, row, i) => sum + row[k] * dZ[i][j], 0)));
		grads["dA" + (l - 1)] = dA;
		dZ = dA.map((row, k) => row.map((d, j) => d * (before[k][j] > 0 ? 1 : 0)));
	}
	return grads;
};
