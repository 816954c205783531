import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Value } from "../../../assignments/values/value.ts";
import { noPlaces } from "../../../sandbox/bundle/source-places.ts";
import { SubmissionJob } from "../../../sandbox/pool/submission-job.ts";
import type { Frame } from "../../../sandbox/protocol/frame.ts";
import { reply } from "../../../sandbox/protocol/reply-format.ts";
import { SourceRunner } from "../run-source.ts";

const tensor = (...values: number[]): Value => {
  return { kind: "tensor", shape: [values.length], dtype: "float32", variable: false, data: new Float32Array(values) };
};
const rng: Value = { kind: "rng", seed: 5 };

let runner: SourceRunner;
beforeAll(async () => {
  // In the order of their calls: 1, 1 again, 2, 3, 1 again.
  const inputs = [1, 2, 3].map((value) => [tensor(value, value), rng]);
  runner = await SourceRunner.open({ f: inputs, g: [[]] }, { exercises: { f: { parameters: ["X", "rng"] } } });
});
afterAll(() => runner[Symbol.asyncDispose]());

/** What is said of a function's cases, beside their values. */
async function traces(body: string): Promise<readonly unknown[]> {
  const runs = await runner.cases(`import * as tf from "@tensorflow/tfjs";
    import type { Rng } from "gradecheck";
    let calls = 0; let kept: any;
    export async function f(X: tf.Tensor1D, rng: Rng): Promise<any> { calls += 1; ${body} }
    export const g = () => 1;`);
  expect(runs.at(-1)).toMatchObject({ exercise: "g", outcome: "returned" });
  return runs.slice(0, -1).map((run) => {
    if (run.outcome === "bad-value") return run.reason;
    if (run.outcome !== "returned") return run.outcome;
    const { calledAgain, changedInput, isDisposed } = run;
    return calledAgain ?? (changedInput === undefined ? "-" : `${isDisposed ? "disposed" : "changed"} ${changedInput}`);
  });
}

describe("a case that is called again", () => {
  it.each([
    ["finds nothing in a function that keeps nothing, whatever it prints", "console.log(calls); return X.add(1);"],
    ["lets a function keep what gives the same", "kept ??= Math.sqrt(2); return X.mul(kept);"],
    [
      "lets variables have names where the function disposes of them first",
      "tf.disposeVariables(); return tf.variable(X, true, 'W');",
    ],
  ])("%s", async (_, body) => {
    expect(await traces(body)).toEqual(["-", "-", "-"]);
  });

  it.each([
    ["at once: a counter in the result", "return X.add(calls);", "unrepeatable"],
    ["at once: chance", "return X.add(Math.random());", "unrepeatable"],
    ["at once: what was returned before, which is disposed by then", "kept ??= X.add(1); return kept;", "fails-again"],
    ["at once: an exception", "if (calls === 2) throw new Error('again'); return X;", "fails-again"],
    ["at once: names that are taken", "return tf.variable(X, true, 'W');", "fails-again"],
    ["at once: a promise that nothing settles", "return calls === 2 ? new Promise(() => {}) : X;", "fails-again"],
    [
      "at once: an input that is changed the second time",
      "const Y = X.add(1); if (calls === 2) X.dataSync()[0] = 7; return Y;",
      "changed X",
    ],
    ["at the end: what a counter decides", "return calls === 5 ? X.add(1) : X;", "state-kept"],
    ["at the end: an exception", "if (calls === 5) throw new Error('again'); return X;", "fails-again"],
    ["at the end: an endless loop", "if (calls === 5) for (;;); return X;", "fails-again"],
    [
      "at the end: an input that is disposed of",
      "const Y = X.add(1); if (calls === 5) X.dispose(); return Y;",
      "disposed X",
    ],
  ])("finds %s", async (_, body, found) => {
    expect((await traces(body))[0]).toBe(found);
  });

  it("tells what the generator gives next where that alone is another than before", async () => {
    const runs = await runner.cases(`export const g = () => 1; let calls = 0;
      export const f = (X: any, rng: any) => { if (++calls < 5) rng.rand([2]); return X; };`);
    const [first, second] = runs.flatMap((run) => (run.outcome === "returned" ? [run.nextDraw] : []));
    expect(typeof second).toBe("number");
    expect(first).not.toBe(second);
  });

  it("has the tensor of an earlier call told from one that was disposed of in this one", async () => {
    expect(await traces("kept ??= X.add(1); return kept;")).toEqual(["fails-again", "kept-tensor", "kept-tensor"]);
    expect(await traces("const Y = X.add(1); Y.dispose(); return Y;")).toEqual(Array(3).fill("disposed-tensor"));
  });
});

describe("SubmissionJob, of cases that are called again", () => {
  const frame = (header: Record<string, unknown>, part?: Uint8Array): Frame => ({ header, parts: part ? [part] : [] });
  const loaded = frame({ type: "loaded" }, new Uint8Array([reply.loaded, 0, 0, 0, 0]));
  const returned = new Uint8Array([reply.returned, ...new Array(10).fill(0), 0]);
  const inputs = { parameters: [], mutates: [], repeat: true, caseTimeMs: 100 };
  const exercises = [{ ...inputs, exercise: "f", caseIds: ["visible-1", "visible-2"], visibleCases: 2 }];
  const bundle = { name: "s", sha256: "", code: "", places: noPlaces, definitions: { names: [] } };
  const limits = { submissionTimeMs: 1000, memoryMb: 64, consoleBytes: 1000 };
  const stopped = (cpuMs: number): Frame =>
    frame({ type: "stopped", exercise: 0, case: 0, by: "time", detail: "", cpuMs });
  const answered = (index: number, part = new Uint8Array()): Frame =>
    frame({ type: "answered", cases: [{ exercise: 0, case: index, cpuMs: 1 }] }, part);

  it("replays in a fresh worker every call that was made before, in order", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    for (const one of [loaded, answered(0, returned), answered(0), answered(1, returned)]) job.receive(one);
    expect(job.receive(stopped(10))).toBe("again");
    expect(job.remaining).toEqual([
      { exercise: 0, case: 0, isShared: false, isReplay: true },
      { exercise: 0, case: 0, isShared: false, isReplay: true, again: "at-once" },
      { exercise: 0, case: 1, isShared: false, isReplay: true },
      { exercise: 0, case: 0, isShared: false, isReplay: false, again: "later" },
    ]);
    for (const one of [loaded, answered(0, returned), answered(0), answered(1, returned), answered(0)]) {
      expect(job.receive(one)).toBe("wait");
    }
    expect(job.receive(frame({ type: "done" }))).toBe("look");
    expect(job.result).toMatchObject({ cases: [{ caseId: "visible-1" }, { caseId: "visible-2" }] });
    expect(JSON.stringify(job.result)).not.toContain("calledAgain");
  });

  it("books what a call ends in that has had its time on the first one, and none where there was no time for it", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    for (const one of [loaded, answered(0, returned)]) job.receive(one);
    expect(job.receive(stopped(99))).toBe("resume");
    expect(job.result).toMatchObject({ cases: [{ caseId: "visible-1", calledAgain: "fails-again" }] });
    const late = new SubmissionJob(bundle, exercises, limits);
    for (const one of [loaded, answered(0, returned)]) late.receive(one);
    late.times.clock.grant(-5000);
    late.workerEnded({ by: "budget", stderr: "" });
    expect(JSON.stringify(late.result)).not.toContain("calledAgain");
  });
});
