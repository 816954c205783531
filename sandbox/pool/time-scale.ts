import { fastEnoughMs } from "../protocol/calibration.ts";

/** What the calibration takes on the machine for which the limits were chosen, milliseconds: up to twice as much is noise. */
const referenceCalibrationMs = fastEnoughMs / 2;
const largestTimeScale = 8;

/**
 * By what the time limits are to be multiplied on this machine.
 * @param calibrationMs What a worker measured at its start, see `calibrate`; anything but a number counts as nothing.
 * @returns 1 on a machine about as fast as the reference or faster.
 */
export function timeScaleOf(calibrationMs: unknown): number {
  if (typeof calibrationMs !== "number" || !(calibrationMs > fastEnoughMs)) return 1;
  return Math.min(calibrationMs / referenceCalibrationMs, largestTimeScale);
}
