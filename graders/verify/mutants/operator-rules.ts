import type { BinaryExpression, Expression, Node, PrivateName, Statement } from "@babel/types";
import type { Edit } from "./mutation.ts";

/** Makes the mistakes of one kind of node. */
export type Rule = (node: Node, source: string) => Edit[];

const swapped: Readonly<Record<string, string>> = { "+": "-", "-": "+", "*": "/", "/": "*", "**": "*", "%": "*" };
const assigned: Readonly<Record<string, string>> = { "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=" };
const boundaries: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
const negated: Readonly<Record<string, string>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "===": "!==",
  "!==": "===",
};

/** Operators of which either term can replace the whole; for a difference or quotient, only the first. */
const commutative: readonly string[] = ["+", "*"];

/** Mistakes in arithmetic, comparisons and logic. */
export const operatorRule: Rule = (node, source) => {
  switch (node.type) {
    case "BinaryExpression":
      return joinsText(node) ? [] : [...operatorEdits(node, source), ...termEdits(node, source)];
    case "LogicalExpression": {
      const other = { "&&": "||", "||": "&&", "??": undefined }[node.operator];
      return replaceOperator(node.left, node.right, node.operator, other, "operator swapped", source);
    }
    case "AssignmentExpression":
      return replaceOperator(node.left, node.right, node.operator, assigned[node.operator], "operator swapped", source);
    case "UnaryExpression": {
      if (node.operator !== "-" && node.operator !== "!") return [];
      return [replace(node, textOf(node.argument, source), "negation")];
    }
    case "BooleanLiteral":
      return [replace(node, String(!node.value), "negation")];
    case "NumericLiteral":
      return [replace(node, String(node.value + 1), "constant changed")];
    default:
      return [];
  }
};

function operatorEdits({ left, right, operator }: BinaryExpression, source: string): Edit[] {
  return [
    ...replaceOperator(left, right, operator, swapped[operator], "operator swapped", source),
    ...replaceOperator(left, right, operator, boundaries[operator], "boundary moved", source),
    ...replaceOperator(left, right, operator, negated[operator], "negation", source),
  ];
}

function termEdits(node: BinaryExpression, source: string): Edit[] {
  if (swapped[node.operator] === undefined) return [];
  const kept: Node[] = commutative.includes(node.operator) ? [node.left, node.right] : [node.left];
  return kept.map((term) => replace(node, textOf(term, source), "term dropped"));
}

/** `+` between strings is not arithmetic. */
function joinsText({ left, right }: BinaryExpression): boolean {
  const isText = ({ type }: Expression | PrivateName) => type === "StringLiteral" || type === "TemplateLiteral";
  return isText(left) || isText(right);
}

function replaceOperator(
  left: Node,
  right: Node,
  operator: string,
  replacement: string | undefined,
  kind: Edit["kind"],
  source: string,
): Edit[] {
  if (replacement === undefined) return [];
  const start = source.indexOf(operator, left.end ?? 0);
  if (start < 0 || start >= (right.start ?? 0)) return [];
  return [{ kind, start, end: start + operator.length, replacement }];
}

/** The source of a node, in parentheses, because it may replace one that binds tighter. */
export const textOf = (node: Node, source: string): string => `(${source.slice(node.start ?? 0, node.end ?? 0)})`;

/** Replaces a whole node. */
export function replace(node: Node, replacement: string, kind: Edit["kind"]): Edit {
  return { kind, start: node.start ?? 0, end: node.end ?? 0, replacement };
}

/** Mistakes in the control flow: a branch always taken, a statement left out. */
export const flowRule: Rule = (node, source) => {
  switch (node.type) {
    case "ConditionalExpression":
      return [node.consequent, node.alternate].map((branch) => replace(node, textOf(branch, source), "branch taken"));
    case "IfStatement":
      return ["true", "false"].map((constant) => replace(node.test, constant, "branch taken"));
    case "ExpressionStatement":
      return isNeeded(node) ? [replace(node, ";", "statement dropped")] : [];
    default:
      return [];
  }
};

/** No answer depends on freed memory, and a loop without its step would not end. */
function isNeeded({ expression }: Extract<Statement, { type: "ExpressionStatement" }>): boolean {
  if (expression.type === "AssignmentExpression") return true;
  if (expression.type !== "CallExpression") return false;
  const { callee } = expression;
  const method =
    callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : "";
  return !/^dispose/.test(method);
}
