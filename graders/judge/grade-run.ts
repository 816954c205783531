import type { Exercise } from "../../assignments/catalog/manifest.ts";
import { inTurns, type Steps } from "../../assignments/steps/in-turns.ts";
import { sumPoints } from "../../assignments/values/round-points.ts";
import { summarise, type UnsummarisedExercise } from "../../reports/phrasing/summarise.ts";
import type { CaseReport, Diagnosis, ExerciseReport, Report } from "../../reports/report/report.ts";
import type { CaseRun, SubmissionRun } from "../../sandbox/replies/case-run.ts";
import { findClues } from "../source/clues.ts";
import { withoutDoubtful } from "../source/doubtful-diagnoses.ts";
import { withExcerpts } from "../source/error-excerpts.ts";
import { mistakePlaces } from "../source/mistake-places.ts";
import type { StudentSource } from "../source/student-source.ts";
import { clueFacts } from "./clue-facts.ts";
import { confirming } from "./confirm-findings.ts";
import { diagnoseExercise, type OutcomesOf } from "./diagnose.ts";
import { casesByExercise, type GradingBasis } from "./grading-basis.ts";
import { reportCase } from "./judge-case.ts";
import type { DiagnosedCase, DiagnosedExercise } from "./match-variant.ts";
import { missingExport, type Written } from "./missing-export.ts";
import { type AskedCases, observing } from "./observe/observe-exercise.ts";
import { scoreExercise } from "./score-exercise.ts";
import { type JudgedCase, Verdicts } from "./verdicts.ts";
import { fingerprinting } from "./wrong-output.ts";

/** How a run becomes a report. */
export type GradeOptions = {
  /** Those of the replies that were judged while the submission ran. Default: all are judged now. */
  readonly verdicts?: Verdicts;
  /** Asked for the misconceptions of failing exercises. Default: nothing is diagnosed. */
  readonly outcomesOf?: OutcomesOf | undefined;
  /** What the student wrote, to be shown beside what is said of it. Default: nothing of it is shown. */
  readonly source?: StudentSource | undefined;
};

type Loaded = Extract<SubmissionRun, { loaded: true }>;

/** An exercise as it was judged, with what is needed to find out why it failed. */
type JudgedExercise = Omit<DiagnosedExercise, "misconceptions"> & { readonly report: UnsummarisedExercise };

/**
 * The report of one submission: a function of its arguments, the same bytes every time. It is made case by case, in turns with what else
 * there is to do: a submission can make each case as much work as its limits allow.
 * @param run What the sandbox tells of it.
 */
export async function gradeRun(
  basis: GradingBasis,
  submission: Report["submission"],
  run: SubmissionRun,
  { verdicts = new Verdicts(basis), outcomesOf, source }: GradeOptions = {},
): Promise<Report> {
  if (!run.loaded) return notGradableReport(basis, submission, run.failure);
  const exercises: ExerciseReport[] = [];
  const judged = await inTurns(judging(basis, run, verdicts));
  const states = judged.map(({ report: { id, status } }) => ({ id, status }));
  for (const one of judged) exercises.push(await explained(one, states, outcomesOf, source));
  const isBroken = exercises.length > 0 && exercises.every(({ status }) => status === "grader-error");
  return reportOf(basis, submission, { status: isBroken ? "grader-error" : "graded" }, exercises);
}

/** The report of an exercise, with what can be said of the reasons of its failure. @param states Of all exercises. */
async function explained(
  { report, ...judged }: JudgedExercise,
  states: readonly Pick<ExerciseReport, "id" | "status">[],
  outcomesOf: OutcomesOf | undefined,
  source: StudentSource | undefined,
): Promise<ExerciseReport> {
  const { exercise } = judged;
  const named = outcomesOf && (await diagnoseExercise(judged, outcomesOf));
  if (source === undefined) {
    const observations = await inTurns(observing(exercise, judged.cases, unexplained(named)));
    return summarised({ ...report, ...named, ...observations });
  }
  const isFailing = report.status === "failed" || report.status === "partial";
  // Where nothing returned a wrong value, nobody else asks for what mistakes do.
  const isAsked = outcomesOf !== undefined && report.cases.some(({ outcome }) => outcome === "wrong");
  const mistakes = isAsked ? await outcomesOf(exercise.id) : [];
  const facts = clueFacts(exercise, judged.cases, states, mistakes);
  const diagnoses = named && (await inTurns(withoutDoubtful(source, exercise, facts.failed, mistakes, named)));
  const observations = await inTurns(observing(exercise, judged.cases, unexplained(diagnoses)));
  const places = diagnoses && (await inTurns(mistakePlaces(source, exercise, diagnoses, mistakes)));
  const isExplained = isCertain(diagnoses?.visibleDiagnoses);
  const isNamed = (diagnoses?.visibleDiagnoses ?? []).length > 0;
  const found = isFailing ? await inTurns(findClues(source, exercise, facts, isExplained)) : [];
  const isShown = places?.places?.some(({ certainty }) => certainty === "unused-parameter") ?? false;
  // Beside a mistake that may be the cause, what says less than that mistake is left out.
  const clues = found.filter(
    ({ code }) => !(code === "unused-parameter" && isShown) && !(code === "returned-here" && isNamed),
  );
  const told = clues.length > 0 ? { clues } : {};
  const cases = withExcerpts(source, report.cases);
  return summarised({ ...report, ...diagnoses, ...observations, ...places, ...told, cases });
}

/** Where one mistake explains everything, beyond doubt, no more needs to be said. */
function unexplained({
  diagnoses = [],
  visibleDiagnoses = [],
}: Pick<ExerciseReport, "diagnoses" | "visibleDiagnoses"> = {}): AskedCases {
  return { all: !isCertain(diagnoses), visible: !isCertain(visibleDiagnoses) };
}

