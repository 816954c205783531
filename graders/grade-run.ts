import type { Case } from "../assignments/case.ts";
import type { Exercise } from "../assignments/manifest.ts";
import type { Properties } from "../assignments/property.ts";
import type { Value } from "../assignments/value.ts";
import { caseKey } from "../reference/case-key.ts";
import type { CaseReport, ExerciseReport, Report } from "../reports/report.ts";
import { summarise } from "../reports/words/summarise.ts";
import type { CaseRun, LoadFailure, SubmissionRun } from "../sandbox/case-run.ts";
import { judgeCase } from "./judge-case.ts";
import { missingExport, type Written } from "./missing-export.ts";
import { otherCases } from "./other-cases.ts";
import { scoreExercise } from "./score-exercise.ts";
import { wrongOutput } from "./wrong-output.ts";

/** What all submissions of a run are judged by. */
export type GradingBasis = {
  readonly exercises: readonly Exercise[];
  readonly cases: readonly Case[];
  /** By `caseKey`. */
  readonly expected: ReadonlyMap<string, Value>;
  readonly properties: Properties;
  /** Fields that are the same in every report. */
  readonly common: Omit<Report, "submission" | "score" | "maxScore" | "status" | "message" | "exercises">;
};

type Verdict = Pick<Report, "score" | "maxScore" | "status" | "exercises"> & { message?: string };

/**
 * The report of one submission: a function of its arguments, the same bytes every time.
 * @param run What the sandbox tells of it.
 */
export function gradeRun(basis: GradingBasis, submission: Report["submission"], run: SubmissionRun): Report {
  const verdict = run.loaded ? judge(basis, run) : notGradable(basis, run.failure);
  return { ...basis.common, submission, ...verdict };
}

function judge(basis: GradingBasis, run: Extract<SubmissionRun, { loaded: true }>): Verdict {
  const runs = new Map(run.cases.map((caseRun) => [`${caseRun.exercise}/${caseRun.caseId}`, caseRun]));
  const exercises: ExerciseReport[] = [];
  for (const exercise of basis.exercises) {
    const failed = exercise.skipWhenPrerequisiteFails ? failedPrerequisite(exercise, exercises) : undefined;
    exercises.push(failed === undefined ? judgeExercise(basis, exercise, runs, run) : skip(exercise, failed));
  }
  const score = roundPoints(exercises.reduce((sum, { score }) => sum + score, 0));
  const maxScore = roundPoints(exercises.reduce((sum, { maxScore }) => sum + maxScore, 0));
  const broken = exercises.length > 0 && exercises.every(({ status }) => status === "grader-error");
  return { score, maxScore, status: broken ? "grader-error" : "graded", exercises };
}

/**
 * Whether a function did right in the cases that were run of it.
 * @param exercise Id.
 * @param runs Of this exercise.
 */
export function allPassed(basis: GradingBasis, exercise: string, runs: readonly CaseRun[]): boolean {
  const found = basis.exercises.find(({ id }) => id === exercise);
  const ran = new Map(runs.map((run) => [`${run.exercise}/${run.caseId}`, run]));
  const own = basis.cases.filter((testCase) => ran.has(caseKey(testCase)));
  return found !== undefined && judgeCases(basis, found, own, ran).every(({ outcome }) => outcome === "passed");
}

function judgeCases(
  { expected, properties }: GradingBasis,
  exercise: Exercise,
  own: readonly Case[],
  runs: ReadonlyMap<string, CaseRun>,
): CaseReport[] {
  const returned = own.flatMap((testCase) => {
    const run = runs.get(caseKey(testCase));
    return run?.outcome === "returned" ? [{ testCase, args: testCase.args, actual: run.value }] : [];
  });
  return own.map((testCase): CaseReport => {
    const key = caseKey(testCase);
    const [value, run] = [expected.get(key), runs.get(key)];
    if (value !== undefined && run !== undefined) {
      const standard = {
        exercise,
        expected: value,
        properties: properties[exercise.id] ?? [],
        others: otherCases(testCase, returned),
      };
      return judgeCase(standard, testCase, run);
    }
    const cause = value === undefined ? "no expected value" : "no result from the sandbox";
    return { id: testCase.id, visibility: testCase.visibility, title: testCase.title, outcome: "grader-error", cause };
  });
}

function judgeExercise(
  basis: GradingBasis,
  exercise: Exercise,
  runs: ReadonlyMap<string, CaseRun>,
  written: Written,
): ExerciseReport {
  const own = basis.cases.filter((testCase) => testCase.exercise === exercise.id);
  const reports = judgeCases(basis, exercise, own, runs);
  const score = scoreExercise(exercise, reports);
  const wrong = wrongOutput(reports, (id) => runs.get(`${exercise.id}/${id}`));
  return summarised({
    id: exercise.id,
    title: exercise.title,
    ...score,
    misconceptions: [],
    hints: score.status === "partial" || score.status === "failed" ? [...exercise.hints] : [],
    ...missingExport(exercise.id, basis.exercises, written),
    ...(wrong !== undefined && { wrongOutput: wrong }),
    cases: reports,
  });
}

/** A report that says only that the grader failed: full points, to be graded again. */
export function graderErrorReport(basis: GradingBasis, submission: Report["submission"], message: string): Report {
  const exercises = basis.exercises.map((exercise) =>
    summarised({ ...unjudged(exercise, "grader-error"), score: exercise.points }),
  );
  const score = roundPoints(exercises.reduce((sum, { maxScore }) => sum + maxScore, 0));
  return { ...basis.common, submission, score, maxScore: score, status: "grader-error", message, exercises };
}

const failedPrerequisite = (exercise: Exercise, before: readonly ExerciseReport[]): string | undefined =>
  exercise.prerequisites?.find((id) => before.some((report) => report.id === id && !settled(report)));

/** Whether what builds on it can be judged: our own failure is not held against anyone. */
const settled = ({ status }: ExerciseReport): boolean => status === "passed" || status === "grader-error";

const skip = (exercise: Exercise, cause: string): ExerciseReport =>
  summarised({ ...unjudged(exercise, "skipped"), skippedBecause: cause });

function notGradable({ exercises }: GradingBasis, { message }: LoadFailure): Verdict {
  const maxScore = roundPoints(exercises.reduce((sum, { points }) => sum + points, 0));
  const reports = exercises.map((exercise) => summarised(unjudged(exercise, "failed")));
  return { score: 0, maxScore, status: "not-gradable", message, exercises: reports };
}

const unjudged = (
  exercise: Exercise,
  status: "skipped" | "failed" | "grader-error",
): Omit<ExerciseReport, "summary"> => ({
  id: exercise.id,
  title: exercise.title,
  score: 0,
  maxScore: exercise.points,
  status,
  misconceptions: [],
  hints: [],
  cases: [],
});

const summarised = (exercise: Omit<ExerciseReport, "summary">): ExerciseReport => ({
  ...exercise,
  summary: summarise(exercise),
});

const roundPoints = (points: number): number => Math.round(points * 100) / 100;
