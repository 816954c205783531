import { fill, mul, tensor, zerosLike, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Params, Rng } from "gradecheck";

// Promises, keys in another order, shapes taken from neighbours by destructuring.

type Draw = (shape: [number, number]) => Promise<Tensor2D>;

async function initialize([inputs, ...widths]: number[], draw: Draw): Promise<Params> {
  const entries: [string, Tensor2D][] = [];
  let previous = inputs;
  let layer = 0;
  for (const width of widths) {
    layer += 1;
    entries.unshift([`b${layer}`, fill([width, 1], 0)]);
    entries.unshift([`W${layer}`, await draw([width, previous])]);
    previous = width;
  }
  return Object.fromEntries(entries);
}

export async function initializeParametersZeros(layerDims: number[]) {
  return initialize(layerDims, async (shape) => zerosLike(fill(shape, 7)));
}

export async function initializeParametersRandom(layerDims: number[], rng: Rng) {
  return initialize(layerDims, async (shape) => {
    const draws = await rng.randn(shape).data();
    return tensor(Float32Array.from(draws, (z) => 10 * z), shape);
  });
}

export async function initializeParametersHe(layerDims: number[], rng: Rng) {
  return initialize(layerDims, async (shape) => mul(rng.randn(shape), (2 / shape[1]) ** 0.5));
}
