import type { ExerciseInputs } from "../protocol/messages.ts";
import type { CaseOutcome, LimitHit } from "../replies/case-run.ts";
import type { CaseQueue } from "./case-queue.ts";
import type { JobTimes } from "./job-times.ts";
import { type HitOutcome, type LimitHits, limitHit } from "./limit-hits.ts";
import type { JobLimits } from "./sandbox-options.ts";

/** Books outcomes on the cases of a submission, each on the one whose turn it is. */
export class CaseBook {
  readonly #queue: CaseQueue;
  readonly #exercises: readonly ExerciseInputs[];
  readonly #limits: JobLimits;
  readonly #times: JobTimes;
  readonly #hits: LimitHits;
  /** True while a limit that was hit is being confirmed: the next one counts. */
  isConfirming = false;

  constructor(
    queue: CaseQueue,
    exercises: readonly ExerciseInputs[],
    limits: JobLimits,
    times: JobTimes,
    hits: LimitHits,
  ) {
    this.#queue = queue;
    this.#exercises = exercises;
    this.#limits = limits;
    this.#times = times;
    this.#hits = hits;
  }

  /** Position of the exercise whose turn it is; -1 at the end of a part. */
  get running(): number {
    return this.#queue.next?.exercise ?? -1;
  }

  /** Whether it is this case's turn. */
  isNext(at: { readonly exercise: unknown; readonly case: unknown }): boolean {
    const { next } = this.#queue;
    return next !== undefined && next.exercise === at.exercise && next.case === at.case;
  }

  /** Books an outcome. Of a case that is called again none but success is as good as the first. @throws {RangeError} where no case is left. */
  add(outcome: CaseOutcome, console = ""): void {
    const { next } = this.#queue;
    if (next?.again !== undefined) {
      this.addAgain(outcome.outcome === "returned" ? {} : { calledAgain: "fails-again" });
      return;
    }
    const exercise = next === undefined ? undefined : this.#exercises[next.exercise];
    const caseId = next === undefined ? undefined : exercise?.caseIds[next.case];
    if (exercise === undefined || caseId === undefined) throw new RangeError("Cannot book a result: no case is left");
    this.#settle();
    this.#queue.book({ exercise: exercise.exercise, caseId, console, ...outcome });
  }

  /** Books a case that was called again. @param found What is to be said of its first call that was not known before. */
  addAgain(found: Partial<Extract<CaseOutcome, { readonly outcome: "returned" }>>): void {
    const { firstRun } = this.#queue;
    this.#settle();
    this.#queue.book(firstRun?.outcome === "returned" ? { ...firstRun, ...found } : firstRun);
  }

  #settle(): void {
    if (this.#queue.next?.isReplay === true) return;
    this.isConfirming = false;
    this.#times.settle(this.running);
  }

  /** Books a limit that was hit. Where a replay hit it, the case that the replay stands before has. */
  addHit(outcome: HitOutcome): void {
    this.#queue.skipReplays();
    this.#queue.callOnce();
    const { running } = this;
    this.add(this.#hits.outcome(running, outcome));
    this.#hits.note(running, outcome);
  }

  /** The running exercise has had its time: its cases that are left are out of time, those of the others are not. */
  giveUp(): void {
    const left = this.#queue.bringForward(this.running);
    for (let i = 0; i < left; i++) {
      // That there was no time left to call it again says nothing about it.
      if (this.#queue.next?.again !== undefined) this.addAgain({});
      else this.add(this.#hits.outcome(this.running, { outcome: "timeout", limit: this.limit("submission-time") }));
    }
  }

  /** What a case ends in whose isolate was stopped. */
  hitBy(by: "time" | "memory" | "error"): HitOutcome {
    if (by === "memory") return { outcome: "memory", limit: this.limit("memory") };
    return { outcome: "timeout", limit: this.limit("case-time") };
  }

  /** A limit of the running exercise. */
  limit(kind: LimitHit["kind"]): LimitHit {
    return limitHit(kind, this.#limits, this.#exercises[this.running]);
  }
}
