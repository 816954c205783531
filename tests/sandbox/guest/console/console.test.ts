import { Console } from "node:console";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseRun } from "../../../../sandbox/replies/case-run.ts";
import { expectNothingLeft } from "../../../fixtures/expect-nothing-left.ts";
import { runBodies, SourceRunner } from "../../run-source.ts";

expectNothingLeft();

let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open({ f: [[]] }, { limits: { consoleBytes: 16_384 } });
});
afterAll(() => runner[Symbol.asyncDispose]());

/** What a snippet prints inside the sandbox. */
async function printedInGuest(snippet: string): Promise<string> {
  const source = `// @ts-nocheck\nimport * as tf from "@tensorflow/tfjs";\nexport function f() { ${snippet}\nreturn 1; }`;
  const [run] = await runner.cases(source);
  return printedBy(run);
}

function printedBy(run: CaseRun | undefined): string {
  if (run?.outcome !== "returned") throw new Error(`A snippet ends with ${JSON.stringify(run)}`);
  return run.console;
}

/** A body that prints, and returns something. */
const printing = (snippet: string): string => `${snippet}\nreturn 1;`;

/** What the same snippet prints on Node's own console. */
function printedByNode(snippet: string): string {
  let printed = "";
  const stream = new Writable({
    write(chunk, _, done) {
      printed += String(chunk);
      done();
    },
  });
  const console = new Console({ stdout: stream, stderr: stream, colorMode: false });
  new Function("console", snippet)(console);
  return printed;
}

