import { setTimer } from "./timers.ts";

type Listener = ((event: AbortEvent) => void) | { readonly handleEvent: (event: AbortEvent) => void };
type AbortEvent = { readonly type: "abort"; readonly target: AbortSignal };

const named = (name: string, message: string): Error => {
  const error = new Error(message);
  Object.defineProperty(error, "name", { value: name, configurable: true, writable: true });
  return error;
};

/** `AbortSignal`, with what is needed to give up waiting. */
export class AbortSignal {
  aborted = false;
  reason: unknown;
  onabort: ((event: AbortEvent) => void) | null = null;
  readonly #listeners = new Set<Listener>();

  /** A signal that has been given. */
  static abort(reason: unknown = named("AbortError", "This operation was aborted")): AbortSignal {
    const signal = new AbortSignal();
    signal.#give(reason);
    return signal;
  }

  /** A signal that is given when nothing earlier is left to do. */
  static timeout(delayMs: number): AbortSignal {
    const signal = new AbortSignal();
    setTimer(() => signal.#give(named("TimeoutError", "The operation was aborted due to timeout")), delayMs);
    return signal;
  }

  /** A signal that is given with the first of several. */
  static any(signals: Iterable<AbortSignal>): AbortSignal {
    const signal = new AbortSignal();
    for (const one of [...signals]) {
      if (one.aborted) signal.#give(one.reason);
      else one.addEventListener("abort", () => signal.#give(one.reason));
    }
    return signal;
  }

  /** Gives the signal of a controller. */
  static give(signal: AbortSignal, reason: unknown = named("AbortError", "This operation was aborted")): void {
    signal.#give(reason);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  addEventListener(type: string, listener: Listener): void {
    if (type === "abort") this.#listeners.add(listener);
  }

  removeEventListener(type: string, listener: Listener): void {
    if (type === "abort") this.#listeners.delete(listener);
  }

  #give(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const event: AbortEvent = { type: "abort", target: this };
    this.onabort?.(event);
    for (const listener of [...this.#listeners]) {
      if (typeof listener === "function") listener(event);
      else listener.handleEvent(event);
    }
  }
}

const { give } = AbortSignal;
Reflect.deleteProperty(AbortSignal, "give");

/** `AbortController`. */
export class AbortController {
  readonly signal = new AbortSignal();

  abort(reason?: unknown): void {
    give(this.signal, reason);
  }
}
