import { setTimeout as after } from "node:timers/promises";

/** How often a worker gives a sign, milliseconds: a third of what a job may be without one. */
const signMs = 3000;

/** Gives signs of life, one after the other, until it is disposed of; one that fails is followed by the next. */
export class Signs implements AsyncDisposable {
  readonly #ending = new AbortController();
  readonly #ended: Promise<void>;

  constructor(give: () => Promise<void>) {
    this.#ended = this.#giveAll(give);
  }

  async #giveAll(give: () => Promise<void>): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      await after(signMs, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await give().catch(() => undefined);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort();
    await this.#ended;
  }
}
