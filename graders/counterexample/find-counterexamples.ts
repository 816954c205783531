import type { CaseKey } from "../../assignments/catalog/case.ts";
import type { Manifest } from "../../assignments/catalog/manifest.ts";
import { inTurns, type Steps } from "../../assignments/steps/in-turns.ts";
import type { CaseReport, ExerciseReport, Report } from "../../reports/report/report.ts";
import type { CaseRun, SubmissionRun } from "../../sandbox/replies/case-run.ts";
import { gradeRun } from "../judge/grade-run.ts";
import { basisOfRun, casesByExercise, type GradingBasis } from "../judge/grading-basis.ts";
import { reportCase } from "../judge/judge-case.ts";
import { Verdicts } from "../judge/verdicts.ts";
import { withInputs } from "../judge/with-inputs.ts";
import type { StudentSource } from "../source/student-source.ts";
import { failureClass, metLimit, unseenClasses } from "./failure-class.ts";
import { tokenOf } from "./token.ts";

/** Runs the candidates of some exercises on a submission. @param cases Only these; default all of the exercises. */
export type RunCandidates = (
  exercises: readonly string[],
  cases: ReadonlySet<CaseKey> | undefined,
) => Promise<SubmissionRun>;

/** By exercise: the ways to fail of which an example is looked for. */
type Wanted = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The report, with a counterexample for each exercise that fails in hidden cases in a way in which no visible case fails: of the public
 * candidates the smallest that fails in one of these ways, by itself too, as the student will call it. Of the hidden cases nothing but these
 * ways decides about it.
 * @param candidates What is right in the candidates, of each exercise the smallest first.
 * @param run Not called where there is nothing to look for.
 * @param source What the student wrote, to be shown beside an error.
 */
export async function withCounterexamples(
  report: Report,
  manifest: Manifest,
  candidates: GradingBasis,
  run: RunCandidates,
  source?: StudentSource,
): Promise<Report> {
  const wanted: Wanted = new Map(
    report.exercises.flatMap(({ id, cases }) => {
      const classes = unseenClasses(cases);
      return classes.size > 0 && casesByExercise(candidates).has(id) ? [[id, classes]] : [];
    }),
  );
  if (wanted.size === 0) return report;
  const smallest = await inTurns(findingSmallest(candidates, wanted, await run([...wanted.keys()], undefined)));
  if (smallest.size === 0) return report;
  const alone = await run(
    [...smallest.keys()],
    new Set([...smallest].map(([exercise, id]) => `${exercise}/${id}` as const)),
  );
  const told = await tell(candidates, report, alone, source);
  const exercises = report.exercises.map((exercise): ExerciseReport => {
    const { found, clues } = told.get(exercise.id) ?? {};
    // What comes about only after other calls would not be seen at the desk.
    if (found === undefined || !fails(found, wanted.get(exercise.id))) return exercise;
    return {
      ...exercise,
      // What visible cases tell comes first.
      ...(!failsVisibly(exercise) && exercise.clues === undefined && clues !== undefined && { clues }),
      counterexample: { token: tokenOf(manifest, { exercise: exercise.id, caseId: found.id }), case: found },
    };
  });
  return { ...report, exercises };
}

const failsVisibly = ({ cases }: ExerciseReport): boolean =>
  cases.some(({ visibility, outcome }) => visibility === "visible" && outcome !== "passed");

function fails(told: CaseReport, classes: ReadonlySet<string> | undefined): boolean {
  const found = failureClass(told);
  return found !== undefined && (classes?.has(found) ?? false);
}

/** The ids of the smallest candidates that fail as wanted, by exercise. */
function* findingSmallest(
  candidates: GradingBasis,
  wanted: Wanted,
  run: SubmissionRun,
): Steps<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (!run.loaded) return found;
  const verdicts = new Verdicts(candidates);
  for (const exercise of candidates.exercises) {
    const classes = wanted.get(exercise.id);
    const own = run.cases.filter((one) => one.exercise === exercise.id);
    if (classes === undefined || own.some(metLimit)) continue;
    const ran = new Map(own.map((one): [string, CaseRun] => [one.caseId, one]));
    for (const judged of yield* verdicts.of(exercise, casesByExercise(candidates).get(exercise.id) ?? [], ran)) {
      yield;
      if (judged.run === undefined || judged.verdict.is === "passed") continue;
      const { standard, testCase, verdict } = judged;
      if (!fails(reportCase(standard, testCase, judged.run, verdict), classes)) continue;
      found.set(exercise.id, testCase.id);
      break;
    }
  }
  return found;
}

/** What is to be said of a case, and of the lines that make it fail. */
type Told = { readonly found: CaseReport; readonly clues: ExerciseReport["clues"] };

/** What is to be said of a case of each exercise, by the exercise's id: as of a visible one, with what it was called with. */
async function tell(
  candidates: GradingBasis,
  { submission }: Report,
  run: SubmissionRun,
  source: StudentSource | undefined,
): Promise<ReadonlyMap<string, Told>> {
  const basis = basisOfRun(candidates, run);
  const told = withInputs(await gradeRun(basis, submission, run, { source }), basis.exercises, basis.cases, "failing");
  return new Map(
    told.exercises.flatMap(({ id, clues, cases: [found] }) => (found === undefined ? [] : [[id, { found, clues }]])),
  );
}
