import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Value } from "../../../assignments/values/value.ts";
import { SourceRunner } from "../run-source.ts";

const tensor: Value = { kind: "tensor", shape: [2], dtype: "float32", variable: false, data: new Float32Array([1, 2]) };

let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open({ f: [[tensor]], g: [[tensor], [tensor]] });
});
afterAll(() => runner[Symbol.asyncDispose]());

const withBody = (body: string): string => `
  import * as tf from "@tensorflow/tfjs";
  import { Rng } from "gradecheck";
  const all: any = globalThis;
  export function f(X: tf.Tensor): unknown { ${body}; return 1; }
  export const g = (X: tf.Tensor): unknown => X;`;

describe("a context that exercises share", () => {
  // What ordinary code does: none of it changes anything for others.
  it.each([
    "return X.mul(2)",
    "throw new Error('wrong')",
    "tf.tidy(() => X.square().sum())",
    "tf.variable(X).assign(X.add(1))",
    "tf.train.adam(0.1).minimize(() => tf.variable(X).square().sum().asScalar())",
    "try { tf.variableGrads(() => { throw new Error('in the middle'); }); } catch {}",
    "tf.keep(X.add(1)); tf.engine().startScope()",
    "new Rng(1).randn([3])",
    "console.log('x', console.count()); setTimeout(() => {}, 1); void Promise.resolve().then(() => {})",
    "structuredClone({ a: [1] }); new Map([[1, 2]]); JSON.stringify(Intl.NumberFormat().format(3)); 'a'.match(/a/)",
    "tf.rand([2], () => Math.random()); tf.oneHot([0, 1], 2); tf.image; tf.memory()",
  ])("is not judged before its time after: %s", async (body) => {
    expect((await runner.failing(withBody(body))).asked).toEqual([]);
  });

  it.each([
    "(Array.prototype as any).map = () => []",
    "Object.defineProperty(Array.prototype, 'last', { value: 1 })",
    "Object.defineProperty(Object.prototype, 'x', { value: 1 })",
    "delete (String.prototype as any).at",
    "Object.setPrototypeOf(Array.prototype, { x: 1 })",
    "Object.defineProperty(Uint8Array.prototype, 'x', { get: () => 1, configurable: true })",
    "Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), 'length', { get: () => 1 })",
    "(Object.getPrototypeOf([].values()) as any).next = () => ({ done: true })",
    "Object.getPrototypeOf(async () => {}).constructor.prototype.x = 1",
    "Math.random = () => 0.5",
    "Math.exp = () => 1",
    "all.counter = 1",
    "all.undefinedBefore = undefined",
    "all.console = {}",
    "console.log = () => {}",
    "process.env['X'] = '1'",
    "Error.stackTraceLimit = 1",
    "Date.now = () => 1",
    "ArrayBuffer.prototype.slice = () => new ArrayBuffer(0)",
    "(Promise.prototype as any).then = function () {}",
    "Rng.prototype.randn = () => X as never",
    "(tf.Tensor.prototype as any).add = () => X",
    "(tf.Tensor.prototype as any).extra = 1",
    "(tf.engine() as any).runKernel = () => X",
    "(tf.engine() as any).constructor.prototype.runKernel = () => X",
    "(tf.backend() as any).where = () => X",
    "(tf.backend() as any).data = { get: () => ({ values: [1] }), has: () => true, set() {}, delete() {} }",
    "(tf.backend() as any).data.get = () => ({ values: [1] })",
    "(tf.backend() as any).data.data = new WeakMap()",
    "Object.getPrototypeOf((tf.backend() as any).data).get = () => ({ values: [1] })",
    "(tf.engine() as any).state.tensorInfo = new WeakMap()",
    "(tf.engine() as any).state = Object.create((tf.engine() as any).state)",
    "(Object.getPrototypeOf(tf.train.sgd(1)) as any).applyGradients = () => {}",
    "tf.env().set('DEBUG', true)",
    "(tf.env() as any).platform.now = () => 1",
    "tf.registerGradient({ kernelName: 'Mine', gradFunc: () => ({}) })",
    "tf.unregisterKernel('Add', 'cpu')",
    "(tf.engine() as any).startTape()",
    "(tf.engine() as any).state.profiling = true",
    "tf.layers.dense({ units: 1 })",
  ])("is judged, and what fails is run again by itself, after: %s", async (body) => {
    expect((await runner.failing(withBody(body))).asked).toEqual(["f", "g"]);
  });

  it("shows in a visible case that is run again what that case alone has seen, and nothing of a hidden one", async () => {
    const number = (value: number): Value => ({ kind: "number", value });
    const calls = [[number(1)], [number(99)]];
    await using parts = await SourceRunner.open({ f: calls, g: calls }, { visibleCases: 1 });
    const { asked, run } = await parts.failing(`
      const all: any = globalThis;
      const told = (name: string) => (x: number) => { (all.seen ??= []).push(name + x); console.log(all.seen.join()); return 0; };
      export const f = told("f");
      export const g = told("g");`);
    expect(asked).toEqual(["f", "g"]);
    const printed = run.loaded
      ? run.cases.map(({ exercise, caseId, console }) => [exercise, caseId, console.trim()])
      : [];
    expect(printed).toEqual([
      ["f", "visible-1", "f1"],
      ["g", "visible-1", "g1"],
      ["f", "hidden-2", "f1,f1,f99"],
      ["g", "hidden-2", "g1,g1,g99"],
    ]);
  });

  it("counts as touched where looking at it throws or does not end", async () => {
    for (const look of ["throw new Error('not here')", "for (;;) {}"]) {
      const body = `Object.defineProperty(Math, "exp", { get() { ${look} } })`;
      expect((await runner.failing(withBody(body))).asked).toEqual(["f", "g"]);
    }
  });
});
