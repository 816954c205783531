import type { Property, PropertyFacts } from "../catalog/property.ts";
import { memberOf, scalarOf } from "../values/case-value.ts";
import { columnOf, type Matrix, readMatrix } from "../values/matrix.ts";
import type { Value } from "../values/value.ts";
import { largestRows, logitsOf, type Network, readNetwork, totalLoss } from "./network.ts";
import { classes } from "./pointer-images.ts";

const members = ["parameters", "costs", "trainAccuracy", "testAccuracy"];

/** What a network that guesses with equal probabilities costs per example. */
const guessing = Math.log(classes);

/** The first cost per example, in units of {@link guessing}. */
const [leastStart, mostStart] = [0.4, 2];

/** Relative difference of a cost that float32 explains. */
const costCloseness = 1e-4;

/** The ratio to the right cost below which images have been left out. */
const leastCounted = 0.9;

/** Of the first cost, what the last one may be. */
const mostLeft = 0.8;

/** Below it a learning rate moves nothing that float32 could show. */
const leastLearningRate = 1e-8;

/** Accuracy on the training images: twice that of guessing. */
const leastAccuracy = 2 / classes;

/** Logits that are this close may come in either order in float32. */
const tie = 1e-4;

function costsOf({ actual }: PropertyFacts): number[] | undefined {
  const costs = memberOf(actual, "costs");
  if (costs?.kind === "array" && costs.shape.length === 1) return [...costs.data];
  if (costs?.kind !== "list") return undefined;
  const numbers = costs.items.map(scalarOf);
  return numbers.flatMap((cost) => (cost === undefined ? [] : [cost])).length === numbers.length
    ? numbers.map((cost) => cost ?? Number.NaN)
    : undefined;
}

/** Whether the case's learning rate is one that can teach something. */
const isTraining = ({ args }: PropertyFacts): boolean =>
  (scalarOf(memberOf(args[4], "learningRate")) ?? 0) > leastLearningRate;

/** A network with the images that it is tried on. */
type Trial = { readonly logits: Matrix; readonly Y: Matrix };

/** Several properties ask for the same forward pass, of a model and of every misconception that it is compared with. */
const trials = new WeakMap<Value, WeakMap<Value, Trial | undefined>>();

/** The returned network tried on images; undefined where they do not fit each other. */
function trial({ actual }: PropertyFacts, images: Value | undefined, labels: Value | undefined): Trial | undefined {
  if (images === undefined) return undefined;
  const ofNetwork = trials.get(actual) ?? new WeakMap<Value, Trial | undefined>();
  trials.set(actual, ofNetwork);
  if (!ofNetwork.has(images)) ofNetwork.set(images, tryOut(actual, images, labels));
  return ofNetwork.get(images);
}

function tryOut(actual: Value, images: Value, labels: Value | undefined): Trial | undefined {
  const network: Network | undefined = readNetwork(memberOf(actual, "parameters"));
  const [X, Y] = [readMatrix(images), readMatrix(labels)];
  if (network === undefined || X === undefined || Y === undefined) return undefined;
  if (network[0]?.W.columns !== X.rows || network.at(-1)?.W.rows !== Y.rows) return undefined;
  return { logits: logitsOf(network, X), Y };
}

/** Costs in units of the right one; none where the parameters have moved, and nobody can tell what it was. */
function costRatios(facts: PropertyFacts): number[] {
  const tried = isTraining(facts) ? undefined : trial(facts, facts.args[0], facts.args[1]);
  if (tried === undefined) return [];
  const right = totalLoss(tried.logits, tried.Y) / tried.Y.columns;
  return (costsOf(facts) ?? []).map((cost) => cost / right);
}

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
  return stated >= found[0] - 1e-6 && stated <= found[1] + 1e-6;
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
    id: "model-cost-per-example",
    sentence: "Costs are per example: before a network has learned, one of 6 classes costs about ln 6 = 1.8, not more",
    holds: (facts) => !((costsOf(facts)?.[0] ?? guessing) > mostStart * guessing),
  },
  {
    id: "model-cost-divided-once",
    sentence: "Costs are divided once: before a network has learned, an example costs about ln 6 = 1.8, not less",
    holds: (facts) => !((costsOf(facts)?.[0] ?? guessing) < leastStart * guessing),
  },
  {
    id: "model-cost-of-all-examples",
    sentence: "A cost counts all training images, also those of a mini-batch that is not full",
    holds: (facts) => costRatios(facts).every((ratio) => ratio >= leastCounted),
  },
  {
    id: "model-cost-is-mean",
    sentence: "A cost is the loss of all training images divided by their number, however large the mini-batches are",
    holds: (facts) => costRatios(facts).every((ratio) => Math.abs(ratio - 1) <= costCloseness),
  },
  {
    id: "model-cost-falls",
    sentence: "The cost falls: that of the last epoch is well below that of the first",
    holds: (facts) => {
      const costs = isTraining(facts) ? (costsOf(facts) ?? []) : [];
      return costs.length < 2 || (costs.at(-1) ?? Number.NaN) <= mostLeft * (costs[0] ?? Number.NaN);
    },
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
    id: "model-learned",
    sentence: "The returned parameters have learned: they are right on more training images than guessing would be",
    holds: (facts) => !isTraining(facts) || (accuracyOf(facts, facts.args[0], facts.args[1])?.[1] ?? 1) > leastAccuracy,
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