/** Snippets by what they show; each prints the same in the guest as on Node. */
const snippets = [
  ["nothing", "console.log()"],
  ["primitives", "console.log(1, -0, 'a', true, null, undefined, 12n, Symbol('s'), NaN, -Infinity, 1e21, 0.1)"],
  [
    "all levels",
    "console.log(1); console.info(2); console.debug(3); console.warn(4); console.error(5); console.dirxml(6)",
  ],
  ["a short list", "console.log([1, 2, 3], [], [[]], ['a', \"it's\"])"],
  ["a list in columns", "console.log(Array.from({ length: 30 }, (_, i) => i * i))"],
  ["floats in columns", "console.log(Array.from({ length: 27 }, (_, i) => Math.sqrt(i)))"],
  ["texts in columns", "console.log(Array.from({ length: 20 }, (_, i) => 'w'.repeat(i % 5)))"],
  ["a list of more than a hundred", "console.log(Array.from({ length: 150 }, (_, i) => i), new Array(101).fill('x'))"],
  ["a list with holes", "console.log([1, , 3], new Array(5), [, , 'a', , 'b'], Object.assign([1, 2], { key: 'v' }))"],
  ["nested lists", "console.log([[1, 2], [3, 4]], [[[[1]]]], [[[[[2]]]]])"],
  ["a matrix", "console.log(Array.from({ length: 12 }, (_, i) => Array.from({ length: 12 }, (_, j) => i * j)))"],
  ["objects", "console.log({}, { a: 1 }, { a: { b: { c: { d: 1 } } } }, { 'a-b': 1, 2: 3, __proto__: null })"],
  [
    "a wide object",
    "console.log({ first: 'some text here', second: 'some more text', third: ['a', 'b'], fourth: { fifth: 1 } })",
  ],
  [
    "a wide list of objects",
    "console.log([{ name: 'ada', marks: [1, 2, 3] }, { name: 'bo', marks: [4, 5, 6] }, { name: 'cleo', marks: [] }])",
  ],
  ["deep on one line or several", "console.log({ a: { b: { c: {} } } }, { a: [{ b: 1 }, { c: [1, [2]] }] })"],
  ["classes", "class A { x = 1; } class B extends A {} console.log(new A(), new B(), A, B, class {}, [new B()])"],
  [
    "classes with tags",
    "class A { get [Symbol.toStringTag]() { return 'A'; } } console.log(new A(), { [Symbol.toStringTag]: 'T' }, Math, JSON)",
  ],
  [
    "functions",
    "function g() {} console.log(g, () => {}, async () => {}, function* h() {}, async function* k() {}, { g }, Object.assign(() => {}, { a: 1 }))",
  ],
  ["native functions", "console.log(Math.max, Array, [].map, parseInt)"],
  [
    "getters, which do not run",
    "console.log({ get a() { throw 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} })",
  ],
  ["maps and sets", "console.log(new Map([['a', 1], [{ k: 1 }, [2]]]), new Set([1, 'b', [3]]), new Map(), new Set())"],
  [
    "large maps and sets",
    "console.log(new Set(Array.from({ length: 120 }, (_, i) => i)), { m: new Map([['a', { b: { c: { d: 1 } } }]]) })",
  ],
  ["weak collections", "console.log(new WeakMap(), new WeakSet())"],
  [
    "typed arrays",
    "console.log(new Float32Array([1.5, 2]), new Int32Array(), new Uint8Array(200), new BigInt64Array(2), [new Float64Array(2)])",
  ],
  ["buffers", "console.log(new Uint8Array([1, 171, 255]).buffer, new DataView(new ArrayBuffer(2)))"],
  [
    "dates and patterns",
    "console.log(new Date(0), new Date(NaN), /a+/gi, [new Date(5), /x/], Object.assign(/y/, { a: 1 }))",
  ],
  ["boxes", "console.log(new Number(3), new String('abc'), new Boolean(false), Object(1n), Object(Symbol('q')))"],
  ["symbols as keys", "console.log({ [Symbol('a')]: 1, [Symbol()]: { b: 2 } }, Symbol.iterator)"],
  ["circles", "const a = { n: 1 }; a.self = a; const l = [a]; l.push(l); console.log(a, l, { a, b: { a } })"],
  ["strings inside", `console.log(['a\\nb', "it's", 'say "it\\'s"', '\`"\\'', '\\t\\\\\\x07\\u009f\\ud83d', '😀'])`],
  [
    "long strings inside",
    "console.log({ a: 'x'.repeat(90), b: 'line one is long enough\\nline two is long enough, too, and goes on\\n' + 'z'.repeat(60) })",
  ],
  ["a very long string inside", "console.log(['y'.repeat(10_010)])"],
  [
    "no prototype",
    "console.log(Object.create(null), Object.create({}), Object.create({ a: 1 }), Object.setPrototypeOf([1], null))",
  ],
  [
    "proxies, whose traps do not run",
    "console.log(new Proxy({ a: 1 }, { get() { throw 1; }, ownKeys() { throw 2; } }), new Proxy([1], {}), [new Proxy(() => 1, {})])",
  ],
  ["arguments", "(function () { console.log(arguments); })(1, 'b')"],
  ["generators", "console.log((function* g() {})())"],
  ["errors without a stack", "const e = new Error('no'); e.stack = undefined; delete e.stack; console.log(e, [e])"],
  ["errors with fields", "const e = new TypeError('no'); e.stack = 'TypeError: no'; e.code = 7; console.log(e, { e })"],
  ["%s", "console.log('%s|%s|%s|%s|%s|%s', 'a', 1, -0, [1, [2, [3]]], { a: { b: 1 } }, null)"],
  [
    "%s of own toString",
    "class P { toString() { return 'P!'; } } console.log('%s %s', new P(), { toString() { return 'o'; } })",
  ],
  ["%s of functions, symbols and integers", "console.log('%s %s %s', Math.max, Symbol('x'), 5n)"],
  ["%d %i %f", "console.log('%d %d %d %d %i %i %f %f', 1.5, '2', {}, 3n, 4.9, 'x', '5.25', Symbol('a'))"],
  ["%j", "const c = {}; c.c = c; console.log('%j %j %j', { a: [1] }, undefined, c)"],
  ["%o", "console.log('%o', { a: [1, { b: 2 }] })"],
  ["%O", "console.log('%O!', { a: { b: { c: { d: 1 } } } })"],
  [
    "%c and %%",
    "console.log('%cred%% 100%', 'color: red', 'rest'); console.log('50%%'); console.log('%% %s', 1); console.log('%x %s', 2)",
  ],
  ["too many and too few", "console.log('%s', 1, 2, 'three', [4]); console.log('%s %s', 1); console.log(1, '%s', 2)"],
  [
    "groups",
    "console.group('G', 1); console.log('a\\nb'); console.group(); console.log({ a: 1 }); console.groupEnd(); console.groupCollapsed('H'); console.log(2); console.groupEnd(); console.groupEnd(); console.groupEnd(); console.log('out')",
  ],
  [
    "counts",
    "console.count(); console.count('a'); console.count(); console.countReset(); console.count(); console.count(undefined); console.count(7)",
  ],
  [
    "assertions",
    "console.assert(true, 'no'); console.assert(false); console.assert(0, 'a %s', 1); console.assert(null, { a: 1 }, 2); console.assert(false, '')",
  ],
  [
    "dir",
    "console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 }); console.dir([1]); console.dir({ a: { b: { c: { d: { e: 1 } } } } }, { depth: null }); console.dir('s')",
  ],
  ["hidden properties", "console.dir([1, 2], { showHidden: true })"],
  ["a table of rows", "console.table([{ a: 1, b: 'x' }, { a: 22, c: [1, 2] }])"],
  ["a table of lists", "console.table([[1, 2.5], ['a', null]])"],
  ["a table of primitives and of both", "console.table([1, 'b']); console.table([1, { a: 2 }, undefined])"],
  ["a table of an object", "console.table({ x: { w: 1 }, y: { w: 2, v: { deep: { er: 1 } } } })"],
  [
    "a table of chosen columns",
    "console.table([{ a: 1, b: 2 }, { a: 3 }, 5], ['b']); console.table([{ a: 1 }], ['z'])",
  ],
  ["a table of maps and sets", "console.table(new Map([['k', { v: 1 }]])); console.table(new Set([1, 'z']))"],
  [
    "a table of nothing and of no table",
    "console.table([]); console.table(5); console.table('s'); console.table(null)",
  ],
  ["a table with wide signs", "console.table([{ 名: '値', é: 'e\\u0301' }])"],
  ["clear", "console.clear(); console.log(1)"],
] as const;

