import type { Property, PropertyFacts } from "../../catalog/property.ts";
import { memberOf, scalarOf } from "../../values/case-value.ts";
import { columnOf, type Matrix, readMatrix } from "../../values/matrix.ts";
import type { Value } from "../../values/value.ts";
import { largestRows, readNetwork, totalLoss } from "../network/network.ts";
import type { Batch } from "../network/replay-training.ts";
import {
  costCloseness,
  costsOf,
  isClose,
  isNear,
  isTraining,
  laterCostCloseness,
  optionOf,
  rightOf,
  startOf,
  trial,
} from "./right-model.ts";

const members = ["parameters", "costs", "trainAccuracy", "testAccuracy"];

/** An accuracy that is rounded to three decimals will do. */
const accuracyCloseness = 6e-4;

/** Logits that are this close may come in either order in float32. */
const tie = 1e-4;

/** Costs in units of the right ones; none where nobody can tell what these are. */
function costRatios(facts: PropertyFacts): number[] {
  const right = rightOf(facts)?.costs;
  return right === undefined ? [] : (costsOf(facts) ?? []).map((cost, i) => cost / (right[i] ?? Number.NaN));
}

/** Whether all costs are the right ones times a factor, which is not 1. */
function areTimes(facts: PropertyFacts, factor: number): boolean {
  const ratios = costRatios(facts);
  return factor !== 1 && ratios.length > 0 && ratios.every((ratio) => isClose(ratio, factor, laterCostCloseness));
}

/** A way in which an epoch may be given a cost: one or more numbers that it may come to. */
type CostOf = (batches: readonly Batch[]) => readonly number[];

const total = (batches: readonly Batch[], of: keyof Batch): number => batches.reduce((sum, one) => sum + one[of], 0);

/** A total per example of its own, or of all. */
const perExample = (some: readonly Batch[], all: readonly Batch[]): number[] =>
  [some, all].map((batches) => total(some, "loss") / total(batches, "size"));

const ofLastBatch: CostOf = (batches) => perExample(batches.slice(-1), batches);

const ofFullBatches: CostOf = (batches) =>
  perExample(
    batches.filter(({ size }) => size === batches[0]?.size),
    batches,
  );

const meanOfMeans: CostOf = (batches) => [
  batches.reduce((sum, { loss, size }) => sum + loss / size, 0) / batches.length,
];

/** Whether the costs of a training are the ones that a wrong way gives, and not the right ones. */
function areCosts(facts: PropertyFacts, costOf: CostOf): boolean {
  const [right, stated] = [rightOf(facts), costsOf(facts) ?? []];
  const wrong = right?.batches?.map(costOf) ?? [];
  if (stated.length === 0 || wrong.length !== stated.length) return false;
  const isRight = stated.every((cost, i) => isClose(cost, right?.costs[i] ?? Number.NaN, laterCostCloseness));
  return !isRight && stated.every((cost, i) => wrong[i]?.some((one) => isClose(cost, one, laterCostCloseness)));
}

const examplesIn = ({ args }: PropertyFacts): number => readMatrix(args[0])?.columns ?? 1;

/** The least and the largest accuracy of the returned parameters on a set, which differ only by ties. */
function accuracyOf(
  facts: PropertyFacts,
  images: Value | undefined,
  labels: Value | undefined,
): readonly [least: number, most: number] | undefined {
  const tried = trial(facts, images, labels);
  if (tried === undefined) return undefined;
  const { logits, Y } = tried;
  const predicted = largestRows(logits);
  const verdicts = largestRows(Y).map((label, j) => ({ right: label === predicted[j], unsure: isTied(logits, j) }));
  const least = verdicts.filter(({ right, unsure }) => right && !unsure).length;
  const most = verdicts.filter(({ right, unsure }) => right || unsure).length;
  return [least / verdicts.length, most / verdicts.length];
}

function isTied(logits: Matrix, j: number): boolean {
  const [first = 0, second = 0] = columnOf(logits, j).sort((a, b) => b - a);
  return first - second <= tie * (1 + Math.abs(first));
}

const isShare = (accuracy: number | undefined): boolean => accuracy !== undefined && accuracy >= 0 && accuracy <= 1;

/** Whether a returned accuracy is that of the returned parameters; true where there is nothing to compare. */
function isReproduced(facts: PropertyFacts, name: string, images: Value | undefined, labels: Value | undefined) {
  const [stated, found] = [scalarOf(memberOf(facts.actual, name)), accuracyOf(facts, images, labels)];
  if (stated === undefined || !isShare(stated) || found === undefined) return true;
  return stated >= found[0] - accuracyCloseness && stated <= found[1] + accuracyCloseness;
}

/** Whether each cost counts all examples but one, in a case where nothing is learned. */
function leaveOneOut(facts: PropertyFacts): boolean {
  const tried = trial(facts, facts.args[0], facts.args[1]);
  const costs = costsOf(facts) ?? [];
  if (tried === undefined || costs.length === 0) return false;
  const { logits, Y } = tried;
  const column = (matrix: Matrix, j: number): Matrix => ({
    ...matrix,
    columns: 1,
    data: Float64Array.from(columnOf(matrix, j)),
  });
  const losses = Array.from({ length: Y.columns }, (_, j) => totalLoss(column(logits, j), column(Y, j)));
  const total = totalLoss(logits, Y);
  return costs.every((cost) =>
    losses.some((left) => left > costCloseness && isClose(cost, (total - left) / Y.columns, costCloseness)),
  );
}

