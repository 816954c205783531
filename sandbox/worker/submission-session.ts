import type ivm from "isolated-vm";
import type { PlannedCase, RunMessage, WorkerMessage } from "../protocol/messages.ts";
import { reply } from "../protocol/reply-format.ts";
import { addInputs, callHarness, type Stop } from "./call-harness.ts";
import { type Guest, type Harness, openContext, openIsolate } from "./guest.ts";

/** How the worker answers. */
export type Send = (message: WorkerMessage, parts?: readonly Uint8Array[]) => void;

/** How the run of a case ended: the next one can follow, the run is over, or no other case can do better since nothing loads. */
type End = "ran" | "over" | "not-loaded";

/** A context, and the exercises whose submission is loaded in it. */
type GuestContext = {
  readonly harness: Harness;
  readonly loaded: Set<number>;
  /** Exercises whose hidden inputs are in it. */
  readonly complete: Set<number>;
};

/** Key of the context that exercises share; others have the number of their exercise. */
const sharedRoom = -1;
/** Share of its time that a second call must have computed for the end of that time to be its own doing. */
const ownShare = 0.5;

/**
 * One submission in this worker, over one run or several: an isolate, a context for the exercises that share one and contexts for
 * those that have their own, kept for when a plan comes back to them. After a limit was hit, a new isolate for what is left.
 */
export class SubmissionSession {
  readonly #guest: Guest;
  readonly #code: string;
  readonly #send: Send;
  #isolate: ivm.Isolate | undefined;
  readonly #contexts = new Map<number, GuestContext>();
  #current: number | undefined;
  #sharedMs = 0;

  constructor(guest: Guest, code: string, send: Send) {
    this.#guest = guest;
    this.#code = code;
    this.#send = send;
  }

  /** Runs the planned cases and sends each result the moment it exists. */
  run(message: RunMessage): void {
    for (const planned of message.plan) {
      const end = this.#runCase(message, planned);
      if (end === "over") return;
      if (end === "not-loaded") break;
    }
    this.#send({ type: "done", run: message.run });
  }

