import type { ExerciseInputs } from "../protocol/messages.ts";
import type { CaseOutcome, LimitHit } from "../replies/case-run.ts";
import type { JobLimits } from "./sandbox-options.ts";

/** What a case ends in that hit a limit of time, memory or patience. */
export type HitOutcome = Extract<CaseOutcome, { readonly outcome: "timeout" | "memory" | "crashed" }>;

/** How often an exercise may hit a limit before its other cases are hurried. */
const patience = 2;
/** Share of the time limit that a hurried case has. Still a hundred times what a case of the course takes. */
const hurriedShare = 0.1;

/**
 * The limits that a submission has hit, by exercise. A function that has hit limits twice will most likely do so in its other cases
 * too: these get a tenth of the time, in which whatever is right is still found right, and what is not costs little.
 */
export class LimitHits {
  readonly #hits = new Map<number, { count: number; readonly outcome: HitOutcome }>();

  /** True until the first hit. */
  get none(): boolean {
    return this.#hits.size === 0;
  }

  /** Notes a hit. @param exercise Position of the exercise. */
  note(exercise: number, outcome: HitOutcome): void {
    const hit = this.#hits.get(exercise) ?? { count: 0, outcome };
    hit.count += 1;
    this.#hits.set(exercise, hit);
  }

  /** By what the time limit of an exercise is multiplied. */
  timeShare(exercise: number): number {
    return this.#isHurried(exercise) ? hurriedShare : 1;
  }

  /** What a case of an exercise ended in: a hurried one that ran out of its little time, or never had any, in what made it be hurried. */
  outcome(exercise: number, outcome: HitOutcome): HitOutcome {
    const first = this.#hits.get(exercise)?.outcome;
    return this.#isHurried(exercise) && outcome.outcome === "timeout" && first !== undefined ? first : outcome;
  }

  #isHurried(exercise: number): boolean {
    return (this.#hits.get(exercise)?.count ?? 0) >= patience;
  }
}

/** The limit of a kind that an exercise has, as the manifest states it. */
export function limitHit(
  kind: LimitHit["kind"],
  limits: JobLimits,
  exercise: Pick<ExerciseInputs, "caseTimeMs"> | undefined,
): LimitHit {
  if (kind === "memory") return { kind, amount: limits.memoryMb };
  return { kind, amount: kind === "submission-time" ? limits.submissionTimeMs : (exercise?.caseTimeMs ?? 0) };
}
