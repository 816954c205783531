import type { Case } from "../../assignments/catalog/case.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Properties } from "../../assignments/catalog/property.ts";
import type { Value } from "../../assignments/values/value.ts";
import { caseKey } from "../../reference/oracle/case-key.ts";
import { summarise } from "../../reports/phrasing/summarise.ts";
import type { CaseReport, ExerciseReport, Report } from "../../reports/report/report.ts";
import type { CaseRun, LoadFailure, SubmissionRun } from "../../sandbox/replies/case-run.ts";
import { atOnce, type Steps } from "./in-turns.ts";
import { judgeCase, passesCase, type Standard } from "./judge-case.ts";
import { missingExport, type Written } from "./missing-export.ts";
import { otherCases } from "./other-cases.ts";
import { scoreExercise } from "./score-exercise.ts";
import { fingerprinting } from "./wrong-output.ts";

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

/** Of a basis, what a run tells of: one that stopped early is judged by the cases that it came to. */
export function basisOfRun(basis: GradingBasis, run: SubmissionRun): GradingBasis {
  if (!run.loaded) return basis;
  const ran = new Set(run.cases.map(({ exercise, caseId }) => `${exercise}/${caseId}`));
  const cases = basis.cases.filter((testCase) => ran.has(caseKey(testCase)));
  const exercises = basis.exercises.filter(({ id }) => cases.some(({ exercise }) => exercise === id));
  return { ...basis, exercises, cases };
}

type Verdict = Pick<Report, "score" | "maxScore" | "status" | "exercises"> & { message?: string };

/**
 * The report of one submission: a function of its arguments, the same bytes every time.
 * @param run What the sandbox tells of it.
 */
export function gradeRun(basis: GradingBasis, submission: Report["submission"], run: SubmissionRun): Report {
  return atOnce(gradingOf(basis, submission, run));
}

/** {@link gradeRun}, case by case: a submission can make each of them as much work as its limits allow. */
export function* gradingOf(basis: GradingBasis, submission: Report["submission"], run: SubmissionRun): Steps<Report> {
  const verdict = run.loaded ? yield* judge(basis, run) : notGradable(basis, run.failure);
  return { ...basis.common, submission, ...verdict };
}

function* judge(basis: GradingBasis, run: Extract<SubmissionRun, { loaded: true }>): Steps<Verdict> {
  const runs = new Map(run.cases.map((caseRun) => [`${caseRun.exercise}/${caseRun.caseId}`, caseRun]));
  const exercises: ExerciseReport[] = [];
  for (const exercise of basis.exercises) {
    const failed = exercise.skipWhenPrerequisiteFails ? failedPrerequisite(exercise, exercises) : undefined;
    exercises.push(failed === undefined ? yield* judgeExercise(basis, exercise, runs, run) : skip(exercise, failed));
  }
  const score = roundPoints(exercises.reduce((sum, { score }) => sum + score, 0));
  const maxScore = roundPoints(exercises.reduce((sum, { maxScore }) => sum + maxScore, 0));
  const broken = exercises.length > 0 && exercises.every(({ status }) => status === "grader-error");
  return { score, maxScore, status: broken ? "grader-error" : "graded", exercises };
}

/**
 * Whether a function did right in the cases that were run of it, case by case.
 * @param exercise Id.
 * @param runs Of this exercise.
 */
export function* allPassing(basis: GradingBasis, exercise: string, runs: readonly CaseRun[]): Steps<boolean> {
  const found = basis.exercises.find(({ id }) => id === exercise);
  const ran = new Map(runs.map((run) => [`${run.exercise}/${run.caseId}`, run]));
  const own = basis.cases.filter((testCase) => ran.has(caseKey(testCase)));
  if (found === undefined) return false;
  for (const { testCase, run, standard } of withStandards(basis, found, own, ran)) {
    yield;
    if (standard === undefined || !passesCase(standard, testCase, run)) return false;
  }
  return true;
}

type StandardCase = { readonly testCase: Case } & (
  | { readonly standard: Standard; readonly run: CaseRun }
  | { readonly standard?: undefined; readonly run?: undefined; readonly cause: string }
);

/** Cases of an exercise with what each is judged by, where there is anything to judge. */
function withStandards(
  { expected, properties }: GradingBasis,
  exercise: Exercise,
  own: readonly Case[],
  runs: ReadonlyMap<string, CaseRun>,
): StandardCase[] {
  const returned = own.flatMap((testCase) => {
    const run = runs.get(caseKey(testCase));
    return run?.outcome === "returned" ? [{ testCase, args: testCase.args, actual: run.value }] : [];
  });
  return own.map((testCase): StandardCase => {
    const key = caseKey(testCase);
    const [value, run] = [expected.get(key), runs.get(key)];
    if (value === undefined) return { testCase, cause: "no expected value" };
    if (run === undefined) return { testCase, cause: "no result from the sandbox" };
    const others = otherCases(testCase, returned);
    return {
      testCase,
      run,
      standard: { exercise, expected: value, properties: properties[exercise.id] ?? [], others },
    };
  });
}

function* judgeCases(
  basis: GradingBasis,
  exercise: Exercise,
  own: readonly Case[],
  runs: ReadonlyMap<string, CaseRun>,
): Steps<CaseReport[]> {
  const reports: CaseReport[] = [];
  for (const one of withStandards(basis, exercise, own, runs)) {
    yield;
    const { testCase } = one;
    const { id, visibility, title } = testCase;
    if (one.standard !== undefined) reports.push(judgeCase(one.standard, testCase, one.run));
    else reports.push({ id, visibility, title, outcome: "grader-error", cause: one.cause });
  }
  return reports;
}

function* judgeExercise(
  basis: GradingBasis,
  exercise: Exercise,
  runs: ReadonlyMap<string, CaseRun>,
  written: Written,
): Steps<ExerciseReport> {
  const own = basis.cases.filter((testCase) => testCase.exercise === exercise.id);
  const reports = yield* judgeCases(basis, exercise, own, runs);
  const score = scoreExercise(exercise, reports);
  const wrong = yield* fingerprinting(reports, (id) => runs.get(`${exercise.id}/${id}`));
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
