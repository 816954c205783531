import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Value } from "../../../assignments/values/value.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { SourceRunner, testLimits } from "../run-source.ts";

expectNothingLeft();

const number = (value: number): Value => ({ kind: "number", value });
const tensor = (shape: number[], data: number[]): Value => ({
  kind: "tensor",
  dtype: "float32",
  shape,
  data: new Float32Array(data),
  variable: false,
});

// f has three cases, g one: what happens to f must not touch g.
const calls = { f: [[number(1)], [number(2)], [number(3)]], g: [[number(10)]] };
const g = "export const g = (x: number) => x + 1;";

let runner: SourceRunner;
/** For what never comes to an end: it is soon over here. What fills the memory needs more time than this. */
let impatient: SourceRunner;
const short = { caseTimeMs: 60 };
beforeAll(async () => {
  [runner, impatient] = await Promise.all([SourceRunner.open(calls), SourceRunner.open(calls, { limits: short })]);
});
afterAll(() => Promise.all([runner[Symbol.asyncDispose](), impatient[Symbol.asyncDispose]()]));

const outcomes = async (f: string, by = runner): Promise<string[]> =>
  (await by.cases(`${f}\n${g}`)).map(({ outcome }) => outcome);

describe("Sandbox", () => {
  it("returns what each function returned, in the order of the cases", async () => {
    const cases = await runner.cases(`export function f(x: number) { return 2 * x; }\n${g}`);
    expect(
      cases.map((run) => (run.outcome === "returned" && run.value.kind === "number" ? run.value.value : null)),
    ).toEqual([2, 4, 6, 11]);
  });

  it("lets a case that hangs cost that case alone", async () => {
    expect(await outcomes("export function f(x: number) { while (x === 2); return x; }", impatient)).toEqual([
      "returned",
      "timeout",
      "returned",
      "returned",
    ]);
  });

  it("lets a case that fills the heap cost that case alone", async () => {
    const hoard = "const hoard: unknown[] = []; if (x === 2) for (;;) hoard.push(new Array(1000).fill(x));";
    expect(await outcomes(`export function f(x: number) { ${hoard} return x; }`)).toEqual([
      "returned",
      "memory",
      "returned",
      "returned",
    ]);
  });

  it("gives up what nobody wants to know any more: what runs, what waits, and what comes too late", async () => {
    const stop = new AbortController();
    const why = new Error("another version");
    const endless = `export function f(x: number) { for (;;); }\n${g}`;
    const begun = [1, 2].map(() => runner.runUntil(endless, stop.signal));
    const other = runner.cases(`export function f(x: number) { return x; }\n${g}`);
    setTimeout(() => stop.abort(why), 50);
    expect(await Promise.allSettled(begun)).toEqual(begun.map(() => ({ status: "rejected", reason: why })));
    await expect(runner.runUntil(endless, stop.signal)).rejects.toBe(why);
    expect((await other).map(({ outcome }) => outcome)).toEqual(["returned", "returned", "returned", "returned"]);
  });

  it("survives what makes V8 abort the process", async () => {
    const bomb = 'if (x === 2) "x".repeat(2 ** 29 - 24).split("");';
    const [first, second, ...rest] = await outcomes(`export function f(x: number) { ${bomb} return x; }`);
    expect([first, ...rest]).toEqual(["returned", "returned", "returned"]);
    expect(["memory", "crashed", "timeout"]).toContain(second);
  });

  it("never touches what was thrown: an endless getter is the case's own timeout", async () => {
    const evil = 'throw Object.defineProperty({}, "message", { get() { for (;;); } });';
    expect(await outcomes(`export function f(x: number) { if (x === 2) { ${evil} } return x; }`, impatient)).toEqual([
      "returned",
      "timeout",
      "returned",
      "returned",
    ]);
  });

  it("survives a stray rejection whose reason hangs whoever reads it", async () => {
    const stray = "if (x === 2) void Promise.reject({ get message() { for (;;); }, get stack() { for (;;); } });";
    const [first, , ...rest] = await outcomes(`export function f(x: number) { ${stray} return x; }`, impatient);
    expect([first, ...rest]).toEqual(["returned", "returned", "returned"]);
  });

  it("takes stray rejections for what they are: nothing of the result", async () => {
    const f = "export function f(x: number) { void Promise.reject(new Error('stray')); return x; }";
    expect(await outcomes(f)).toEqual(["returned", "returned", "returned", "returned"]);
  });

  it("waits for promises and for timers, without waiting in real time", async () => {
    const f = "export async function f(x: number) { await new Promise((r) => setTimeout(r, 60_000)); return x; }";
    expect(await outcomes(f)).toEqual(["returned", "returned", "returned", "returned"]);
  });

  it("names a promise that nothing can settle", async () => {
    const [first] = await runner.cases(`export const f = () => new Promise(() => undefined);\n${g}`);
    expect(first).toMatchObject({ outcome: "timeout", limit: { kind: "never-settled" } });
  });

  it("names the submission's own line for an exception", async () => {
    const source = `type T = number;\n\nexport function f(x: T): T {\n  const none: any = undefined;\n  return none.length;\n}\n${g}`;
    const [first] = await runner.cases(source);
    expect(first).toMatchObject({
      outcome: "threw",
      error: { name: "TypeError", file: "submission.ts", line: 5, column: 15 },
    });
  });

  it("tells missing functions from failing ones", async () => {
    const cases = await runner.cases("export const g = () => { throw new Error('Not implemented: g'); };");
    expect(cases.map(({ outcome }) => outcome)).toEqual(Array(4).fill("not-implemented"));
  });

  it.each([
    ["an endless loop", () => impatient, "for (;;);", /does not come to an end/],
    [
      "an exception",
      () => runner,
      "throw new RangeError('at the top')",
      /:1: the top level of the submission threw RangeError: at the top/,
    ],
    [
      "a hoard",
      () => runner,
      "const a: unknown[] = []; for (;;) a.push(new Array(1000).fill(0));",
      /runs out of memory/,
    ],
  ])("says that nothing can be called after %s at the top level", async (_, by, top, message) => {
    const run = await by().run(`${top}\nexport const f = () => 1;`);
    expect(run).toMatchObject({ loaded: false, failure: { message: expect.stringMatching(message) } });
  });

  // On a machine that lets it have no processor for long, the pool says so instead of judging: then once more.
  it("ends a function at the submission's wall-clock budget and books the rest of it as such, the others go on", {
    retry: 2,
  }, async () => {
    // Too little is left for a second case, also with what the worker waited given back; what a case of `g` may take is kept for it.
    const limits = { caseTimeMs: 800, submissionTimeMs: 800 + 100 + 800 };
    await using brief = await SourceRunner.open(calls, { limits });
    const cases = await brief.cases(`export const f = () => { for (;;); };\n${g}`);
    expect(cases.map((run) => (run.outcome === "timeout" ? run.limit.kind : run.outcome))).toEqual([
      "case-time",
      "submission-time",
      "submission-time",
      "returned",
    ]);
  });

  it("gives an honest submission the same result beside hostile ones as alone", async () => {
    const honest = `export const f = (x: number) => x * x;\n${g}`;
    const alone = await runner.run(honest);
    await using pool = await SourceRunner.open(calls, { workers: 2, limits: short });
    const hostile = `export const f = () => { for (;;); };\n${g}`;
    const [first, , second] = await Promise.all([pool.run(honest), pool.run(hostile), pool.run(honest)]);
    expect([first, second]).toEqual([alone, alone]);
  });
});

