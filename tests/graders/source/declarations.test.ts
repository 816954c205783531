import { readdir, readFile } from "node:fs/promises";
import { parse } from "@babel/parser";
import { expect, test } from "vitest";
import { outlineOf } from "../../../graders/source/declarations.ts";
import { sourceOf } from "./student-code.ts";

const root = new URL("../../../", import.meta.url);

/** What a file declares: of functions the parameters that have a name, and which characters. */
type Told = Readonly<Record<string, { readonly parameters: readonly unknown[] | undefined; readonly code: string }>>;

function told(text: string): Told | undefined {
  const file = sourceOf(text).entry();
  const outline = file && outlineOf(file);
  if (outline === undefined) return undefined;
  return Object.fromEntries(
    [...outline.declarations.values()].map(({ name, first, last, parameters }) => {
      const [start, end] = [outline.code.tokens[first]?.start, outline.code.tokens[last]?.end];
      return [name, { parameters: parameters?.map((one) => one.name), code: text.slice(start, end) }];
    }),
  );
}

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };

function byBabel(text: string): Told {
  const all: [string, { parameters: readonly unknown[] | undefined; code: string }][] = [];
  const body = parse(text, { sourceType: "module", plugins: ["typescript"] }).program.body as unknown as Node[];
  for (const outer of body) {
    const node = (outer["declaration"] ?? outer) as Node;
    const add = (id: Node | null, made: Node | null): void => {
      if (id?.type !== "Identifier") return;
      const isFunction = made !== null && /^(?:Function|ArrowFunction)/.test(made.type);
      const names = isFunction ? (made["params"] as Node[]).map(nameOf) : undefined;
      all.push([id["name"] as string, { parameters: names, code: text.slice(outer.start, outer.end) }]);
    };
    if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") add(node["id"] as Node | null, node);
    const [first] = node.type === "VariableDeclaration" ? (node["declarations"] as Node[]) : [];
    if (first !== undefined) add(first["id"] as Node, first["init"] as Node | null);
  }
  return Object.fromEntries(all);
}

function nameOf(node: Node): unknown {
  const { type, left, argument } = node as Node & { left?: Node; argument?: Node };
  const named = type === "AssignmentPattern" ? left : type === "RestElement" ? argument : node;
  return named?.type === "Identifier" ? named["name"] : undefined;
}

test("outlineOf() finds the declarations that a parser finds, in every source of the assignments and in our own", async () => {
  const names = await Promise.all(
    ["assignments/", "reference/", "sandbox/"].map(async (room) =>
      (await readdir(new URL(room, root), { recursive: true })).map((name) => room + name),
    ),
  );
  let compared = 0;
  for (const name of names.flat().filter((one) => one.endsWith(".ts") && !one.includes("syntax-error"))) {
    const text = await readFile(new URL(name, root), "utf8");
    // What nobody writes into a submission: checks that a program wrote, statements without a value.
    if (text.length > 30_000 || /^(?:export )?(?:declare|abstract) |^await using/m.test(text)) continue;
    expect(told(text), name).toEqual(byBabel(text));
    compared++;
  }
  expect(compared).toBeGreaterThan(300);
});

test("outlineOf() knows the forms in which functions are written", () => {
  const text = [
    "export async function a<T>(x: Map<string, T>, { y }: { y: number }, ...rest: T[]): Promise<{ z: T }> { return { z: x } }",
    "export const b = async (x = (1 + 2), y: (q: number) => void = () => {}): Promise<void> => {",
    "}",
    "const c: (n: number) => number = function named(n) { return n }",
    "let d = x => x * 2, e = 1;",
    "export default function f(this: void, x?: number) { }",
    "function over(x: string): void;",
    "function over(x: number): void { }",
    "const g = <T,>(x: T) => x",
    "class H { a(b) { } }",
    "const i = (1 + 2) * 3",
    "export { c as k, i }",
  ].join("\n");
  const found = told(text) ?? {};
  expect(Object.entries(found).map(([name, { parameters }]) => [name, parameters])).toEqual([
    ["a", ["x", undefined, "rest"]],
    ["b", ["x", "y"]],
    ["c", ["n"]],
    ["d", ["x"]],
    ["f", [undefined, "x"]],
    ["over", ["x"]],
    ["g", ["x"]],
    ["H", undefined],
    ["i", undefined],
  ]);
  expect(found["c"]?.code).toBe("const c: (n: number) => number = function named(n) { return n }");
});

test("outlineOf() gives up what it cannot read, and is never held up", () => {
  expect(told("function f( { ] }")).toBeUndefined();
  expect(told("x;".repeat(4_001))).toBeUndefined();
  expect(told(`x${" ".repeat(200_000)}`)).toBeUndefined();
  const start = performance.now();
  for (const text of [
    "async<T>(".repeat(40) + ")".repeat(40),
    `${"(".repeat(9_000)}${")".repeat(9_000)}`,
    `${"`${".repeat(9_000)}${"}`".repeat(9_000)}`,
    "a<".repeat(9_000),
    `const ${"ä".repeat(199_000)} = 1`,
    `const f = ${"(a)=>".repeat(3_000)}1`,
    `${"function f(".repeat(5_000)}`,
    `${"export default async ".repeat(6_000)}`,
    `/*${"*".repeat(199_000)}`,
    `"${"\\\\".repeat(99_000)}`,
  ])
    expect(() => told(text)).not.toThrow();
  expect(performance.now() - start).toBeLessThan(1000);
});
