import type ivm from "isolated-vm";
import type { PlannedCase, RunMessage, WorkerMessage } from "../protocol/messages.ts";
import { reply } from "../reply-format.ts";
import { callHarness, type Stop } from "./call-harness.ts";
import { type Guest, type Harness, openContext, openIsolate } from "./guest.ts";

/** How the worker answers. */
export type Send = (message: WorkerMessage, parts?: readonly Uint8Array[]) => void;

/**
 * Runs the planned cases of one submission and sends each result the moment it exists. One isolate, a context of its own
 * for each exercise, kept for when the plan comes back to it; after a limit was hit, a new isolate for what is left.
 */
export function runSubmission(guest: Guest, message: RunMessage, code: string, send: Send): void {
  const session = new Session(guest, message, code, send);
  try {
    for (const planned of message.plan) {
      const end = session.run(planned);
      if (end === "stopped") return;
      if (end === "not-loaded") break;
    }
  } finally {
    session.close();
  }
  send({ type: "done", run: message.run });
}

/** How the run of a case ended: the next one can follow, a limit was hit, or no other case can do better since nothing loads. */
type End = "ran" | "stopped" | "not-loaded";

class Session {
  readonly #guest: Guest;
  readonly #message: RunMessage;
  readonly #code: string;
  readonly #send: Send;
  #isolate: ivm.Isolate | undefined;
  /** Harness of each exercise that is loaded. */
  readonly #open = new Map<number, Harness>();
  #current: number | undefined;

  constructor(guest: Guest, message: RunMessage, code: string, send: Send) {
    this.#guest = guest;
    this.#message = message;
    this.#code = code;
    this.#send = send;
  }

  run(planned: PlannedCase): End {
    const { run } = this.#message;
    // What one exercise holds shall not be another one's end.
    if (this.#current !== planned.exercise) this.#closeWhenFull();
    this.#current = planned.exercise;
    const harness = this.#open.get(planned.exercise) ?? this.#load(planned.exercise);
    if (typeof harness === "string") return harness;
    const exercise = this.#guest.exercises[planned.exercise];
    if (exercise === undefined) throw new RangeError(`Cannot run exercise ${planned.exercise}: not in the setup`);
    const call = (): Uint8Array | Stop =>
      callHarness(
        harness,
        [planned.case, exercise.exercise, this.#guest.consoleCharacters],
        this.#caseTimeMs(planned.exercise),
      );
    const before = this.#cpuMs();
    const answer = call();
    if (answer instanceof Uint8Array) {
      const again = planned.case === 0 && exercise.repeat && answer[0] === reply.returned ? call() : answer;
      const keptState = !(again instanceof Uint8Array) || !sameValue(answer, again);
      this.#send({ type: "answered", run, ...planned, keptState }, [answer]);
      if (!(again instanceof Uint8Array)) this.close();
      // An exception may be the last word of a function that has filled the memory; others shall not pay for it.
      if (answer[0] === reply.threw) this.#closeWhenFull();
    } else {
      return this.#stopped(planned, answer, this.#cpuMs() - before);
    }
    return "ran";
  }

  /** Ends an isolate that holds more than half of its memory: the next exercise starts in a fresh one. */
  #closeWhenFull(): void {
    const heap = this.#isolate?.getHeapStatisticsSync();
    if (heap === undefined) return;
    const held = heap.used_heap_size + heap.externally_allocated_size;
    if (held > (this.#guest.memoryMb * 2 ** 20) / 2) this.close();
  }

  close(): void {
    this.#open.clear();
    if (this.#isolate?.isDisposed === false) this.#isolate.dispose();
    this.#isolate = undefined;
  }

  /** @returns Why not, where the submission cannot be loaded. */
  #load(exercise: number): Harness | Exclude<End, "ran"> {
    const { run } = this.#message;
    const inputs = this.#guest.exercises[exercise];
    if (inputs === undefined) throw new RangeError(`Cannot run exercise ${exercise}: not in the setup`);
    this.#isolate ??= openIsolate(this.#guest);
    const harness = openContext(this.#isolate, this.#guest);
    const names = [inputs.parameters.join(","), inputs.mutates.join(",")];
    harness.setInputs.applySync(undefined, [inputs.inputs, ...names], { arguments: { copy: true } });
    this.#open.set(exercise, harness);
    const before = this.#cpuMs();
    const answer = callHarness(
      harness,
      [this.#code, this.#guest.consoleCharacters],
      this.#caseTimeMs(exercise),
      "load",
    );
    if (answer instanceof Uint8Array) {
      this.#send({ type: "loaded", run }, [answer]);
      return answer[0] === reply.loaded ? harness : "not-loaded";
    }
    this.#stopped({ exercise, case: -1 }, answer, this.#cpuMs() - before);
    return "stopped";
  }

  #caseTimeMs(exercise: number): number {
    return this.#message.caseTimesMs[exercise] ?? 0;
  }

  #cpuMs(): number {
    return this.#isolate?.isDisposed === false ? Number(this.#isolate.cpuTime) / 1e6 : 0;
  }

  #stopped(planned: PlannedCase, stop: Stop, cpuMs: number): End {
    // Whatever was interrupted may have left the isolate in any state: the run ends.
    if (stop.by !== "never-settled") this.close();
    this.#send({ type: "stopped", run: this.#message.run, ...planned, ...stop, cpuMs });
    return stop.by === "never-settled" ? "ran" : "stopped";
  }
}

/** Whether two replies hold the same value; what was printed may differ. */
function sameValue(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(valueBytes(a), valueBytes(b)) === 0;
}

/** The bytes of a returned value: after the status, the changed input's path and the console text. */
function valueBytes(answer: Uint8Array): Uint8Array {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  const path = 1 + 4 + 2 * view.getUint32(1, true);
  if (answer[0] !== reply.returned || path + 4 > answer.length) return answer;
  return answer.subarray(path + 4 + 2 * view.getUint32(path, true));
}
