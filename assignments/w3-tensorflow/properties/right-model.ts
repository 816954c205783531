import type { PropertyFacts } from "../../catalog/property.ts";
import { memberOf, scalarOf } from "../../values/case-value.ts";
import { type Matrix, readMatrix } from "../../values/matrix.ts";
import type { Value } from "../../values/value.ts";
import { epsilons, type Pace } from "../network/adam-step.ts";
import { logitsOf, type Network, readNetwork, totalLoss } from "../network/network.ts";
import { type Outcome, replay, type Training } from "../network/replay-training.ts";

/** Relative difference of a cost that float32 explains; of one that was computed after some steps. */
export const [costCloseness, laterCostCloseness] = [1e-4, 2e-3];

/** Below it a learning rate moves nothing that float32 could show. */
const leastLearningRate = 1e-8;

/** How far a parameter may be from where it should be, in learning rates: Adam moves it by about one in each step. */
const moveCloseness = 0.03;

/** Of each parameter's numbers, how many may be farther: where a gradient is nothing but rounding, its sign is anyone's. */
const mostAstray = 0.02;

/** The costs that a model returned: a list, a typed array or a tensor of one dimension, or a list of scalars; undefined for anything else. */
export function costsOf({ actual }: PropertyFacts): number[] | undefined {
  const costs = memberOf(actual, "costs");
  if ((costs?.kind === "array" || costs?.kind === "tensor") && costs.shape.length === 1) return [...costs.data];
  if (costs?.kind !== "list") return undefined;
  const numbers = costs.items.map(scalarOf);
  return numbers.flatMap((cost) => (cost === undefined ? [] : [cost])).length === numbers.length
    ? numbers.map((cost) => cost ?? Number.NaN)
    : undefined;
}

/** Whether the case's learning rate is one that can teach something. */
export const isTraining = ({ args }: Pick<PropertyFacts, "args">): boolean =>
  (scalarOf(memberOf(args[4], "learningRate")) ?? 0) > leastLearningRate;

/** A network with the images that it is tried on. */
type Trial = { readonly logits: Matrix; readonly Y: Matrix };

/** Several properties ask for the same forward pass, of a model and of every misconception that it is compared with. */
const trials = new WeakMap<Value, WeakMap<Value, Trial | undefined>>();

