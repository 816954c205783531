import type { WorkerOptions } from "./worker.ts";
import { isFree, type SlotListener, startSlot, type Waiting, type WorkerSlot, waitingIn } from "./worker-slot.ts";

/** The workers of a sandbox, those that are coming to their end included. */
export class WorkerSlots implements AsyncDisposable {
  readonly #most: number;
  readonly #options: WorkerOptions;
  readonly #listener: SlotListener;
  readonly #slots = new Set<WorkerSlot>();
  /** The encoded setup message. */
  #setup: Uint8Array | undefined;

  /** @param most Of use at a time. */
  constructor(most: number, options: WorkerOptions, listener: SlotListener) {
    this.#most = most;
    this.#options = options;
    this.#listener = listener;
    process.prependOnceListener("exit", this.#onExit);
  }

  /** Tells all workers, and those to come, what they will run. */
  setUp(setup: Uint8Array): void {
    this.#setup = setup;
    for (const { worker } of this.#slots) worker.setUp(setup);
  }

  /** Starts a worker, without waiting for it. */
  start(): WorkerSlot {
    const slot = startSlot(this.#options, this.#listener);
    this.#slots.add(slot);
    if (this.#setup !== undefined) slot.worker.setUp(this.#setup);
    return slot;
  }

  /** Starts workers until there are as many of use as there may be. */
  fill(): void {
    while (this.#active < this.#most) this.start();
  }

  /** One that a submission can be given to, started where there may be one more. */
  takeFree(): WorkerSlot | undefined {
    return [...this.#slots].findLast(isFree) ?? (this.#active < this.#most ? this.start() : undefined);
  }

  /** The one that a submission was given to. */
  busyWith(waiting: Waiting): WorkerSlot | undefined {
    return [...this.#slots].find(({ state }) => waitingIn(state) === waiting);
  }

  retire(slot: WorkerSlot): void {
    slot.state = { is: "ending" };
    slot.worker.kill("closed");
  }

  /** Whether its process has not ended. */
  has(slot: WorkerSlot): boolean {
    return this.#slots.has(slot);
  }

  /** Its process has ended. */
  delete(slot: WorkerSlot): void {
    this.#slots.delete(slot);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#slots].map(({ worker }) => worker[Symbol.asyncDispose]()));
    process.off("exit", this.#onExit);
  }

  /** Workers that are, or will be, of use. */
  get #active(): number {
    return [...this.#slots].filter(({ state }) => state.is !== "ending").length;
  }

  /** The last chance to leave no process behind where nobody disposes of the sandbox: a signal, an exception. */
  readonly #onExit = (): void => {
    for (const { worker } of this.#slots) worker.kill("closed");
  };
}
