import type { PlannedCase } from "../protocol/messages.ts";
import type { CaseRun } from "../replies/case-run.ts";
import type { CasePlan, Unplaced } from "./plan-cases.ts";

/** A case in its place. A replay is run only for what it leaves behind in the function; its result does not count. */
export type QueuedCase = PlannedCase & { readonly isReplay: boolean };

/** After a part: nothing is left to run; the next one follows in the same isolate; what follows is run in another. */
export type Advance = "over" | "continues" | "afresh";

/** A case that has been run. A call with the inputs of another one has no result of its own. */
type Booked = { readonly planned: PlannedCase; run: CaseRun | undefined; isBelieved: boolean };

/**
 * The cases of a submission that have been run, and those that have not, in the order in which they are run: first the visible ones of all
 * exercises, then the hidden ones.
 *
 * A context takes longer to make than most exercises take to run. So exercises share one at first, and what passes there has passed,
 * since the values are right. What does not pass says nothing yet where another function may have left the built-ins in any state: then
 * it is run again in a context of its own, and only that counts. That is another isolate, and again the visible cases come first: what has
 * seen a hidden one is gone.
 */
export class CaseQueue {
  #booked: Booked[] = [];
  #now: readonly QueuedCase[] = [];
  #later: readonly (readonly Unplaced[])[];
  /** Exercises that share no context. */
  readonly #own: Set<number>;
  #isSharing: boolean;

  /** @param isSharing False where every exercise has a context of its own from the start. */
  constructor({ parts, alone }: CasePlan, isSharing: boolean) {
    this.#isSharing = isSharing;
    this.#own = new Set(alone);
    this.#later = parts;
    this.#goOn();
  }

  /** The case that is running, or comes next; undefined at the end of a part. */
  get next(): QueuedCase | undefined {
    return this.#now[0];
  }

  /** What is to be run before the results have to be looked at. */
  get remaining(): readonly QueuedCase[] {
    return this.#now;
  }

  /** Positions of the exercises that have cases to run, in this part or later. */
  get waiting(): ReadonlySet<number> {
    return new Set([...this.#now, ...this.#later.flat()].map(({ exercise }) => exercise));
  }

  get results(): readonly CaseRun[] {
    return runsIn(this.#booked);
  }

  /**
   * Books the result of the next case; of a replay it is forgotten.
   * @param run Where the case is called again, what its first call ended in, with what the second one has shown.
   * @throws {RangeError} where there is none.
   */
  book(run: CaseRun | undefined): void {
    const [planned, ...rest] = this.#now;
    if (planned === undefined) throw new RangeError("Cannot book a result: no case is left");
    this.#now = rest;
    if (planned.isReplay) return;
    const first = planned.again === undefined ? undefined : this.#firstCall(planned);
    if (first !== undefined) first.run = run ?? first.run;
    this.#booked.push({ planned, run: planned.again === undefined ? run : undefined, isBelieved: !planned.isShared });
  }

  /** What the first call with the inputs of the next case ended in, where that is called again. */
  get firstRun(): CaseRun | undefined {
    const { next } = this;
    return next?.again === undefined ? undefined : this.#firstCall(next)?.run;
  }

  #firstCall({ exercise, case: index }: PlannedCase): Booked | undefined {
    return this.#booked.find(({ planned: one }) => one.exercise === exercise && one.case === index);
  }

  /** From here on every exercise has a context of its own. */
  unshare(): void {
    this.#isSharing = false;
    this.#now = this.#now.map((planned) => this.#place(planned, planned.isReplay));
  }

  /**
   * What is left of some exercises is to be run in a fresh context: what each of their functions has been called with before is replayed
   * there, so that one that counts its calls does not begin anew.
   * @param only Position of the one exercise that is meant; default all.
   */
  replay(only?: number): void {
    this.#replayBefore((exercise) => only === undefined || exercise === only);
  }

  /** A replay did not come to its end: those of its exercise that are left are not run, and the case that they stand before is next. */
  skipReplays(): void {
    const first = this.#now.findIndex(({ isReplay }) => !isReplay);
    this.#now = this.#now.slice(Math.max(0, first));
  }

  /** The case that comes next has hit a limit: it is not called again with the same inputs. */
  callOnce(): void {
    const { next } = this;
    this.#now = this.#now.filter(
      (one) => one === next || one.again === undefined || one.exercise !== next?.exercise || one.case !== next.case,
    );
  }

  #replayBefore(isMeant: (exercise: number) => boolean): void {
    const seen = new Set<number>();
    const left = this.#now.filter(({ isReplay }) => !isReplay);
    this.#now = left.flatMap((next) => {
      if (seen.has(next.exercise) || !isMeant(next.exercise)) return [next];
      seen.add(next.exercise);
      const before = this.#booked.filter(({ planned }) => planned.exercise === next.exercise);
      return [...before.map(({ planned }) => ({ ...planned, isShared: next.isShared, isReplay: true })), next];
    });
  }

  /** Where a part is over, all results of each exercise that has some from the shared context which are not believed yet. */
  get doubtful(): ReadonlyMap<number, readonly CaseRun[]> {
    if (this.#now.length > 0) return new Map();
    const exercises = new Set(this.#booked.filter((one) => !one.isBelieved).map(({ planned }) => planned.exercise));
    const runsOf = (exercise: number): readonly CaseRun[] =>
      runsIn(this.#booked.filter(({ planned }) => planned.exercise === exercise));
    return new Map([...exercises].map((exercise) => [exercise, runsOf(exercise)]));
  }

  /**
   * Goes on where a part is over: to what is to be run again, or to the next part.
   * @param believed Of the {@link doubtful} exercises those that passed all of their cases, or that nothing can have disturbed.
   */
  advance(believed: ReadonlySet<number>): Advance {
    if (this.#now.length > 0) return "continues";
    for (const one of this.#booked) one.isBelieved ||= believed.has(one.planned.exercise);
    const again = this.#booked.filter(({ isBelieved }) => !isBelieved);
    this.#booked = this.#booked.filter(({ isBelieved }) => isBelieved);
    for (const { planned } of again) this.#own.add(planned.exercise);
    if (again.length === 0) this.#goOn();
    else this.#now = again.map(({ planned }) => this.#place(planned));
    if (this.#now.length === 0) return "over";
    return again.length > 0 ? "afresh" : "continues";
  }

  /** Takes the cases of an exercise that are left, hidden ones too, to the front: they are not to be run. @returns How many. */
  bringForward(exercise: number): number {
    const isOwn = (one: Unplaced): boolean => one.exercise === exercise;
    const own = [...this.#now.filter(({ isReplay }) => !isReplay), ...this.#later.flat()].filter(isOwn);
    this.#now = [...own.map((one) => this.#place(one)), ...this.#now.filter((one) => !isOwn(one))];
    this.#later = this.#later.map((part) => part.filter((one) => !isOwn(one)));
    return own.length;
  }

  #goOn(): void {
    // Parts may be empty: some cases are not to be run any more.
    const [next = [], ...later] = this.#later.filter((part) => part.length > 0);
    this.#now = next.map((unplaced) => this.#place(unplaced));
    this.#later = later;
  }

  #place({ exercise, case: index, again }: Unplaced, isReplay = false): QueuedCase {
    const isShared = this.#isSharing && !this.#own.has(exercise);
    return { exercise, case: index, isShared, isReplay, ...(again !== undefined && { again }) };
  }
}

const runsIn = (booked: readonly Booked[]): readonly CaseRun[] =>
  booked.flatMap(({ run }) => (run === undefined ? [] : [run]));
