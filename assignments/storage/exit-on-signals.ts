import { constants } from "node:os";

/** Ctrl-C, a polite kill, and a terminal that is closed. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Has this process exit on the signals that would otherwise end it on the spot, so that what it holds (workers, temporary folders,
 * the state of a terminal) is let go on the way out. The exit code is 128 and the signal's number, as a shell has it.
 */
export function exitOnSignals(): Disposable {
  const exits = signals.map((signal) => [signal, () => process.exit(128 + constants.signals[signal])] as const);
  for (const [signal, exit] of exits) process.once(signal, exit);
  return {
    [Symbol.dispose]: () => {
      for (const [signal, exit] of exits) process.off(signal, exit);
    },
  };
}
