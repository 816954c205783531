import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";
import type { Activation, Scale } from "gradecheck/w1-vanishing-gradients";

// Nested arrays in float64 from the beginning to the end; tensors are made last.

type Rows = number[][];

const rows = (tensor: tf.Tensor): Rows => tensor.arraySync() as Rows;
const matrix = (values: Rows): tf.Tensor2D => tf.tensor2d(values, [values.length, values[0].length], "float32");

export function initializeDeep(layerDims: number[], scale: Scale, rng: Rng): Params {
  const parameters: Params = {};
  for (let l = 1; l < layerDims.length; l++) {
    let factor: number;
    switch (scale) {
      case "small":
        factor = 1 / 100;
        break;
      case "large":
        factor = 1;
        break;
      case "xavier":
        factor = layerDims[l - 1] ** -0.5;
        break;
      default:
        factor = (layerDims[l - 1] / 2) ** -0.5;
    }
    parameters[`W${l}`] = matrix(rows(rng.randn([layerDims[l], layerDims[l - 1]])).map((row) => row.map((z) => z * factor)));
    parameters[`b${l}`] = matrix(Array.from({ length: layerDims[l] }, () => [0]));
  }
  return parameters;
}

const times = (a: Rows, b: Rows): Rows =>
  a.map((row) => b[0].map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));
const turned = (a: Rows): Rows => a[0].map((_, j) => a.map((row) => row[j]));

function passThrough(X: Rows, parameters: Params, activation: Activation): Rows[] {
  const g = activation === "tanh" ? Math.tanh : (z: number) => (z > 0 ? z : 0);
  const all: Rows[] = [X];
  for (let l = 1; l <= Object.keys(parameters).length / 2; l++) {
    const b = rows(parameters["b" + l]);
    all.push(times(rows(parameters["W" + l]), all[l - 1]).map((row, i) => row.map((z) => g(z + b[i][0]))));
  }
  return all;
}

export function forwardDeep(X: tf.Tensor2D, parameters: Params, activation: Activation): tf.Tensor2D[] {
  return passThrough(rows(X), parameters, activation).slice(1).map(matrix);
}

export function activationStatistics(activations: tf.Tensor2D[]) {
  const layers = activations.map(rows);
  const average = (numbers: number[]) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const mean = layers.map((layer) => average(layer.flat()));
  return {
    dead: layers.map((layer) => layer.filter((row) => row.every((a) => !a)).length / layer.length),
    mean,
    std: layers.map((layer, l) => Math.sqrt(average(layer.flat().map((a) => (a - mean[l]) ** 2)))),
  };
}

export function gradientNorms(X: tf.Tensor2D, parameters: Params, activation: Activation): number[] {
  const A = passThrough(rows(X), parameters, activation);
  const L = A.length - 1;
  const m = X.shape[1];
  const norms: number[] = [];
  let dA = A[L].map((row) => row.map(() => 1));
  for (let l = L; l > 0; l--) {
    const dZ = dA.map((row, i) => row.map((d, j) => (activation === "tanh" ? d * (1 - A[l][i][j]) * (1 + A[l][i][j]) : A[l][i][j] > 0 ? d : 0)));
    // Divided by m at the very end.
    norms[l - 1] = Math.hypot(...times(dZ, turned(A[l - 1])).flat()) / m;
    dA = times(turned(rows(parameters["W" + l])), dZ);
  }
  return norms;
}

export function clipByValue(grads: Grads, limit: number): Grads {
  const out: Grads = {};
  for (const name in grads) out[name] = matrix(rows(grads[name]).map((row) => row.map((g) => Math.max(-limit, Math.min(limit, g)))));
  return out;
}

export function clipByGlobalNorm(grads: Grads, maxNorm: number) {
  let norm = 0;
  for (const gradient of Object.values(grads)) for (const g of rows(gradient).flat()) norm = Math.hypot(norm, g);
  const factor = norm === 0 ? 1 : Math.min(1, maxNorm / norm);
  return { norm, grads: Object.fromEntries(Object.entries(grads).map(([name, gradient]) => [name, matrix(rows(gradient).map((row) => row.map((g) => g * factor)))])) };
}
