import { expect, test } from "vitest";
import { atOnce } from "../../../assignments/steps/in-turns.ts";
import { type ClueFacts, findClues } from "../../../graders/source/clues.ts";
import { folderOf, sourceOf } from "./student-code.ts";

const nothing: ClueFacts = {
  failed: [],
  wanted: new Set(),
  numbers: new Set(),
  members: new Map(),
  changed: [],
  isDisposed: false,
  isKept: false,
  places: undefined,
};

const f = { id: "f", parameters: ["parameters", "beta"] };

/** What is told of `f`: code, names, and the marked texts with their lines. */
function cluesIn(code: string, facts: Partial<ClueFacts>, isExplained = false): readonly string[] {
  return atOnce(findClues(sourceOf(code), f, { ...nothing, ...facts }, isExplained)).map(
    ({ code: kind, names, place }) => {
      const marks = (place?.marks ?? []).map(({ line, column, length }) => {
        const text = place?.lines[line - place.firstLine] ?? "";
        return `${line}:${text.slice(column - 1, column - 1 + length)}`;
      });
      return [kind, names.join(), ...marks].join(" ");
    },
  );
}

const wrong = (all: string, right = ""): Partial<ClueFacts> => ({
  places: { wrong: all.split(" "), right: right === "" ? [] : right.split(" ") },
});

test("findClues() says where that is made which is made of nothing else that is wrong", () => {
  const code = `export function f(parameters, beta) {
  const dZ3: Tensor2D = sub(parameters.A3, 1);
  const dA2 = matMul(parameters.W3, dZ3);
  const dZ2 = mul(dA2, relu(dA2));
  const dW2 = matMul(dZ2, parameters.A1);
  return { dZ3, dA2, dZ2, dW2 };
}`;
  expect(cluesIn(code, wrong("dW2 dZ2", "dZ3 dA2"))).toEqual(["made-here dZ2 4:dZ2 = mul(dA2, relu(dA2))"]);
  expect(cluesIn(code, wrong("dZ3 dA2 dZ2 dW2"))).toEqual(["made-here dZ3 2:dZ3: Tensor2D = sub(parameters.A3, 1)"]);
  expect(cluesIn(code, wrong("dW2 db2", "dZ3"))).toEqual([]);
});

test("findClues() knows a member by the name that it has in the function, and by its group", () => {
  const code = `export const f = (parameters, beta) => {
  const A1 = relu(parameters.Z1);
  const masked = A1.mul(beta);
  const s = {}, result = { v: {} };
  for (const key of Object.keys(parameters)) {
    s[key] = square(key);
    result.v["d" + key] = cube(key);
  }
  return { A3, cache: { A1: masked }, s, v: result.v };
};`;
  expect(cluesIn(code, wrong("cache.A1"))).toEqual([
    "made-here cache.A1 2:A1 = relu(parameters.Z1) 3:masked = A1.mul(beta)",
  ]);
  expect(cluesIn(code, wrong("s.dW1 s.db1", "v.dW1"))).toEqual(["made-here s.dW1,s.db1 6:s[key] = square(key)"]);
  expect(cluesIn(code, wrong("v.dW1", "s.dW1"))).toEqual(['made-here v.dW1 7:result.v["d" + key] = cube(key)']);
});

test("findClues() reads keys in templates, sums, pairs and objects, with and without semicolons", () => {
  const loop =
    "export function f(parameters) {\n  for (;;) {\n    p[`W$" +
    "{l}`] = one(l)\n    p['b' + l] = two(l)\n  }\n  return p\n}";
  expect(cluesIn(loop, wrong("b1 b2", "W1 W2"))).toEqual(["made-here b1,b2 4:p['b' + l] = two(l)"]);
  const pairs =
    "export function f(p) {\n  return Object.fromEntries(list.map(([k, v]) => ['d' + k, zeros([v.size])]));\n}";
  expect(cluesIn(pairs, wrong("dW1 db1"))).toEqual(["made-here dW1,db1 2:['d' + k, zeros([v.size])]"]);
  const object = "export function f(p) {\n  return { W1: make(25, 1), b1: make(2, 1) };\n}";
  expect(cluesIn(object, wrong("b1", "W1"))).toEqual(["made-here b1 2:b1: make(2, 1)"]);
});

test("findClues() marks the steps that lead to what is wrong, if they are few", () => {
  const steps = (count: number) => Array.from({ length: count }, (_, i) => `  const x${i + 1} = g(x${i});\n`).join("");
  const code = (count: number) =>
    `export function f(p) {\n${steps(count)}  const W1 = h(x${count}, A1);\n  return { W1, A1 };\n}`;
  expect(cluesIn(code(2), wrong("W1", "A1"))).toEqual(["made-here W1 2:x1 = g(x0) 3:x2 = g(x1) 4:W1 = h(x2, A1)"]);
  expect(cluesIn(code(5), wrong("W1", "A1"))).toEqual(["made-here W1 7:W1 = h(x5, A1)"]);
  const shared =
    "export function f(p, beta = 2) {\n  const m = p.size;\n  const A = g(m);\n  const W = h(A, m, beta);\n  return { A, W };\n}";
  expect(cluesIn(shared, wrong("W", "A"))).toEqual(["made-here W 4:W = h(A, m, beta)"]);
  const through =
    "export function f(p) {\n  const Z = g(p);\n  const A = relu(Z);\n  const masked = mul(A);\n  return { Z, A: masked };\n}";
  expect(cluesIn(through, wrong("A Z"))).toEqual(["made-here Z 2:Z = g(p)"]);
  const again = "export function f(p) {\n  let A = relu(p);\n  A = mul(A, 2);\n  return { A };\n}";
  expect(cluesIn(again, wrong("A"))).toEqual(["made-here A 2:A = relu(p) 3:A = mul(A, 2)"]);
});

