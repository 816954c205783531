import { describe, expect, test } from "vitest";
import { makeMutants } from "../../../../graders/verify/mutants/make-mutants.ts";

/** The mistakes in a source, in one line each. */
const mistakes = (source: string): string[] => makeMutants(source).map(({ kind, change }) => `${kind}: ${change}`);

describe("makeMutants()", () => {
  test("swaps operators and drops terms", () => {
    expect(mistakes("const f = (a, b) => a - b * a;")).toMatchInlineSnapshot(`
      [
        "operator swapped: - => +",
        "term dropped: a - b * a => (a)",
        "operator swapped: * => /",
        "term dropped: b * a => (b)",
        "term dropped: b * a => (a)",
      ]
    `);
  });

  test("shifts boundaries, negates conditions, takes branches and changes constants", () => {
    expect(mistakes("const f = (a) => (a < 2 ? -a : 0);")).toMatchInlineSnapshot(`
      [
        "branch taken: a < 2 ? -a : 0 => (-a)",
        "branch taken: a < 2 ? -a : 0 => (0)",
        "boundary moved: < => <=",
        "negation: < => >=",
        "constant changed: 2 => 3",
        "negation: -a => (a)",
        "constant changed: 0 => 1",
      ]
    `);
  });

  test("changes axes and methods, drops calls, swaps arguments where that matters", () => {
    expect(mistakes("const f = (x, y) => tf.sum(tf.sub(x, y), 0, true);")).toMatchInlineSnapshot(`
      [
        "axis changed: 0 => 1",
        "call dropped: tf.sum(tf.sub(x, y), 0, true) => (tf.sub(x, y))",
        "argument order: tf.sub(x, y), 0, true => (0), (tf.sub(x, y)), (true)",
        "method swapped: sum => mean",
        "call dropped: tf.sub(x, y) => (x)",
        "argument order: x, y => (y), (x)",
        "method swapped: sub => add",
        "negation: true => false",
      ]
    `);
    expect(mistakes("const f = (x, y) => x.matMul(y).add(x);")).toMatchInlineSnapshot(`
      [
        "call dropped: x.matMul(y).add(x) => (x.matMul(y))",
        "method swapped: add => sub",
        "call dropped: x.matMul(y) => (x)",
        "argument order: x.matMul(y) => (y).matMul(x)",
      ]
    `);
  });

  test("drops statements, but not those that free memory", () => {
    expect(mistakes("function f(x, y) { x.assign(y); y.dispose(); total += 1; }")).toMatchInlineSnapshot(`
      [
        "statement dropped: x.assign(y); => ;",
        "call dropped: x.assign(y) => (x)",
        "statement dropped: total += 1; => ;",
        "operator swapped: += => -=",
        "constant changed: 1 => 2",
      ]
    `);
  });

  test("leaves types, texts, guards against misuse, printing and fallbacks of the type checker alone", () => {
    const source = `import { a } from "b";
      type T = 1 | 2;
      export function f(x: 3 | 4, names: Record<string, number>): number {
        if (x % 2 === 0 && x > 1) console.log(x * 2);
        if (x === undefined) throw new TypeError(\`x is \${x}\` + ", 1");
        return names["d" + x] ?? 0;
      }`;
    expect(mistakes(source)).toEqual([]);
  });

  test("gives the place of a mistake, and makes no text twice", () => {
    const source = "const g = 1;\n\nfunction f(a) {\n  return a +\n    g;\n}\n";
    const mutants = makeMutants(source);
    expect(mutants.find(({ kind }) => kind === "operator swapped")).toMatchObject({
      unit: "f",
      line: 4,
      lineText: "return a +",
      change: "+ => -",
      text: source.replace("+", "-"),
    });
    const texts = [source, ...mutants.map(({ text }) => text)];
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("rejects a text that is not a module", () => {
    expect(() => makeMutants("const = 1")).toThrow(SyntaxError);
  });
});
