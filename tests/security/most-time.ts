import { availableParallelism } from "node:os";
import type { Exercise, Manifest } from "../../assignments/catalog/manifest.ts";
import { timeScaleOf } from "../../sandbox/pool/time-scale.ts";
import { calibrate } from "../../sandbox/worker/calibrate.ts";

/** Start of the command line and of its workers on a machine that is busy with other things, milliseconds. */
const startMs = 30_000;
/** Compiling one submission, once more included, milliseconds: see `Compiler`. */
const compilingMs = 10_000;
/** What the end of a worker costs in the middle of an exercise, milliseconds: grace, kill, and another worker's start. */
const replacingMs = 4000;
/** Slowness up to this factor does not move the sandbox's own limits, but it moves everything else. */
const unscaled = 2;

/**
 * The longest that a run of the command line can take when it works as it should, so that whatever takes longer hangs: each
 * submission may be compiled twice, has its own time, and each of its exercises the time of one case besides.
 * @param limits Of the assignment.
 * @param exercises Those that are graded.
 * @param submissions How many.
 * @param workers How many are graded at once.
 * @returns Milliseconds, for this machine as it is at the moment.
 */
export function mostTimeMs(
  limits: Manifest["limits"],
  exercises: readonly Pick<Exercise, "caseTimeMs">[],
  submissions: number,
  workers: number,
): number {
  const ownMs = exercises.reduce((sum, { caseTimeMs = limits.caseTimeMs }) => sum + caseTimeMs + replacingMs, 0);
  const oneMs = compilingMs + limits.submissionTimeMs + ownMs;
  const rounds = Math.ceil(submissions / Math.min(workers, availableParallelism()));
  return unscaled * timeScaleOf(calibrate()) * (startMs + rounds * oneMs);
}
