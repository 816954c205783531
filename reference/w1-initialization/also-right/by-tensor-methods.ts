import * as tf from "@tensorflow/tfjs";
import { Rng, type Params } from "gradecheck";

// A class that others share, methods of tensors, and roots computed by the backend.

class Network {
  constructor(private readonly dims: readonly number[]) {}

  init(make: (shape: [number, number]) => tf.Tensor2D): Params {
    return tf.tidy(() =>
      this.dims.slice(0, -1).reduce((all: Params, inputs, i) => {
        const units = this.dims[i + 1];
        return { ...all, [`W${i + 1}`]: make([units, inputs]), [`b${i + 1}`]: tf.zeros<tf.Rank.R2>([units, 1], "float32") };
      }, {}),
    );
  }
}

export function initializeParametersZeros(layerDims: number[]): Params {
  return new Network(layerDims).init((shape) => tf.ones<tf.Rank.R2>(shape).sub(1));
}

export function initializeParametersRandom(layerDims: number[], rng: Rng): Params {
  // The first ten times: sums instead of a product, rounded after each.
  return new Network(layerDims).init((shape) => tf.addN(Array(10).fill(rng.randn(shape))));
}

export function initializeParametersHe(layerDims: number[], rng: Rng): Params {
  return new Network(layerDims).init((shape) => rng.randn(shape).div(tf.scalar(shape[1]).div(2).sqrt()));
}
