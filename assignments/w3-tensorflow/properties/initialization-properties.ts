import type { Property, PropertyFacts } from "../../catalog/property.ts";
import { memberOf, scalarOf, tensorAt } from "../../values/case-value.ts";
import { type DrawStatistics, spareDeviation, spareMean, statisticsOf } from "../../values/draw-statistics.ts";
import type { Value } from "../../values/value.ts";

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

/** Bounds of the deviation of W1 in units of Glorot's: plain and truncated normal draws, corrected or not, lie within. */
const [narrowest, widest] = [0.86, 1.03];

/** The deviation of normal draws that were truncated at two standard deviations and not corrected. */
const truncated = 0.8796;

/** Where draws were truncated, the largest of so many comes close to this multiple of their deviation; else it is beyond 4. */
const truncatedReach = 2.4;

/** Difference in units of the deviation that is none. */
const closeness = 1e-4;

/** Draws of W1 that are looked at one by one: enough to know values that occur again and again. */
const sampled = 2000;

const glorot = (name: string): number => {
  const [rows, columns] = parameterShapes[name] ?? [1, 1];
  return Math.sqrt(2 / (rows + columns));
};

const seedOf = (args: readonly Value[]): number => scalarOf(args[0]) ?? 1;

const drawsOf = (value: Value, name: string): ArrayLike<number> => tensorAt(value, name)?.data ?? [];

/** Several properties ask for the statistics of W1, which takes a while. */
const known = new WeakMap<Value, DrawStatistics>();

function statisticsOfW1({ actual }: PropertyFacts): DrawStatistics {
  const statistics = known.get(actual) ?? statisticsOf(drawsOf(actual, "W1"));
  known.set(actual, statistics);
  return statistics;
}

/** The deviation of W1 in units of Glorot's; NaN where there is no W1. */
const spreadOfW1 = (facts: PropertyFacts): number => statisticsOfW1(facts).deviation / glorot("W1");

/**
 * The draws of one parameter over all cases with seeds of their own: few draws say little. Two parameters are never put together: whoever
 * gives one seed to all six draws the same numbers for each, as far as they go.
 */
function pooled({ args, actual, others }: PropertyFacts, name: string): number[] {
  const bySeed = new Map([...others, { args, actual }].map((run) => [seedOf(run.args), run.actual]));
  return [...bySeed.values()].flatMap((value) => Array.from(drawsOf(value, name)));
}

/** Whether a parameter is spread by its own shape as W1 is by its, allowing for chance. */
function isSpreadLikeW1(facts: PropertyFacts, name: string): boolean {
  const { count, deviation } = statisticsOf(pooled(facts, name));
  const ofW1 = spreadOfW1(facts);
  if (count < 2 || Number.isNaN(ofW1)) return true;
  const [least, most] = spareDeviation(count);
  const wanted = glorot(name) * Math.min(1, Math.max(truncated, ofW1));
  return deviation >= least * wanted && deviation <= most * wanted;
}

/** Whether a parameter lies around 0, allowing for chance. */
function isCentred(facts: PropertyFacts, name: string): boolean {
  const { count, mean, deviation } = name === "W1" ? statisticsOfW1(facts) : statisticsOf(pooled(facts, name));
  return count === 0 || Math.abs(mean) <= spareMean(count, Math.max(widest * glorot(name), deviation));
}

/** Whether most numbers of a parameter, or of a sample of it, occur once. */
function isManifold(value: Value, name: string): boolean {
  const draws = drawsOf(value, name);
  const step = Math.max(1, Math.floor(draws.length / sampled));
  const sample = Array.from({ length: Math.floor(draws.length / step) }, (_, i) => draws[i * step]);
  return new Set(sample).size >= 0.8 * sample.length;
}

/** Whether no two units of a layer have the same weights, as far as the first of them tell. */
function hasUnitsApart(value: Value, name: string): boolean {
  const { data, shape } = tensorAt(value, name) ?? { data: [], shape: [] };
  const [rows = 0, columns = 0] = shape;
  const unit = (row: number) => data.slice(row * columns, row * columns + Math.min(columns, 12)).join();
  return columns === 0 || new Set(Array.from({ length: rows }, (_, row) => unit(row))).size === rows;
}