test("findClues() marks what a single number is computed by", () => {
  const code = "export function f(p, beta) {\n  const h = beta * 2;\n  const unused = 3;\n  return p / h;\n}";
  expect(cluesIn(code, wrong(""))).toEqual(["returned-here f 2:h = beta * 2 4:return p / h"]);
  expect(cluesIn(code.replace("return", "if (h) return 1;\n  return"), wrong(""))).toEqual([]);
});

test("findClues() says with what all is made that is wrong, and nothing that is right", () => {
  const code = `export function f(parameters, beta) {
  const m = parameters.length;
  const dZ3 = sub(A3, Y), dA2 = mul(W3, dZ3);
  const dW3 = div(dZ3, m);
  const db3 = div(sum(dZ3), m);
  const dW2 = div(dA2, m);
  const db2 = div(sum(dA2), m);
  return { dZ3, dA2, dW3, db3, dW2, db2 };
}`;
  expect(cluesIn(code, wrong("dW3 db3 dW2 db2", "dZ3 dA2"))).toEqual([]);
  const written = code.replaceAll("div(", "tidy(").replace("sub(", "tidy(");
  expect(cluesIn(written, wrong("dW3 db3 dW2 db2", "dZ3 dA2"))).toEqual(["made-with m 2:m = parameters.length"]);
});

test("findClues() tells of other exercises that a function uses and that do not pass, also where its mistake is known", () => {
  const code =
    "export function g() {}\nconst h = () => g();\nexport function f() {\n  return h();\n}\nexport function other() {}";
  expect(cluesIn(code, { failed: ["g", "other"] })).toEqual(["calls-failed g"]);
  expect(cluesIn(code, { failed: ["g"], ...wrong("a") }, true)).toEqual(["calls-failed g"]);
  expect(cluesIn(code, { failed: [] })).toEqual([]);
});

test("findClues() tells of parameters on which results depend, and which are never used or have a 0 replaced", () => {
  const code = "export function f(p, momentum) {\n  const b = momentum || 0.9;\n  return b;\n}";
  expect(cluesIn(code, { wanted: new Set(["parameters"]) })).toEqual(["unused-parameter p 1:p"]);
  expect(cluesIn(code, { numbers: new Set(["beta"]) })).toEqual(["or-default momentum 2:momentum ||"]);
  expect(cluesIn(code, { numbers: new Set(["beta"]) }, true)).toEqual([]);
  expect(cluesIn(code.replace("||", "??"), { numbers: new Set(["beta"]) })).toEqual([]);
});

test("findClues() tells of members that are never read, where others of their kind are read by name", () => {
  const facts = { members: new Map([["parameters", ["W1", "b1", "W2", "b2", "W3", "b3"]]]) };
  const code = "export function f(p) {\n  return sum(p.W1) + sum(p.W2) + sum(p.W2);\n}";
  expect(cluesIn(code, facts)).toEqual(["unread-members W3 1:p"]);
  expect(cluesIn(code.replace("sum(p.W2)", "sum(p.W3)"), facts)).toEqual([]);
  expect(cluesIn("export function f(p) {\n  return p[`W$" + "{l}`] + p.W1 + p.W2;\n}", facts)).toEqual([]);
  expect(cluesIn("export function f(p) {\n  return p['W' + l] + p.W1 + p.W2;\n}", facts)).toEqual([]);
});

test("findClues() shows where inputs are changed, tensors disposed of, and what is kept from call to call", () => {
  const code = `const kept = {};
export function f(dims, beta) {
  const first = dims.shift();
  kept["W1"] = first;
  first.dispose();
  return kept;
}`;
  expect(cluesIn(code, { changed: ["parameters"] })).toEqual(["changes-input dims 3:dims.shift"]);
  expect(cluesIn(code, { isDisposed: true })).toEqual(["disposes dispose 5:dispose"]);
  expect(cluesIn(code, { isKept: true })).toEqual(["kept-outside kept 1:kept"]);
});

test("findClues() tells of sorting as text, of rounding and of cutting off only where it knows nothing better", () => {
  const code =
    "export function f(p, beta) {\n  const r = p.sort();\n  return Math.round(r) + r.toFixed(2) + clipByValue(r);\n}";
  expect(cluesIn(code, {})).toEqual([
    "sorts-as-text sort 2:sort()",
    "rounds toFixed 3:toFixed",
    "rounds Math.round 3:Math.round",
  ]);
  expect(cluesIn(code, { numbers: new Set(["beta"]) })).toHaveLength(3);
  expect(cluesIn(code.replace("sort()", "sort((a, b) => a - b)"), {})[0]).toBe("rounds toFixed 3:toFixed");
  expect(cluesIn(code, {}, true)).toEqual([]);
});

test("findClues() says nothing of what it cannot read", () => {
  expect(cluesIn("export const f = )", wrong("a"))).toEqual([]);
  const empty = atOnce(findClues(folderOf({}), f, nothing, false));
  expect(empty).toEqual([]);
});

test("findClues() is not held up by a long function", () => {
  const nested = (count: number) => Array.from({ length: count }, (_, i) => `x${i} = [`).join("") + "]".repeat(count);
  const long = Array.from({ length: 1500 }, (_, i) => `  a[b${i}] = c${i};\n`).join("");
  for (const body of [long, nested(140), nested(1500)]) {
    const start = performance.now();
    cluesIn(`export function f(p) {\n${body}\n  return { x1, x2 };\n}`, {
      ...wrong("x1 x2 x3 a.W1", "x4"),
      isKept: true,
    });
    expect(performance.now() - start).toBeLessThan(500);
  }
});
