/**
 * The wall clock of one submission: until when it may run, and since when the case that is running has run. The clock stops for what is
 * nobody's fault who runs in a worker.
 */
export class JobClock {
  readonly #now: () => number;
  #deadline = 0;
  #since = 0;
  #retrying: { readonly sinceMs: number; readonly extraMs: number } | undefined;

  /** @param now Milliseconds of a clock that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Its time begins, and the first case's. @param budgetMs All of its time, milliseconds. */
  start(budgetMs: number): void {
    this.#since = this.#now();
    this.#deadline = this.#since + budgetMs;
  }

  /** Something is sent to a worker, or has come from it. What was to be given back is given back now, see {@link giveBack}. */
  tick(): void {
    const now = this.#now();
    if (this.#retrying !== undefined) this.#deadline += now - this.#retrying.sinceMs + this.#retrying.extraMs;
    this.#retrying = undefined;
    this.#since = now;
  }

  /** The submission gets what it has not had, milliseconds. */
  excuse(timeMs: number): void {
    this.#since += timeMs;
    this.#deadline += timeMs;
  }

  /** It has at least this left, milliseconds. */
  grant(timeMs: number): void {
    this.#deadline = Math.max(this.#deadline, this.#now() + timeMs);
  }

  /**
   * What has run since the last tick is to be tried again, and what is lost until then, a new worker's start too, does not count.
   * @param extraMs Time for the next try, milliseconds.
   */
  giveBack(extraMs: number): void {
    this.#retrying = { sinceMs: this.#since, extraMs };
  }

  /** Time since the last tick that counts, milliseconds. */
  get tookMs(): number {
    return this.#retrying === undefined ? this.#now() - this.#since : 0;
  }

  /** Left of all of its time, milliseconds; below 0 when it is used up. */
  get leftMs(): number {
    return this.#deadline - this.#now();
  }
}
