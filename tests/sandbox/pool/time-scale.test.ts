import { describe, expect, it } from "vitest";
import { timeScaleOf } from "../../../sandbox/pool/time-scale.ts";

describe("timeScaleOf()", () => {
  it.each([
    [1, 1],
    [4, 1],
    [7, 1],
    [12, 3],
    [1000, 8],
    [Number.NaN, 1],
    ["12", 1],
    [undefined, 1],
    [-5, 1],
  ])("takes a calibration of %s ms for a factor of %s", (calibrationMs, scale) => {
    expect(timeScaleOf(calibrationMs)).toBe(scale);
  });
});
