/** Something that waits to be done together with others. */
type Pending<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Does together what is asked for while the last batch is under way: one at a time where little happens, many at once under load, when each
 * statement sent alone would cost more than what it does. To wait for others was tried: it spares little, and a batch in turn waits for it.
 */
export class Batcher<Item, Result> {
  readonly #act: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly #most: number;
  #pending: Pending<Item, Result>[] = [];
  #isBusy = false;

  /** @param act Returns a result for each item, in their order. @param most Items of a batch. */
  constructor(act: (items: readonly Item[]) => Promise<readonly Result[]>, most: number) {
    this.#act = act;
    this.#most = most;
  }

  add(item: Item): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#pending.push({ item, resolve, reject });
    void this.#work();
    return promise;
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    // What is asked for in the same turn goes together.
    await Promise.resolve();
    while (this.#pending.length > 0) {
      const batch = this.#pending.splice(0, this.#most);
      try {
        const results = await this.#act(batch.map(({ item }) => item));
        for (const [i, { resolve }] of batch.entries()) resolve(results[i] as Result);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isBusy = false;
  }
}
