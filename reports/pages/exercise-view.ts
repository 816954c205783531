import { message } from "../messages/message.ts";
import { type CounterexampleWords, phraseCounterexample } from "../phrasing/phrase-counterexample.ts";
import { phraseMisconceptions, summaryWithoutMisconception } from "../phrasing/phrase-misconceptions.ts";
import { phraseObservations } from "../phrasing/phrase-observation.ts";
import { phraseHidden } from "../phrasing/phrase-outcomes.ts";
import { phraseMissed } from "../phrasing/phrase-question.ts";
import { phrasePlace } from "../phrasing/phrase-source.ts";
import { phraseMissing } from "../phrasing/phrase-status.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { CaseReport, ExerciseProgress, ExerciseReport, QuestionReport } from "../report/report.ts";
import { type AskedView, askedView } from "./asked-view.ts";
import { type CaseView, caseView } from "./case-view.ts";
import { compileTemplate } from "./compile-template.ts";
import { type RichText, richText, splitName } from "./page-text.ts";
import { picturedCases } from "./pictures/pictured-cases.ts";
import { type ExerciseProgressView, exerciseProgressView } from "./progress-view.ts";
import { renderedOnce } from "./rendered-once.ts";
import { type SourceView, sourceView } from "./source-view.ts";
import { exerciseStatusView, outcomeView, questionStatusView, type StatusView } from "./status-view.ts";

/** A row of an exercise's table of cases. */
type CaseRowView = {
  readonly id: string;
  readonly visibility: string;
  readonly status: StatusView;
  readonly title: string | null;
  /** The anchor of the case's details. */
  readonly anchor: string | null;
};

/** The recognised mistake, or the alternatives. */
type DiagnosisView = {
  readonly heading: string;
  readonly mistakes: readonly MistakeView[];
};

/** A mistake, and where to look for it. */
type MistakeView = {
  readonly name: RichText;
  readonly explanation: RichText | null;
  readonly foreign: "en" | null;
  readonly place: SourceView | null;
  /** Whether the place is shown without a click. */
  readonly isFirstPlace: boolean;
};

/** A case that fails as hidden ones do, with its details as markup. */
type CounterexampleView = CounterexampleWords & { readonly markup: string };

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
  readonly asked: AskedView | null;
  /** What has come of it since the attempt before. */
  readonly progress: ExerciseProgressView | null;
  readonly summary: RichText;
  readonly diagnosis: DiagnosisView | null;
  readonly observations: readonly RichText[];
  readonly hints: readonly RichText[];
  readonly hidden: string | null;
  readonly counterexample: CounterexampleView | null;
  readonly rows: readonly CaseRowView[];
  readonly rowsLabel: string;
  readonly rowsOpen: boolean;
  readonly hasTitles: boolean;
  readonly details: readonly { readonly markup: string }[];
  /** For a quiz: shown instead of summary and cases. */
  readonly question: QuestionView | null;
};

/**
 * @param number Position in the report, from 1; makes the anchors.
 * @param isChecked Whether only the visible cases were run.
 * @param progress What has come of it since the attempt before, where there is anything to say.
 */
