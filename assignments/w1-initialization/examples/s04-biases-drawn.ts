import * as tf from "@tensorflow/tfjs";
import type { Params, Rng } from "gradecheck";

const build = (layerDims: number[], make: (rows: number, columns: number, inputs: number) => tf.Tensor2D): Params => {
  const parameters: Params = {};
  layerDims.slice(1).forEach((units, i) => {
    parameters[`W${i + 1}`] = make(units, layerDims[i], layerDims[i]);
    parameters[`b${i + 1}`] = make(units, 1, layerDims[i]);
  });
  return parameters;
};

export const initializeParametersZeros = (layerDims: number[]) =>
  build(layerDims, (rows, columns) => tf.zeros([rows, columns]));

export const initializeParametersRandom = (layerDims: number[], rng: Rng) =>
  build(layerDims, (rows, columns) => rng.randn<tf.Rank.R2>([rows, columns]).mul(10));

export const initializeParametersHe = (layerDims: number[], rng: Rng) =>
  build(layerDims, (rows, columns, inputs) => rng.randn<tf.Rank.R2>([rows, columns]).mul(Math.sqrt(2 / inputs)));
