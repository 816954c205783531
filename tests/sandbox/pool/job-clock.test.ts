import { describe, expect, it } from "vitest";
import { JobClock } from "../../../sandbox/pool/job-clock.ts";
import { JobTimes } from "../../../sandbox/pool/job-times.ts";
import { LimitHits } from "../../../sandbox/pool/limit-hits.ts";

/** A clock that goes on when it is told. */
function byHand(): { clock: JobClock; pass: (ms: number) => void } {
  let now = 50;
  return {
    clock: new JobClock(() => now),
    pass: (ms) => {
      now += ms;
    },
  };
}

describe("JobClock", () => {
  it("counts what passes between two ticks, and what is left of all", () => {
    const { clock, pass } = byHand();
    clock.start(1000);
    pass(300);
    expect([clock.tookMs, clock.leftMs]).toEqual([300, 700]);
    clock.tick();
    pass(100);
    expect([clock.tookMs, clock.leftMs]).toEqual([100, 600]);
    clock.excuse(40);
    expect([clock.tookMs, clock.leftMs]).toEqual([60, 640]);
    clock.grant(900);
    expect(clock.leftMs).toBe(900);
    clock.grant(10);
    expect(clock.leftMs).toBe(900);
  });

  it("counts nothing of what is tried again, nor what passes until it is, and the last try up to a limit", () => {
    const { clock, pass } = byHand();
    clock.start(1000);
    pass(200);
    clock.tick();
    pass(500);
    clock.tryAgain(4000);
    expect(clock.tookMs).toBe(0);
    pass(250);
    clock.tick();
    expect(clock.leftMs).toBe(800 + 4000);
    pass(1700);
    clock.settle(500);
    expect([clock.tookMs, clock.leftMs]).toEqual([500, 300]);
    clock.tick();
    pass(100);
    clock.settle(50);
    expect([clock.tookMs, clock.leftMs]).toEqual([100, 200]);
  });
});

describe("JobTimes", () => {
  it("takes a starved try, and what the longer one gets, out of nobody's time", () => {
    const { clock, pass } = byHand();
    const times = new JobTimes([{ caseTimeMs: 100 }, { caseTimeMs: 100 }], 1000, new LimitHits(), clock);
    times.begin(1);
    for (const [triedMs, grownMs] of [
      [100, 400],
      [400, 1600],
    ] as const) {
      pass(triedMs);
      expect(times.blame(0, 1, triedMs - 1)).toBe("starved");
      times.spend(0);
      pass(30);
      clock.tick();
      expect(times.caseTimeMs(0)).toBe(grownMs);
    }
    expect(times.shareMs(0, [0, 1])).toBe(1000 + 1600 - 100);
    pass(1000);
    times.settle(0);
    times.spend(0);
    clock.tick();
    expect(clock.leftMs).toBe(900);
    expect(times.shareMs(1, [0, 1])).toBe(900);
  });

  it("measures the cases and the whole of a submission by one factor, of its first run", () => {
    const { clock } = byHand();
    const times = new JobTimes([{ caseTimeMs: 100 }], 1000, new LimitHits(), clock);
    times.begin(2);
    times.begin(5);
    expect([times.caseTimeMs(0), clock.leftMs]).toEqual([200, 2000]);
  });
});
