import { type ParserOptions, parse } from "@babel/parser";
import type { Node, Program, Statement } from "@babel/types";

const options: ParserOptions = { sourceType: "module", plugins: ["typescript"] };

/**
 * Parses a TypeScript module.
 * @throws SyntaxError where it is not one.
 */
export function parseModule(text: string): Program {
  return parse(text, options).program;
}

/** Properties of a node that are not code: comments, positions, types. */
const noCode: readonly string[] = [
  "loc",
  "extra",
  "leadingComments",
  "innerComments",
  "trailingComments",
  "typeAnnotation",
  "typeArguments",
  "typeParameters",
  "returnType",
];

/** The child nodes that are code, in the order of the source. */
export function childrenOf(node: Node): Node[] {
  return Object.entries(node)
    .filter(([key]) => !noCode.includes(key))
    .flatMap(([, value]: [string, unknown]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

/** A top-level statement of a module, and the names that it declares. */
export type Unit = {
  readonly names: readonly string[];
  readonly exported: boolean;
  readonly node: Statement;
};

/** The top-level declarations of a module, without imports and types. */
export function unitsOf(program: Program): Unit[] {
  return program.body.flatMap((statement): Unit[] => {
    const exported = statement.type === "ExportNamedDeclaration";
    const node = exported ? statement.declaration : statement;
    switch (node?.type) {
      case "FunctionDeclaration":
        return node.id ? [{ names: [node.id.name], exported, node }] : [];
      case "VariableDeclaration": {
        const names = node.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
        return [{ names, exported, node }];
      }
      case "ClassDeclaration":
        return node.id ? [{ names: [node.id.name], exported, node }] : [];
      default:
        return [];
    }
  });
}

/** Names that a module exports at run time. */
export function exportedNames(program: Program): string[] {
  const listed = program.body.flatMap((statement) =>
    statement.type === "ExportNamedDeclaration" && statement.exportKind !== "type" ? statement.specifiers : [],
  );
  return [
    ...unitsOf(program).flatMap(({ names, exported }) => (exported ? names : [])),
    ...listed.flatMap(({ exported }) => (exported.type === "Identifier" ? [exported.name] : [])),
  ];
}
