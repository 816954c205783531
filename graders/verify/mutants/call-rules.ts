import type { CallExpression, Expression, MemberExpression, Node } from "@babel/types";
import type { Edit } from "./mutation.ts";
import { type Rule, replace, textOf } from "./operator-rules.ts";

/** Methods that are easily confused. */
const mistaken: readonly (readonly [string, string])[] = [
  ["add", "sub"],
  ["mul", "div"],
  ["sum", "mean"],
  ["max", "min"],
  ["maximum", "minimum"],
  ["zeros", "ones"],
  ["zerosLike", "onesLike"],
  ["sqrt", "square"],
  ["greater", "greaterEqual"],
  ["less", "lessEqual"],
  ["floor", "ceil"],
  ["argMax", "argMin"],
  ["every", "some"],
  ["sigmoid", "tanh"],
  ["exp", "log"],
];

const swaps = new Map([...mistaken, ...mistaken.map(([left, right]) => [right, left] as const)]);

/** Methods that take an axis. */
const withAxis: readonly string[] = [
  "sum",
  "mean",
  "max",
  "min",
  "argMax",
  "argMin",
  "gather",
  "concat",
  "stack",
  "split",
  "expandDims",
  "squeeze",
  "reverse",
];

/** Methods whose arguments, or whose tensor and argument, can be swapped. */
const symmetric: readonly string[] = [
  "add",
  "mul",
  "max",
  "min",
  "maximum",
  "minimum",
  "equal",
  "notEqual",
  "logicalAnd",
  "logicalOr",
  "addN",
];

/** Calls that only manage memory, tell the type checker a rank, or are needed for anything to run. */
const untouched: readonly string[] = [
  "tidy",
  "keep",
  "dispose",
  "clone",
  "asScalar",
  "as1D",
  "variable",
  "dataSync",
  "arraySync",
  "data",
  "array",
  "entries",
  "keys",
  "values",
  "fromEntries",
  "from",
];

const namespaces: readonly string[] = ["tf", "Math"];

/** Mistakes in calls: another method, another axis, a missing call, arguments in another order. */
export const callRule: Rule = (node, source) => {
  if (node.type === "MemberExpression") return swapMethod(node);
  if (node.type !== "CallExpression") return [];
  const called = calledMethod(node);
  const args = node.arguments.filter((arg): arg is Expression => arg.type !== "SpreadElement");
  if (called === undefined) return swapArguments(args, source);
  if (untouched.includes(called.name)) return [];
  return [
    ...changeAxis(called.name, args),
    ...dropCall(node, called, args, source),
    ...(symmetric.includes(called.name) ? [] : swapArguments(args, source)),
    ...(symmetric.includes(called.name) || called.namespace ? [] : swapWithTensor(node, called, args, source)),
  ];
};

type Method = {
  readonly name: string;
  readonly object: Node;
  /** Whether it is called on `tf` or `Math`. */
  readonly namespace: boolean;
};

function calledMethod({ callee }: CallExpression): Method | undefined {
  if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return undefined;
  const { object, property } = callee;
  const namespace = object.type === "Identifier" && namespaces.includes(object.name);
  return { name: property.name, object, namespace };
}

function swapMethod({ property, computed }: MemberExpression): Edit[] {
  const other = computed || property.type !== "Identifier" ? undefined : swaps.get(property.name);
  return other === undefined ? [] : [replace(property, other, "method swapped")];
}

function changeAxis(name: string, args: readonly Expression[]): Edit[] {
  if (!withAxis.includes(name)) return [];
  return args.flatMap((arg) =>
    arg.type === "NumericLiteral" ? [replace(arg, arg.value === 0 ? "1" : "0", "axis changed")] : [],
  );
}

/** `tf.sqrt(x)` becomes `x`, `x.div(m)` becomes `x`. */
function dropCall(node: CallExpression, method: Method, args: readonly Expression[], source: string): Edit[] {
  const kept = method.namespace ? args[0] : method.object;
  return kept === undefined || isFunction(kept) ? [] : [replace(node, textOf(kept, source), "call dropped")];
}

function swapArguments([first, second, ...rest]: readonly Expression[], source: string): Edit[] {
  if (first === undefined || second === undefined || isFunction(first) || isFunction(second)) return [];
  const [left, right] = [textOf(first, source), textOf(second, source)];
  if (left === right) return [];
  const others = rest.map((arg) => `, ${textOf(arg, source)}`).join("");
  const last = rest.at(-1) ?? second;
  return [
    {
      kind: "argument order",
      start: first.start ?? 0,
      end: last.end ?? 0,
      replacement: `${right}, ${left}${others}`,
    },
  ];
}

/** `a.sub(b)` becomes `b.sub(a)`. */
function swapWithTensor(
  node: CallExpression,
  { name, object }: Method,
  args: readonly Expression[],
  source: string,
): Edit[] {
  const [other] = args;
  if (other === undefined || args.length !== 1 || !["sub", "div", "matMul", "pow", "dot"].includes(name)) return [];
  if (other.type === "NumericLiteral") return [];
  return [replace(node, `${textOf(other, source)}.${name}${textOf(object, source)}`, "argument order")];
}

const isFunction = ({ type }: Node): boolean => type === "ArrowFunctionExpression" || type === "FunctionExpression";
