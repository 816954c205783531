/** A part of the way of a submission. @remarks `run`: with waiting for a process to run in. `judge`: with looking for a smaller counterexample. */
export type GradingPhase = "compile" | "run" | "judge";

/** Hears how grading goes, for whoever measures it; nothing that is graded depends on it. */
export type GradingWatch = {
  /** A submission has come through a phase, or has failed in it. @param seconds That it took. */
  readonly onPhase: (phase: GradingPhase, seconds: number) => void;
  /** A process that runs student code has ended, and the next submission needs another one. */
  readonly onReplaced: () => void;
};

/** Tells how long something takes, whatever comes of it. */
export async function timed<Phase extends string, Result>(
  onPhase: ((phase: Phase, seconds: number) => void) | undefined,
  phase: Phase,
  act: () => Promise<Result>,
): Promise<Result> {
  const start = performance.now();
  try {
    return await act();
  } finally {
    onPhase?.(phase, (performance.now() - start) / 1000);
  }
}
