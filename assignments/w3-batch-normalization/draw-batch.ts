import { at, type Matrix, matrixOf } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import { normalizeRows, scaleAndShift } from "./normalize.ts";

/** What is special about one unit; `calm`: its beta outweighs its gamma. */
type UnitKind = "ordinary" | "negative-gamma" | "zero-gamma" | "constant" | "calm";

/** A batch to be drawn. */
export type BatchPlan = {
  readonly units: number;
  readonly m: number;
  /** What Z is multiplied by: a power of 2, so that no digit is lost. Default 1. */
  readonly scale?: number;
  /** Of the first units; the others are ordinary. */
  readonly kinds?: readonly UnitKind[];
  /** Of all units. Default `ordinary`. */
  readonly kind?: UnitKind;
};

/** Matrices with a row for each unit, by name. */
type Rows<Name extends string> = Readonly<Record<Name, Matrix>>;

/** Z [n, m], gamma and beta [n, 1]. */
export type DrawnBatch = Rows<"Z" | "gamma" | "beta">;

/**
 * A batch of multiples of 1/64, times a power of 2: sums of them and of their squares are exact in float32, whatever the order, so that right
 * answers differ by rounding in the division and the root alone. Units are drawn until nothing of them is so near 0 that rounding would decide.
 */
export const drawBatch = (random: RandomState, plan: BatchPlan): DrawnBatch => drawRows(random, plan, (row) => row);

/**
 * As {@link drawBatch}, with more for each unit.
 * @param complete Adds it to the batch of one unit, the i-th; undefined where both are to be drawn again.
 */
export function drawRows<Name extends string>(
  random: RandomState,
  { units, m, scale = 1, kinds = [], kind = "ordinary" }: BatchPlan,
  complete: (row: DrawnBatch, i: number) => Rows<Name> | undefined,
): Rows<Name> {
  return stackRows(
    Array.from({ length: units }, (_, i) => {
      for (;;) {
        const { Z, gamma, beta } = drawUnit(random, m, kinds[i] ?? kind);
        const row = complete(
          { Z: rowOf(Z.map((value) => scale * value)), gamma: rowOf([gamma]), beta: rowOf([beta]) },
          i,
        );
        if (row !== undefined) return row;
      }
    }),
  );
}

/** A matrix of one row. */
export const rowOf = (values: readonly number[]): Matrix => matrixOf(1, values.length, (_, j) => values[j] ?? 0);

/** A row for each unit, from matrices of one row. @throws RangeError where there are none. */
export function stackRows<Name extends string>(rows: readonly Rows<Name>[]): Rows<Name> {
  const [first] = rows;
  if (first === undefined) throw new RangeError("Cannot draw a batch: it has no units");
  const names = Object.keys(first) as Name[];
  const stacked = names.map((name) => {
    const data = Float64Array.from(rows.flatMap((row) => [...row[name].data]));
    return [name, { rows: rows.length, columns: first[name].columns, data }] as const;
  });
  return Object.fromEntries(stacked) as Rows<Name>;
}

/** Rounded to a multiple of 1/64. */
export const toGrid = (value: number): number => Math.round(64 * value) / 64;

/** A number between two, a multiple of 1/64. */
export const drawBetween = (random: RandomState, low: number, high: number): number =>
  toGrid(low + (high - low) * (random.rand(1)[0] ?? 0));

/** The same with a sign that is drawn too. */
export function drawSigned(random: RandomState, low: number, high: number): number {
  const sign = (random.rand(1)[0] ?? 0) < 0.5 ? -1 : 1;
  return sign * drawBetween(random, low, high);
}

type Unit = { readonly Z: readonly number[]; readonly gamma: number; readonly beta: number };

function drawUnit(random: RandomState, m: number, kind: UnitKind): Unit {
  for (;;) {
    const mean = drawSigned(random, 0.5, 2);
    const Z = kind === "constant" ? Array.from({ length: m }, () => mean) : drawRow(random, mean, m);
    const unit = {
      Z,
      gamma: drawGamma(random, kind),
      beta: kind === "calm" ? drawSigned(random, 2.5, 3.5) : drawSigned(random, 0.3, 1.5),
    };
    if (kind === "constant" || m === 1 || isTelling(unit)) return unit;
  }
}

const drawRow = (random: RandomState, mean: number, m: number): number[] =>
  Array.from(random.randn(m), (value) => toGrid(mean + value));

function drawGamma(random: RandomState, kind: UnitKind): number {
  if (kind === "zero-gamma") return 0;
  if (kind === "calm") return drawBetween(random, 0.25, 0.5);
  const size = drawBetween(random, 0.4, 2);
  if (Math.abs(size - 1) < 0.15) return drawGamma(random, kind);
  return kind === "negative-gamma" ? -size : size;
}

/** More examples than this are never all away from 0; then units are calm, and their number is a power of 2, which makes means exact. */
const many = 16;

/** Mean and variance are neither near 0 nor near what they could be mistaken for, and no result is near 0. */
function isTelling({ Z, gamma, beta }: Unit): boolean {
  const { ZNorm, mu, sigma2 } = normalizeRows(rowOf(Z), 0);
  const [mean, variance] = [at(mu, 0, 0), at(sigma2, 0, 0)];
  if (Math.abs(mean) < 0.3 || variance < 0.25 || variance > 3 || Math.abs(variance - 1) < 0.1) return false;
  const ZTilde = scaleAndShift(ZNorm, rowOf([gamma]), rowOf([beta]));
  return Z.length > many || (leastOf(ZNorm) > 0.06 && leastOf(ZTilde) > 0.12);
}

/** The least magnitude. */
export const leastOf = ({ data }: Matrix): number =>
  data.reduce((least, value) => Math.min(least, Math.abs(value)), Infinity);