/** Whether no two rows begin with the same twelve numbers. */
function hasRowsApart({ rows, columns, data }: Matrix): boolean {
  const beginning = (row: number) => data.slice(row * columns, row * columns + Math.min(columns, 12)).join();
  return new Set(Array.from({ length: rows }, (_, row) => beginning(row))).size === rows;
}

/** What holds of every right `model`. */
export const modelProperties: readonly Property[] = [
  {
    id: "model-members",
    sentence: "The result holds parameters, costs, trainAccuracy and testAccuracy, and nothing else",
    holds: ({ actual }) =>
      actual.kind === "record" && `${actual.entries.map(([name]) => name).sort()}` === `${[...members].sort()}`,
  },
  {
    id: "model-parameters",
    sentence: "The parameters are W1, b1, W2, b2, W3 and b3 of a network with 12288 inputs, 25, 12 and 6 units",
    holds: ({ actual, args }) => {
      const parameters = memberOf(actual, "parameters");
      if (parameters === undefined) return true;
      const units = [readMatrix(args[0])?.rows, ...(readNetwork(parameters) ?? []).map(({ W }) => W.rows)];
      return parameters.kind === "record" && parameters.entries.length === 6 && `${units}` === "12288,25,12,6";
    },
  },
  {
    id: "model-units-apart",
    sentence:
      "A training starts from parameters that are drawn: where nothing is learned, no two units have the same weights",
    holds: (facts) => {
      const returned = isTraining(facts) ? undefined : readNetwork(memberOf(facts.actual, "parameters"));
      return returned === undefined || returned.every(({ W }) => hasRowsApart(W));
    },
  },
  {
    id: "model-cost-per-epoch",
    sentence: "There is one cost for each epoch, a number",
    holds: (facts) => {
      if (memberOf(facts.actual, "costs") === undefined) return true;
      return costsOf(facts)?.length === scalarOf(memberOf(facts.args[4], "numEpochs"));
    },
  },
  {
    id: "model-costs-finite",
    sentence: "Every cost is a finite number that is not negative",
    holds: (facts) => (costsOf(facts) ?? []).every((cost) => Number.isFinite(cost) && cost >= 0),
  },
  {
    id: "model-moved",
    sentence: "The returned parameters are those after the training, not those before it",
    holds: (facts) => {
      const [start, returned] = [startOf(facts), readNetwork(memberOf(facts.actual, "parameters"))];
      if (!isTraining(facts) || start === undefined || returned === undefined) return true;
      return !isNear(returned, start, optionOf(facts, "learningRate") ?? 0);
    },
  },
  {
    id: "model-follows-adam",
    sentence:
      "The returned parameters are those to which as many steps of Adam lead as there are mini-batches in all epochs, the one that is not " +
      "full included, from the start that the seed gives, each along the loss of its images with their own labels",
    holds: (facts) => {
      const [right, returned] = [rightOf(facts)?.network, readNetwork(memberOf(facts.actual, "parameters"))];
      if (right === undefined || returned === undefined) return true;
      return isNear(returned, right, optionOf(facts, "learningRate") ?? 0);
    },
  },
  {
    id: "model-cost-per-example",
    sentence: "Costs are per example: what an epoch adds up is divided by the number of training images",
    holds: (facts) => !areTimes(facts, examplesIn(facts)),
  },
  {
    id: "model-cost-divided-once",
    sentence: "Costs are divided by the number of training images once, not twice",
    holds: (facts) => !areTimes(facts, 1 / examplesIn(facts)),
  },
  {
    id: "model-cost-of-all-examples",
    sentence: "A cost counts all training images, also those of a mini-batch that is not full",
    holds: (facts) => (isTraining(facts) ? !areCosts(facts, ofFullBatches) : !leaveOneOut(facts)),
  },
  {
    id: "model-cost-is-mean",
    sentence: "A cost is the loss of all training images divided by their number, however large the mini-batches are",
    holds: (facts) => isTraining(facts) || costRatios(facts).every((ratio) => isClose(ratio, 1, costCloseness)),
  },
  {
    id: "model-cost-by-examples",
    sentence:
      "In a cost every example counts alike: a mean of the mini-batches' means gives those of a smaller mini-batch more weight",
    holds: (facts) => !areCosts(facts, meanOfMeans),
  },
  {
    id: "model-cost-of-all-batches",
    sentence: "A cost adds up all mini-batches of its epoch, not the last one alone",
    holds: (facts) => !areCosts(facts, ofLastBatch),
  },
  {
    id: "model-cost-before-steps",
    sentence: "A cost adds up what the steps of its epoch returned: the loss of each mini-batch before its own step",
    holds: (facts) => costRatios(facts).every((ratio) => isClose(ratio, 1, laterCostCloseness)),
  },
  {
    id: "model-accuracy-is-share",
    sentence: "Accuracies are shares of the examples: numbers from 0 to 1",
    holds: ({ actual }) =>
      ["trainAccuracy", "testAccuracy"]
        .map((name) => memberOf(actual, name))
        .every((accuracy) => accuracy === undefined || isShare(scalarOf(accuracy))),
  },
  {
    id: "model-train-accuracy",
    sentence: "The training accuracy is that of the returned parameters on the training images",
    holds: (facts) => isReproduced(facts, "trainAccuracy", facts.args[0], facts.args[1]),
  },
  {
    id: "model-test-accuracy",
    sentence: "The test accuracy is that of the returned parameters on the test images",
    holds: (facts) => isReproduced(facts, "testAccuracy", facts.args[2], facts.args[3]),
  },
];