/** The parameters that are not one and the same number throughout. */
const drawnIn = (value: Value): string[] => names.filter((name) => statisticsOf(drawsOf(value, name)).deviation > 0);

/** Whether two draws of a parameter are the same but for rounding; true where one is missing. */
function isSameDraw(one: Value, other: Value, name: string): boolean {
  const [left, right] = [tensorAt(one, name)?.data, tensorAt(other, name)?.data];
  if (left === undefined || right === undefined) return true;
  return left.every((draw, i) => Math.abs(draw - (right[i] ?? 0)) <= closeness * glorot(name));
}

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
        return memberOf(actual, name) === undefined || `${tensor?.shape}` === `${parameterShapes[name]}`;
      }),
  },
  {
    id: "glorot-variables",
    sentence: "Every parameter is a float32 tf.Variable that can be trained, so that training changes it in place",
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
    holds: ({ actual }) => biases.every((name) => !(statisticsOf(drawsOf(actual, name)).deviation === 0)),
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
    sentence: "The values of each parameter lie around 0",
    holds: (facts) => names.every((name) => isCentred(facts, name)),
  },
  {
    id: "glorot-values-differ",
    sentence: "Every value is drawn on its own: hardly two are the same, and no two units begin with the same weights",
    holds: ({ actual }) =>
      drawnIn(actual).every((name) => isManifold(actual, name)) &&
      ["W1", "W2", "W3"].every((name) => hasUnitsApart(actual, name)),
  },
  {
    id: "glorot-normal",
    sentence: "The values follow a normal distribution, which has some far from its middle; a uniform one has none",
    holds: (facts) => isNormal(statisticsOfW1(facts)) && isLongTailed(statisticsOf(pooled(facts, "W2"))),
  },
  {
    id: "glorot-later-layers",
    sentence: "W2 and W3 are spread by their own rows and columns, as W1 is by its",
    holds: (facts) => ["W2", "W3"].every((name) => isSpreadLikeW1(facts, name)),
  },
  {
    id: "glorot-bias-spread",
    sentence: "Biases are spread by their own rows and columns, as weights are",
    holds: (facts) =>
      biases.every((name) => statisticsOf(drawsOf(facts.actual, name)).deviation === 0 || isSpreadLikeW1(facts, name)),
  },
];

/**
 * Whether so many draws are normal or truncated normal, whose kurtosis is 3 or 2.366; of 300,000 draws it is off by 0.06 or 0.02 at six
 * standard errors. Sums of many uniform draws are let pass as normal ones: of six they have 2.8, of twelve 2.9. Uniform draws have 1.8,
 * triangular ones 2.4 and values beyond the truncation, Laplace's 6.
 */
function isNormal({ count, kurtosis, deviation, largest }: DrawStatistics): boolean {
  if (count === 0) return true;
  if (largest <= truncatedReach * deviation) return kurtosis > 2.33 && kurtosis < 2.4;
  return kurtosis > 2.7 && kurtosis < 3.15;
}

/**
 * Whether some hundred draws can be normal or truncated normal. The kurtosis of 600 truncated draws is 2.366 with a standard error of
 * 0.05, that of 2100 uniform ones 1.8 with 0.02.
 */
const isLongTailed = ({ count, kurtosis }: DrawStatistics): boolean => count < 600 || kurtosis > 2.05;

/** Properties of what the seed does in `initializeParameters`. */
const seeding: readonly Property[] = [
  {
    id: "glorot-seed-matters",
    sentence: "Another seed gives other values in each parameter",
    holds: ({ args, actual, others }) =>
      others.every(
        (other) =>
          seedOf(other.args) === seedOf(args) ||
          drawnIn(actual).every((name) => !tensorAt(other.actual, name) || !isSameDraw(other.actual, actual, name)),
      ),
  },
  {
    id: "glorot-seed-repeats",
    sentence: "The same seed gives the same values again, and without one the seed is 1",
    holds: ({ args, actual, others }) =>
      others.every(
        (other) => seedOf(other.args) !== seedOf(args) || names.every((name) => isSameDraw(other.actual, actual, name)),
      ),
  },
];

/** What holds of every right `initializeParameters`. */
export const initializationProperties: readonly Property[] = [...form, ...distribution, ...seeding];
