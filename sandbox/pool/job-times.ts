import type { ExerciseInputs } from "../protocol/messages.ts";
import { JobClock } from "./job-clock.ts";
import type { LimitHits } from "./limit-hits.ts";
import { TimeShares } from "./time-shares.ts";

/** Share of the submission's time that a shared context may have; beyond it, sharing gains nothing. */
const sharedShare = 0.1;
/** Share of its time that a submission must have spent computing for the end of that time to be its own fault. */
const ownShare = 0.5;
/** Share of a time limit that a case must have had of a processor, or not have waited for one, for its timeout to count at once. */
const fairShare = 0.8;
/** By what the time limit of a case grows with each time that it was starved, and how often it may be. */
const growth = 4;
const mostStarved = 3;

/** The times of one submission: what its cases may take, and what they have taken. Exercises are named by their position. */
export class JobTimes {
  readonly #exercises: readonly Pick<ExerciseInputs, "caseTimeMs">[];
  readonly #submissionTimeMs: number;
  readonly #hits: LimitHits;
  readonly #shares: TimeShares;
  readonly clock: JobClock;
  #cpuMs = 0;
  #isRenewed = false;
  #starved = 0;
  #hasBegun = false;
  #timeScale = 1;

  /** @param submissionTimeMs Of the manifest, milliseconds. */
  constructor(
    exercises: readonly Pick<ExerciseInputs, "caseTimeMs">[],
    submissionTimeMs: number,
    hits: LimitHits,
    clock = new JobClock(),
  ) {
    this.clock = clock;
    this.#exercises = exercises;
    this.#submissionTimeMs = submissionTimeMs;
    this.#hits = hits;
    this.#shares = new TimeShares(exercises);
  }

  /** Time that a case of each exercise may take on this machine, milliseconds. */
  get caseTimesMs(): readonly number[] {
    return this.#exercises.map((_, exercise) => this.caseTimeMs(exercise));
  }

  /** Time that a case may take on this machine, milliseconds. */
  caseTimeMs(exercise: number): number {
    const { caseTimeMs = 0 } = this.#exercises[exercise] ?? {};
    return caseTimeMs * this.#hits.timeShare(exercise) * this.#scale;
  }

  /** Time that all cases of a shared context may take together on this machine, milliseconds. */
  get sharedMs(): number {
    return sharedShare * this.#submissionTimeMs * this.#timeScale;
  }

  /**
   * A run begins, and with the first one all of its time. That run's factor holds to the end: a case and the whole are measured alike.
   * @param timeScale Factor of the machine on all time limits; reports state the limits without it.
   */
  begin(timeScale: number): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#timeScale = timeScale;
    this.#start();
  }

  #start(): void {
    this.clock.start(this.#timeScale * this.#submissionTimeMs);
  }

  /** Books the time since the clock's last tick on an exercise. */
  spend(exercise: number): void {
    this.#shares.spend(exercise, this.clock.tookMs);
  }

  /** Books processor time of an answered case, milliseconds: what a worker says, so that anything can be in it. */
  compute(cpuMs: unknown): void {
    this.#cpuMs += typeof cpuMs === "number" ? cpuMs : 0;
  }

  /** How much of what is left of the submission's time an exercise may have, milliseconds. @param waiting Exercises with cases to run. */
  shareMs(exercise: number, waiting: Iterable<number>): number {
    return this.#shares.shareMs(exercise, this.clock.leftMs, waiting, this.#timeScale);
  }

  /**
   * Asked where a case, or the loading, ran out of time: whether it was let. Where not, it is to be tried again, and gets longer for it,
   * at no cost to the submission.
   * @param cpuMs Processor time that it got, milliseconds, as the worker says.
   * @param waitedMs Time for which its process waited for a processor, milliseconds; undefined where the system does not tell.
   * @returns `own` where the limit was hit by its own doing; `starved` where it was not; `too-often` where that is no use any more.
   */
  blame(exercise: number, cpuMs: number, waitedMs: number | undefined): "own" | "starved" | "too-often" {
    const limitMs = this.caseTimeMs(exercise);
    // What makes a limit fair is not what it has grown to.
    const fairMs = (fairShare * limitMs) / growth ** this.#starved;
    if (cpuMs >= fairMs || (waitedMs !== undefined && limitMs - waitedMs >= fairMs)) return "own";
    this.#starved += 1;
    // Nobody tells how busy the machine is: then the second time is its own.
    if (waitedMs === undefined && this.#starved > 1) return "own";
    if (this.#starved === mostStarved) return "too-often";
    this.clock.tryAgain(this.caseTimeMs(exercise));
    return "starved";
  }

  /** A case has a result: the next one is not starved yet, and this one has cost no more than its limit, however often it was tried. */
  settle(exercise: number): void {
    this.#starved = 0;
    this.clock.settle(this.caseTimeMs(exercise));
  }

  get #scale(): number {
    return this.#timeScale * growth ** this.#starved;
  }

  /**
   * Asked where all of the submission's time is gone: whether it begins once more, because not one case was too slow and it has not
   * had the processor either.
   */
  renew(): boolean {
    const hadItsTime = this.#cpuMs >= ownShare * this.#timeScale * this.#submissionTimeMs;
    if (!this.#hits.none || hadItsTime || this.#isRenewed) return false;
    this.#isRenewed = true;
    this.#start();
    return true;
  }
}
