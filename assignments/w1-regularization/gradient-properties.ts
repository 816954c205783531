import type { Property, PropertyFacts } from "../catalog/property.ts";
import { at, type Layer, type Matrix, mapMatrix, matrixAt, readMatrix, sameShape } from "../values/matrix.ts";
import { crossEntropy, type Dropout, forwardPass, isClose, layersIn, squaredWeightsPenalty } from "./network.ts";

/** Half the distance between the two costs of a numerical derivative: small beside relu's margin, large in float64. */
const step = 1e-6;

/** A pre-activation nearer to 0 than this has no derivative to compare with. */
const corner = 1e-5;

type Problem = {
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly layers: readonly Layer[];
  readonly lambd: number;
  readonly dropout: Dropout | undefined;
};

const biasesUnpenalized: Property = {
  id: "bias-gradient-averages",
  sentence: "The gradient of a bias must be the mean of its unit's dZ over the examples, whatever lambd is",
  holds: ({ actual }) =>
    [1, 2, 3].every((l) => {
      const [dZ, db] = [matrixAt(actual, `dZ${l}`), matrixAt(actual, `db${l}`)];
      return db.data.every((found, i) => {
        const row = dZ.data.subarray(i * dZ.columns, (i + 1) * dZ.columns);
        return isClose(found, row.reduce((sum, value) => sum + value, 0) / dZ.columns);
      });
    }),
};

const silentUnits: Property = {
  id: "no-gradient-through-silent-units",
  sentence: "Where a hidden unit's activation is 0, its dZ must be 0",
  holds: ({ args: [, , cache], actual }) =>
    [1, 2].every((l) => {
      const [A, dZ] = [matrixAt(cache, `A${l}`), matrixAt(actual, `dZ${l}`)];
      return dZ.data.every((value, i) => value === 0 || (A.data[i] ?? 0) > 0);
    }),
};

const maskedGradients: Property = {
  id: "no-gradient-through-dropped-units",
  sentence: "Where a mask is 0, the gradient dA of the same unit and example must be 0",
  holds: ({ args: [, , cache], actual }) =>
    [1, 2].every((l) => {
      const [D, dA] = [matrixAt(cache, `D${l}`), matrixAt(actual, `dA${l}`)];
      return dA.data.every((value, i) => value === 0 || D.data[i] === 1);
    }),
};

/** Properties of `backwardPropagationWithRegularization`. */
export const penaltyGradientProperties: readonly Property[] = [
  silentUnits,
  biasesUnpenalized,
  {
    id: "numerical-gradient",
    sentence: "Every dW and db must be the rate at which the cost with its penalty changes when that parameter changes",
    holds: (facts) => isGradient(facts, { ...problemIn(facts), lambd: lastNumber(facts), dropout: undefined }),
  },
];

/** Properties of `backwardPropagationWithDropout`. */
export const dropoutGradientProperties: readonly Property[] = [
  maskedGradients,
  silentUnits,
  biasesUnpenalized,
  {
    id: "numerical-gradient",
    sentence:
      "Every dW and db must be the rate at which the cost changes when that parameter changes, the masks being kept",
    holds: (facts) => {
      const masks = [1, 2].map((l) => matrixAt(facts.args[2], `D${l}`));
      return isGradient(facts, {
        ...problemIn(facts),
        lambd: 0,
        dropout: { masks, keepProb: lastNumber(facts) },
      });
    },
  },
];

function problemIn({ args: [X, Y, cache] }: PropertyFacts): Pick<Problem, "X" | "Y" | "layers"> {
  const [inputs, labels] = [readMatrix(X), readMatrix(Y)];
  if (inputs === undefined || labels === undefined) throw new TypeError("Cannot check gradients: X or Y is no matrix");
  return { X: inputs, Y: labels, layers: layersIn(cache) };
}

function lastNumber({ args }: PropertyFacts): number {
  const last = args[3];
  if (last?.kind !== "number") throw new TypeError("Cannot check gradients: the last argument is no number");
  return last.value;
}

/**
 * Compares each gradient, along one direction, with the central difference of the cost in float64; true where relu has a
 * corner at this very place. One direction that is no symmetry of anything shows what single elements would show, at the
 * price of two forward passes for a whole matrix.
 */
function isGradient({ actual }: PropertyFacts, problem: Problem): boolean {
  const { X, layers, dropout } = problem;
  const hidden = forwardPass(X, layers, { dropout }).slice(0, -1);
  if (hidden.some(({ Z }) => Z.data.some((z) => Math.abs(z) < corner))) return true;
  return layers.every((layer, i) =>
    (["W", "b"] as const).every((kind) => {
      const gradient = matrixAt(actual, `d${kind}${i + 1}`);
      if (!sameShape(gradient, layer[kind])) return false;
      const direction = mapMatrix(gradient, (_, row, column) => Math.cos(1 + 3 * row + 5 * column));
      const found = gradient.data.reduce((sum, value, k) => sum + value * (direction.data[k] ?? 0), 0);
      const costAt = (distance: number) => {
        const moved = mapMatrix(layer[kind], (value, row, column) => value + distance * at(direction, row, column));
        return costOf({ ...problem, layers: layers.with(i, { ...layer, [kind]: moved }) });
      };
      return isClose(found, (costAt(step) - costAt(-step)) / (2 * step));
    }),
  );
}

function costOf({ X, Y, layers, lambd, dropout }: Problem): number {
  const output = forwardPass(X, layers, { dropout }).at(-1)?.A ?? Y;
  return crossEntropy(output, Y) + squaredWeightsPenalty(layers, lambd, Y.columns);
}
