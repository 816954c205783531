import type { Exercise } from "../../assignments/catalog/manifest.ts";
import { memberOf, scalarOf } from "../../assignments/values/case-value.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { DrawnNumbers, Mismatch } from "../../reports/report/report.ts";
import { numberText } from "./compare/numeric-block.ts";

type Drawing = NonNullable<Mismatch["drawings"]>[number];
type Shown = NonNullable<Exercise["shows"]>[number];
type Numbers = ArrayLike<number>;

/** Values of a curve. */
const mostPoints = 64;
/** Values that a histogram counts; of a larger tensor as many, at even distances. */
const mostCounted = 20_000;
/** Fewer tell nothing of a distribution. */
const leastCounted = 50;
const [fewestBins, mostBins] = [8, 24];
/** Where the bins end, in standard deviations of what is expected, or of what is found where that is more. */
const reach = 4;

/**
 * What the manifest says is drawn of a wrong result: of places where both results hold numbers, and which may be those that are wrong.
 * @param shows Of the exercise.
 * @param mismatch What is said of the result.
 */
export function draw(
  shows: Exercise["shows"],
  { code, path, alsoAt = [] }: Mismatch,
  expected: Value,
  actual: Value,
): Pick<Mismatch, "drawings"> {
  const drawings = (shows ?? []).flatMap((shown): Drawing[] => {
    if (code !== "property" && shown.path !== path && !alsoAt.includes(shown.path)) return [];
    const [wanted, found] = [numbersAt(expected, shown.path), numbersAt(actual, shown.path)];
    if (wanted === undefined || found === undefined || found.length === 0) return [];
    return shown.as === "curve" ? [curve(shown, wanted, found)] : histogram(shown, wanted, found);
  });
  return drawings.length === 0 ? {} : { drawings };
}

/** The numbers of a tensor or array, or of a list of scalars; of a list no more than a curve could show. */
function numbersAt(value: Value, path: string): Numbers | undefined {
  const place = (path === "" ? [] : path.split(".")).reduce<Value | undefined>(memberOf, value);
  if (place?.kind === "tensor" || place?.kind === "array") return place.data;
  if (place?.kind !== "list" || place.items.length > mostCounted) return undefined;
  const numbers = place.items.map(scalarOf);
  return numbers.includes(undefined) ? undefined : numbers.map((number) => number ?? Number.NaN);
}

function curve({ path, x }: Shown, expected: Numbers, actual: Numbers): Drawing {
  const named = x === undefined ? {} : { x };
  return { kind: "curve", path, ...named, expected: points(expected), actual: points(actual) };
}

function points(numbers: Numbers): DrawnNumbers {
  const length = Math.min(mostPoints, numbers.length);
  const position = (i: number) => (length <= 1 ? 0 : Math.round((i * (numbers.length - 1)) / (length - 1)));
  return {
    count: numbers.length,
    values: Array.from({ length }, (_, i) => numberText(numbers[position(i)] ?? Number.NaN)),
  };
}

/** None where there are few numbers, or where nothing is spread: with zeros, or with numbers that no histogram has room for. */
function histogram({ path }: Shown, expected: Numbers, actual: Numbers): Drawing[] {
  const [wanted, found] = [spread(expected), spread(actual)];
  const half = reach * Math.max(wanted.deviation, found.deviation);
  if (Math.min(expected.length, actual.length) < leastCounted) return [];
  if (!(wanted.deviation > 0 && half < Number.MAX_VALUE / reach)) return [];
  const range: [number, number] = [wanted.mean - half, wanted.mean + half];
  const bins = Math.max(fewestBins, Math.min(mostBins, Math.round(Math.sqrt(actual.length))));
  const drawn = (numbers: Numbers, { deviation }: Spread): DrawnNumbers => ({
    count: numbers.length,
    deviation,
    values: shares(numbers, range, bins),
  });
  const drawing: Drawing = {
    kind: "histogram",
    path,
    range,
    expected: drawn(expected, wanted),
    actual: drawn(actual, found),
  };
  return looksSame(drawing) ? [] : [drawing];
}

/** Whether two samples may be of one distribution: then the mistake is elsewhere, and the histogram would lead away from it. */
function looksSame({ expected, actual }: Drawing): boolean {
  const apart =
    expected.values.reduce<number>((sum, share, i) => sum + Math.abs(Number(share) - Number(actual.values[i])), 0) / 2;
  const counted = Math.min(expected.count, actual.count, mostCounted);
  // As far apart as two samples of one distribution are on average, twice.
  return apart <= 2 * Math.sqrt(expected.values.length / (Math.PI * counted));
}

const strideOf = (numbers: Numbers): number => Math.max(1, Math.ceil(numbers.length / mostCounted));

type Spread = { readonly mean: number; readonly deviation: number };

/** Mean and standard deviation of the finite ones. */
function spread(numbers: Numbers): Spread {
  let [count, sum, squares] = [0, 0, 0];
  for (let i = 0; i < numbers.length; i += strideOf(numbers)) {
    const number = numbers[i] ?? 0;
    if (!Number.isFinite(number)) continue;
    count += 1;
    sum += number;
    squares += number * number;
  }
  const mean = count === 0 ? 0 : sum / count;
  return { mean, deviation: count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}

/** The share of each bin. What is outside counts, and is in none. */
function shares(numbers: Numbers, [from, to]: readonly [number, number], bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  let counted = 0;
  for (let i = 0; i < numbers.length; i += strideOf(numbers)) {
    counted += 1;
    const bin = Math.floor((((numbers[i] ?? 0) - from) / (to - from)) * bins);
    if (bin >= 0 && bin < bins) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count) => Math.round((1e5 * count) / counted) / 1e5);
}
