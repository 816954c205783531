import { describe, expect, it } from "vitest";
import { onABusyCore } from "../../fixtures/on-a-busy-core.ts";
import { SourceRunner } from "../run-source.ts";

const calls = { f: [[]], g: [[]] };
/** About 0.08 s of computing, and an endless loop. */
const source = `export function f() { let sum = 0; for (let i = 0; i < 28e6; i++) sum += i % 7; return sum; }
export function g() { for (;;); }`;

describe.runIf(process.platform === "linux")("a worker that shares a core with three processes that never rest", () => {
  it("does not take the time that they had for a case's own, and ends a loop that has none all the same", async () => {
    await using runner = await SourceRunner.open(calls, { limits: { caseTimeMs: 150 } });
    const outcomes = async (): Promise<string[]> =>
      (await runner.cases(source)).map((run) => ("calledAgain" in run ? run.calledAgain : run.outcome));
    expect(await outcomes()).toEqual(["returned", "timeout"]);
    // The worker that is there now has found the machine fast: its limits are not longer for the others.
    await runner.run(source, ["f"]);
    expect(await onABusyCore(3, outcomes)).toEqual(["returned", "timeout"]);
  }, 240_000);
});
