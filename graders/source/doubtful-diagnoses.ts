import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Steps } from "../../assignments/steps/in-turns.ts";
import type { Misconception } from "../../reference/misconceptions/misconception.ts";
import type { Diagnosis, ExerciseReport } from "../../reports/report/report.ts";
import { callsFailed } from "./argument-clues.ts";
import { findCode, withHelpers } from "./find-code.ts";
import { type FoundFunction, findFunction } from "./find-function.ts";
import type { StudentSource } from "./student-source.ts";

type Looked = Pick<Misconception, "id" | "looksAt" | "contradictedBy">;
type Diagnoses = Pick<ExerciseReport, "misconceptions" | "diagnoses" | "visibleDiagnoses">;

/**
 * Leaves out mistakes against which the student's lines speak: they hold what contradicts the mistake, or it is only possible, and they use
 * another exercise that does not pass, which may be all that is wrong. A number of the mistake's own among the lines speaks for it again.
 * @param failed Ids of exercises that do not pass.
 * @param misconceptions Of the exercise.
 */
export function* withoutDoubtful(
  source: StudentSource,
  { id }: Pick<Exercise, "id">,
  failed: readonly string[],
  misconceptions: readonly Looked[],
  { diagnoses = [], visibleDiagnoses = [], misconceptions: ids }: Diagnoses,
): Steps<Diagnoses | undefined> {
  const all = {
    misconceptions: ids,
    ...listed("diagnoses", diagnoses),
    ...listed("visibleDiagnoses", visibleDiagnoses),
  };
  const found = yield* findFunction(source, id);
  if (found === undefined) return all;
  const usesFailed = callsFailed(found, failed).length > 0;
  const isLeft = ({ id, isPossible }: Diagnosis): boolean => {
    const { contradictedBy = [], looksAt = [] } = misconceptions.find((one) => one.id === id) ?? {};
    if (holdsAny(found, contradictedBy)) return false;
    return !(usesFailed && isPossible) || holdsAny(found, looksAt.filter(isNumber));
  };
  const left = diagnoses.filter(isLeft);
  const visibleLeft = visibleDiagnoses.filter(isLeft);
  if (left.length === 0 && visibleLeft.length === 0) return undefined;
  return {
    misconceptions: left.map((one) => one.id),
    ...listed("diagnoses", left),
    ...listed("visibleDiagnoses", visibleLeft),
  };
}

const listed = (key: "diagnoses" | "visibleDiagnoses", all: readonly Diagnosis[]): Partial<Diagnoses> =>
  all.length > 0 ? { [key]: [...all] } : {};

const isNumber = (piece: string): boolean => /^\d[\d.e-]*$/.test(piece);

function holdsAny({ outline, declaration }: FoundFunction, pieces: readonly string[]): boolean {
  if (pieces.length === 0) return false;
  const declarations = withHelpers(outline, declaration);
  return pieces.some((piece) => findCode(outline.code, declarations, piece).length > 0);
}
