import type ivm from "isolated-vm";
import type { AnsweredCase, PlannedCase, RunMessage, WorkerMessage } from "../protocol/messages.ts";
import { reply } from "../protocol/reply-format.ts";
import { callHarness, isUntouched, type Stop } from "./call-harness.ts";
import { type Guest, type Harness, openContext, openIsolate } from "./guest.ts";

/** How the worker answers. */
export type Send = (message: WorkerMessage, parts?: readonly Uint8Array[]) => void;

/** How the run of a case ended: the next one can follow, the run is over, or no other case can do better since nothing loads. */
type End = "ran" | "over" | "not-loaded";

/** A context, and the exercises whose submission is loaded in it. */
type GuestContext = { readonly harness: Harness; readonly loaded: Set<number> };

/** Key of the context that exercises share; others have the number of their exercise. */
const sharedRoom = -1;

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
  /** Of what was returned in cases that may be called again. */
  readonly #digests = new Map<string, string>();
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
    const shared = this.#contexts.get(sharedRoom);
    this.#send({ type: "done", run: message.run, untouched: shared !== undefined && isUntouched(shared.harness) });
  }

  /** Ends the isolate; what is run afterwards gets another. */
  close(): void {
    this.#contexts.clear();
    if (this.#isolate?.isDisposed === false) this.#isolate.dispose();
    this.#isolate = undefined;
  }

  #runCase(message: RunMessage, planned: PlannedCase): End {
    // What did not return is wrong already.
    if (planned.again !== undefined && !this.#digests.has(keyOf(planned))) return this.#answered(message, planned, 0);
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

  #call(message: RunMessage, { harness }: GuestContext, planned: PlannedCase): End {
    const { exercise, cases } = this.#inputsOf(planned.exercise);
    const before = computedMs();
    const { again } = planned;
    const answer = callHarness(
      harness,
      [setOf(planned), cases[planned.case], exercise, this.#guest.consoleCharacters, again === "at-once"],
      timeMsOf(message, planned),
    );
    const cpuMs = computedMs() - before;
    if (!(answer instanceof Uint8Array)) return this.#stopped(message, planned, answer, cpuMs);
    const end = this.#answered(message, planned, cpuMs, answer);
    // An exception may be the last word of a function that has filled the memory; others shall not pay for it.
    if (answer[0] === reply.threw) this.#closeWhenFull();
    return end;
  }

  /** Sends an answer; of a case that was called again only where it is not the one of before. */
  #answered({ run }: RunMessage, planned: PlannedCase, cpuMs: number, answer?: Uint8Array): End {
    const { exercise, case: index, again } = planned;
    const { repeat, visibleCases } = this.#inputsOf(exercise);
    const key = keyOf(planned);
    const digest = answer && repeat && (index === 0 || index === visibleCases) ? digestOf(answer) : undefined;
    const isNew = answer !== undefined && (again === undefined || this.#digests.get(key) !== digest);
    if (digest !== undefined && again === undefined && answer?.[0] === reply.returned) this.#digests.set(key, digest);
    const answered: AnsweredCase = { exercise, case: index, cpuMs };
    this.#send({ type: "answered", run, cases: [answered] }, [isNew ? answer : nothing]);
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
    for (const { parameters, mutates } of exercises) {
      harness.open.applySync(undefined, [parameters.join(","), mutates.join(",")]);
    }
    const context = { harness, loaded: new Set<number>() };
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
    // Whatever was interrupted may have left the isolate in any state, and what has not been loaded cannot be called: the run ends.
    const isOver = stop.by !== "never-settled" || at.case === -1;
    if (isOver) this.close();
    this.#send({ type: "stopped", run, exercise: at.exercise, case: at.case, ...stop, cpuMs });
    return isOver ? "over" : "ran";
  }
}

const nothing = new Uint8Array();

/** Time that a case may take, milliseconds. */
const timeMsOf = ({ caseTimesMs }: RunMessage, { exercise }: PlannedCase): number => caseTimesMs[exercise] ?? 0;

const keyOf = ({ exercise, case: index }: PlannedCase): string => `${exercise} ${index}`;

/** Number of an exercise's inputs in its context: a shared one has those of all, in order. */
const setOf = ({ exercise, isShared }: PlannedCase): number => (isShared ? exercise : 0);

/** Largest answer that is its own name, bytes. */
const shortBytes = 10_000;

/** Names what a function answered, whatever it printed: by itself where it is short, else hashed. */
function digestOf(answer: Uint8Array): string {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  // The console text comes after the status.
  const rest = answer[0] === reply.returned ? answer.subarray(1 + 4 + 2 * view.getUint32(1, true)) : answer;
  if (rest.length <= shortBytes) return `is ${Buffer.from(rest).toString("latin1")}`;
  // Loaded by the few that need it: it would take a tenth of every worker's start.
  const { createHash } = process.getBuiltinModule("node:crypto");
  return `hash ${createHash("sha256").update(rest).digest("latin1")}`;
}

/**
 * Processor time of this thread so far, milliseconds. An isolate that is called synchronously runs on it. The isolate's own `cpuTime` is
 * no measure: it is taken from the clock on the wall, and runs on while other processes have the processor.
 */
function computedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