export function exerciseView(
  exercise: ExerciseReport,
  number: number,
  isChecked: boolean,
  progress: ExerciseProgress | undefined,
): ExerciseView {
  const changed = exerciseProgressView(progress, isChecked);
  const view = { ...functionView(exercise, number), progress: changed, ...(isChecked && { points: null }) };
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

function functionView(exercise: ExerciseReport, number: number): Omit<ExerciseView, "progress"> {
  const { cases, status } = exercise;
  const anchor = `exercise-${number}`;
  const anchors = new Map(cases.filter(hasDetails).map((caseReport, at) => [caseReport, `${anchor}-case-${at + 1}`]));
  const passed = cases.filter(({ outcome }) => outcome === "passed").length;
  const pictured = picturedCases(cases);
  const missing = status === "not-implemented" ? phraseMissing(exercise) : null;
  const isIdle = status === "not-implemented" || status === "skipped";
  return {
    anchor,
    name: splitName(exercise.id),
    title: printable(exercise.title),
    foreign: exercise.language ?? null,
    status: { ...exerciseStatusView(status), ...(missing === null ? {} : { words: missing }) },
    points: formatPoints(exercise.score),
    maxPoints: formatPoints(exercise.maxScore),
    passedCases: message("page.passed-of", { passed, total: cases.length }),
    asked: status === "passed" ? null : askedView(exercise.asked),
    summary: richText(summaryWithoutMisconception(exercise)),
    diagnosis: diagnosisView(exercise),
    observations: phraseObservations(exercise).map(richText),
    hints: status === "passed" ? [] : exercise.hints.map(richText),
    hidden: status === "passed" || isIdle ? null : phraseHidden(cases),
    counterexample: counterexampleView(exercise, anchor),
    rows: cases.map((caseReport) => caseRowView(caseReport, anchors.get(caseReport) ?? null, missing)),
    rowsLabel: message("page.all-cases", { count: cases.length }),
    // Where no case has details, the table is all there is to see.
    rowsOpen: status !== "passed" && !isIdle && anchors.size === 0,
    hasTitles: cases.some(({ title }) => title !== undefined),
    details: [...anchors].map(([caseReport, at], position) =>
      caseDetails(caseReport, sayingOnly(exercise), at, position === 0, pictured.has(caseReport)),
    ),
    question: null,
  };
}

const renderCase = compileTemplate<CaseView>("case");

/** What its cases say of an exercise. */
type ExerciseOfCases = Pick<ExerciseReport, "id" | "language">;

const sayingOnly = ({ id, language }: ExerciseReport): ExerciseOfCases => ({ id, ...(language && { language }) });

const caseDetails = renderedOnce(
  (caseReport: CaseReport, exercise: ExerciseOfCases, anchor: string, isOpen: boolean, isPictured: boolean) => ({
    markup: renderCase(caseView(caseReport, exercise, anchor, isOpen, isPictured)),
  }),
);

function counterexampleView(exercise: ExerciseReport, anchor: string): CounterexampleView | null {
  const { counterexample } = exercise;
  if (counterexample === undefined) return null;
  const { markup } = caseDetails(counterexample.case, sayingOnly(exercise), `${anchor}-counterexample`, true, true);
  return { ...phraseCounterexample(counterexample), markup };
}

function diagnosisView(exercise: ExerciseReport): DiagnosisView | null {
  const words = phraseMisconceptions(exercise);
  if (words === null) return null;
  const [first] = exercise.places ?? [];
  const mistakes = words.mistakes.map(({ name, explanation, language }, at) => {
    const id = exercise.misconceptions[at];
    const place = exercise.places?.find(({ misconception }) => misconception === id);
    return {
      foreign: language ?? null,
      name: richText(name),
      explanation: explanation === null ? null : richText(explanation),
      place: place === undefined ? null : sourceView(phrasePlace(place)),
      isFirstPlace: place !== undefined && place === first,
    };
  });
  return { heading: words.heading, mistakes };
}

/** Whether a case has more to show than its row in the table. */
function hasDetails({ visibility, outcome, mismatch, error, badValue, limit, console, cause }: CaseReport): boolean {
  if (outcome === "passed" || outcome === "skipped" || outcome === "not-implemented") return false;
  return (
    visibility === "visible" || [mismatch, error, badValue, limit, console, cause].some((fact) => fact !== undefined)
  );
}

/** @param missing Why the function could not be called, where it could not. */
function caseRowView(
  { id, visibility, outcome, title }: CaseReport,
  anchor: string | null,
  missing: string | null,
): CaseRowView {
  return {
    id: printable(id),
    visibility: message(`visibility.${visibility}`),
    status: { ...outcomeView(outcome), ...(missing === null ? {} : { words: missing }) },
    title: title === undefined ? null : printable(title),
    anchor,
  };
}

/** A question of a quiz for a template. */
type QuestionView = {
  readonly prompt: RichText;
  /** What prompt and answers are in, where that is not the language of the page. */
  readonly foreign: "en" | null;
  /** Null where nothing was answered. */
  readonly given: AnswerView | null;
  readonly problem: RichText | null;
  readonly feedback: readonly RichText[];
  /** How many right choices are not ticked. */
  readonly missed: RichText | null;
  readonly correct: AnswerView | null;
  readonly explanation: RichText | null;
};

/** An answer for a template: one or more texts, numbered where the question asks for an order. */
type AnswerView = { readonly isOrdered: boolean; readonly isList: boolean; readonly texts: readonly RichText[] };

/** Whether the right answer was given and need not be shown again. */
function questionView(question: QuestionReport, isRight: boolean, foreign: "en" | null): QuestionView {
  const { kind, prompt, given, problem, feedback, missed, correct, explanation } = question;
  const missedWords = phraseMissed(missed);
  return {
    prompt: richText(prompt),
    foreign,
    given: answerView(kind, given),
    problem: problem === undefined ? null : richText(problem),
    feedback: feedback.map(richText),
    missed: missedWords === null ? null : richText(missedWords),
    correct: isRight ? null : answerView(kind, correct ?? []),
    explanation: explanation === undefined ? null : richText(explanation),
  };
}

function answerView(kind: QuestionReport["kind"], texts: readonly string[]): AnswerView | null {
  if (texts.length === 0) return null;
  return { isOrdered: kind === "ordering", isList: texts.length > 1, texts: texts.map(richText) };
}
