import type { Statement } from "@babel/types";
import { type Rule, replace, textOf } from "./operator-rules.ts";

/** Mistakes in the flow: a branch always taken, a statement left out. */
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

/** Freeing memory is good manners, but no answer depends on it; a loop without its step would not end. */
function isNeeded({ expression }: Extract<Statement, { type: "ExpressionStatement" }>): boolean {
  if (expression.type === "AssignmentExpression") return true;
  if (expression.type !== "CallExpression") return false;
  const { callee } = expression;
  const method =
    callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : "";
  return !/^dispose/.test(method);
}
