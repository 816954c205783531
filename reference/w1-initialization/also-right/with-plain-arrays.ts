import * as tf from "@tensorflow/tfjs";
import type { Params, Rng } from "gradecheck";

// Everything as nested arrays, in float64; tensors are made at the very end.

type Rows = number[][];

function build(layerDims: number[], weights: (units: number, inputs: number) => Rows): Params {
  const parameters: Params = {};
  for (let l = 1; l < layerDims.length; l++) {
    const units = layerDims[l];
    parameters["W" + l] = tf.tensor2d(weights(units, layerDims[l - 1]), [units, layerDims[l - 1]], "float32");
    const column: Rows = [];
    while (column.length < units) column.push([0]);
    parameters["b" + l] = tf.tensor2d(column);
  }
  return parameters;
}

const drawn = (rng: Rng, units: number, inputs: number): Rows => {
  const draws = rng.randn([units, inputs]);
  const rows = draws.arraySync() as Rows;
  draws.dispose();
  return rows;
};

export const initializeParametersZeros = (layerDims: number[]): Params =>
  build(layerDims, (units, inputs) => Array.from({ length: units }, () => new Array(inputs).fill(0)));

export const initializeParametersRandom = (layerDims: number[], rng: Rng): Params =>
  build(layerDims, (units, inputs) => drawn(rng, units, inputs).map((row) => row.map((z) => z * 10)));

export const initializeParametersHe = (layerDims: number[], rng: Rng): Params =>
  build(layerDims, (units, inputs) => {
    // The variance as a quotient of roots: other last digits.
    const deviation = Math.SQRT2 / Math.sqrt(inputs);
    return drawn(rng, units, inputs).map((row) => row.map((z) => deviation * z));
  });
