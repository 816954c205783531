import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseRun } from "../../../sandbox/replies/case-run.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { runBodies, SourceRunner } from "../run-source.ts";

expectNothingLeft();

let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open({ f: [[]] });
});
afterAll(() => runner[Symbol.asyncDispose]());

const head = `import * as tf from "@tensorflow/tfjs";`;

async function resultOf(body: string) {
  const [run] = await runner.cases(`${head}\nexport function f(): any { ${body} }`);
  return run;
}

const encoded = [
  ["a number", "return -0;", { kind: "number", value: -0 }],
  ["NaN", "return NaN;", { kind: "number", value: Number.NaN }],
  ["an infinity", "return -Infinity;", { kind: "number", value: Number.NEGATIVE_INFINITY }],
  [
    "a scalar tensor",
    "return tf.scalar(2);",
    { kind: "tensor", shape: [], dtype: "float32", data: new Float32Array([2]) },
  ],
  [
    "an int32 tensor",
    "return tf.tensor1d([1, 2], 'int32');",
    { kind: "tensor", dtype: "int32", data: new Int32Array([1, 2]) },
  ],
  [
    "a bool tensor",
    "return tf.tensor1d([1, 2]).greater(1);",
    { kind: "tensor", dtype: "bool", data: new Uint8Array([0, 1]) },
  ],
  [
    "an int32 tensor cast to float32",
    "return tf.tensor1d([1, 2], 'int32').toFloat();",
    { kind: "tensor", dtype: "float32", data: new Float32Array([1, 2]) },
  ],
  [
    "a transposed tensor",
    "return tf.tensor2d([[1, 2], [3, 4]]).transpose();",
    { kind: "tensor", data: new Float32Array([1, 3, 2, 4]) },
  ],
  ["an empty tensor", "return tf.zeros([0, 3]);", { kind: "tensor", shape: [0, 3], data: new Float32Array() }],
  ["a variable", "return tf.variable(tf.scalar(1));", { kind: "tensor", variable: true }],
  [
    "a variable that cannot be trained",
    "return tf.variable(tf.scalar(1), false);",
    { kind: "tensor", variable: false },
  ],
  [
    "a typed array of float32 numbers",
    "return { costs: Float32Array.of(1, 0.5) };",
    { entries: [["costs", { kind: "array", shape: [2], data: new Float64Array([1, 0.5]) }]] },
  ],
  ["a typed array of int32", "return Int32Array.of(2, 0);", { kind: "array", shape: [2], data: Float64Array.of(2, 0) }],
  ["an empty typed array", "return new Float64Array(0);", { kind: "list", items: [] }],
  [
    "nested numbers",
    "return [[1, 2, 3], [4, 5, 6]];",
    { kind: "array", shape: [2, 3], data: new Float64Array([1, 2, 3, 4, 5, 6]) },
  ],
  ["an empty list", "return [];", { kind: "list", items: [] }],
  [
    "a list of records",
    "return [{ a: 1 }];",
    { kind: "list", items: [{ kind: "record", entries: [["a", { kind: "number", value: 1 }]] }] },
  ],
  [
    "a key that is undefined, as absent",
    "return { a: 1, b: undefined };",
    { kind: "record", entries: [["a", { kind: "number", value: 1 }]] },
  ],
  [
    "a key called __proto__",
    "return JSON.parse('{\"__proto__\": 1}');",
    { kind: "record", entries: [["__proto__", { kind: "number", value: 1 }]] },
  ],
  [
    "an instance with public fields",
    "return new (class { a = 1; })();",
    { kind: "record", entries: [["a", { kind: "number", value: 1 }]] },
  ],
  ["a truth value", "return 2 > 1;", { kind: "boolean", value: true }],
  [
    "truth values in a list and in a dictionary",
    "return [false, { a: true }];",
    {
      kind: "list",
      items: [
        { kind: "boolean", value: false },
        { kind: "record", entries: [["a", { kind: "boolean", value: true }]] },
      ],
    },
  ],
  ["an awaited promise", "return Promise.resolve(3);", { kind: "number", value: 3 }],
] as const;

const refused = [
  ["undefined", "", ""],
  ["null", "return null;", ""],
  ["string", "return { a: 'text' };", "a"],
  ["bigint", "return 1n;", ""],
  ["symbol", "return Symbol('s');", ""],
  ["function", "return () => 1;", ""],
  ["promise", "return { a: Promise.resolve(1) };", "a"],
  ["date", "return new Date();", ""],
  ["proxy-or-class", "return new Map([[1, 2]]);", ""],
  ["typed-array", "return new Uint8Array(3);", ""],
  ["sparse-or-ragged-array", "return [[1, 2], [3]];", ""],
  ["sparse-or-ragged-array", "return [1, , 3];", ""],
  ["mixed-array", "return [1, 'two'];", ""],
  ["mixed-array", "return [{ a: 1 }, 2];", ""],
  ["array-like", "return { length: 2, 0: 1, 1: 2 };", ""],
  ["iterator", "return (function* () { for (;;) yield 1; })();", ""],
  [
    "fake-tensor",
    "return Object.assign(Object.create(tf.Tensor.prototype), { shape: [1], dtype: 'float32', dataId: {} });",
    "",
  ],
  ["fake-tensor", "const t: any = tf.ones([4]); t.shape = [1e9]; return t;", ""],
  ["disposed-tensor", "const t = tf.ones([2]); t.dispose(); return { t };", "t"],
  ["unsupported-dtype", "return tf.complex([1], [2]);", ""],
  ["too-deep", "const o: any = {}; o.o = o; return o;", Array(17).fill("o").join(".")],
  ["too-large", "return Object.fromEntries([['k'.repeat(300), 1]]);", ""],
  ["getter-threw", "return { get a() { throw new Error('no'); } };", ""],
  ["getter-threw", "return new Proxy({}, { ownKeys() { throw new Error('trap'); } });", ""],
] as const;

