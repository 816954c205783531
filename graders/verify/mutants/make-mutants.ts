import type { Node } from "@babel/types";
import { callRule } from "./call-rules.ts";
import type { Edit, Mutant } from "./mutation.ts";
import { flowRule, operatorRule } from "./operator-rules.ts";
import { childrenOf, parseModule, unitsOf } from "./syntax.ts";

// The first rule that makes a text determines its kind: an axis is also a constant.
const rules = [callRule, operatorRule, flowRule];

/**
 * Makes every mutant of a source by the rules: on its syntax tree, one mistake each. Types, imports, guards against
 * misuse (an `if` that only throws) and output stay untouched: no case can see them.
 * @param source A TypeScript module.
 * @returns Mutants in the order of the source, no text twice.
 * @throws SyntaxError where the source is not a module.
 */
export function makeMutants(source: string): Mutant[] {
  const texts = new Set([source]);
  return unitsOf(parseModule(source)).flatMap(({ names, node }) =>
    editsIn(node, source)
      .map((edit) => toMutant(edit, source, names[0] ?? ""))
      .filter(({ text }) => {
        const isNew = !texts.has(text);
        texts.add(text);
        return isNew;
      }),
  );
}

function editsIn(node: Node, source: string): Edit[] {
  if (isUntouched(node) || isGuard(node) || onlyPrints(node)) return [];
  const own = rules.flatMap((rule) => rule(node, source));
  const children = childrenOf(node).filter((child) => !isFallback(child, node));
  return [...own, ...children.flatMap((child) => editsIn(child, source))];
}

/** The `0` of `layerDims[i] ?? 0` is there for the type checker: the element is there. */
function isFallback(child: Node, parent: Node): boolean {
  if (parent.type !== "LogicalExpression" || parent.operator !== "??" || child !== parent.right) return false;
  return parent.left.type === "MemberExpression" && parent.left.computed && child.type === "NumericLiteral";
}

function isUntouched({ type }: Node): boolean {
  if (type === "TSAsExpression" || type === "TSNonNullExpression" || type === "TSSatisfiesExpression") return false;
  return type === "ThrowStatement" || type === "UpdateExpression" || type.startsWith("TS");
}

function isGuard(node: Node): boolean {
  if (node.type !== "IfStatement" || node.alternate) return false;
  const { consequent } = node;
  const [only, ...others] = consequent.type === "BlockStatement" ? consequent.body : [consequent];
  return only?.type === "ThrowStatement" && others.length === 0;
}

/** Console output is not part of an answer. */
function onlyPrints(node: Node): boolean {
  if (node.type === "IfStatement") return !node.alternate && onlyPrints(node.consequent);
  if (node.type === "BlockStatement") return node.body.length > 0 && node.body.every(onlyPrints);
  if (node.type !== "ExpressionStatement" || node.expression.type !== "CallExpression") return false;
  const { callee } = node.expression;
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "console";
}

function toMutant({ kind, start, end, replacement }: Edit, source: string, unit: string): Mutant {
  const line = source.slice(0, start).split("\n").length;
  const lineText = (source.split("\n")[line - 1] ?? "").trim();
  const change = `${fold(source.slice(start, end))} => ${fold(replacement)}`;
  return {
    kind,
    start,
    end,
    unit,
    line,
    lineText,
    change,
    text: source.slice(0, start) + replacement + source.slice(end),
  };
}

const fold = (text: string): string => text.replace(/\s+/g, " ").trim();
