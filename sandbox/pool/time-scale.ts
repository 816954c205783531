/** What the calibration takes on the machine for which the limits were chosen, milliseconds. */
const referenceCalibrationMs = 4;
/** Calibrations within this factor of the reference are noise; beyond it, limits grow with it, up to the largest. */
const noticeable = 2;
const largestTimeScale = 8;

/**
 * By what the time limits are to be multiplied on this machine.
 * @param calibrationMs What a worker measured at its start, see `calibrate`; anything but a number counts as nothing.
 * @returns 1 on a machine about as fast as the reference or faster.
 */
export function timeScaleOf(calibrationMs: unknown): number {
  const scale = typeof calibrationMs === "number" ? calibrationMs / referenceCalibrationMs : 1;
  return scale > noticeable ? Math.min(scale, largestTimeScale) : 1;
}
