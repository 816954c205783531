import { atOnce, type Steps } from "../../assignments/steps/in-turns.ts";
import { currentLanguage, languageOf, stepsIn } from "../messages/language.ts";
import { message } from "../messages/message.ts";
import { phraseLoadFailure } from "../phrasing/errors/phrase-load-failure.ts";
import { hasMark, phraseAdjustments, withAdjustments } from "../phrasing/phrase-adjustments.ts";
import { type CaseCount, countCases, hiddenCasesNote, isCheck } from "../phrasing/phrase-outcomes.ts";
import { phraseBackend, phraseReportStatus } from "../phrasing/phrase-report.ts";
import { studentView } from "../phrasing/student-view.ts";
import { formatPoints, scorePercent } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ExerciseReport, Report } from "../report/report.ts";
import { renderingFormulas } from "./asked-view.ts";
import type { FactView } from "./case-view.ts";
import { compileTemplate } from "./compile-template.ts";
import { compilingExerciseParts, type ExerciseParts, exerciseParts } from "./exercise-parts.ts";
import { type RichText, richText } from "./page-text.ts";
import { type ProgressView, progressView } from "./progress-view.ts";
import { type TypesView, typesView } from "./types-view.ts";

const renderPage = compileTemplate<PageView>("feedback-page");

/**
 * The feedback page: one self-contained HTML file without script, made for the report's audience.
 * @param adjustments Lateness and changes by hand, where they are not in the report already; the final score is at the
 * top.
 */
export function renderHtml(report: Report, adjustments = report.adjustments): string {
  return atOnce(renderingHtml(report, adjustments));
}

/** {@link renderHtml}, exercise by exercise: how much there is to be shown of one is up to the submission. */
export function renderingHtml(report: Report, adjustments = report.adjustments): Steps<string> {
  return stepsIn(languageOf(report), pageSteps(withAdjustments(report, adjustments)));
}

function* pageSteps(report: Report): Steps<string> {
  yield* renderPage.compiling();
  if (report.status === "graded") yield* compilingExerciseParts();
  return renderPage(yield* pageView(report));
}

/** A score for a template; the percentage is whole. */
type ScoreView = { readonly points: string; readonly maxPoints: string; readonly percent: number };

/** How many of the visible cases pass, and what that does not tell. */
type VisibleView = CaseCount & { readonly note: string; readonly percent: number };

/** The way from the graded score to the one that counts. */
type AdjustmentsView = {
  readonly rawPoints: string;
  readonly lines: readonly { readonly what: string; readonly change: string; readonly why: string }[];
};

/** Everything the feedback page shows; the template only lays it out. */
type PageView = {
  readonly documentTitle: string;
  readonly heading: string;
  /** What the heading is in, where that is not the language of the page. */
  readonly foreign: "en" | null;
  readonly submission: string;
  readonly isInstructor: boolean;
  readonly isQuiz: boolean;
  /** The score that counts. */
  readonly score: ScoreView | null;
  /** How many visible cases pass, for a check, which has no score. */
  readonly visible: VisibleView | null;
  /** How it came from the graded score, where it differs or something was changed by hand. */
  readonly adjustments: AdjustmentsView | null;
  /** Why nothing was graded. */
  readonly trouble: RichText | null;
  /** The cause in English, where that is not the language of the page. */
  readonly cause: RichText | null;
  readonly notes: readonly RichText[];
  /** What has come of the attempt before. */
  readonly progress: ProgressView | null;
  /** What TypeScript finds. */
  readonly types: TypesView | null;
  readonly facts: readonly FactView[];
  readonly exercises: readonly ExerciseParts[];
};

/** The view model of the feedback page. A student's report is redacted once more on its way. */
function* pageView(report: Report): Steps<PageView> {
  const shown = report.audience === "student" ? studentView(report) : report;
  const heading = printable(shown.assignmentTitle);
  const submission = printable(shown.submission.name);
  const { trouble, cause } = troubleView(shown);
  return {
    documentTitle: `${submission} · ${heading}`,
    heading,
    foreign: shown.exercises.every(({ language }) => language !== undefined)
      ? (shown.exercises[0]?.language ?? null)
      : null,
    submission,
    isInstructor: shown.audience === "instructor",
    isQuiz: isQuiz(shown),
    visible: visibleView(shown),
    score:
      isCheck(shown) || !hasMark(shown) ? null : scoreView(shown.adjustments?.score ?? shown.score, shown.maxScore),
    adjustments: adjustmentsView(shown),
    trouble,
    cause,
    notes: (shown.notes ?? []).map(richText),
    progress: progressView(shown),
    types: typesView(shown.typeErrors),
    facts: reportFacts(shown),
    exercises: yield* partsOfExercises(shown),
  };
}

