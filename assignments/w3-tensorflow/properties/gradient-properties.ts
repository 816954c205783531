import type { Property, PropertyFacts } from "../../catalog/property.ts";
import { memberOf, scalarOf } from "../../values/case-value.ts";
import { type Matrix, readMatrix } from "../../values/matrix.ts";
import { backPropagate, logitsOf, type Network, readNetwork, totalLoss } from "../network/network.ts";

type Batch = { readonly X: Matrix; readonly labels: Matrix };

/** Relative difference that float32 explains; cancellation is measured by the largest number of its tensor. */
const closeness = 1e-3;

const batchOf = ([X, labels]: PropertyFacts["args"]): Batch | undefined => {
  const batch = { X: readMatrix(X), labels: readMatrix(labels) };
  return batch.X === undefined || batch.labels === undefined ? undefined : { X: batch.X, labels: batch.labels };
};

const lossAt = (network: Network, { X, labels }: Batch): number => totalLoss(logitsOf(network, X), labels);

const close = (actual: number, expected: number): boolean =>
  Math.abs(actual - expected) <= closeness * (1 + Math.abs(expected));

/** Whether all gradients of a layer's weights or biases are right, measured by the largest of them. */
function agree(actual: Matrix | undefined, right: Matrix): boolean {
  const largest = right.data.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  return right.data.every(
    (g, i) => Math.abs((actual?.data[i] ?? Number.NaN) - g) <= closeness * (Math.abs(g) + largest),
  );
}

const isGradient = (gradients: Network, right: Network): boolean =>
  right.every(({ W, b }, l) => agree(gradients[l]?.W, W) && agree(gradients[l]?.b, b));

/** What holds of every right `gradientTape`. */
export const gradientProperties: readonly Property[] = [
  {
    id: "gradient-is-slope",
    sentence: "A gradient is the slope of the loss: it says how much the loss grows when its parameter does",
    holds: ({ args, actual }) => {
      const [batch, network] = [batchOf(args), readNetwork(args[2])];
      const gradients = readNetwork(memberOf(actual, "grads"), "d");
      if (batch === undefined || network === undefined) return true;
      return gradients !== undefined && isGradient(gradients, backPropagate(network, batch.X, batch.labels));
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
    holds: (facts) => {
      const { before, after, right } = stepOf(facts);
      if (before === undefined || right === undefined) return true;
      return matrices(before).every((matrix, i) => {
        const isToChange = isDifferent(matrix, matrices(right)[i]);
        return !isToChange || (after !== undefined && isDifferent(matrix, matrices(after)[i]));
      });
    },
  },
  {
    id: "step-lowers-loss",
    sentence: "A short step against the gradient lowers the loss of the batch it was taken on",
    holds: (facts) => {
      const { before, after, right } = stepOf(facts);
      const batch = batchOf(facts.args);
      if (batch === undefined || before === undefined || right === undefined) return true;
      const start = lossAt(before, batch);
      // A step may be too long to be of use: then the right one shows it.
      if (lossAt(right, batch) > start - closeness * (1 + start)) return true;
      return after !== undefined && lossAt(after, batch) < start;
    },
  },
];

/** The parameters before a step, as the step left them, and as it should have. */
const stepOf = ({ args, actual, expected }: PropertyFacts) => ({
  before: readNetwork(args[2]),
  after: readNetwork(memberOf(actual, "parameters")),
  right: readNetwork(memberOf(expected, "parameters")),
});

const matrices = (network: Network): Matrix[] => network.flatMap(({ W, b }) => [W, b]);

const isDifferent = (one: Matrix, other: Matrix | undefined): boolean =>
  one.data.some((value, i) => value !== other?.data[i]);