const tensors = [
  ["a scalar", "tf.scalar(2.5)"],
  ["a vector", "tf.tensor1d([1, 2.123456789, 1e-9])"],
  ["a long vector", "tf.range(0, 25)"],
  ["a matrix", "tf.tensor2d([[1, -2.5], [30, 4]])"],
  ["a tall and wide matrix", "tf.range(0, 900).reshape([30, 30]).mul(0.5)"],
  ["three axes", "tf.range(0, 24).reshape([2, 3, 4])"],
  ["five axes", "tf.range(0, 32).reshape([2, 2, 2, 2, 2])"],
  ["many matrices", "tf.range(0, 100).reshape([25, 2, 2])"],
  ["no rows", "tf.zeros([0, 3])"],
  ["integers", "tf.tensor2d([[1, 2]], undefined, 'int32')"],
  ["booleans", "tf.tensor2d([[1, 0], [0, 1]], [2, 2], 'bool')"],
  ["a boolean", "tf.scalar(true)"],
  ["a variable", "tf.variable(tf.ones([2]))"],
  [
    "columns of another width than their ends",
    "tf.tensor2d(Array.from({ length: 44 }, (_, i) => (i === 21 ? 1.2345 : i)), [2, 22])",
  ],
] as const;

/** Prints a tensor, and what its own method says of it. */
const twice = (tensor: string): string =>
  `console.log(${tensor}); console.log("=="); console.log((${tensor}).toString())`;

