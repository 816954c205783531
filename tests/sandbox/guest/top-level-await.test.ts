import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Value } from "../../../assignments/values/value.ts";
import { Compiler } from "../../../sandbox/bundle/compiler.ts";
import { SourceRunner } from "../run-source.ts";

const number = (value: number): Value => ({ kind: "number", value });
const calls = { f: [[number(1)], [number(2)]], g: [[number(3)]] };
const returned = (value: number) => ({ outcome: "returned", value: number(value) });

describe.each([
  { how: "from the snapshot", snapshot: true },
  { how: "without a snapshot", snapshot: false },
])("a submission that waits at its top level, $how", ({ snapshot }) => {
  let runner: SourceRunner;
  beforeAll(async () => {
    runner = await SourceRunner.open(calls, { snapshot });
  });
  afterAll(() => runner[Symbol.asyncDispose]());

  it("is called when its top level has come to its end, and loaded anew for each exercise", async () => {
    const run = await runner.run(`import * as tf from "@tensorflow/tfjs";
      await tf.ready();
      let offset = await new Promise<number>((resolve) => setTimeout(resolve, 50, 10));
      for await (const step of [1, Promise.resolve(2)]) offset += step;
      console.log("loaded");
      let calls = 0;
      export function f(x: number) { return tf.scalar(x + offset).dataSync()[0]; }
      export const g = async (x: number) => x + offset + 100 * calls++;
      export default f;`);
    expect(run).toMatchObject({
      loaded: true,
      exportNames: ["default", "f", "g"],
      definitions: { names: ["offset", "calls", "f", "g"], asDefault: "f" },
      cases: [returned(14), returned(15), { ...returned(16), calledAgain: "unrepeatable" }],
    });
  });

  it.each([
    {
      top: "throws",
      source: "export const f = (x: number) => x;\n\nawait Promise.reject(new RangeError('no'));",
      message: "submission.ts:3: the top level of the submission threw RangeError: no",
    },
    {
      top: "waits for what never happens",
      source: "await new Promise(() => {}); export const f = (x: number) => x;",
      message: "The top level of the submission never comes to an end: it awaits something that never happens",
    },
    {
      top: "goes on and on",
      source: "setInterval(() => {}, 1); await new Promise(() => {}); export const f = (x: number) => x;",
      message: "The top level of the submission does not come to an end in time: code outside functions must be quick",
    },
    {
      top: "loops behind an await",
      source: "await null; for (;;); export const f = (x: number) => x;",
      message: "The top level of the submission does not come to an end in time: code outside functions must be quick",
    },
  ])("says so if it $top", async ({ source, message }) => {
    expect(await runner.run(source)).toMatchObject({ loaded: false, failure: { message } });
    expect(await runner.run("export const f = (x: number) => x; export const g = f;")).toMatchObject({ loaded: true });
  });

  it("does not forge the answer to its loading by what Promises are made to do", async () => {
    const run = await runner.run(`const { then } = Promise.prototype;
      Promise.prototype.then = function (...args: any[]) { return Reflect.apply(then, this, [() => args[0]?.({ f: () => 7 }), args[1]]); } as any;
      Object.defineProperty(Promise.prototype, "constructor", { get: () => class {} });
      await null;
      export const f = (x: number) => x; export const g = f;`);
    expect(run).toMatchObject({
      loaded: true,
      exportNames: ["f", "g"],
      cases: [returned(1), returned(2), returned(3)],
    });
  });
});

it("a top level waits for those of imported files first", async () => {
  await using compiler = new Compiler();
  const files = {
    "submission.ts": `import { first } from "./first";
      export const f = async (x: number) => x + first + (await import("./later")).later;`,
    "first.ts": "export const first = await Promise.resolve(1);",
    "later.ts": "export const later = await Promise.resolve(2);",
  };
  const entries = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const bundle = await compiler.bundle({ name: "s", entries }, { assignment: "w2-optimization", sourceBytes: 1e6 });
  await using runner = await SourceRunner.open({ f: [[number(1)]] });
  expect(await runner.runBundle(bundle)).toMatchObject({ cases: [returned(4)] });
});