  /** Ends the isolate; what is run afterwards gets another. */
  close(): void {
    this.#contexts.clear();
    if (this.#isolate?.isDisposed === false) this.#isolate.dispose();
    this.#isolate = undefined;
  }

  #runCase(message: RunMessage, planned: PlannedCase): End {
    // What one exercise holds shall not be another one's end.
    if (this.#current !== planned.exercise) this.#closeWhenFull();
    this.#current = planned.exercise;
    if (planned.isShared && this.#sharedMs > message.sharedMs) return this.#unshare(message);
    const start = performance.now();
    const context = this.#contextOf(planned);
    const loaded = context.loaded.has(planned.exercise) ? "ran" : this.#load(message, context, planned);
    const end = loaded === "ran" ? this.#call(message, context, planned) : loaded;
    if (planned.isShared) this.#sharedMs += performance.now() - start;
    return end;
  }

  #call(message: RunMessage, { harness, complete }: GuestContext, planned: PlannedCase): End {
    const { run } = message;
    const { exercise, repeat, visibleCases, hidden } = this.#inputsOf(planned.exercise);
    const call = (): Uint8Array | Stop =>
      callHarness(
        harness,
        [setOf(planned), planned.case, exercise, this.#guest.consoleCharacters],
        timeMsOf(message, planned),
      );
    const before = computedMs();
    if (planned.case >= visibleCases && !complete.has(planned.exercise)) {
      const stop = addInputs(harness, setOf(planned), hidden, timeMsOf(message, planned));
      if (stop !== undefined) return this.#stopped(message, planned, stop, computedMs() - before);
      complete.add(planned.exercise);
    }
    const answer = call();
    if (!(answer instanceof Uint8Array)) return this.#stopped(message, planned, answer, computedMs() - before);
    const beforeAgain = computedMs();
    const again = planned.case === 0 && repeat && answer[0] === reply.returned ? call() : answer;
    const againMs = computedMs() - beforeAgain;
    // It had hardly a processor: what it would have returned nobody knows.
    if (!(again instanceof Uint8Array) && again.by === "time" && againMs < ownShare * timeMsOf(message, planned)) {
      return this.#stopped(message, planned, again, againMs);
    }
    const keptState = !(again instanceof Uint8Array) || !sameValue(answer, again);
    const cpuMs = computedMs() - before;
    this.#send({ type: "answered", run, exercise: planned.exercise, case: planned.case, keptState, cpuMs }, [answer]);
    if (!(again instanceof Uint8Array)) this.close();
    // An exception may be the last word of a function that has filled the memory; others shall not pay for it.
    if (answer[0] === reply.threw) this.#closeWhenFull();
    return "ran";
  }

  /** Ends an isolate that holds more than half of its memory: the next exercise starts in a fresh one. */
  #closeWhenFull(): void {
    const heap = this.#isolate?.getHeapStatisticsSync();
    if (heap === undefined) return;
    const held = heap.used_heap_size + heap.externally_allocated_size;
    if (held > (this.#guest.memoryMb * 2 ** 20) / 2) this.close();
  }

  #contextOf({ exercise, isShared }: PlannedCase): GuestContext {
    const key = isShared ? sharedRoom : exercise;
    const open = this.#contexts.get(key);
    if (open !== undefined) return open;
    this.#isolate ??= openIsolate(this.#guest);
    const harness = openContext(this.#isolate, this.#guest);
    const exercises = isShared ? this.#guest.exercises : [this.#inputsOf(exercise)];
    // All of them before anything of the submission runs.
    for (const { visible, parameters, mutates } of exercises) {
      const names = [parameters.join(","), mutates.join(",")];
      harness.openInputs.applySync(undefined, [visible, ...names], { arguments: { copy: true } });
    }
    const context = { harness, loaded: new Set<number>(), complete: new Set<number>() };
    this.#contexts.set(key, context);
    return context;
  }

  #load(message: RunMessage, context: GuestContext, planned: PlannedCase): End {
    const { exercise } = planned;
    const before = computedMs();
    const answer = callHarness(
      context.harness,
      [setOf(planned), this.#code, this.#guest.consoleCharacters],
      timeMsOf(message, planned),
      "load",
    );
    const isGood = answer instanceof Uint8Array && answer[0] === reply.loaded;
    // Something that ran before in this context may be the reason.
    if (!isGood && context.loaded.size > 0) return this.#unshare(message);
    if (!(answer instanceof Uint8Array)) {
      return this.#stopped(message, { exercise, case: -1 }, answer, computedMs() - before);
    }
    this.#send({ type: "loaded", run: message.run }, [answer]);
    if (!isGood) return "not-loaded";
    context.loaded.add(exercise);
    return "ran";
  }

  /** The rest of the plan is to be run exercise by exercise, each in a context of its own. */
  #unshare({ run }: RunMessage): End {
    this.close();
    this.#send({ type: "unshared", run });
    return "over";
  }

  #inputsOf(exercise: number): Guest["exercises"][number] {
    const inputs = this.#guest.exercises[exercise];
    if (inputs === undefined) throw new RangeError(`Cannot run exercise ${exercise}: not in the setup`);
    return inputs;
  }

  #stopped({ run }: RunMessage, at: Omit<PlannedCase, "isShared">, stop: Stop, cpuMs: number): End {
    // Whatever was interrupted may have left the isolate in any state: the run ends.
    if (stop.by !== "never-settled") this.close();
    this.#send({ type: "stopped", run, exercise: at.exercise, case: at.case, ...stop, cpuMs });
    return stop.by === "never-settled" ? "ran" : "over";
  }
}

/** Time that a case may take, milliseconds. */
const timeMsOf = ({ caseTimesMs }: RunMessage, { exercise }: PlannedCase): number => caseTimesMs[exercise] ?? 0;

/** Number of an exercise's inputs in its context: a shared one has those of all, in order. */
const setOf = ({ exercise, isShared }: PlannedCase): number => (isShared ? exercise : 0);

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

/**
 * Processor time of this thread so far, milliseconds. An isolate that is called synchronously runs on it. The isolate's own `cpuTime` is
 * no measure: it is taken from the clock on the wall, and runs on while other processes have the processor.
 */
function computedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
