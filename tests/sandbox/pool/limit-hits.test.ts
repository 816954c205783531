import { describe, expect, it } from "vitest";
import { LimitHits } from "../../../sandbox/pool/limit-hits.ts";

const timeout = { outcome: "timeout", limit: { kind: "case-time", amount: 100 } } as const;
const memory = { outcome: "memory", limit: { kind: "memory", amount: 64 } } as const;

describe("LimitHits", () => {
  it("leaves the time as it is until an exercise has hit two limits, and touches no other", () => {
    const hits = new LimitHits();
    expect([hits.none, hits.timeShare(0)]).toEqual([true, 1]);
    hits.note(0, timeout);
    expect([hits.none, hits.timeShare(0)]).toEqual([false, 1]);
    hits.note(0, memory);
    expect([hits.timeShare(0), hits.timeShare(1)]).toEqual([0.1, 1]);
  });

  it("tells a hurried timeout as what came first, and everything else as what it is", () => {
    const hits = new LimitHits();
    hits.note(0, memory);
    expect(hits.outcome(0, timeout)).toBe(timeout);
    hits.note(0, memory);
    expect(hits.outcome(0, timeout)).toBe(memory);
    expect(hits.outcome(0, { outcome: "crashed" })).toEqual({ outcome: "crashed" });
    expect(hits.outcome(1, timeout)).toBe(timeout);
  });
});
