import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nextDrawOf, Rng } from "../../../assignments/values/rng.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { SourceRunner } from "../run-source.ts";

const X: Value = { kind: "tensor", shape: [2], dtype: "float32", variable: false, data: new Float32Array([1, 2]) };
const layers: Value = { kind: "array", shape: [2], data: new Float64Array([3, 4]) };
const rng: Value = { kind: "rng", seed: 7 };

let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open(
    { f: [[X, layers, rng]] },
    { exercises: { f: { parameters: ["X", "layers", "rng"] } } },
  );
});
afterAll(() => runner[Symbol.asyncDispose]());

/** The one case of a function with this body. */
async function called(body: string, isAsync = false, before = ""): Promise<unknown> {
  const [run] = await runner.cases(`import * as tf from "@tensorflow/tfjs";
    import { Rng } from "gradecheck";
    ${before}
    export ${isAsync ? "async " : ""}function f(X: tf.Tensor1D, layers: number[], rng: any): any { ${body} }`);
  return run;
}

describe("inputs after the return", () => {
  const change = "X.dataSync()[0] = 9;";
  it.each([
    ["in a microtask", `queueMicrotask(() => { ${change} }); return 1;`],
    [
      "in a chain of microtasks",
      `Promise.resolve().then(() => {}).then(() => {}).then(() => { ${change} }); return 1;`,
    ],
    ["in a timer", `setTimeout(() => { ${change} }, 20); return 1;`],
    ["at the next turn", `setImmediate(() => { ${change} }); return 1;`],
    ["in the microtask of a timer", `setTimeout(async () => { await null; ${change} }); return 1;`],
    ["by an interval", `setInterval(() => { ${change} }, 1); return 1;`],
    ["in a getter of the result", `return { get W1() { ${change} return X.clone(); } };`],
  ])("finds an input that is changed %s", async (_, body) => {
    for (const isAsync of [false, true]) {
      const run = await called(body, isAsync);
      expect(run).toMatchObject({ outcome: "returned", changedInput: "X" });
      expect(run).not.toHaveProperty("isDisposed");
    }
  });

  it("finds lists that are changed, and tells what is disposed of from what is written to", async () => {
    expect(await called("setTimeout(() => layers.push(1)); return 1;")).toMatchObject({ changedInput: "layers" });
    expect(await called("queueMicrotask(() => X.dispose()); return 1;")).toMatchObject({
      changedInput: "X",
      isDisposed: true,
    });
    const shared = await called("const Y = X.clone(); X.dispose(); return Y;");
    expect(shared).toMatchObject({ changedInput: "X", isDisposed: true });
  });

  it("takes the value as it was returned, and lets a function leave timers behind", async () => {
    const value = { kind: "array", shape: [1], data: new Float64Array([1]) };
    expect(await called("const list = [1]; setTimeout(() => list.push(2)); return list;")).toMatchObject({ value });
    const left = await called("setInterval(() => {}, 1); setTimeout(() => { X.dispose(); }, 60_000); return [1];");
    expect(left).toMatchObject({ value });
    expect(left).not.toHaveProperty("changedInput");
    const throwing = "setTimeout(() => { throw new Error('late'); }); Promise.reject(new Error('stray')); return [1];";
    expect(await called(throwing)).toMatchObject({ value });
  });

  it("counts what computes on after the return to the time of the case", async () => {
    expect(await called("setTimeout(() => { for (;;); }); return 1;")).toMatchObject({ outcome: "timeout" });
  });
});

describe("the generator after the return", () => {
  const nextAfter = (draw: (own: Rng) => unknown): number => {
    const own = new Rng(7);
    draw(own);
    return nextDrawOf(own);
  };

  it("tells what the generator gives next", async () => {
    expect(await called("return 1;")).toMatchObject({ nextDraw: nextAfter(() => 0) });
    expect(await called("rng.randint(0, 9, 3); return 1;")).toMatchObject({
      nextDraw: nextAfter((own) => own.randint(0, 9, 3)),
    });
    expect(await called("setTimeout(() => rng.permutation(5)); return 1;", true)).toMatchObject({
      nextDraw: nextAfter((own) => own.permutation(5)),
    });
    expect(await called("rng.seed(3); return 1;")).toMatchObject({ nextDraw: nextDrawOf(new Rng(3)) });
  });

  it("tells what the generator gives next, whatever its methods are made to do", async () => {
    const tampered = `for (const name of Object.getOwnPropertyNames(Rng.prototype)) {
        if (name !== "constructor") (Rng.prototype as any)[name] = () => 0.5;
      }
      for (const name of ["imul", "floor", "random", "clz32"] as const) (Math as any)[name] = () => 0.5;
      (Object.prototype as any).nextDraw = 0.5;`;
    const body = "rng.random = () => 0.5; Object.setPrototypeOf(rng, { random: () => 0.5 }); return 1;";
    expect(await called(body, false, tampered)).toMatchObject({ nextDraw: nextAfter(() => 0) });
  });
});
