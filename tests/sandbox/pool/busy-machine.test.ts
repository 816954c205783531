import { describe, expect, it } from "vitest";
import { onABusyCore } from "../../fixtures/on-a-busy-core.ts";
import { SourceRunner } from "../run-source.ts";

const calls = { f: [[]], g: [[]], h: [[]] };
/** About 0.13 s of computing, an endless loop, and computing in the second call alone, by which a function is found that keeps state. */
const source = `export function f() { let sum = 0; for (let i = 0; i < 28e6; i++) sum += i % 7; return sum; }
export function g() { for (;;); }
let calls = 0;
export function h() { return calls++ === 0 ? 84000000 : f(); }`;

describe.runIf(process.platform === "linux")("a worker that shares a core with six processes that never rest", () => {
  it("does not take the time that they had for a case's own, and ends a loop that has none all the same", async () => {
    await using runner = await SourceRunner.open(calls, { limits: { caseTimeMs: 300 } });
    const outcomes = async (): Promise<string[]> =>
      (await runner.cases(source)).map((run) => ("keptState" in run ? "kept state" : run.outcome));
    expect(await outcomes()).toEqual(["returned", "timeout", "returned"]);
    expect(await onABusyCore(6, outcomes)).toEqual(["returned", "timeout", "returned"]);
  }, 240_000);
});
