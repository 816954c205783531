import { message } from "../../messages/message.ts";
import type { ErrorContext, ErrorEntry, Explanation } from "./explanation.ts";
import { withShapes } from "./input-names.ts";
import { clashOf, readShape, shapeGroup, shapeText, transposed } from "./shapes.ts";

type Shape = readonly number[];
type Flip = "yes" | "no";

/** Products of matrices, and operations element by element, on tensors whose shapes do not fit. */
export const matrixErrors: readonly ErrorEntry[] = [
  {
    id: "matmul",
    type: "Error",
    pattern: new RegExp(
      `^Error in matMul: inner shapes \\((?:\\d{1,9}|undefined)\\) and \\((?:\\d{1,9}|undefined)\\) of Tensors with shapes ${shapeGroup} and ${shapeGroup} and transposeA=(true|false) and transposeB=(true|false) must match\\.$`,
    ),
    explain: ([, left = "", right = "", isLeftFlipped, isRightFlipped], context) =>
      located(
        [readShape(left), readShape(right)],
        context,
        explainProduct(
          { shape: readShape(left), flip: isLeftFlipped === "true" ? "yes" : "no" },
          { shape: readShape(right), flip: isRightFlipped === "true" ? "yes" : "no" },
        ),
      ),
  },
  {
    id: "dot-inner",
    type: "Error",
    pattern: /^Error in dot: inner dimensions of inputs must match, but got (\d{1,9}) and (\d{1,9})\.$/,
    explain: ([, left = "", right = ""]) =>
      left === right
        ? null
        : { what: message("error.dot-inner.what", { left, right }), tryThis: message("error.dot-inner.try") },
  },
  {
    id: "dot-rank",
    type: "Error",
    pattern: /^Error in dot: inputs must all be rank 1 or 2, but got ranks (\d) and (\d)\.$/,
    explain: ([, left = "", right = ""]) => ({
      what: message("error.dot-rank.what", { left, right }),
      tryThis: message(left === "0" || right === "0" ? "error.dot-rank.number" : "error.dot-rank.try"),
    }),
  },
  {
    id: "broadcast",
    type: "Error",
    pattern: new RegExp(`^Operands could not be broadcast together with shapes ${shapeGroup} and ${shapeGroup}\\.$`),
    explain: ([, left = "", right = ""], context) =>
      located([readShape(left), readShape(right)], context, explainBroadcast(readShape(left), readShape(right))),
  },
];

/** An explanation that also names the inputs of these shapes. */
const located = (
  shapes: readonly Shape[],
  context: ErrorContext,
  explanation: Explanation | null,
): Explanation | null => explanation && { ...explanation, tryThis: withShapes(explanation.tryThis, shapes, context) };

type Factor = { readonly shape: Shape; readonly flip: Flip };

function explainProduct(left: Factor, right: Factor): Explanation | null {
  const shapes = { left: shapeText(left.shape), right: shapeText(right.shape) };
  const [thin] = [left, right].filter(({ shape }) => shape.length < 2);
  if (thin !== undefined) return explainThin(thin.shape, thin === left ? "left" : "right", shapes);
  const [outerLeft, innerLeft] = lastTwo(left);
  const [innerRight, outerRight] = lastTwo(right);
  if (innerLeft === innerRight) return null;
  const what = message("error.matmul.what", {
    ...shapes,
    flipLeft: left.flip,
    flipRight: right.flip,
    innerLeft,
    innerRight,
  });
  // Of more than two dimensions those before the last two must fit, too.
  if (left.shape.length > 2 || right.shape.length > 2) return { what, tryThis: message("error.matmul.print") };
  const ways = [
    ...(innerLeft === outerRight
      ? [message("error.matmul.right", { flipped: right.flip, result: shapeText([outerLeft, innerRight]) })]
      : []),
    ...(outerLeft === innerRight
      ? [message("error.matmul.left", { flipped: left.flip, result: shapeText([innerLeft, outerRight]) })]
      : []),
    ...(outerLeft === outerRight
      ? [message("error.matmul.exchanged", { result: shapeText([innerRight, innerLeft]) })]
      : []),
  ];
  if (ways.length === 0) return { what, tryThis: message("error.matmul.nothing") };
  return { what, tryThis: message("error.matmul.ways", { count: ways.length, ways: ways.join("; ") }) };
}

/** Rows and columns of a factor as it is multiplied. */
function lastTwo({ shape, flip }: Factor): readonly [number, number] {
  const [rows = 1, columns = 1] = shape.slice(-2);
  return flip === "yes" ? [columns, rows] : [rows, columns];
}

function explainThin(
  shape: Shape,
  side: "left" | "right",
  shapes: { readonly left: string; readonly right: string },
): Explanation {
  const [length] = shape;
  if (length === undefined) {
    return { what: message("error.matmul.number", { ...shapes, side }), tryThis: message("error.matmul.try-mul") };
  }
  return {
    what: message("error.matmul.vector", { ...shapes, side }),
    tryThis: message("error.matmul.try-reshape", { column: shapeText([length, 1]), row: shapeText([1, length]) }),
  };
}

function explainBroadcast(left: Shape, right: Shape): Explanation | null {
  const clash = clashOf(left, right);
  if (clash === null) return null;
  const shapes = { left: shapeText(left), right: shapeText(right) };
  const { axis, left: inLeft, right: inRight } = clash;
  const what =
    left.length === right.length
      ? message("error.broadcast.what", { ...shapes, axis, inLeft, inRight })
      : message("error.broadcast.from-end", { ...shapes, inLeft, inRight });
  return { what, tryThis: tryBroadcast(left, right) };
}

function tryBroadcast(left: Shape, right: Shape): string {
  const vector = left.length === 1 ? left : right.length === 1 ? right : null;
  const other = vector === left ? right : left;
  if (vector !== null && other.length === 2 && vector[0] === other[0]) {
    return message("error.broadcast.column", { vector: shapeText(vector), column: shapeText([...vector, 1]) });
  }
  if (left.length !== 2 || right.length !== 2) return message("error.broadcast.try");
  const isProduct = left[1] === right[0];
  if (clashOf(left, transposed(right)) === null && isNoGrid(left, transposed(right))) {
    return message(isProduct ? "error.broadcast.transpose-or-product" : "error.broadcast.transpose");
  }
  return message(isProduct ? "error.broadcast.product" : "error.broadcast.try");
}

/** Whether one of two shapes that fit is that of the result: a column and a row make a grid, which is hardly meant. */
const isNoGrid = (left: Shape, right: Shape): boolean =>
  [left, right].some((shape) => shape.every((extent, axis) => extent === Math.max(left[axis] ?? 1, right[axis] ?? 1)));