describe("Sandbox inputs", () => {
  const matrix = tensor([2, 2], [1, 2, 3, 4]);
  const record: Value = { kind: "record", entries: [["W1", matrix]] };
  const array: Value = { kind: "array", shape: [2, 2], data: new Float64Array([1, 2, 3, 4]) };
  let inputs: SourceRunner;
  let arrays: SourceRunner;
  beforeAll(async () => {
    inputs = await SourceRunner.open({ f: [[record]] });
    arrays = await SourceRunner.open({ f: [[array]] });
  });
  afterAll(() => Promise.all([inputs[Symbol.asyncDispose](), arrays[Symbol.asyncDispose]()]));

  it.each([
    ["a replaced entry", "p.W1 = p.W1.add(1);", "argument 1"],
    ["an added entry", "p.b1 = p.W1;", "argument 1"],
    ["a disposed tensor", "p.W1.dispose();", "argument 1.W1"],
    ["data written in place", "p.W1.dataSync()[0] = 9;", "argument 1.W1"],
    ["a deleted entry", "delete p.W1;", "argument 1"],
  ])("finds %s", async (_, change, path) => {
    const [run] = await inputs.cases(`export function f(p: any) { ${change} return 1; }`);
    expect(run).toMatchObject({ outcome: "returned", changedInput: path });
  });

  it.each([
    ["a number written in place", "p[1][0] = 9;", "argument 1"],
    ["a row taken out", "p.pop();", "argument 1"],
    ["a row exchanged for an equal one", "p[0] = [1, 2];", undefined],
    ["nothing", "", undefined],
  ])("finds %s in a nested array", async (_, change, path) => {
    const [run] = await arrays.cases(`export function f(p: any) { ${change} return 1; }`);
    expect(run).toMatchObject({ outcome: "returned" });
    expect(run?.outcome === "returned" ? run.changedInput : "").toBe(path);
  });

  it("finds no change where there is none", async () => {
    const [run] = await inputs.cases("export const f = (p: any) => ({ W1: p.W1, sum: p.W1.add(1) });");
    expect(run).not.toHaveProperty("changedInput");
  });
});

