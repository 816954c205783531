import { message } from "../../messages/message.ts";
import { codeSpan } from "../text/code-span.ts";
import type { ErrorEntry, Explanation } from "./explanation.ts";
import { readShape, shapeGroup, shapeText, sizeOf, transposed } from "./shapes.ts";

type Shape = readonly number[];

/** A shape in which something may be missing: `2,`, `2,NaN`, `1,,4`. */
const holedShape = String.raw`([\w.,-]{0,80})`;

/** Operations that join, cut and reshape tensors, on shapes that do not allow it. */
export const shapeErrors: readonly ErrorEntry[] = [
  {
    id: "concat-shapes",
    type: "Error",
    pattern: new RegExp(
      // The number in the end is that of the tensor once more, whatever the message says.
      `^Error in concat\\dD: Shape of tensors\\[(\\d{1,6})\\] \\(${shapeGroup}\\) does not match the shape of the rest \\(${shapeGroup}\\) along the non-concatenated axis \\d{1,6}\\.$`,
    ),
    explain: ([, at = "", shape = "", rest = ""]) => explainConcat(Number(at), readShape(shape), readShape(rest)),
  },
  {
    id: "concat-ranks",
    type: "Error",
    pattern: /^Error in concat\dD: rank of tensors\[(\d{1,6})\] must be the same as the rank of the rest \((\d)\)$/,
    explain: ([, at = "", rank = ""]) => ({
      what: message("error.concat-ranks.what", { number: Number(at) + 1, rank }),
      tryThis: message("error.concat-ranks.try"),
    }),
  },
  {
    id: "nothing-to-join",
    type: "Error",
    pattern:
      /^(?:Pass at least one tensor to (?:tf\.)?(concat|stack)|Argument tensors passed to (stack) must be a `Tensor\[\]` or `TensorLike\[\]`)$/,
    explain: ([, joined, stacked = "", name = joined ?? stacked]) => ({
      what: message("error.nothing-to-join.what", { name: codeSpan(name) }),
      tryThis: message("error.nothing-to-join.try", { name: codeSpan(name) }),
    }),
  },
  {
    id: "stack-shapes",
    type: "Error",
    pattern: new RegExp(
      `^All tensors passed to stack must have matching shapes Shapes ${shapeGroup} and ${shapeGroup} must match$`,
    ),
    explain: ([, left = "", right = ""]) =>
      left === right
        ? null
        : {
            what: message("error.stack-shapes.what", {
              left: shapeText(readShape(left)),
              right: shapeText(readShape(right)),
            }),
            tryThis: message("error.stack-shapes.try"),
          },
  },
  {
    id: "loss-shapes",
    type: "Error",
    pattern: new RegExp(`^Error in (\\w{1,40}): {1,2}Shapes ${shapeGroup} and ${shapeGroup} must match$`),
    explain: ([, name = "", left = "", right = ""]) =>
      left === right ? null : explainSameShapes(name, readShape(left), readShape(right)),
  },
  {
    id: "reshape-size",
    type: "Error",
    pattern: new RegExp(`^Size\\((\\d{1,15})\\) must match the product of shape ${holedShape}$`),
    explain: ([, size = "", shape = ""]) => explainReshape(Number(size), shape),
  },
  {
    id: "reshape-fraction",
    type: "Error",
    pattern: /^The implicit shape can't be a fractional number\. Got (\d{1,15}) \/ (\d{1,15})$/,
    explain: ([, size = "", known = ""]) =>
      Number(size) % Number(known) === 0
        ? null
        : {
            what: message("error.reshape-fraction.what", { size, known }),
            tryThis: message("error.reshape-fraction.try"),
          },
  },
  {
    id: "reshape-undefined",
    type: "Error",
    pattern: new RegExp(
      `^The new shape \\(${holedShape}\\) has NaN elements and the old shape \\(${shapeGroup}\\) has `,
    ),
    explain: ([, shape = "", old = ""]) => ({
      what: message("error.reshape-undefined.what", { old: shapeText(readShape(old)), shape: withHoles(shape) }),
      tryThis: message(readShape(old).length === 1 ? "error.reshape-undefined.vector" : "error.reshape-undefined.try"),
    }),
  },
  {
    id: "squeeze",
    type: "Error",
    pattern: /^Can't squeeze axis (\d) since its dim '(\d{1,9})' is not 1$/,
    explain: ([, axis = "", extent = ""]) => ({
      what: message("error.squeeze.what", { axis, extent }),
      tryThis: message("error.squeeze.try"),
    }),
  },
  {
    id: "split",
    type: "Error",
    pattern:
      /^(?:Number of splits must evenly divide the axis|The sum of sizes must match the size of the axis dimension)\.$/,
    explain: () => ({ what: message("error.split.what"), tryThis: message("error.split.try") }),
  },
  {
    id: "broadcast-to",
    type: "Error",
    pattern: new RegExp(`^broadcastTo\\(\\): \\[${shapeGroup}\\] cannot be broadcast to \\[${shapeGroup}\\]\\.$`),
    explain: ([, from = "", to = ""]) => ({
      what: message("error.broadcast-to.what", { from: shapeText(readShape(from)), to: shapeText(readShape(to)) }),
      tryThis: message("error.broadcast-to.try"),
    }),
  },
  {
    id: "shape-entries",
    type: "Error",
    pattern: new RegExp(
      `^Tensor must have a shape comprised of positive integers but got shape \\[${holedShape}\\]\\.$`,
    ),
    explain: ([, shape = ""]) => ({
      what: message("error.shape-entries.what", { shape: withHoles(shape) }),
      tryThis: message("error.shape-entries.try"),
    }),
  },
];

