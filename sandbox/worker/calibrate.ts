import { Script } from "node:vm";
import { fastEnoughMs } from "../protocol/calibration.ts";

const rounds = 3;

// Cold code, as a student's is: compiled anew for each round, so that V8 has not optimised it yet.
const arithmetic = (round: number): string => `(function round${round}() {
  const x = new Float32Array(4096);
  for (let pass = 0; pass < 100; pass++) for (let i = 0; i < x.length; i++) x[i] = x[i] * 0.999 + i * 1e-3;
})()`;

/**
 * How fast this machine is, at this moment, at what student code does: the best of three runs of a fixed piece of
 * float32 arithmetic, or the first that is fast enough, as it is on most machines.
 * @returns Milliseconds; see `referenceCalibrationMs`.
 */
export function calibrate(): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && best > fastEnoughMs; round++) {
    const script = new Script(arithmetic(round));
    const start = performance.now();
    script.runInThisContext();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
