import pLimit from "p-limit";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { Diagnosis, ExerciseReport, Report } from "../../reports/report/report.ts";
import type { Check, Findings } from "../../reports/report/verification.ts";
import { keptReports } from "./mistakes/kept-reports.ts";
import type { Mistake } from "./mistakes/mistake.ts";
import { openMistakeVerdicts } from "./mistakes/mistake-verdicts.ts";
import { verdictOf } from "./mistakes/run-mistakes.ts";
import { type Naming, nameUnknown, probable } from "./namings/name-unknown.ts";
import { checkOf, type OnProgress } from "./subject/check.ts";
import { bundleSolution, openSession, type Subject, verifySeeds } from "./subject/subject.ts";
import { casesOf, isCompared, nativeValues } from "./tolerances/reference-values.ts";
import { makeVariants } from "./variants/make-variants.ts";

/** What was named for mistakes of one kind. */
type Tried = { readonly count: number; readonly namings: readonly Naming[] };

/**
 * Proves that no mistake is named that was not made. Each misconception is diagnosed as if it were not known, and each mechanical variant
 * of the reference's calls as it is. What is named as probable under one seed must have the same numbers in all cases of another seed:
 * then it is the same mistake, whatever it is called. Otherwise the naming is false, and there must be none.
 */
export async function proveNamings(subject: Subject, onProgress: OnProgress): Promise<Findings> {
  const compared = new Set(casesOf(subject).flatMap((one) => (isCompared(one) ? [one.exercise] : [])));
  const exercises = subject.assignment.manifest.exercises.filter(({ id }) => compared.has(id));
  const misconceptions = await nameUnknown(subject, exercises);
  const variants = await nameVariants(subject, exercises, onProgress);
  const namings = [...misconceptions.namings, ...variants.namings];
  const wrong = namings.filter(({ isTrue }) => !isTrue);
  const share = namings.length === 0 ? 0 : (100 * wrong.length) / namings.length;
  return {
    summary:
      `${quantity(misconceptions.count, "misconception")} and ${quantity(variants.count, "variant")}, ` +
      `${namings.length} named as another mistake, ${wrong.length} falsely (${share.toFixed(1)} %)`,
    checks: [...wrong.map(toCheck), ...(wrong.length === 0 ? [checkOf("namings", [])] : [])],
    table: {
      columns: ["exercise", "misconceptions", "named", "falsely", "variants", "named", "falsely"],
      rows: exercises.map((exercise) => rowOf(exercise, misconceptions, variants)),
    },
  };
}

function toCheck({ exercise, mistake, named }: Naming): Check {
  return checkOf(`${exercise}/${mistake}`, [
    `it is named ${named}, and is something else in the cases of another seed`,
  ]);
}

type Counted = Tried & { readonly byExercise: ReadonlyMap<string, number> };

function rowOf({ id }: Exercise, ...all: readonly Counted[]): (string | number)[] {
  const counts = all.flatMap(({ byExercise, namings }) => {
    const own = namings.filter(({ exercise }) => exercise === id);
    return [byExercise.get(id) ?? 0, own.length, own.filter(({ isTrue }) => !isTrue).length];
  });
  return [id, ...counts];
}

async function nameVariants(
  subject: Subject,
  exercises: readonly Exercise[],
  onProgress: OnProgress,
): Promise<Counted> {
  const { assignment, referenceFile } = subject;
  const cases = casesOf(subject);
  const { values: expected } = await nativeValues(subject, cases);
  const variants = makeVariants(assignment.manifest, { cases, expected, referenceFile }).filter(
    ({ unit, unseen, isAllowed }) => exercises.some(({ id }) => id === unit) && unseen === undefined && !isAllowed,
  );
  const verdicts = await openMistakeVerdicts(subject, "variants");
  const named = await nameAll(subject, variants, verifySeeds.first, (variant, report, done) => {
    // The proof about variants need not run it again.
    verdicts.note(variant, verdictOf(report, [variant.unit]));
    onProgress(done, variants.length);
  });
  await verdicts.save();
  const suspects = variants.filter((variant) => named.get(variant)?.some((one) => probable(one) !== undefined));
  const again = await nameAll(subject, suspects, verifySeeds.other, () => undefined);
  const namings = suspects.flatMap((variant): Naming[] => {
    const ids = new Set(named.get(variant)?.flatMap((one) => probable(one) ?? []));
    const { unit: exercise, kind, change } = variant;
    return [...ids].map((id) => {
      const isTrue = again.get(variant)?.[0]?.some((one) => one.id === id) ?? false;
      return { exercise, mistake: `${kind}: ${change}`, named: id, isTrue };
    });
  });
  const groups = Map.groupBy(variants, ({ unit }) => unit);
  return { count: variants.length, namings, byExercise: new Map([...groups].map(([id, own]) => [id, own.length])) };
}

/** What each mistake is named, by all cases and by the visible ones alone. */
async function nameAll<Made extends Mistake>(
  subject: Subject,
  mistakes: readonly Made[],
  seed: number,
  onNamed: (mistake: Made, report: Report, done: number) => void,
): Promise<ReadonlyMap<Made, readonly (readonly Diagnosis[])[]>> {
  const named = new Map<Made, readonly (readonly Diagnosis[])[]>();
  if (mistakes.length === 0) return named;
  const exercises = [...new Set(mistakes.map(({ unit }) => unit))];
  await using session = await openSession(subject, { exercises, seed });
  const gradeOrRecall = await keptReports(subject, session);
  const limit = pLimit(2 * subject.workers);
  const grade = async (mistake: Made): Promise<void> => {
    const files = await bundleSolution({ text: mistake.text, beside: subject.referenceFile }, "variant");
    const report = await gradeOrRecall(files, "variant", mistake.unit);
    const own: ExerciseReport | undefined = report.exercises.find(({ id }) => id === mistake.unit);
    named.set(mistake, [own?.diagnoses ?? [], own?.visibleDiagnoses ?? []]);
    onNamed(mistake, report, named.size);
  };
  await Promise.all(mistakes.map((mistake) => limit(() => grade(mistake))));
  return named;
}