describe("Sandbox determinism", () => {
  const probe = `
    import * as tf from "@tensorflow/tfjs";
    export function f(x: number) {
      console.log("date", Date.now(), new Date().getTime(), performance.now());
      return { random: Math.random(), normal: tf.randomNormal([2, 2]), x: tf.scalar(x).exp() };
    }
    ${g}`;

  it("gives the same results with and without a snapshot", async () => {
    await using plain = await SourceRunner.open(calls, {
      snapshot: false,
      limits: { caseTimeMs: 4 * testLimits.caseTimeMs },
    });
    const [bare, snapshot] = await Promise.all([plain.run(probe), runner.run(probe)]);
    expect(bare).toEqual(snapshot);
    expect(snapshot).toMatchObject({ loaded: true, cases: [{ outcome: "returned" }, {}, {}, {}] });
  });

  it("starts random numbers anew for each case and stops the clock", async () => {
    const [first, second] = await runner.cases(probe);
    const random = (run: typeof first) =>
      run?.outcome === "returned" && run.value.kind === "record" ? run.value.entries[0] : 0;
    expect(random(first)).toEqual(random(second));
    expect(first?.console).toBe("date 1577836800000 1577836800000 0\n");
  });
});

describe("Sandbox state", () => {
  it("finds a function that keeps state between calls, and none that does not", async () => {
    const kept = await runner.cases(`let calls = 0; export const f = (x: number) => x + calls++;\n${g}`);
    expect(kept.map((run) => run.outcome === "returned" && run.calledAgain === "unrepeatable")).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const printing = await runner.cases(
      `let n = 0; export const f = (x: number) => { console.log(n++); return x; };\n${g}`,
    );
    expect(printing.some((run) => "calledAgain" in run)).toBe(false);
  });

  it("hands out an optimizer that has taken steps before: a fresh Adam would go farther", async () => {
    const adam: Value = { kind: "optimizer", name: "adam", learningRate: 0.5, stepsBefore: 1 };
    await using step = await SourceRunner.open({ f: [[adam]] });
    const [run] = await step.cases(`import * as tf from "@tensorflow/tfjs";
      export function f(o: any) { const x = tf.variable(tf.scalar(0)); o.applyGradients({ [x.name]: tf.scalar(1) }); return x.dataSync()[0]; }`);
    expect(run).toMatchObject({ outcome: "returned", value: { kind: "number", value: expect.closeTo(-0.3721, 3) } });
  });

  it("runs the exercises asked for alone", async () => {
    const run = await runner.run(`export const f = (x: number) => x;\n${g}`, ["g"]);
    expect(run).toMatchObject({ loaded: true, cases: [{ exercise: "g", outcome: "returned" }] });
  });

  it("hands out optimizers and variables, and returns what was changed in place", async () => {
    const parameters: Value = {
      kind: "record",
      entries: [["W1", { ...tensor([2], [1, 2]), variable: true } as Value]],
    };
    const optimizer: Value = { kind: "optimizer", name: "sgd", learningRate: 0.5 };
    await using step = await SourceRunner.open(
      {
        f: [
          [parameters, optimizer],
          [parameters, optimizer],
        ],
      },
      { exercises: { f: { parameters: ["parameters", "optimizer"], mutates: ["parameters"] } } },
    );
    const source = (body: string) => `import * as tf from "@tensorflow/tfjs";
      export function f(p: any, o: any) { const named = tf.variable(tf.scalar(1), true, "named"); ${body} return named.dataSync()[0]; }`;
    const [run] = await step.cases(source("p.W1.assign(p.W1.add(1));"));
    expect(run).toMatchObject({
      outcome: "returned",
      value: {
        entries: [
          ["parameters", { entries: [["W1", { variable: true, data: new Float32Array([2, 3]) }]] }],
          ["returned", { kind: "number", value: 1 }],
        ],
      },
    });
    const [applied] = await step.cases(source("o.applyGradients({ [p.W1.name]: tf.ones([2]) });"));
    expect(applied).toMatchObject({
      value: { entries: [["parameters", { entries: [["W1", { data: new Float32Array([0.5, 1.5]) }]] }], {}] },
    });
    const [replaced] = await step.cases(source("p.W1 = tf.variable(p.W1.add(1));"));
    expect(replaced).toMatchObject({
      value: { entries: [["parameters", { entries: [["W1", { data: new Float32Array([1, 2]) }]] }], {}] },
    });
  });
});
