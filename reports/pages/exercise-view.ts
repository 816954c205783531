import { message } from "../messages/message.ts";
import { phraseCounterexample } from "../phrasing/phrase-counterexample.ts";
import { summaryWithoutMisconception } from "../phrasing/phrase-misconceptions.ts";
import { phraseObservations } from "../phrasing/phrase-observation.ts";
import { phraseHidden } from "../phrasing/phrase-outcomes.ts";
import { phraseMissing } from "../phrasing/phrase-status.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { CaseReport, ExerciseProgress, ExerciseReport } from "../report/report.ts";
import { type AskedView, askedView } from "./asked-view.ts";
import { type ClueView, cluesView } from "./clues-view.ts";
import { type DiagnosisView, diagnosisView } from "./diagnosis-view.ts";
import { counterexampleDetails, failingCases, firstFailing } from "./failing-cases.ts";
import { type FailureView, failureView } from "./failure-view.ts";
import { hintLadder, type RungView } from "./hint-ladder.ts";
import { type RichText, richText, splitName } from "./page-text.ts";
import { type ExerciseProgressView, exerciseProgressView } from "./progress-view.ts";
import { type QuestionView, questionView } from "./question-view.ts";
import { exerciseStatusView, outcomeView, questionStatusView, type StatusView } from "./status-view.ts";

/** A row of the table of the cases that have no more to show. */
type CaseRowView = {
  readonly id: string;
  readonly visibility: string;
  readonly status: StatusView;
  readonly title: string | null;
};

/** A case that fails as hidden ones do, with its details as markup. */
type CounterexampleView = {
  readonly heading: string;
  readonly lead: RichText;
  readonly about: string;
  readonly command: string;
  readonly markup: string;
};

/** An exercise for a template. */
export type ExerciseView = {
  readonly anchor: string;
  readonly name: readonly string[];
  readonly title: string;
  /** What title, hints and titles of cases are in, where that is not the language of the page. */
  readonly foreign: "en" | null;
  readonly status: StatusView;
  /** null for a check, which has no points that count. */
  readonly points: string | null;
  readonly maxPoints: string;
  readonly passedCases: string;
  /** Whether it is one line, the rest of which is shown on demand. */
  readonly isClosed: boolean;
  readonly asked: AskedView | null;
  /** What has come of it since the attempt before. */
  readonly progress: ExerciseProgressView | null;
  readonly summary: RichText;
  readonly diagnosis: DiagnosisView | null;
  /** What the failure in the summary means, where no diagnosis tells. */
  readonly failure: FailureView | null;
  readonly clues: readonly ClueView[];
  readonly observations: readonly RichText[];
  readonly ladder: RungView | null;
  readonly details: readonly { readonly markup: string }[];
  readonly hidden: string | null;
  readonly counterexample: CounterexampleView | null;
  readonly rows: readonly CaseRowView[];
  readonly rowsLabel: string;
  readonly hasTitles: boolean;
  /** For a quiz: shown instead of summary and cases. */
  readonly question: QuestionView | null;
};

/** How an exercise is shown. */
export type ExerciseLook = {
  /** Whether only the visible cases were run. */
  readonly isChecked: boolean;
  /** Whether the page would become too large with all that there is to see. */
  readonly isBrief: boolean;
  /** What has come of it since the attempt before, where there is anything to say. */
  readonly progress: ExerciseProgress | undefined;
};

/** @param number Position in the report, from 1; makes the anchors. */
export function exerciseView(
  exercise: ExerciseReport,
  number: number,
  { isChecked, isBrief, progress }: ExerciseLook,
): ExerciseView {
  const view = {
    ...headView(exercise, `exercise-${number}`),
    ...functionView(exercise, `exercise-${number}`, isBrief),
    progress: exerciseProgressView(progress, isChecked),
    ...(isChecked && { points: null }),
  };
  const { question, status } = exercise;
  if (question === undefined) return view;
  return {
    ...view,
    status: questionStatusView(status),
    rows: [],
    details: [],
    question: questionView(question, status === "passed", exercise.language ?? null),
  };
}

/** The line that an exercise begins with, and its row in the overview. */
function headView(
  exercise: ExerciseReport,
  anchor: string,
): Pick<
  ExerciseView,
  "anchor" | "name" | "title" | "foreign" | "status" | "points" | "maxPoints" | "passedCases" | "isClosed"
> {
  const { cases, status } = exercise;
  const passed = cases.filter(({ outcome }) => outcome === "passed").length;
  const missing = missingWords(exercise);
  return {
    anchor,
    name: splitName(exercise.id),
    title: printable(exercise.title),
    foreign: exercise.language ?? null,
    status: { ...exerciseStatusView(status), ...(missing === null ? {} : { words: missing }) },
    points: formatPoints(exercise.score),
    maxPoints: formatPoints(exercise.maxScore),
    passedCases: message("page.passed-of", { passed, total: cases.length }),
    isClosed: status === "passed",
  };
}

/** Why the function could not be called, where it could not. */
const missingWords = (exercise: ExerciseReport): string | null =>
  exercise.status === "not-implemented" ? phraseMissing(exercise) : null;

type FunctionView = Omit<ExerciseView, keyof ReturnType<typeof headView> | "progress">;

function functionView(exercise: ExerciseReport, anchor: string, isBrief: boolean): FunctionView {
  const { cases, status } = exercise;
  const isPassed = status === "passed";
  const isIdle = status === "not-implemented" || status === "skipped";
  const diagnosis = diagnosisView(exercise);
  const first = isIdle ? undefined : firstFailing(exercise);
  const failure = first === undefined || diagnosis !== null ? null : failureView(first);
  const failing = failingCases(exercise, anchor, failure === null ? undefined : first, isBrief);
  const others = cases.filter((one) => !failing.some(({ caseReport }) => caseReport === one));
  const count = others.length;
  return {
    asked: isPassed ? null : askedView(exercise.asked),
    summary: richText(summaryWithoutMisconception(exercise)),
    diagnosis,
    failure,
    clues: cluesView(exercise),
    observations: phraseObservations(exercise).map(richText),
    ladder: isPassed ? null : hintLadder(exercise.hints, exercise.language ?? null),
    details: failing,
    // Where hidden cases alone fail, the summary counts them.
    hidden: first === undefined ? null : phraseHidden(cases),
    counterexample: counterexampleView(exercise, anchor),
    rows: others.map((one) => caseRowView(one, missingWords(exercise))),
    rowsLabel: failing.length === 0 ? message("page.all-cases", { count }) : message("page.other-cases", { count }),
    hasTitles: others.some(({ title }) => title !== undefined),
    question: null,
  };
}

function counterexampleView(exercise: ExerciseReport, anchor: string): CounterexampleView | null {
  const { counterexample } = exercise;
  if (counterexample === undefined) return null;
  const { heading, about, command, lead } = phraseCounterexample(counterexample, exercise);
  const markup = counterexampleDetails(counterexample.case, exercise, `${anchor}-counterexample`);
  return { heading, about, command, lead: richText(lead), markup };
}

function caseRowView({ id, visibility, outcome, title }: CaseReport, missing: string | null): CaseRowView {
  return {
    id: printable(id),
    visibility: message(`visibility.${visibility}`),
    status: { ...outcomeView(outcome), ...(missing === null ? {} : { words: missing }) },
    title: title === undefined ? null : printable(title),
  };
}
