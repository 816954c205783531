import { type Matrix, mapMatrix, matrixOf, multiply, transpose } from "../../../assignments/values/matrix.ts";
import { RandomState } from "../../../assignments/values/random-state.ts";
import type { Activation, Scale } from "../../../assignments/w1-vanishing-gradients/contract.ts";
import { dashes, type Picture, type Pictures, type Say } from "../../pictures/picture.ts";
import { clippingPicture } from "./clipping-picture.ts";

const depth = 10;
const width = 100;
const examples = 60;
const scales: readonly Scale[] = ["small", "large", "xavier", "he"];
const activations: readonly Activation[] = ["tanh", "relu"];

const factors: Readonly<Record<Scale, number>> = {
  small: 0.01,
  large: 1,
  xavier: Math.sqrt(1 / width),
  he: Math.sqrt(2 / width),
};

/** One point of a line: what a network of this scale and activation has in this layer. */
type Point = { readonly activation: Activation; readonly scale: Scale; readonly layer: number; readonly value: number };

/** What each layer of a network keeps. */
type Kept = { readonly W: Matrix; readonly entered: Matrix; readonly A: Matrix };

const draw = (random: RandomState, rows: number, columns: number, scale: number): Matrix => {
  const draws = random.randn(rows * columns);
  return matrixOf(rows, columns, (i, j) => scale * (draws[i * columns + j] ?? 0));
};

/** The same draws for every scale, and no biases. */
function pass(activation: Activation, scale: Scale): Kept[] {
  const random = new RandomState(4);
  const kept: Kept[] = [];
  let entered = draw(random, width, examples, 1);
  for (let l = 0; l < depth; l++) {
    const W = draw(random, width, width, factors[scale]);
    const A = mapMatrix(multiply(W, entered), (z) => (activation === "tanh" ? Math.tanh(z) : Math.max(z, 0)));
    kept.push({ W, entered, A });
    entered = A;
  }
  return kept;
}

const rootMeanSquare = ({ data }: Matrix, from = 0): number =>
  Math.sqrt(data.reduce((sum, value) => sum + (value - from) ** 2, 0) / data.length);

const spread = (matrix: Matrix): number =>
  rootMeanSquare(matrix, matrix.data.reduce((sum, value) => sum + value, 0) / matrix.data.length);

/** Norms of the gradients of the mean over examples of the sum of the last activations, the first layer first. */
function norms(activation: Activation, kept: readonly Kept[]): number[] {
  const found: number[] = [];
  let dA: Matrix | undefined;
  for (const { W, entered, A } of kept.toReversed()) {
    const above = dA ?? mapMatrix(A, () => 1 / examples);
    const dZ = mapMatrix(A, (a, i, j) => {
      const slope = activation === "tanh" ? 1 - a * a : a > 0 ? 1 : 0;
      return slope * (above.data[i * examples + j] ?? 0);
    });
    const dW = multiply(dZ, transpose(entered));
    found.unshift(rootMeanSquare(dW) * Math.sqrt(dW.data.length));
    dA = multiply(transpose(W), dZ);
  }
  return found;
}

/** Four digits: what is drawn does not depend on the last ones. */
const points = (measure: (activation: Activation, kept: readonly Kept[]) => number[]): Point[] =>
  activations.flatMap((activation) =>
    scales.flatMap((scale) =>
      measure(activation, pass(activation, scale)).map((value, l) => ({
        activation,
        scale,
        layer: l + 1,
        value: Number(value.toPrecision(4)),
      })),
    ),
  );

const legend = { symbolType: "stroke", symbolSize: 500, symbolStrokeWidth: 2 };

/** Two panels, one for each activation, with a line for each scale over the layers. */
const overLayers =
  (values: readonly Point[], title: (say: Say) => string): Picture =>
  (say) => ({
    data: { values: [...values] },
    facet: { column: { field: "activation", type: "nominal", sort: [...activations], title: null } },
    spec: {
      width: 250,
      height: 220,
      mark: { type: "line", strokeWidth: 2 },
      encoding: {
        x: {
          field: "layer",
          type: "quantitative",
          title: say("layer", "Schicht"),
          axis: { tickMinStep: 1, grid: false },
        },
        y: {
          field: "value",
          type: "quantitative",
          scale: { type: "log" },
          title: title(say),
          axis: { tickCount: 6, format: ".0e" },
        },
        color: { field: "scale", type: "nominal", sort: [...scales], title: say("weights", "Gewichte"), legend },
        strokeDash: {
          field: "scale",
          type: "nominal",
          sort: [...scales],
          scale: { range: dashes.map((dash) => [...dash]) },
          legend,
        },
      },
    },
    resolve: { scale: { y: "independent" } },
  });

/** The pictures of the handout of `w1-vanishing-gradients`. */
export const pictures: Pictures = {
  "activations-through-depth": overLayers(
    points((_, kept) => kept.map(({ A }) => spread(A))),
    (say) => say("standard deviation of A", "Standardabweichung von A"),
  ),
  "gradients-through-depth": overLayers(points(norms), (say) => say("norm of dW", "Norm von dW")),
  clipping: clippingPicture,
};
