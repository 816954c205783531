import { describe, expect, it } from "vitest";
import { TimeShares } from "../../../sandbox/pool/time-shares.ts";

const shares = (): TimeShares => new TimeShares([{ caseTimeMs: 1000 }, { caseTimeMs: 1000 }, { caseTimeMs: 5000 }]);

describe("TimeShares", () => {
  it("keeps back the time of one case for each exercise that waits", () => {
    expect(shares().shareMs(0, 20_000, [0, 0, 1, 2, 2], 1)).toBe(14_000);
    expect(shares().shareMs(0, 20_000, [0, 0], 1)).toBe(20_000);
  });

  it("keeps nothing back for an exercise that has had its time", () => {
    const used = shares();
    used.spend(2, 3000);
    used.spend(2, 4000);
    used.spend(1, 250);
    expect(used.shareMs(0, 20_000, [0, 1, 2], 1)).toBe(19_250);
  });

  it("gives an exercise the time of one case, and to be stopped, even where the others have used up the rest", () => {
    const late = shares();
    expect(late.shareMs(1, -3000, [1], 1)).toBe(1500);
    late.spend(1, 1200);
    expect(late.shareMs(1, -3000, [1], 1)).toBe(0);
  });

  it("scales what it keeps back with the machine", () => {
    expect(shares().shareMs(0, 20_000, [0, 1], 2)).toBe(18_000);
  });
});
