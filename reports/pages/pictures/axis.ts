import { formatNumber } from "../../phrasing/text/format-number.ts";

/** From values to pixels along one direction, with the places that are labelled. */
export type Axis = {
  readonly position: (value: number) => number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly isLogarithmic: boolean;
};

/** Two decades are as many as a linear scale can show. */
const mostLinear = 100;
const mostTicks = 4;

/**
 * An axis on which all values have room: logarithmic where they are positive and span more than two decades.
 * @param values Finite, at least one.
 * @param from Pixel of the smallest, `to` that of the largest.
 */
export function axisOf(values: readonly number[], from: number, to: number): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low > 0 && high / low > mostLinear ? logarithmicAxis(low, high, from, to) : linearAxis(low, high, from, to);
}

/** From pixel `from` to pixel `to`. Where there is one value only, it is in the middle. */
export function linearAxis(low: number, high: number, from: number, to: number): Axis {
  // Halves, since a range of numbers may be more than a number holds.
  const half = high / 2 - low / 2;
  const share = (value: number) => (half === 0 ? 0.5 : (value / 2 - low / 2) / half);
  const position = (value: number) => from + share(value) * (to - from);
  return { position, ticks: labelled(roundNumbers(low, high), position), isLogarithmic: false };
}

function logarithmicAxis(low: number, high: number, from: number, to: number): Axis {
  const [first, last] = [Math.log10(low), Math.log10(high)];
  const position = (value: number) => from + ((Math.log10(value) - first) / (last - first)) * (to - from);
  const step = Math.max(1, Math.ceil((last - first) / mostTicks));
  const powers: number[] = [];
  for (let power = Math.ceil(first); power <= last; power += step) powers.push(Number(`1e${power}`));
  return { position, ticks: labelled(powers, position), isLogarithmic: true };
}

const labelled = (values: readonly number[], position: (value: number) => number) =>
  values.map((value) => ({ at: position(value), text: formatNumber(value, 3) }));

/** Multiples of 1, 2 or 5 times a power of ten, or the ends where there are none. */
function roundNumbers(low: number, high: number): readonly number[] {
  if (low === high) return [low];
  const rough = (high / 2 - low / 2) / (mostTicks / 2);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  if (!(step > 0 && step < Number.POSITIVE_INFINITY) || count < 1 || count > 2 * mostTicks) return [low, high];
  return Array.from({ length: count }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
