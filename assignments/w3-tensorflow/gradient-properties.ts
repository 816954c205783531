import type { Property, PropertyFacts } from "../catalog/property.ts";
import { memberOf, scalarOf } from "../values/case-value.ts";
import { float32Matrix, type Layer, type Matrix, readMatrix } from "../values/matrix.ts";
import { logitsOf, type Network, readNetwork, totalLoss } from "./network.ts";

type Batch = { readonly X: Matrix; readonly labels: Matrix };

/** Half the distance of the two points of a numerical gradient; activations keep further from their kinks. */
const epsilon = 1e-4;

/** Above this number of weights only the slope along the gradient is looked at, not every weight. */
const manyWeights = 1000;

const batchOf = ([X, labels]: PropertyFacts["args"]): Batch | undefined => {
  const batch = { X: readMatrix(X), labels: readMatrix(labels) };
  return batch.X === undefined || batch.labels === undefined ? undefined : { X: batch.X, labels: batch.labels };
};

const lossAt = (network: Network, { X, labels }: Batch): number => totalLoss(logitsOf(network, X), labels);

/** The network moved along a direction. */
const moved = (network: Network, direction: Network, step: number): Network =>
  network.map(({ W, b }, l) => {
    const along: Layer | undefined = direction[l];
    return { W: added(W, along?.W, step), b: added(b, along?.b, step) };
  });

const added = (matrix: Matrix, other: Matrix | undefined, step: number): Matrix => ({
  ...matrix,
  data: matrix.data.map((value, i) => value + step * (other?.data[i] ?? 0)),
});

/** The slope of the loss along a direction, by a difference of two losses. */
function slope(network: Network, batch: Batch, direction: Network): number {
  const difference =
    lossAt(moved(network, direction, epsilon), batch) - lossAt(moved(network, direction, -epsilon), batch);
  return difference / (2 * epsilon);
}

/** Directions in which one weight grows by 1, with the weight's own gradient. */
function* singleWeights(gradients: Network): Generator<{ direction: Network; gradient: number }> {
  const still = gradients.map(({ W, b }): Layer => ({ W: zeros(W), b: zeros(b) }));
  for (const [l, layer] of gradients.entries()) {
    for (const name of ["W", "b"] as const) {
      for (const [i, gradient] of layer[name].data.entries()) {
        const one = { ...zeros(layer[name]), data: layer[name].data.map((_, k) => Number(k === i)) };
        yield { direction: still.map((zero, k) => (k === l ? { ...zero, [name]: one } : zero)), gradient };
      }
    }
  }
}

const zeros = ({ rows, columns }: Matrix): Matrix => float32Matrix(rows, columns, new Float64Array(rows * columns));

const close = (actual: number, expected: number): boolean =>
  Math.abs(actual - expected) <= 1e-3 * (1 + Math.abs(expected));

function isGradient(network: Network, batch: Batch, gradients: Network): boolean {
  const sizes = gradients.map(({ W, b }) => W.data.length + b.data.length);
  if (sizes.reduce((sum, size) => sum + size, 0) <= manyWeights) {
    return [...singleWeights(gradients)].every(({ direction, gradient }) =>
      close(gradient, slope(network, batch, direction)),
    );
  }
  // Along the gradient, scaled to length 1, the loss climbs by the gradient's length.
  const squares = gradients.flatMap(({ W, b }) => [...W.data, ...b.data]).reduce((sum, g) => sum + g * g, 0);
  const length = Math.sqrt(squares);
  return length > 0 && close(length, slope(network, batch, moved(zeroNetwork(network), gradients, 1 / length)));
}

const zeroNetwork = (network: Network): Network => network.map(({ W, b }) => ({ W: zeros(W), b: zeros(b) }));

/** What holds of every right `gradientTape`. */
export const gradientProperties: readonly Property[] = [
  {
    id: "gradient-is-slope",
    sentence: "A gradient is the slope of the loss: it agrees with the difference of two losses nearby",
    holds: ({ args, actual }) => {
      const [batch, network] = [batchOf(args), readNetwork(args[2])];
      const gradients = readNetwork(memberOf(actual, "grads"), "d");
      if (batch === undefined || network === undefined) return true;
      return gradients !== undefined && isGradient(network, batch, gradients);
    },
  },
  {
    id: "gradient-loss-of-parameters",
    sentence: "The loss is that of the batch under the parameters that were passed in",
    holds: ({ args, actual }) => {
      const [batch, network] = [batchOf(args), readNetwork(args[2])];
      if (batch === undefined || network === undefined) return true;
      return close(scalarOf(memberOf(actual, "loss")) ?? Number.NaN, lossAt(network, batch));
    },
  },
];

/** What holds of every right `trainStep`. */
export const trainStepProperties: readonly Property[] = [
  {
    id: "step-changes-variables",
    sentence: "A training step changes the variables that it was given, all of them that have a gradient",
    holds: ({ args, actual }) => {
      const [before, after] = [readNetwork(args[2]), readNetwork(memberOf(actual, "parameters"))];
      if (before === undefined) return true;
      return after !== undefined && matrices(before).every((matrix, i) => isDifferent(matrix, matrices(after)[i]));
    },
  },
  {
    id: "step-lowers-loss",
    sentence: "A short step against the gradient lowers the loss of the batch it was taken on",
    holds: ({ args, actual }) => {
      const [batch, before] = [batchOf(args), readNetwork(args[2])];
      const after = readNetwork(memberOf(actual, "parameters"));
      if (batch === undefined || before === undefined) return true;
      return after !== undefined && lossAt(after, batch) < lossAt(before, batch);
    },
  },
];

const matrices = (network: Network): Matrix[] => network.flatMap(({ W, b }) => [W, b]);

const isDifferent = (one: Matrix, other: Matrix | undefined): boolean =>
  one.data.some((value, i) => value !== other?.data[i]);
