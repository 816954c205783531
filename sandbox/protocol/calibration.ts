/**
 * Longest calibration, milliseconds, of a machine that counts as no slower than the one for which the limits were chosen: see `calibrate`
 * in a worker, and `timeScaleOf`.
 */
export const fastEnoughMs = 8;
