import type { Bundle } from "../bundle/bundle-submission.ts";
import type { Frame } from "../protocol/frame.ts";
import type { AnsweredCase, ExerciseInputs, PlannedCase, WorkerMessage } from "../protocol/messages.ts";
import type { SubmissionRun } from "../replies/case-run.ts";
import { Loading } from "../replies/loading.ts";
import { parseReply } from "../replies/parse-reply.ts";
import { Answers } from "./answers.ts";
import { CaseBook } from "./case-book.ts";
import { type Advance, CaseQueue } from "./case-queue.ts";
import { Inspection } from "./inspection.ts";
import { JobTimes } from "./job-times.ts";
import { LimitHits } from "./limit-hits.ts";
import { planCases } from "./plan-cases.ts";
import type { JobLimits, RunOptions } from "./sandbox-options.ts";
import { causeOfEnd, type Waits, type WorkerEnd } from "./worker.ts";

/** After a frame: wait, look at a part's results, end a worker that breaks the protocol, send the rest to it or a fresh one, give up. */
export type Next = "wait" | "look" | "broken" | "resume" | "again" | "starved";

const unknownWaits: Waits = { starvedMs: () => undefined, unexcusedMs: () => 0 };

/**
 * The results of one submission as they come in, over as many workers as it takes. Each planned case gets exactly one
 * outcome, in order; whoever dies takes one case along, so that this always comes to an end.
 */
export class SubmissionJob {
  readonly bundle: Bundle;
  readonly limits: JobLimits;
  readonly #queue: CaseQueue;
  readonly #inspection: Inspection;
  readonly #untilFailure: boolean;
  /** Whether any case may be the first of its exercise, not only that at position 0. */
  readonly #beginsAnywhere: boolean;
  readonly #hits = new LimitHits();
  readonly times: JobTimes;
  readonly #book: CaseBook;
  readonly #answers: Answers;
  readonly #loading: Loading;
  /** True when the isolate has served other cases: what they hold shall not be this one's end. */
  #usedIsolate = false;
  /** True once a limit was hit: the worker that ran this is not used again. */
  irregular = false;

  constructor(
    bundle: Bundle,
    exercises: readonly ExerciseInputs[],
    limits: JobLimits,
    { exercises: wanted, cases, passes, untilFailure = false }: RunOptions = {},
  ) {
    this.bundle = bundle;
    this.limits = limits;
    this.times = new JobTimes(exercises, limits.submissionTimeMs, this.#hits);
    const plan = planCases(exercises, { exercises: wanted, cases, oneByOne: untilFailure });
    this.#queue = new CaseQueue(plan, passes !== undefined && !untilFailure);
    this.#book = new CaseBook(this.#queue, exercises, limits, this.times, this.#hits);
    this.#answers = new Answers(this.#book, this.#queue, bundle.places, limits.consoleBytes);
    this.#inspection = new Inspection(exercises, passes);
    this.#untilFailure = untilFailure;
    this.#beginsAnywhere = untilFailure || cases !== undefined;
    this.#loading = new Loading(bundle.places);
  }

  /** What is to be run before the next look at the results. */
  get remaining(): readonly PlannedCase[] {
    return this.#loading.failure === undefined ? this.#queue.remaining : [];
  }

  /** Looks at the results where a part is over. */
  async look(): Promise<Advance> {
    const believed = await this.#inspection.believed(this.#queue.doubtful);
    const isOver = this.#untilFailure && !(await this.#inspection.lastPasses(this.#queue.results));
    return this.#loading.failure !== undefined || isOver ? "over" : this.#queue.advance(believed);
  }

  /** Whether the worker may hold results back: it has not come to harm yet. */
  get mayHold(): boolean {
    return !this.irregular;
  }

  /** Time the case that is running, or comes next, may take, milliseconds. */
  get caseTimeMs(): number {
    return this.times.caseTimeMs(this.#running);
  }

  /** Time until the next frame is due, milliseconds: before the first case of an exercise it is loaded. */
  get frameTimeMs(): number {
    const mayBeFirst = this.#beginsAnywhere || this.#queue.next?.case === 0;
    return mayBeFirst ? 3 * this.caseTimeMs : this.caseTimeMs;
  }

  /** A run begins. @param timeScale Factor of the machine. @param continues In the isolate that the run before has left, if it has. */
  begin(timeScale: number, continues = false): void {
    this.times.begin(timeScale);
    this.#inspection.isUntouched = false;
    this.#usedIsolate &&= continues;
  }

  get #hasLoaded(): boolean {
    return this.#loading.exportNames !== undefined;
  }

  get #running(): number {
    return this.#book.running;
  }

