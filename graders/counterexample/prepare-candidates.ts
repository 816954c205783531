import type { Assignment } from "../../assignments/catalog/catalog.ts";
import { inTurns } from "../../assignments/steps/in-turns.ts";
import type { FileCache } from "../../assignments/storage/cache.ts";
import { expectedValues } from "../../reference/oracle/oracle.ts";
import type { GradingBasis } from "../judge/grading-basis.ts";
import { type Candidate, drawCandidates, drawingCandidates } from "./candidates.ts";
import { readToken, unknownCase } from "./token.ts";

/** The candidates are the same whatever the seed of a run. */
export const candidateRunSeed = 0;

/**
 * What submissions are judged by in candidates for counterexamples, beside the cases that count.
 * @param basis Of those.
 * @param cache Of expected values.
 * @returns undefined where the exercises have none.
 */
export async function prepareCandidates(
  assignment: Assignment,
  basis: GradingBasis,
  cache: FileCache,
): Promise<GradingBasis | undefined> {
  // Expected values are kept for the whole set, so that a choice of exercises finds them too.
  const all = await inTurns(drawingCandidates(assignment));
  const cases = all.filter(({ exercise }) => basis.exercises.some(({ id }) => id === exercise));
  if (cases.length === 0) return undefined;
  const { values } = await expectedValues(assignment, all, { seed: candidateRunSeed, cache });
  return { ...basis, cases, expected: values };
}

/**
 * The candidate that a token names.
 * @throws {RangeError} where there is none.
 */
export function candidateOf(token: string, assignment: Assignment): Candidate {
  const named = readToken(token, assignment.manifest);
  const exercises = assignment.manifest.exercises.filter(({ id }) => id === named.exercise);
  const found = drawCandidates(assignment, exercises).find(({ id }) => id === named.caseId);
  if (found === undefined) throw unknownCase(token, named);
  return found;
}
