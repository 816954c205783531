import type { Misfit } from "../requirement.ts";
import type { WaitingQueue } from "../waiting-queues.ts";
import { type OpenGrading, type OpenWork, tryFitting, type WorkerFacts } from "./fitting.ts";
import { turnMs } from "./turn.ts";

/** How many kinds of work are open at once: each holds processes and expected values. */
const mostOpen = 4;

/** After how long what has failed is tried once more, milliseconds: the machine may have been at fault. */
const againMs = 60_000;

/** Told of jobs that this worker cannot take. @param why Where what grades them has failed. */
export type OnMisfit = (queue: string, misfit: Misfit, why?: string) => void;

/** What is open. */
type Open = {
  readonly grading: OpenGrading;
  readonly since: number;
  /** Nothing is taken for it any more: it closes with the last of its jobs. */
  isEnding: boolean;
};

/** What this worker grades, opened when the first job of its kind waits, and closed when others need the room. */
export class Fittings implements AsyncDisposable {
  readonly #facts: WorkerFacts;
  readonly #openWork: OpenWork;
  readonly #isUsed: (queue: string) => boolean;
  readonly #onMisfit: OnMisfit | undefined;
  readonly #open = new Map<string, Open>();
  readonly #misfits = new Map<string, { readonly misfit: Misfit; readonly until: number }>();
  /** When what was closed was closed: who has waited longest comes first. */
  readonly #closed = new Map<string, number>();

  /** @param isUsed Whether jobs of a queue are under way. */
  constructor(facts: WorkerFacts, open: OpenWork, isUsed: (queue: string) => boolean, onMisfit: OnMisfit | undefined) {
    this.#facts = facts;
    this.#openWork = open;
    this.#isUsed = isUsed;
    this.#onMisfit = onMisfit;
  }

  /** Whether a queue is one of which this worker knows that it cannot take jobs, for now. */
  isMisfit(queue: string): boolean {
    return performance.now() < (this.#misfits.get(queue)?.until ?? 0);
  }

  /** Of which of these queues jobs can be taken now; opens what there is room for. */
  async fitting(waiting: readonly WaitingQueue[]): Promise<WaitingQueue[]> {
    const closed = waiting
      .filter(({ queue }) => !this.#open.has(queue) && !this.isMisfit(queue))
      .sort((a, b) => b.urgency - a.urgency || this.#closedAt(a) - this.#closedAt(b));
    // Those who waited for room are gone: others have taken what waited.
    if (closed.length === 0) for (const open of this.#open.values()) open.isEnding = false;
    for (const one of closed) {
      if (this.#open.size >= mostOpen && !(await this.#makeRoom(waiting, one))) break;
      await this.#tryToOpen(one);
    }
    return waiting.filter(({ queue }) => this.#open.get(queue)?.isEnding === false);
  }

  #closedAt({ queue }: WaitingQueue): number {
    return this.#closed.get(queue) ?? 0;
  }

  async #tryToOpen({ queue, requirement }: WaitingQueue): Promise<void> {
    const found = await tryFitting({ queue, requirement }, this.#facts, this.#openWork);
    if (found.kind === "fits") {
      this.#misfits.delete(queue);
      this.#open.set(queue, { grading: found.grading, since: performance.now(), isEnding: false });
      return;
    }
    const { misfit, why } = found;
    this.#misfits.set(queue, {
      misfit,
      until: why === undefined ? Number.POSITIVE_INFINITY : performance.now() + againMs,
    });
    this.#onMisfit?.(queue, misfit, why);
  }

  /**
   * Closes something of which nothing is under way: that for which nothing waits, or less urgent jobs, or which has had its turn.
   * @returns Whether there is room now.
   */
  async #makeRoom(waiting: readonly WaitingQueue[], { urgency }: WaitingQueue): Promise<boolean> {
    const urgencies = new Map(waiting.map((one) => [one.queue, one.urgency]));
    const over = [...this.#open]
      .map(([queue, open]) => ({ queue, open, urgency: urgencies.get(queue) ?? Number.NEGATIVE_INFINITY }))
      .filter((one) => one.urgency < urgency || performance.now() - one.open.since >= turnMs)
      .sort((a, b) => a.urgency - b.urgency || a.open.since - b.open.since);
    const unused = over.find(({ queue }) => !this.#isUsed(queue));
    if (unused !== undefined) await this.#close(unused.queue);
    else if (over[0] !== undefined && over.every(({ open }) => !open.isEnding)) over[0].open.isEnding = true;
    return unused !== undefined;
  }

  async #close(queue: string): Promise<void> {
    const open = this.#open.get(queue);
    this.#open.delete(queue);
    this.#closed.set(queue, performance.now());
    // What fails to end is no reason for not going on with others.
    try {
      await open?.grading[Symbol.asyncDispose]();
    } catch {}
  }

  /** What is open for the jobs of a queue. @throws {RangeError} where nothing is. */
  opened(queue: string): OpenGrading {
    const open = this.#open.get(queue);
    if (open === undefined) throw new RangeError(`Cannot grade a job of ${queue}: nothing is open that does`);
    return open.grading;
  }

  /** Queues whose jobs this worker cannot take, and why. */
  get misfits(): Readonly<Record<string, Misfit>> {
    return Object.fromEntries([...this.#misfits].map(([queue, { misfit }]) => [queue, misfit]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#open.keys()].map((queue) => this.#close(queue)));
  }
}
