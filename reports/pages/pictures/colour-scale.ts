import type { NumberText } from "../../report/report.ts";

/** Colours of a scale, from 0. */
const colours = 9;
const middle = (colours - 1) / 2;
/** Where found values spread over more than so many times the range of the expected ones, those decide the colours alone. */
const mostSpread = 8;

/** From numbers to colours: a sequence, or two colours that meet in the middle at 0. */
export type ColourScale = {
  readonly kind: "sequential" | "diverging";
  /** Ends of the scale; not the same unless there is only one value. */
  readonly low: number;
  readonly high: number;
  /** Whether there are values beyond the ends, which have the colours of the ends. */
  readonly isCutBelow: boolean;
  readonly isCutAbove: boolean;
};

/** One scale for expected and found values; null where no number is finite. */
export function valueScale(expected: readonly NumberText[], found: readonly NumberText[]): ColourScale | null {
  const [wanted, both] = [finite(expected), finite([...expected, ...found])];
  if (both.length === 0) return null;
  const range = extent(both);
  const own = wanted.length === 0 ? range : extent(wanted);
  const isWild = own.high > own.low && (range.high / 2 - range.low / 2) / mostSpread > own.high / 2 - own.low / 2;
  const { low, high } = isWild ? own : range;
  const cut = (end: { low: number; high: number }) => ({
    isCutBelow: range.low < end.low,
    isCutAbove: range.high > end.high,
  });
  if (low >= 0 || high <= 0) return { kind: "sequential", low, high, ...cut({ low, high }) };
  const most = Math.max(-low, high);
  return { kind: "diverging", low: -most, high: most, ...cut({ low: -most, high: most }) };
}

/** The scale of differences: as far above as below 0. */
export function differenceScale(differences: readonly number[]): ColourScale | null {
  const most = finite(differences).reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return most === 0 ? null : { kind: "diverging", low: -most, high: most, isCutBelow: false, isCutAbove: false };
}

/** The colour of a finite number, from 0 to 8. */
export function colourOf(value: number, { kind, low, high }: ColourScale): number {
  if (kind === "diverging") {
    const step = Math.round((value / high) * (middle + 0.49));
    return middle + Math.max(-middle, Math.min(middle, step));
  }
  if (low === high) return middle;
  // Halves, since a range of numbers may be more than a number holds.
  const share = (value / 2 - low / 2) / (high / 2 - low / 2);
  return Math.max(0, Math.min(colours - 1, Math.floor(share * colours)));
}

/** The colour of a difference that is out of tolerance: never that of none. */
export function colourOfDifference(difference: number, scale: ColourScale): number {
  const colour = colourOf(difference, scale);
  return colour === middle ? middle + (difference < 0 ? -1 : 1) : colour;
}

const finite = (values: readonly NumberText[]): number[] =>
  values.filter((value) => typeof value === "number" && Number.isFinite(value)).map(Number);

function extent(values: readonly number[]): { readonly low: number; readonly high: number } {
  return { low: Math.min(...values), high: Math.max(...values) };
}