const isCertain = ([only, ...others]: readonly Diagnosis[] = []): boolean =>
  only !== undefined && others.length === 0 && only.isPossible === undefined;

function reportOf(
  basis: GradingBasis,
  submission: Report["submission"],
  said: Pick<Report, "status" | "message">,
  exercises: ExerciseReport[],
): Report {
  const score = sumPoints(exercises.map(({ score }) => score));
  const maxScore = sumPoints(exercises.map(({ maxScore }) => maxScore));
  return { ...basis.common, submission, score, maxScore, ...said, exercises };
}

function* judging(basis: GradingBasis, run: Loaded, verdicts: Verdicts): Steps<JudgedExercise[]> {
  const runs = Map.groupBy(run.cases, (one) => one.exercise);
  const judged: JudgedExercise[] = [];
  for (const exercise of basis.exercises) {
    const before = judged.map(({ report }) => report);
    const failed = exercise.skipWhenPrerequisiteFails ? failedPrerequisite(exercise, before) : undefined;
    if (failed === undefined)
      judged.push(yield* judgingExercise(basis, exercise, run, runs.get(exercise.id) ?? [], verdicts));
    else {
      const report = {
        ...unjudged(basis, exercise, "skipped"),
        ...askedOf(basis, exercise),
        skippedBecause: failed,
      };
      judged.push({ exercise, properties: [], cases: [], report });
    }
  }
  return judged;
}

function* judgingExercise(
  basis: GradingBasis,
  exercise: Exercise,
  written: Written,
  own: readonly CaseRun[],
  verdicts: Verdicts,
): Steps<JudgedExercise> {
  const runs = new Map(own.map((run) => [run.caseId, run]));
  const told: CaseReport[] = [];
  const found: DiagnosedCase[] = [];
  for (const judged of yield* verdicts.of(exercise, casesByExercise(basis).get(exercise.id) ?? [], runs)) {
    yield;
    const report = reportJudged(judged);
    told.push(report);
    // A failure of the grader says nothing of the submission.
    if (judged.run === undefined || report.outcome === "grader-error") continue;
    found.push({ testCase: judged.testCase, expected: judged.standard.expected, run: judged.run, report });
  }
  const confirmed = yield* confirming(exercise, found);
  const cases = found.map((one, i) => ({ ...one, report: confirmed[i] ?? one.report }));
  const reports = told.map((report) => cases.find(({ report: { id } }) => id === report.id)?.report ?? report);
  const score = scoreExercise(exercise, reports);
  const wrong = yield* fingerprinting(reports, (id) => runs.get(id));
  const report = {
    id: exercise.id,
    title: exercise.title,
    ...languageOf(basis, exercise),
    ...(score.status === "passed" ? {} : askedOf(basis, exercise)),
    ...score,
    misconceptions: [],
    hints: score.status === "partial" || score.status === "failed" ? [...exercise.hints] : [],
    ...missingExport(exercise.id, basis.exercises, written),
    ...(wrong !== undefined && { wrongOutput: wrong }),
    cases: reports,
  };
  return { exercise, properties: basis.properties[exercise.id] ?? [], cases, report };
}

function reportJudged(judged: JudgedCase): CaseReport {
  if (judged.run !== undefined) return reportCase(judged.standard, judged.testCase, judged.run, judged.verdict);
  const { id, visibility, title } = judged.testCase;
  return { id, visibility, title, outcome: "grader-error", cause: judged.cause };
}

/** The report of a submission that has no code that could be run. @param failure What its author is told. */
export function notGradableReport(
  basis: GradingBasis,
  submission: Report["submission"],
  { message }: { readonly message: string },
): Report {
  const exercises = basis.exercises.map((exercise) => summarised(unjudged(basis, exercise, "failed")));
  return reportOf(basis, submission, { status: "not-gradable", message }, exercises);
}

/** A report that says only that the grader failed: full points, to be graded again. */
export function graderErrorReport(basis: GradingBasis, submission: Report["submission"], message: string): Report {
  const exercises = basis.exercises.map((exercise) =>
    summarised({ ...unjudged(basis, exercise, "grader-error"), score: exercise.points }),
  );
  return reportOf(basis, submission, { status: "grader-error", message }, exercises);
}

const failedPrerequisite = (exercise: Exercise, before: readonly UnsummarisedExercise[]): string | undefined =>
  exercise.prerequisites?.find((id) => before.some((report) => report.id === id && !settled(report)));

/** Whether what builds on it can be judged: our own failure is not held against anyone. */
const settled = ({ status }: UnsummarisedExercise): boolean => status === "passed" || status === "grader-error";

/** Said of an exercise whose texts are in another language than the report. */
const languageOf = ({ inEnglish }: GradingBasis, { id }: Exercise): Pick<ExerciseReport, "language"> =>
  inEnglish?.has(id) ? { language: "en" } : {};

function askedOf({ asked }: GradingBasis, { id }: Exercise): Pick<ExerciseReport, "asked"> {
  const own = asked?.get(id);
  return own === undefined ? {} : { asked: { ...own, formulas: [...own.formulas] } };
}

const unjudged = (
  basis: GradingBasis,
  exercise: Exercise,
  status: "skipped" | "failed" | "grader-error",
): UnsummarisedExercise => ({
  id: exercise.id,
  title: exercise.title,
  ...languageOf(basis, exercise),
  score: 0,
  maxScore: exercise.points,
  status,
  misconceptions: [],
  hints: [],
  cases: [],
});

const summarised = (exercise: UnsummarisedExercise): ExerciseReport => ({ ...exercise, summary: summarise(exercise) });
