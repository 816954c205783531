import type { Property, PropertyFacts } from "../catalog/property.ts";
import { scalarOf, tensorAt } from "../values/case-value.ts";
import type { TensorValue, Value } from "../values/value.ts";

/** Shapes of the parameters of the network 12288-25-12-6. */
export const parameterShapes: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  W1: [25, 12288],
  b1: [25, 1],
  W2: [12, 25],
  b2: [12, 1],
  W3: [6, 12],
  b3: [6, 1],
};

const names = Object.keys(parameterShapes);
const biases = ["b1", "b2", "b3"];

/** Bounds of the deviation in units of Glorot's: plain and truncated normal draws, corrected or not, lie within. */
const [narrowest, widest] = [0.86, 1.03];

/** Standard errors by which chance may widen the bounds. */
const spareErrors = 6;

const glorot = (name: string): number => {
  const [rows, columns] = parameterShapes[name] ?? [1, 1];
  return Math.sqrt(2 / (rows + columns));
};

/** The draws of some parameters in units of Glorot's deviation; empty where a parameter is not there. */
function standardised(value: Value, wanted: readonly string[]): number[] {
  return wanted.flatMap((name) => [...(tensorAt(value, name)?.data ?? [])].map((draw) => draw / glorot(name)));
}

const seedOf = (args: readonly Value[]): number => scalarOf(args[0]) ?? 1;

/** The draws of some parameters over all cases with seeds of their own: few draws say little about a deviation. */
function pooled({ args, actual, others }: PropertyFacts, wanted: readonly string[]): number[] {
  const bySeed = new Map([...others, { args, actual }].map((run) => [seedOf(run.args), run.actual]));
  return [...bySeed.values()].flatMap((value) => standardised(value, wanted));
}

/** Whether draws in units of Glorot's deviation are spread as they should be, allowing for chance. */
function isSpreadByGlorot(draws: readonly number[]): boolean {
  if (draws.length < 2) return true;
  const [spare, deviation] = [spareErrors / Math.sqrt(2 * draws.length), deviationOf(draws)];
  return deviation >= narrowest - spare && deviation <= widest + spare;
}

/** The values of W1, by far the most; empty where there is none. */
const W1 = ({ actual }: PropertyFacts): ArrayLike<number> => tensorAt(actual, "W1")?.data ?? [];

/** The deviation of W1 in units of Glorot's; NaN where there is no W1. */
const spreadOfW1 = (facts: PropertyFacts): number => deviationOf(W1(facts)) / glorot("W1");

/** The share of the numbers whose magnitude is above a limit. */
function shareBeyond(numbers: ArrayLike<number>, limit: number): number {
  let beyond = 0;
  for (let i = 0; i < numbers.length; i++) beyond += Number(Math.abs(numbers[i] ?? 0) > limit);
  return beyond / numbers.length;
}

const sameNumbers = (one: TensorValue | undefined, other: TensorValue | undefined): boolean =>
  one?.data.length === other?.data.length && (one?.data.every((value, i) => value === other?.data[i]) ?? true);

const sameDraws = (one: Value, other: Value): boolean =>
  names.every((name) => sameNumbers(tensorAt(one, name), tensorAt(other, name)));

/** Properties of the form of `initializeParameters`. */
const form: readonly Property[] = [
  {
    id: "glorot-keys",
    sentence: "The result holds W1, b1, W2, b2, W3 and b3, and nothing else",
    holds: ({ actual }) =>
      actual.kind === "record" && `${actual.entries.map(([name]) => name).sort()}` === `${[...names].sort()}`,
  },
  {
    id: "glorot-shapes",
    sentence: "Wl has a row for each unit of its layer and a column for each of the layer before; bl has one column",
    holds: ({ actual }) =>
      names.every((name) => {
        const tensor = tensorAt(actual, name);
        return tensor === undefined || `${tensor.shape}` === `${parameterShapes[name]}`;
      }),
  },
  {
    id: "glorot-variables",
    sentence: "Every parameter is a float32 tf.Variable, so that training can change it in place",
    holds: ({ actual }) =>
      names.every((name) => {
        const tensor = tensorAt(actual, name);
        return tensor === undefined || (tensor.variable && tensor.dtype === "float32");
      }),
  },
];

/** Properties of the draws of `initializeParameters`. */
const distribution: readonly Property[] = [
  {
    id: "glorot-biases-drawn",
    sentence: "Biases are drawn as well: they are not all the same number",
    holds: ({ actual }) =>
      biases.every((name) => {
        const deviation = deviationOf(standardised(actual, [name]));
        return Number.isNaN(deviation) || deviation > 0;
      }),
  },
  {
    id: "glorot-not-too-wide",
    sentence: "The standard deviation of W1 is that of Glorot, sqrt(2 / (rows + columns)): it is not larger",
    holds: (facts) => !(spreadOfW1(facts) > widest),
  },
  {
    id: "glorot-not-too-narrow",
    sentence: "The standard deviation of W1 is that of Glorot, sqrt(2 / (rows + columns)): it is not smaller",
    holds: (facts) => !(spreadOfW1(facts) < narrowest),
  },
  {
    id: "glorot-centred",
    sentence: "The values of W1 lie around 0",
    holds: (facts) => {
      const draws = W1(facts);
      return !(Math.abs(meanOf(draws)) > (spareErrors * deviationOf(draws)) / Math.sqrt(draws.length));
    },
  },
  {
    id: "glorot-normal",
    sentence: "The values follow a normal distribution, which has some far from its middle; a uniform one has none",
    holds: (facts) => {
      const draws = W1(facts);
      const far = shareBeyond(draws, 1.75 * deviationOf(draws));
      return draws.length === 0 || (far > 0.04 && far < 0.12);
    },
  },
  {
    id: "glorot-later-layers",
    sentence: "W2 and W3 are spread by their own rows and columns, as W1 is by its",
    holds: (facts) => isSpreadByGlorot(pooled(facts, ["W2", "W3"])),
  },
  {
    id: "glorot-bias-spread",
    sentence: "Biases are spread by their own rows and columns, as weights are",
    holds: (facts) => {
      const draws = pooled(facts, biases);
      return deviationOf(draws) === 0 || isSpreadByGlorot(draws);
    },
  },
];

/** Properties of what the seed does in `initializeParameters`. */
const seeding: readonly Property[] = [
  {
    id: "glorot-seed-matters",
    sentence: "Another seed gives other values",
    holds: ({ args, actual, others }) =>
      others.every((other) => seedOf(other.args) === seedOf(args) || !sameDraws(other.actual, actual)),
  },
  {
    id: "glorot-seed-repeats",
    sentence: "The same seed gives the same values again, and without one the seed is 1",
    holds: ({ args, actual, others }) =>
      others.every((other) => seedOf(other.args) !== seedOf(args) || sameDraws(other.actual, actual)),
  },
];

/** What holds of every right `initializeParameters`. */
export const initializationProperties: readonly Property[] = [...form, ...distribution, ...seeding];

/** The mean; NaN for no numbers. */
function meanOf(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] ?? 0;
  return sum / numbers.length;
}

/** The standard deviation, with the number of numbers as the divisor; NaN for no numbers. */
function deviationOf(numbers: ArrayLike<number>): number {
  const mean = meanOf(numbers);
  let squares = 0;
  for (let i = 0; i < numbers.length; i++) squares += ((numbers[i] ?? 0) - mean) ** 2;
  return Math.sqrt(squares / numbers.length);
}