/** `[2, ?]`: what is missing becomes a question mark. */
const withHoles = (shape: string): string =>
  `[${shape
    .split(",")
    .map((extent) => (extent === "" ? "?" : extent))
    .join(", ")}]`;

function explainConcat(at: number, shape: Shape, rest: Shape): Explanation | null {
  const differing = rest.keys().filter((axis) => shape[axis] !== rest[axis]);
  const [axis, another] = [...differing];
  if (axis === undefined || shape.length !== rest.length) return null;
  const shapes = { number: at + 1, shape: shapeText(shape), rest: shapeText(rest) };
  if (another !== undefined) {
    return { what: message("error.concat-shapes.axes", shapes), tryThis: message("error.concat-shapes.try") };
  }
  return {
    what: message("error.concat-shapes.axis", { ...shapes, axis }),
    tryThis: message("error.concat-shapes.other-axis", { axis }),
  };
}

function explainSameShapes(name: string, left: Shape, right: Shape): Explanation {
  const isTransposed = String(left) === String(transposed(right));
  return {
    what: message("error.loss-shapes.what", {
      name: codeSpan(name),
      left: shapeText(left),
      right: shapeText(right),
    }),
    tryThis: message(isTransposed ? "error.loss-shapes.transpose" : "error.loss-shapes.try"),
  };
}

function explainReshape(size: number, text: string): Explanation | null {
  const isWhole = /^\d+(?:,\d+)*$/.test(text);
  if (!isWhole) {
    return {
      what: message("error.reshape-size.hole", { size, shape: withHoles(text) }),
      tryThis: message("error.shape-entries.try"),
    };
  }
  const shape = readShape(text);
  const product = sizeOf(shape);
  if (product === size) {
    return { what: message("error.shape-not-list.what"), tryThis: message("error.shape-not-list.try") };
  }
  const free = shape.findIndex((extent) => extent > 0 && size % (product / extent) === 0);
  const what = message("error.reshape-size.what", { size, shape: shapeText(shape), product });
  if (free === -1) return { what, tryThis: message("error.reshape-size.try") };
  const fitting = shapeText(shape.with(free, size / (product / (shape[free] ?? 1))));
  return { what, tryThis: message("error.reshape-size.fitting", { fitting }) };
}
