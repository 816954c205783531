import type { Properties, Property, PropertyFacts } from "../catalog/property.ts";
import { tensorAt } from "../values/case-value.ts";
import type { TensorValue, Value } from "../values/value.ts";

/** Fewer draws say too little: with so many, the mean has a standard error of 1 % of the spread, the spread of 0.7 %. */
const enoughWeights = 10_000;

/** Share of the wanted spread by which mean and spread may be off. */
const spreadTolerance = 0.05;

type LayerTensors = {
  readonly units: number;
  readonly inputs: number;
  readonly W: TensorValue | undefined;
  readonly b: TensorValue | undefined;
};

const shapes: Property = {
  id: "shapes-chain",
  sentence: "Layer l must have Wl of shape [n_l, n_(l-1)] and bl of shape [n_l, 1], and there must be nothing else",
  holds: ({ args, actual }) => {
    const layers = layersOf(args, actual);
    const complete = layers.every(({ W, b, units, inputs }) => has(W, [units, inputs]) && has(b, [units, 1]));
    return complete && actual.kind === "record" && actual.entries.length === 2 * layers.length;
  },
};

const numbers: Property = {
  id: "float32",
  sentence: "Every tensor must be float32, biases too",
  holds: ({ args, actual }) =>
    layersOf(args, actual).every(({ W, b }) => W?.dtype === "float32" && b?.dtype === "float32"),
};

const zeroBiases: Property = {
  id: "biases-zero",
  sentence: "All biases must be zero",
  holds: ({ args, actual }) => layersOf(args, actual).every(({ b }) => b?.data.every((value) => value === 0)),
};

const zeroWeights: Property = {
  id: "weights-zero",
  sentence: "All weights must be zero",
  holds: ({ args, actual }) => layersOf(args, actual).every(({ W }) => W?.data.every((value) => value === 0)),
};

const differentUnits: Property = {
  id: "units-differ",
  sentence: "No two units of a layer may start with the same weights: they would stay the same for ever",
  holds: ({ args, actual }) =>
    layersOf(args, actual).every(({ W, units, inputs }) => {
      const rows = Array.from({ length: units }, (_, i) => W?.data.slice(i * inputs, (i + 1) * inputs).join());
      return new Set(rows).size === units;
    }),
};

/** The properties of the assignment, by exercise. */
export const properties: Properties = {
  initializeParametersZeros: [shapes, numbers, zeroWeights, zeroBiases],
  initializeParametersRandom: [
    shapes,
    numbers,
    zeroBiases,
    differentUnits,
    {
      id: "spread-ten",
      sentence: "In a layer of many weights, their mean must be close to 0 and their standard deviation close to 10",
      holds: (facts) => spreadsLike(facts, () => 10),
    },
  ],
  initializeParametersHe: [
    shapes,
    numbers,
    zeroBiases,
    differentUnits,
    {
      id: "spread-he",
      sentence:
        "In a layer of many weights, their mean must be close to 0 and their standard deviation close to sqrt(2 / n_(l-1))",
      holds: (facts) => spreadsLike(facts, (inputs) => Math.sqrt(2 / inputs)),
    },
  ],
};

function layersOf([layerDims]: readonly Value[], actual: Value): LayerTensors[] {
  const dims = layerDims?.kind === "array" ? [...layerDims.data] : [];
  return dims.slice(1).map((units, i) => ({
    units,
    inputs: dims[i] ?? 0,
    W: tensorAt(actual, `W${i + 1}`),
    b: tensorAt(actual, `b${i + 1}`),
  }));
}

function has(tensor: TensorValue | undefined, shape: readonly number[]): boolean {
  return tensor?.shape.length === shape.length && shape.every((extent, i) => tensor.shape[i] === extent);
}

function spreadsLike({ args, actual }: PropertyFacts, deviationOf: (inputs: number) => number): boolean {
  return layersOf(args, actual).every(({ W, inputs }) => {
    if (W === undefined) return false;
    if (W.data.length < enoughWeights) return true;
    const mean = average(W.data);
    const deviation = Math.sqrt(average(Float64Array.from(W.data, (value) => (value - mean) ** 2)));
    const wanted = deviationOf(inputs);
    const slack = spreadTolerance * wanted;
    return Math.abs(mean) <= slack && Math.abs(deviation - wanted) <= slack;
  });
}

function average(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}
