/**
 * The wall clock of one submission: until when it may run, and since when the case that is running has run. The clock stops for what is
 * nobody's fault who runs in a worker.
 */
export class JobClock {
  readonly #now: () => number;
  #deadline = 0;
  #since = 0;
  /** While something is tried again: what was left when it began for the first time, and what the next try gets besides. */
  #retry: { readonly leftMs: number; readonly extraMs: number; isSent: boolean } | undefined;

  /** @param now Milliseconds of a clock that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Its time begins, and the first case's. @param budgetMs All of its time, milliseconds. */
  start(budgetMs: number): void {
    this.#since = this.#now();
    this.#deadline = this.#since + budgetMs;
  }

  /** Something is sent to a worker, or has come from it. */
  tick(): void {
    this.#since = this.#now();
    if (this.#retry === undefined || this.#retry.isSent) return;
    this.#retry.isSent = true;
    this.#deadline = this.#since + this.#retry.leftMs + this.#retry.extraMs;
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
   * What has run since the last tick is to be tried again: the time until then, a new worker's start too, does not count.
   * @param extraMs Time for the next try, milliseconds.
   */
  tryAgain(extraMs: number): void {
    const leftMs = this.#retry?.leftMs ?? this.#deadline - this.#since;
    this.#retry = { leftMs, extraMs, isSent: false };
  }

  /** What has run since the last tick has a result: where it was tried again, it counts for this much at most, milliseconds. */
  settle(mostMs: number): void {
    if (this.#retry === undefined) return;
    const now = this.#now();
    const tookMs = Math.min(now - this.#since, mostMs);
    this.#since = now - tookMs;
    this.#deadline = this.#since + this.#retry.leftMs;
    this.#retry = undefined;
  }

  /** Time since the last tick that counts, milliseconds. */
  get tookMs(): number {
    return this.#retry === undefined ? Math.max(0, this.#now() - this.#since) : 0;
  }

  /** Left of all of its time, milliseconds; below 0 when it is used up. */
  get leftMs(): number {
    return this.#deadline - this.#now();
  }
}
