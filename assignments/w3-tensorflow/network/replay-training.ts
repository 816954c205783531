import { type Matrix, matrixOf } from "../../values/matrix.ts";
import { adamStep, type Moments, noMoments, type Pace } from "./adam-step.ts";
import { errorsOf, logitsIn, type Network, propagate, relu, totalLoss } from "./network.ts";

/** A training that is to be done again. */
export type Training = Pace & {
  readonly start: Network;
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly miniBatchSize: number;
  readonly numEpochs: number;
};

/** The summed loss of a mini-batch before its step, and its examples. */
export type Batch = { readonly loss: number; readonly size: number };

/** Where a training leads: its parameters, and what each epoch cost per example. */
export type Outcome = {
  readonly network: Network;
  readonly costs: readonly number[];
  /** Of each epoch. */
  readonly batches: readonly (readonly Batch[])[];
  /** Whether float32 may have led elsewhere: a unit stood so close to its kink that rounding decides on which side. */
  readonly isUnsure: boolean;
};

/** What Adam remembers beside the parameters. */
type State = {
  readonly network: Network;
  readonly moments: Moments;
  readonly costs: readonly number[];
  readonly batches: Outcome["batches"];
  readonly isUnsure: boolean;
};

/** Ten times what rounding may do to the input of a unit here. */
const kink = 1e-5;

/** Mini-batches of an epoch, each the columns of its examples. */
type Epoch = readonly (readonly number[])[];

/** Whether an epoch may have cost so much. */
type CostCheck = (cost: number, epoch: number) => boolean;

/**
 * The outcomes that a training may have, in exact arithmetic: one for each order in which the examples can be dealt out to the mini-batches,
 * the given order first. Few examples have few orders.
 * @param mayCost Orders under which an epoch costs something else are left out.
 */
export function* replay(training: Training, mayCost: CostCheck): Generator<Outcome> {
  const { start } = training;
  yield* epochs(training, { network: start, moments: noMoments, costs: [], batches: [], isUnsure: false }, mayCost);
}

function* epochs(training: Training, state: State, mayCost: CostCheck): Generator<Outcome> {
  if (state.costs.length === training.numEpochs) {
    yield state;
    return;
  }
  const examples = Array.from({ length: training.X.columns }, (_, j) => j);
  for (const epoch of dealt(examples, training.miniBatchSize)) {
    const after = runEpoch(training, state, epoch, mayCost);
    if (after !== undefined) yield* epochs(training, after, mayCost);
  }
}

/** All ways to deal examples out, of which only who is in which mini-batch counts. */
function* dealt(examples: readonly number[], size: number): Generator<Epoch> {
  if (examples.length <= size) {
    yield [examples];
    return;
  }
  for (const batch of chosen(examples, size)) {
    const left = examples.filter((example) => !batch.includes(example));
    for (const rest of dealt(left, size)) yield [batch, ...rest];
  }
}

/** All choices of so many of a list, in the order of the list. */
function* chosen(list: readonly number[], count: number): Generator<number[]> {
  if (count === 0) yield [];
  for (const [i, one] of count === 0 ? [] : list.entries()) {
    for (const others of chosen(list.slice(i + 1), count - 1)) yield [one, ...others];
  }
}

function runEpoch({ X, Y, ...pace }: Training, before: State, epoch: Epoch, mayCost: CostCheck): State | undefined {
  let total = 0;
  let state = before;
  const batches: Batch[] = [];
  for (const [i, columns] of epoch.entries()) {
    const [batch, labels] = [columnsOf(X, columns), columnsOf(Y, columns)];
    const Z = propagate(state.network, batch);
    const loss = totalLoss(logitsIn(Z), labels);
    batches.push({ loss, size: columns.length });
    total += loss;
    // The cost is known before the last step, which takes longer than all else.
    if (i === epoch.length - 1 && !mayCost(total / X.columns, before.costs.length)) return undefined;
    const errors = errorsOf(state.network, labels, Z);
    const inputs = [batch, ...Z.slice(0, -1).map(relu)];
    const isUnsure =
      state.isUnsure || Z.slice(0, -1).some(({ data }) => data.some((z) => z !== 0 && Math.abs(z) < kink));
    state = { ...adamStep(state, errors, inputs, pace), costs: before.costs, batches: before.batches, isUnsure };
  }
  return { ...state, costs: [...before.costs, total / X.columns], batches: [...before.batches, batches] };
}

function columnsOf({ rows, columns, data }: Matrix, wanted: readonly number[]): Matrix {
  if (wanted.length === columns) return { rows, columns, data };
  return matrixOf(rows, wanted.length, (i, j) => data[i * columns + (wanted[j] ?? 0)] ?? 0);
}