  /** How much of what is left of its time the running exercise may have, milliseconds. */
  get shareMs(): number {
    return this.times.shareMs(this.#running, this.#queue.waiting);
  }

  get result(): SubmissionRun {
    const { failure, exportNames = [] } = this.#loading;
    if (failure !== undefined) return { loaded: false, failure };
    return { loaded: true, exportNames, definitions: this.bundle.definitions, cases: this.#queue.results };
  }

  /**
   * Takes a frame of the worker, and books the time until then. It is untrusted: anything unexpected is `broken`.
   * @param waits Asked where a limit is hit, or was: for how long the worker was kept waiting for a processor.
   */
  receive(frame: Frame, waits: Waits = unknownWaits): Next {
    const { clock } = this.times;
    const running = this.#running;
    // Whoever hits limits has its worker start anew again and again, which takes longest where it is let least.
    if (this.irregular) clock.excuse(Math.min(waits.unexcusedMs(), clock.tookMs));
    const next = this.#take(frame, waits);
    this.times.spend(running);
    return next;
  }

  #take(frame: Frame, waits: Waits): Next {
    const message = frame.header as unknown as WorkerMessage;
    switch (message.type) {
      case "done":
        this.#inspection.isUntouched = message.untouched === true;
        return this.remaining.length === 0 ? this.#goOn() : "broken";
      case "unshared":
        this.#queue.unshare();
        return this.remaining.length === 0 ? "broken" : "resume";
      case "loaded":
        return this.#loading.take(parseReply(frame.parts[0] ?? new Uint8Array())) ? "wait" : "broken";
      case "answered":
        return this.#answeredAll(message.cases, frame.parts);
      case "stopped":
        this.irregular = true;
        return this.#stopped(message, waits);
      default:
        return "broken";
    }
  }

  /** Books the end of a worker in the middle of this job on the case that was running. */
  workerEnded(end: WorkerEnd): void {
    this.times.spend(this.#running);
    // Results that were held back are lost: which case was running nobody knows.
    const isBlind = this.mayHold;
    this.irregular = true;
    // All that was to be run has answered, or nothing can be: whatever the worker has died of, there is no case to book it on.
    if (this.remaining.length === 0) return;
    if (end.by === "budget") {
      if (this.times.renew()) return;
      if (!this.#hasLoaded) this.#loading.fail("time");
      else this.#book.giveUp();
      return;
    }
    this.#queue.unshare();
    // A worker that fell silent may have been starved, one that was full may have been filled by others: once more.
    const isDoubtful = isBlind || (end.by === "silent" ? this.#hits.none : this.#usedIsolate);
    if (isDoubtful && !this.#book.isConfirming) {
      this.#confirm();
      return;
    }
    const cause = causeOfEnd(end);
    if (!this.#hasLoaded) this.#loading.fail(cause);
    else this.#book.addHit(cause === "crash" ? { outcome: "crashed" } : this.#book.hitBy(cause));
  }

  #answeredAll(cases: unknown, parts: readonly Uint8Array[]): Next {
    if (!Array.isArray(cases) || cases.length !== parts.length) return "broken";
    for (const [at, part] of parts.entries()) {
      const running = this.#running;
      const { next } = this.#queue;
      const answered = cases[at] as AnsweredCase | null;
      if (next === undefined || answered === null || !this.#isNext(answered)) return "broken";
      this.#usedIsolate = true;
      this.times.compute(answered.cpuMs);
      if (!this.#answers.take(next, part)) return "broken";
      this.times.spend(running);
      this.times.clock.tick();
    }
    return "wait";
  }

  #stopped(message: Extract<WorkerMessage, { type: "stopped" }>, waits: Waits): Next {
    const { by, cpuMs } = message;
    if (by === "never-settled") {
      if (message.case === -1) {
        this.#loading.fail("waits");
        return "look";
      }
      if (!this.#isNext(message)) return "broken";
      this.#book.add({ outcome: "timeout", limit: this.#book.limit("never-settled") });
      return "wait";
    }
    // Any other limit ends the isolate, and the worker's run.
    const wasUsed = this.#usedIsolate;
    this.#usedIsolate = false;
    const blame = by === "time" ? this.times.blame(this.#running, cpuMs, waits.starvedMs()) : "own";
    if (blame === "too-often") return "starved";
    const isStarved = blame === "starved";
    if (this.#queue.next?.isShared && this.#isNext(message)) {
      // Whatever ran before in this context may be the reason: again, alone. It counts as a hit all the same, so that a
      // function that hangs does not cost more for having been in company.
      if (!isStarved) this.#hits.note(this.#running, this.#book.hitBy(by));
      this.#queue.unshare();
      this.#queue.replay(this.#running);
      return "resume";
    }
    if (isStarved) return this.#again();
    if (by === "memory" && wasUsed && !this.#book.isConfirming) return this.#confirm();
    if (message.case === -1) {
      if (by === "error") return "broken";
      this.#loading.fail(by);
      return "look";
    }
    if (!this.#isNext(message)) return "broken";
    this.#book.addHit(this.#book.hitBy(by));
    return this.#goOn();
  }

  #confirm(): Next {
    this.#book.isConfirming = true;
    return this.#again();
  }

  #again(): Next {
    this.#queue.replay();
    return "again";
  }

  #goOn(): Next {
    return this.remaining.length > 0 ? "resume" : "look";
  }

  /** Whether a message is about the case whose turn it is. */
  #isNext(at: { readonly exercise: unknown; readonly case: unknown }): boolean {
    return this.#hasLoaded && this.#book.isNext(at);
  }
}
