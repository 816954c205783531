import type { Harness } from "./guest.ts";

/**
 * Turns whose timers run under a time limit of their own. isolated-vm keeps the timer of a finished call until it would have been due
 * and wakes up for it, and tens of thousands that are due together overflow a stack of its and end the process
 * (https://github.com/laverdet/isolated-vm/issues/572). In a later turn that hangs, and where an answer is taken, which runs code of a
 * submission only if it has tampered with what the harness looks at, the worker is killed for its silence.
 */
const timedTurns = 1000;

/** Why a call has no reply. */
export type Stop = { readonly by: "time" | "memory" | "never-settled" | "error"; readonly detail: string };

/**
 * Calls into the isolate and waits until the student's function has answered, promises and timers included.
 * @param timeMs Time for all of it together.
 * @returns The reply's bytes, as the guest wrote them, or why there are none.
 */
export function callHarness(
  harness: Harness,
  args: readonly unknown[],
  timeMs: number,
  entry: "call" | "load" = "call",
): Uint8Array | Stop {
  const deadline = performance.now() + timeMs;
  const first = apply(harness, entry, args, timeMs);
  if (first.done) return first.result;
  let { wasShort } = first;
  for (let turn = 0; ; turn++) {
    const left = deadline - performance.now();
    if (left <= 0) return { by: "time", detail: "" };
    const taken = apply(harness, "take", []);
    if (taken.done) return taken.result;
    wasShort ||= taken.wasShort;
    const ticked = apply(harness, "tick", [], turn < timedTurns ? left : undefined);
    if (ticked.done) return ticked.result;
    if (ticked.value === false) {
      // The last timer or a stray rejection may have settled it.
      const last = apply(harness, "take", []);
      if (last.done) return last.result;
      // Without an answer, memory was short for the answer itself.
      return { by: wasShort ? "memory" : "never-settled", detail: "" };
    }
  }
}

/** Time to look at everything that exercises share, milliseconds: it takes less than one, if no getter of a submission stands there. */
const lookMs = 1000;

/** Whether everything that exercises share is as it was before any of them ran. */
export function isUntouched(harness: Harness): boolean {
  const looked = apply(harness, "untouched", [], lookMs);
  return !looked.done && looked.value === true;
}

type Applied =
  | { readonly done: true; readonly result: Uint8Array | Stop }
  | { readonly done: false; readonly value: unknown; readonly wasShort: boolean };

function apply(
  harness: Harness,
  entry: "call" | "load" | "take" | "tick" | "untouched",
  args: readonly unknown[],
  timeMs?: number,
): Applied {
  const start = performance.now();
  try {
    const value: unknown = harness[entry].applySync(undefined, [...args], {
      ...(timeMs === undefined ? {} : { timeout: Math.max(1, Math.ceil(timeMs)) }),
      arguments: { copy: true },
      result: { copy: true },
    });
    return value instanceof ArrayBuffer
      ? { done: true, result: new Uint8Array(value) }
      : { done: false, value, wasShort: false };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return classify(message, harness.isGone(), timeMs !== undefined && performance.now() - start >= timeMs);
  }
}

/**
 * The harness lets no exception out, so what arrives here is the isolate's own or a rejection that nobody handled. Such a
 * rejection can say anything: the state of things is asked beside the message.
 */
function classify(message: string, isGone: boolean, isLate: boolean): Applied {
  if (isGone) return stop("memory", "");
  if (isLate && message === "Script execution timed out.") return stop("time", "");
  return { done: false, value: undefined, wasShort: /Array buffer allocation failed/i.test(message) };
}

const stop = (by: Stop["by"], detail: string): Applied => ({ done: true, result: { by, detail } });