/** The returned network tried on images; undefined where they do not fit each other. */
export function trial(
  { actual }: PropertyFacts,
  images: Value | undefined,
  labels: Value | undefined,
): Trial | undefined {
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

/** What is right of a case: its costs, and after a training its parameters and what the mini-batches cost. */
type Right = Pick<Outcome, "costs"> & Partial<Pick<Outcome, "network" | "batches">>;

/** A number among the options of a case. */
export const optionOf = ({ args }: Pick<PropertyFacts, "args">, name: string): number | undefined =>
  scalarOf(memberOf(args[4], name));

/** Where a model starts with the seed of this case: what it returned for the seed where nothing was learned. */
export function startOf(facts: PropertyFacts): Network | undefined {
  const still = facts.others.find((other) => optionOf(other, "seed") === optionOf(facts, "seed") && !isTraining(other));
  return still && readNetwork(memberOf(still.actual, "parameters"));
}

/** Several properties ask for the same replay, which takes a while. */
const replays = new WeakMap<Value, WeakMap<Value, Right>>();

/** What is right; undefined where nobody can tell. */
export function rightOf(facts: PropertyFacts): Right | undefined {
  const [images, parameters] = [facts.args[0], memberOf(facts.actual, "parameters")];
  if (images === undefined || parameters === undefined) return undefined;
  const ofImages = replays.get(parameters) ?? new WeakMap<Value, Right>();
  replays.set(parameters, ofImages);
  const right = ofImages.get(images) ?? (isTraining(facts) ? afterTraining(facts) : afterNothing(facts));
  // What nobody can tell yet may be told when the case that shows the start has been run.
  if (right !== undefined) ofImages.set(images, right);
  return right;
}

/** Where nothing is learned, every epoch costs what the returned parameters cost. */
function afterNothing(facts: PropertyFacts): Right | undefined {
  const tried = trial(facts, facts.args[0], facts.args[1]);
  if (tried === undefined) return undefined;
  const cost = totalLoss(tried.logits, tried.Y) / tried.Y.columns;
  const costs = Array.from({ length: optionOf(facts, "numEpochs") ?? 0 }, () => cost);
  return { costs };
}

/** What may be differentiated: a step of the handout is that of the sum, and layers of the library train on the mean. */
const losses: readonly Pace["loss"][] = ["sum", "mean"];

/**
 * The replay that agrees with what was returned; if none does, one that leads to the returned parameters; and if none does, that of the
 * given order of the examples.
 */
function afterTraining(facts: PropertyFacts): Right | undefined {
  const [start, X, Y] = [startOf(facts), readMatrix(facts.args[0]), readMatrix(facts.args[1])];
  const returned = readNetwork(memberOf(facts.actual, "parameters"));
  const [rate, size, epochs] = ["learningRate", "miniBatchSize", "numEpochs"].map((name) => optionOf(facts, name) ?? 0);
  if (start === undefined || returned === undefined || X === undefined || Y === undefined) return undefined;
  if (rate === undefined || size === undefined || epochs === undefined) return undefined;
  const training = { start, X, Y, learningRate: rate, miniBatchSize: size, numEpochs: epochs };
  const stated = costsOf(facts) ?? [];
  const mayCost = (cost: number, epoch: number) => isClose(stated[epoch], cost, laterCostCloseness);
  const isUneven = X.columns > size && X.columns % size > 0;
  const wantedLosses = isUneven ? losses : losses.slice(0, 1);
  for (const loss of wantedLosses) {
    for (const epsilon of epsilons) {
      for (const outcome of replay({ ...training, epsilon, loss }, mayCost)) {
        if (outcome.isUnsure || isNear(returned, outcome.network, rate)) return outcome.isUnsure ? undefined : outcome;
      }
    }
  }
  return leadingTo(returned, training, wantedLosses);
}

/** Whatever it costs; the epsilons are too close to each other to matter for what costs are wrong. */
function leadingTo(
  returned: Network,
  training: Omit<Training, "epsilon" | "loss">,
  wantedLosses: readonly Pace["loss"][],
): Outcome | undefined {
  const [epsilon = 0] = epsilons;
  let inOrder: Outcome | undefined;
  for (const loss of wantedLosses) {
    for (const outcome of replay({ ...training, epsilon, loss }, () => true)) {
      inOrder ??= outcome;
      if (!outcome.isUnsure && isNear(returned, outcome.network, training.learningRate)) return outcome;
    }
  }
  return inOrder?.isUnsure ? undefined : inOrder;
}

/** Whether a cost, or a ratio of costs, is the right one. @param closeness Relative. */
export const isClose = (actual = Number.NaN, right: number, closeness: number): boolean =>
  Math.abs(actual - right) <= closeness * (right + closeness);

/** Whether a network is where a replay has led, but for few of its numbers. */
export const isNear = (actual: Network, right: Network, learningRate: number): boolean =>
  right.every(({ W, b }, l) => isNearIn(actual[l]?.W, W, learningRate) && isNearIn(actual[l]?.b, b, learningRate));

function isNearIn(actual: Matrix | undefined, right: Matrix, learningRate: number): boolean {
  const { data } = right;
  const most = Math.max(1, Math.ceil(mostAstray * data.length));
  let astray = 0;
  for (let i = 0; i < data.length && astray <= most; i++) {
    const value = data[i] as number;
    // A weight of 0.5 has the last digit 6e-8 in float32.
    const spare = moveCloseness * learningRate + 1e-6 * Math.abs(value);
    if (!(Math.abs((actual?.data[i] ?? Number.NaN) - value) <= spare)) astray += 1;
  }
  return astray <= most;
}
