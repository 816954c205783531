import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { MisconceptionOutcomes } from "../../reference/misconceptions/misconception.ts";
import { caseKey } from "../../reference/oracle/case-key.ts";
import { summarise } from "../../reports/phrasing/summarise.ts";
import type { ExerciseReport, Report } from "../../reports/report/report.ts";
import type { SubmissionRun } from "../../sandbox/replies/case-run.ts";
import { type DiagnosedCase, diagnosing, isContradicted } from "./diagnose.ts";
import type { GradingBasis } from "./grade-run.ts";
import { inTurns, type Steps } from "./in-turns.ts";

/** The misconceptions of one exercise and what they do in the cases that were run. */
export type OutcomesOf = (exercise: string) => Promise<readonly MisconceptionOutcomes[]>;

/**
 * A report with the misconceptions named that its failing exercises follow in every case, or where there is none, in every
 * visible case without a hidden one that speaks against it; and beside them those of the visible cases alone, which is all that
 * a student may be told. Nothing is done for exercises that passed or in
 * which nothing returned.
 * @param report What `gradeRun` made of the same run.
 * @param outcomesOf Asked for failing exercises alone.
 */
export async function diagnoseReport(
  basis: GradingBasis,
  report: Report,
  run: SubmissionRun,
  outcomesOf: OutcomesOf,
): Promise<Report> {
  if (!run.loaded) return report;
  const exercises: ExerciseReport[] = [];
  for (const own of report.exercises) {
    const exercise = basis.exercises.find(({ id }) => id === own.id);
    const isWrong = own.cases.some(({ outcome }) => outcome === "wrong");
    if (exercise === undefined || !isWrong) exercises.push(own);
    else exercises.push(await inTurns(diagnosisOf(basis, exercise, own, run, await outcomesOf(own.id))));
  }
  return { ...report, exercises };
}

function* diagnosisOf(
  { cases, expected, properties }: GradingBasis,
  exercise: Exercise,
  report: ExerciseReport,
  { cases: runs }: Extract<SubmissionRun, { loaded: true }>,
  misconceptions: readonly MisconceptionOutcomes[],
): Steps<ExerciseReport> {
  const judged = cases
    .filter((testCase) => testCase.exercise === exercise.id)
    .flatMap((testCase): DiagnosedCase[] => {
      const run = runs.find(({ exercise, caseId }) => exercise === testCase.exercise && caseId === testCase.id);
      const [value, own] = [expected.get(caseKey(testCase)), report.cases.find(({ id }) => id === testCase.id)];
      // A failure of the grader says nothing of the submission.
      if (run === undefined || value === undefined || own === undefined || own.outcome === "grader-error") return [];
      return [{ testCase, expected: value, run, report: own }];
    });
  const facts = { exercise, properties: properties[exercise.id] ?? [], cases: judged, misconceptions };
  const visible = judged.filter(({ testCase }) => testCase.visibility === "visible");
  const hidden = { ...facts, cases: judged.filter((one) => !visible.includes(one)) };
  const visibleDiagnoses = yield* diagnosing({ ...facts, cases: visible });
  const everywhere = yield* diagnosing(facts);
  const diagnoses =
    everywhere.length > 0 ? everywhere : visibleDiagnoses.filter(({ id }) => !isContradicted(hidden, id));
  if (diagnoses.length === 0 && visibleDiagnoses.length === 0) return report;
  const { summary: _, ...rest } = report;
  const diagnosed = {
    ...rest,
    misconceptions: diagnoses.map(({ id }) => id),
    ...(diagnoses.length > 0 && { diagnoses }),
    ...(visibleDiagnoses.length > 0 && { visibleDiagnoses }),
  };
  return { ...diagnosed, summary: summarise(diagnosed) };
}
