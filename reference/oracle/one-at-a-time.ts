// The backend and the engine are the process's.
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs work on TensorFlow's engine, whose scopes and counters are the process's: what is asked for at once follows each
 * other, in the order of asking.
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const run = last.then(work);
  last = run.catch(() => undefined);
  return run;
}
