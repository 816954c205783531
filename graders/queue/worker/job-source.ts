import type { Database } from "../../database/open-database.ts";
import type { WaitingQueue } from "../waiting-queues.ts";

/** A job in this worker's hands. @property attempt Tells one hold of it from a later one. */
export type HeldJob = {
  readonly queue: string;
  readonly attempt: { readonly id: string; readonly retryCount: number };
  readonly data: unknown;
};

/**
 * Takes jobs from several queues: the most urgent ones first, whatever queue they are in, and among queues with such in turn, so that ten
 * jobs of one course need not wait for ten thousand of another.
 */
export class JobSource {
  readonly #boss: Database["boss"];
  /** Of those it has taken from, the ones that have waited longest first. */
  #turns: readonly string[] = [];

  constructor(boss: Database["boss"]) {
    this.#boss = boss;
  }

  /**
   * @param waiting Of which jobs may be taken.
   * @param most How many at most, 0 or less for none; fewer may come though more wait.
   * @param onTaken Given jobs the moment they are ours, whatever fails after that.
   */
  async take(
    waiting: readonly WaitingQueue[],
    most: number,
    onTaken: (jobs: readonly HeldJob[]) => void,
  ): Promise<void> {
    const [first, ...others] = waiting;
    if (first === undefined || most <= 0) return;
    // In a single queue the engine takes the most urgent ones.
    if (others.length === 0) {
      onTaken(await this.#fetch(first.queue, most, 0));
      return;
    }
    const urgency = Math.max(...waiting.map((one) => one.urgency));
    const urgent = waiting.filter((one) => one.urgency === urgency).map(({ queue }) => queue);
    const order = [
      ...urgent.filter((queue) => !this.#turns.includes(queue)),
      ...this.#turns.filter((queue) => urgent.includes(queue)),
    ];
    const share = Math.ceil(most / order.length);
    let taken = 0;
    for (const queue of order) {
      const free = Math.min(share, most - taken);
      const found = free > 0 ? await this.#fetch(queue, free, urgency) : [];
      if (found.length === 0) continue;
      taken += found.length;
      this.#turns = [...this.#turns.filter((one) => one !== queue), queue];
      onTaken(found);
    }
  }

  async #fetch(queue: string, batchSize: number, minPriority: number): Promise<HeldJob[]> {
    const jobs = await this.#boss.fetch<unknown>(queue, { batchSize, minPriority, includeMetadata: true });
    // The engine takes the first ones, and gives them in any order.
    jobs.sort((a, b) => b.priority - a.priority || a.createdOn.getTime() - b.createdOn.getTime());
    return jobs.map(({ id, retryCount, data }) => ({ queue, attempt: { id, retryCount }, data }));
  }
}
