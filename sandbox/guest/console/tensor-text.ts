import {
  define,
  isArray,
  isInteger,
  NativeString,
  numberParseFloat,
  ownValue,
  stringRepeat,
  toFixed,
  typedArrayLength,
  typedArrayName,
  weakMapGet,
} from "../intrinsics/intrinsics.ts";
import { tensorStore } from "../tensors/tensorflow.ts";
import { join } from "./lay-out.ts";
import { bare } from "./proxy-targets.ts";

/** Extents up to which all is shown, and how much of the front and the end of longer ones: those of TensorFlow.js. */
const mostShown = 20;
const shownAtEnds = 3;
/** Tensors whose columns are as wide as their widest element; in larger ones those of the rows that are shown decide. */
const mostMeasured = 10_000;

type Elements = {
  readonly values: ArrayLike<number>;
  readonly shape: readonly number[];
  readonly isBool: boolean;
  /** By column. */
  readonly widths: number[];
};

/**
 * A tensor as `tf.Tensor.toString()` prints it, from what the engine holds for it: no method of the tensor's is called.
 * @returns undefined for what is no tensor, or one that cannot be shown.
 */
export function tensorText(value: object): string | undefined {
  const dataId = ownValue(value, "dataId");
  const stored = bare(typeof dataId === "object" && dataId !== null ? weakMapGet(tensorStore, dataId) : undefined);
  if (typeof stored !== "object" || stored === null) return undefined;
  const values = ownValue(stored, "values");
  const shape = shapeOf(bare(ownValue(value, "shape")));
  if (shape === undefined || typedArrayName(values) === undefined) return undefined;
  if (typedArrayLength(values) !== product(shape)) return undefined;
  const elements: Elements = {
    values: values as ArrayLike<number>,
    shape,
    isBool: ownValue(value, "dtype") === "bool",
    widths: [],
  };
  if (shape.length > 1 && typedArrayLength(values) <= mostMeasured) measure(elements, typedArrayLength(values));
  return `Tensor\n    ${join(linesOf(elements, 0, 0, true), "\n    ")}`;
}

/** A copy of a shape that is one. */
function shapeOf(claimed: unknown): readonly number[] | undefined {
  if (!isArray(claimed)) return undefined;
  const rank = ownValue(claimed, "length") as number;
  if (!isInteger(rank) || rank > 8) return undefined;
  const shape: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const extent = ownValue(claimed, axis) as number;
    if (!isInteger(extent) || extent < 0) return undefined;
    define(shape, axis, extent);
  }
  return shape;
}

function product(shape: readonly number[], from = 0): number {
  let count = 1;
  for (let axis = from; axis < shape.length; axis++) count *= shape[axis] as number;
  return count;
}

function measure({ values, shape, isBool, widths }: Elements, count: number): void {
  const columns = shape[shape.length - 1] as number;
  for (let i = 0; i < count; i++) {
    const { length } = elementText(values[i] as number, isBool);
    if (length > (widths[i % columns] ?? 0)) define(widths, i % columns, length);
  }
}

/**
 * The lines of the part of a tensor from an axis on, with every comma and blank where TensorFlow.js puts them, odd ones too.
 * @param at Index of its first element.
 * @param isLast Whether nothing follows it in what is around it.
 */
function linesOf(elements: Elements, axis: number, at: number, isLast: boolean): string[] {
  const { shape, values, isBool } = elements;
  const rank = shape.length - axis;
  if (rank === 0) return [isBool ? elementText(values[0] as number, true) : NativeString(values[0])];
  const extent = shape[axis] as number;
  if (rank === 1) return [row(elements, at, extent)];
  const lines: string[] = [];
  const stride = product(shape, axis + 1);
  for (let i = 0; i < extent; i++) {
    if (extent > mostShown && i === shownAtEnds) {
      define(lines, lines.length, "...");
      i = extent - shownAtEnds;
    }
    const inner = linesOf(elements, axis + 1, at + i * stride, i === extent - 1);
    for (let line = 0; line < inner.length; line++) define(lines, lines.length, inner[line]);
  }
  return bracket(lines, rank, isLast);
}

function bracket(lines: string[], rank: number, isLast: boolean): string[] {
  const separator = rank === 2 ? "," : "";
  const end = isLast ? "" : `,\n${stringRepeat("\n", rank - 2)}`;
  define(lines, 0, lines.length === 0 ? "[" : `[${lines[0]}${separator}`);
  const last = lines.length - 1;
  for (let i = 1; i < last; i++) define(lines, i, ` ${lines[i]}${separator}`);
  define(lines, last, ` ${lines[last]}]${end}`);
  return lines;
}

function row({ values, isBool, widths }: Elements, at: number, extent: number): string {
  let text = "[";
  for (let i = 0; i < extent; i++) {
    if (extent > mostShown && i === shownAtEnds) {
      text += ", ...";
      i = extent - shownAtEnds;
    }
    const shown = elementText(values[at + i] as number, isBool);
    const missing = (widths[i] ?? 0) - shown.length;
    text += `${i === 0 ? "" : ", "}${shown}${missing > 0 ? stringRepeat(" ", missing) : ""}`;
  }
  return `${text}]`;
}

const elementText = (value: number, isBool: boolean): string =>
  isBool ? (value === 0 ? "false" : "true") : NativeString(numberParseFloat(toFixed(value, 7)));