/** What compilers and graders say is in English; the rest is in the language of the report. */
function troubleView(report: Report): Pick<PageView, "trouble" | "cause"> {
  const { message: told } = report;
  const isOurs = told !== undefined && (isQuiz(report) || phraseLoadFailure(told) !== told);
  const isApart = currentLanguage() !== "en" && told !== undefined && !isOurs;
  const words = phraseReportStatus(isApart ? { ...report, message: "" } : report);
  return {
    trouble: words === null ? null : richText(isApart ? words.trimEnd() : words),
    cause: isApart && words !== null ? richText(told ?? "") : null,
  };
}

/** Bytes of all exercises of a page. */
const mostBytes = 115_000;

/** A submission that could not be run has nothing to show by exercise. Where there would be too much, the largest exercises are brief. */
function* partsOfExercises(report: Report): Steps<readonly ExerciseParts[]> {
  const parts: ExerciseParts[] = [];
  if (report.status !== "graded") return parts;
  const progressOf = new Map(report.progress?.exercises.map((one) => [one.id, one]));
  const [isChecked, isOfQuiz] = [isCheck(report), isQuiz(report)];
  const render = (exercise: ExerciseReport, at: number, isBrief: boolean) =>
    exerciseParts(exercise, at + 1, isOfQuiz, { isChecked, isBrief, progress: progressOf.get(exercise.id) });
  for (const [at, exercise] of report.exercises.entries()) {
    if (exercise.asked !== undefined && exercise.status !== "passed") yield* renderingFormulas(exercise.asked);
    parts.push(render(exercise, at, false));
    yield;
  }
  const sizes = parts.map(({ row, sheet }) => Buffer.byteLength(row) + Buffer.byteLength(sheet));
  let size = sizes.reduce((sum, one) => sum + one, 0);
  const largestFirst = [...report.exercises.entries()].sort(([a], [b]) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  for (const [at, exercise] of largestFirst) {
    if (size <= mostBytes) break;
    const brief = render(exercise, at, true);
    parts[at] = brief;
    size += Buffer.byteLength(brief.row) + Buffer.byteLength(brief.sheet) - (sizes[at] ?? 0);
    yield;
  }
  return parts;
}

function visibleView(report: Report): VisibleView | null {
  if (!isCheck(report) || report.status !== "graded") return null;
  const count = countCases(report.exercises);
  const percent = scorePercent(count.passed, count.total);
  return { ...count, note: hiddenCasesNote(), percent };
}

/** A score for a template. */
function scoreView(score: number, maxScore: number): ScoreView {
  return { points: formatPoints(score), maxPoints: formatPoints(maxScore), percent: scorePercent(score, maxScore) };
}

function adjustmentsView(report: Report): AdjustmentsView | null {
  const { adjustments, exercises } = report;
  if (adjustments === undefined || !hasMark(report)) return null;
  const lines = phraseAdjustments(adjustments, exercises);
  return {
    rawPoints: formatPoints(adjustments.rawScore),
    lines: lines.map(({ what, change, why }) => ({ what: printable(what), change, why: printable(why) })),
  };
}

function reportFacts(report: Report): readonly FactView[] {
  const version = `${printable(report.assignment)} ${printable(report.assignmentVersion)}`;
  // A quiz computes and draws no values.
  const computed = [
    { name: message("fact.computed-by"), value: phraseBackend(report.backend) },
    { name: message("fact.assignment"), value: version },
    { name: message("fact.seed"), value: String(report.seed) },
  ];
  return [
    ...(isQuiz(report) ? [{ name: message("fact.quiz"), value: version }] : computed),
    { name: message("fact.hash"), value: report.submission.sha256 },
  ];
}

function isQuiz({ exercises }: Report): boolean {
  return exercises.some(({ question }) => question !== undefined);
}