describe("encodeResult()", () => {
  let results: ReadonlyMap<string, CaseRun | undefined>;
  beforeAll(async () => {
    results = await runBodies([...encoded, ...refused].map(([_, body]) => body));
  });

  it.each(encoded)("encodes %s", (_, body, value) => {
    expect(results.get(body)).toMatchObject({ outcome: "returned", value });
  });

  it.each(refused)("refuses a result as %s: %s", (reason, body, path) => {
    expect(results.get(body)).toMatchObject({ outcome: "bad-value", reason, path });
  });

  it.each([
    ["a first row that is [1] when looked at and [] when written", "Array(1e6).fill(shifty([[1], []]))", [1e6, 1]],
    ["a length that is 2 when looked at and 0 when written", "[shifty([[1, 2], []]), [3, 4]]", [2, 2]],
  ])("reads a list once: %s", async (_, result, shape) => {
    // Shows the first list until its length and its first item have been read, and from then on the second.
    const shifty = `const shifty = (shown) => { let reads = 0; return new Proxy([], {
      get: (_, key) => Reflect.get(shown[key === "length" ? (reads++ === 0 ? 0 : 1) : 0], key),
    }); };`;
    const run = await resultOf(`${shifty} return ${result};`);
    // What was shown first is written, or the result is refused; never a shape whose numbers are not there.
    if (run?.outcome === "returned") expect(run.value).toMatchObject({ kind: "array", shape });
    else expect(run).toMatchObject({ outcome: "bad-value", reason: "sparse-or-ragged-array" });
  });

  it("lets no tensor claim rows that cost nothing", async () => {
    expect(await resultOf("return tf.zeros([1e9, 0]);")).toMatchObject({ outcome: "bad-value", reason: "too-large" });
  });

  it("reads the data the engine has, whatever the tensor's methods say", async () => {
    const lie = "tf.Tensor.prototype.dataSync = () => new Float32Array([9]) as any; return tf.tensor1d([1]);";
    expect(await resultOf(lie)).toMatchObject({ outcome: "returned", value: { data: new Float32Array([1]) } });
  });

  it.each([
    [
      "array setters",
      "for (let i = 0; i < 9; i++) Object.defineProperty(Array.prototype, i, { set() { throw 1; }, configurable: true });",
    ],
    ["JSON", "(JSON as any).stringify = () => '{}';"],
    [
      "typed arrays",
      "(globalThis as any).Float32Array = (globalThis as any).Uint8Array = class {}; Uint8Array.prototype.set = () => {};",
    ],
    ["DataView", "DataView.prototype.setFloat64 = () => {}; (globalThis as any).DataView = class {};"],
    ["WeakMap", "WeakMap.prototype.get = () => undefined;"],
    ["Object", "Object.keys = () => ['forged']; Object.getPrototypeOf = () => null;"],
  ])("is not misled by replaced %s", async (_, pollution) => {
    expect(await resultOf(`${pollution} return { a: 7 };`)).toMatchObject({
      outcome: "returned",
      value: { kind: "record", entries: [["a", { kind: "number", value: 7 }]] },
    });
  });
});

describe("restrictGlobals()", () => {
  it("leaves nothing of the host, no clock, no shared or growing memory", async () => {
    const names = ["require", "module", "navigator", "WebAssembly", "SharedArrayBuffer", "Atomics", "WeakRef"];
    const more = ["FinalizationRegistry", "Temporal", "gradecheckHarness", "importScripts", "Worker"];
    const probe = `return ${JSON.stringify([...names, ...more])}.filter((name) => name in globalThis).length;`;
    expect(await resultOf(probe)).toMatchObject({ value: { kind: "number", value: 0 } });
    expect(
      await resultOf("return new (ArrayBuffer as any)(8, { maxByteLength: 16 }).resizable ? 1 : 0;"),
    ).toMatchObject({
      value: { kind: "number", value: 0 },
    });
    expect(await resultOf("return (new Uint8Array(1).buffer as any).resize === undefined ? 0 : 1;")).toMatchObject({
      value: { kind: "number", value: 0 },
    });
  });

  it("keeps Date usable, at a standstill", async () => {
    expect(await resultOf("return new Date(5).getTime() + (Date.now() - new Date().getTime());")).toMatchObject({
      value: { kind: "number", value: 5 },
    });
  });
});
