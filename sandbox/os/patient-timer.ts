/** The longest time between two looks at the clock, milliseconds: what is beyond it was not ours to wait. */
const sliceMs = 100;

/** What a {@link PatientTimer} does. */
export type PatientTimerOptions = {
  /** Called when the time is over and everything that has arrived by then has been read, unless that cleared the timer. */
  readonly onExpired: () => void;
  /** Told for how long the event loop was held, milliseconds, as soon as it is known. */
  readonly onHeld?: (heldMs: number) => void;
};

/**
 * A timer for what another process may take. It does not count the time for which this process's own event loop was held: what the
 * other one has answered meanwhile has only not been read.
 */
export class PatientTimer {
  readonly #options: PatientTimerOptions;
  #leftMs: number;
  #timer: NodeJS.Timeout | undefined;
  #turn: NodeJS.Immediate | undefined;

  constructor(timeMs: number, options: PatientTimerOptions) {
    this.#options = options;
    this.#leftMs = timeMs;
    this.#wait();
  }

  /** Stops the timer. */
  clear(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#turn);
  }

  #wait(): void {
    const slice = Math.max(1, Math.min(sliceMs, this.#leftMs));
    const start = performance.now();
    this.#timer = setTimeout(() => {
      const heldMs = performance.now() - start - slice;
      this.#leftMs -= slice;
      if (heldMs > 1) this.#options.onHeld?.(heldMs);
      if (this.#leftMs > 0) this.#wait();
      // Timers come before what has arrived: one turn of the loop lies between this and the next immediate, in which that is read.
      else this.#turn = setImmediate(() => this.#afterReading());
    }, slice);
  }

  #afterReading(): void {
    this.#turn = setImmediate(() => this.#options.onExpired());
  }
}
