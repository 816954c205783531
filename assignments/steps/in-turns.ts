import { setImmediate } from "node:timers/promises";

/** For how long work goes on before others have their turn, milliseconds: a tenth of what we allow a submission to hold us up. */
const turnMs = 10;

/** Work that can be interrupted wherever it yields. */
export type Steps<Result> = Generator<void, Result>;

/** Does all of the work at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Does the work in turns with whatever else the event loop has to do, so that no submission holds up the others however much there is
 * to be judged of it.
 */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (let start = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - start < turnMs) continue;
    await setImmediate();
    start = performance.now();
  }
}