describe("guestConsole", () => {
  let runs: ReadonlyMap<string, CaseRun | undefined>;
  beforeAll(async () => {
    const all = [...snippets.map(([, snippet]) => snippet), ...tensors.map(([, tensor]) => twice(tensor))];
    runs = await runBodies(all.map(printing), { consoleBytes: 16_384, caseTimeMs: 2000 });
  });

  it.each(snippets)("prints %s as Node does", (_, snippet) => {
    expect(printedBy(runs.get(printing(snippet)))).toBe(printedByNode(snippet));
  });

  it.each(tensors)("prints %s as tf.Tensor.toString() does", (_, tensor) => {
    const [own, text] = printedBy(runs.get(printing(twice(tensor)))).split("==\n");
    expect(own).toMatch(/^Tensor\n {4}/);
    expect(own).toBe(text);
  });

  it.each([
    ["an object that inherits from one", "console.log(Object.create(trap({})))", "{}"],
    ["a list that does", "console.log(Object.setPrototypeOf([1], trap([])))", "[ 1 ]"],
    ["a %s of it", "console.log('%s', Object.create(trap({})))", "{}"],
    ["an object of a class that is one", "console.log({ constructor: trap(class A {}), a: 1 })", "{ constructor"],
    ["a class that extends one", "const B = class extends trap(class A {}) {}; console.log(B)", "[class B extends A]"],
    ["options that are one", "console.dir({ a: 1 }, trap({ depth: 0 }))", "{ a: 1 }"],
    [
      "a chain that holds itself",
      "const o = {}; Object.setPrototypeOf(o, trap(o)); console.log(o); console.log('%s', o)",
      "Object <Complex prototype>",
    ],
  ])("runs no trap of a Proxy at %s", async (_, snippet, start) => {
    const names =
      '"get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor", "apply", "isExtensible", "defineProperty", "set"';
    const trap = `let ran = []; const trap = (target) => new Proxy(target, Object.fromEntries([${names}].map((name) => [name, (...args) => {
      if (isPrinting) ran.push(name); return Reflect[name](...args); }]))); let isPrinting = false;`;
    const watched = snippet.replaceAll("console.", "isPrinting = true, console.");
    expect(await printedInGuest(`${trap} ${watched}; isPrinting = false; console.log("ran", ran);`)).toMatch(
      new RegExp(`^${RegExp.escape(start)}[^]*ran \\[\\]\n$`),
    );
  });

  it("prints tensors inside of other values, in groups and tables", async () => {
    const printed = await printedInGuest(`
      console.group("layer");
      console.log("W1", { W1: tf.tensor2d([[1, 2], [3, 4]]), b: [tf.scalar(1)] });
      console.groupEnd();
      tf.zeros([2]).print();
      console.table(tf.ones([2]));
      console.table([{ cost: tf.scalar(0.5) }]);`);
    expect(printed).toMatchInlineSnapshot(`
      "layer
        W1 {
          W1: Tensor
              [[1, 2],
               [3, 4]],
          b: [
            Tensor
                1
          ]
        }
      Tensor
          [0, 0]
      Tensor
          [1, 1]
      ┌─────────┬────────────┐
      │ (index) │ cost       │
      ├─────────┼────────────┤
      │ 0       │ Tensor 0.5 │
      └─────────┴────────────┘
      "
    `);
  });

  it("keeps to the limit, whatever is printed, and shows nothing of what does not fit", async () => {
    const printed = await printedInGuest(`
      console.log("x".repeat(1e7), Array(1e6).fill("y".repeat(1e4)));
      console.table(Array.from({ length: 1e5 }, () => ({ a: 1 })));
      console.log("%s %j", "z".repeat(1e7), Array(1e5).fill(1));`);
    expect(printed).toBe("x".repeat(16_384));
  });

  it.each([
    ["a matrix of a million numbers", "tf.zeros([1000, 1000])", "Tensor"],
    ["a million numbers", "new Float32Array(1e6)", "Float32Array(1000000) ["],
    ["a list of a hundred thousand lists", "Array.from({ length: 1e5 }, () => [1, 2, 3])", "["],
    [
      "lists in lists in lists",
      "Array.from({ length: 90 }, () => Array.from({ length: 90 }, () => Array(90).fill(0)))",
      "[",
    ],
    ["a map of a hundred thousand", "new Map(Array.from({ length: 1e5 }, (_, i) => [i, { i }]))", "Map(100000) {"],
    ["an integer of a million digits", "2n ** 4000000n", "<more than 1233 digits>n"],
  ])("prints %s in a small part of a case's time", async (_, value, start) => {
    const printed = await printedInGuest(`
      const value = ${value};
      for (let i = 0; i < 10; i++) console.log(value);`);
    expect(printed.startsWith(start)).toBe(true);
  });

  it("shows of an error its message and the calls of the submission", async () => {
    const printed = await printedInGuest(`
      class Wrong extends Error {}
      console.log(new TypeError("no"), [new Wrong("w")]);
      console.error("cost failed:", new Error("outer", { cause: new RangeError("inner") }));
      try { tf.matMul(tf.ones([2, 3]), tf.ones([2, 3])); } catch (e) { console.log(e); }
      console.trace("here %d", 1);`);
    expect(printed.replaceAll(/\bs\d+\.ts:/g, "submission.ts:")).toMatchInlineSnapshot(`
      "TypeError: no
          at f (submission.ts:5:19) [
        Wrong [Error]: w
            at f (submission.ts:5:41)
      ]
      cost failed: Error: outer
          at f (submission.ts:6:37) {
        [cause]: RangeError: inner
            at f (submission.ts:6:65)
      }
      Error: Error in matMul: inner shapes (3) and (2) of Tensors with shapes 2,3 and 2,3 and transposeA=false and transposeB=false must match.
          at f (submission.ts:7:16)
      Trace: here 1
          at f (submission.ts:8:15)
      "
    `);
  });

  it("lets no time pass, and says which timers there are", async () => {
    const printed = await printedInGuest(`
      console.time(); console.timeLog(); console.timeEnd(); console.timeEnd();
      console.time("a"); console.time("a"); console.timeLog("a", { n: 1 }, "more"); console.countReset("c");`);
    expect(printed).toMatchInlineSnapshot(`
      "default: 0ms
      default: 0ms
      Warning: No such label 'default' for console.timeEnd()
      Warning: Label 'a' already exists for console.time()
      a: 0ms { n: 1 } more
      Warning: Count for 'c' does not exist
      "
    `);
  });

  it("begins each case without groups, counts and timers of the one before", async () => {
    await using two = await SourceRunner.open({ f: [[], []] });
    const runs = await two.cases(`export function f() {
      console.group("g"); console.count(); console.time("t"); console.time("t"); return 1; }`);
    expect(runs.map(({ console }) => console)).toEqual(Array(2).fill(expect.stringMatching(/^g\n {2}default: 1\n/)));
    expect(runs[1]?.console).toBe(runs[0]?.console);
  });
});
