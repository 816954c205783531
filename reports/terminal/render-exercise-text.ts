import { message } from "../messages/message.ts";
import { phraseClues } from "../phrasing/phrase-clue.ts";
import { phraseCounterexample } from "../phrasing/phrase-counterexample.ts";
import { phraseMisconceptions, summaryWithoutMisconception } from "../phrasing/phrase-misconceptions.ts";
import { phraseObservations } from "../phrasing/phrase-observation.ts";
import { phraseHidden, phraseOutcome } from "../phrasing/phrase-outcomes.ts";
import { phraseMissed } from "../phrasing/phrase-question.ts";
import { phrasePlace, type SourceWords } from "../phrasing/phrase-source.ts";
import { phraseStatus } from "../phrasing/phrase-status.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { CaseReport, ExerciseReport, QuestionReport } from "../report/report.ts";
import { cutToWidth, padToWidth } from "./fit-text.ts";
import type { Paint } from "./paint.ts";
import { renderCaseText, renderInputsText } from "./render-case-text.ts";
import { renderSource } from "./render-source.ts";
import { textWidth, wrapText } from "./text-width.ts";

/**
 * One exercise for the terminal: status, points and summary; for a failed one, its first failing visible case.
 * @param options.measure What is shown at the right: points, or for a check how many cases pass.
 * @param options.showInputs Print the inputs of the visible cases, where the report has them.
 * @param options.hints How many hints are printed.
 */
export function renderExerciseText(
  exercise: ExerciseReport,
  paint: Paint,
  width: number,
  { measure, showInputs, hints }: { readonly measure: string; readonly showInputs: boolean; readonly hints: number },
): readonly string[] {
  if (exercise.question !== undefined) {
    const details = renderQuestionText(exercise.question, paint, width - 2).map((line) => `  ${line}`);
    return [renderHead(exercise, paint, width, measure), ...(exercise.status === "passed" ? [] : details)];
  }
  const indent = (line: string) => (line === "" ? "" : `  ${line}`);
  const summary = wrapText(printable(summaryWithoutMisconception(exercise)), width - 2);
  const head = renderHead(exercise, paint, width, measure);
  const shown = showInputs ? exercise.cases.map((one) => renderInputsText(one, paint, width - 2)) : [];
  const inputs = shown.flatMap((lines) => (lines.length === 0 ? [] : ["", ...lines])).map(indent);
  if (exercise.status === "passed") return [head, ...summary.map((line) => indent(paint("dim", line))), ...inputs];
  const details = renderDetails(exercise, paint, width - 2, { withInputs: !showInputs, hints });
  return [head, ...summary.map(indent), ...details.map(indent), ...inputs];
}

function renderHead(exercise: ExerciseReport, paint: Paint, width: number, measure: string): string {
  const { glyph } = phraseStatus(exercise.status);
  const room = width - textWidth(glyph) - textWidth(measure) - 2;
  const name = padToWidth(cutToWidth(printable(exercise.id), Math.max(1, room)), room);
  return `${paint(statusColor(exercise.status), glyph)} ${paint("bold", name)} ${measure}`.trimEnd();
}

function renderDetails(
  exercise: ExerciseReport,
  paint: Paint,
  width: number,
  { withInputs, hints }: { readonly withInputs: boolean; readonly hints: number },
): readonly string[] {
  const failing = exercise.cases.find(({ visibility, outcome }) => visibility === "visible" && outcome !== "passed");
  // Nothing ran: the summary has said it all.
  const isIdle = exercise.status === "not-implemented" || exercise.status === "skipped";
  const details = isIdle || failing === undefined ? [] : renderCaseText(failing, exercise, paint, width, withInputs);
  const hidden = isIdle ? null : phraseHidden(exercise.cases);
  return [
    ...renderMistakes(exercise, paint, width),
    ...renderClues(exercise, paint, width),
    ...phraseObservations(exercise).flatMap((sentence) => ["", ...wrapText(printable(sentence), width)]),
    ...(details.length === 0 ? [] : ["", ...details]),
    ...renderOthers(exercise, isIdle ? undefined : failing, paint, width),
    ...renderHints(exercise, paint, width, hints),
    ...(hidden === null ? [] : ["", ...wrapText(hidden, width).map((line) => paint("dim", line))]),
    ...renderCounterexample(exercise, paint, width),
  ];
}

/** The first hints, and how to get the next one. */
function renderHints({ status, hints }: ExerciseReport, paint: Paint, width: number, count: number): readonly string[] {
  if (status === "grader-error") return [];
  const shown = hints.slice(0, count).map((hint) => message("terminal.hint", { hint: printable(hint) }));
  const isLast = shown.length === hints.length;
  const next = isLast ? [] : [message("terminal.next-hint", { number: shown.length + 1, total: hints.length })];
  const paragraph = (color: "cyan" | "dim") => (text: string) =>
    wrapText(text, width).map((line) => paint(color, line));
  return [...shown.flatMap((hint) => ["", ...paragraph("cyan")(hint)]), ...next.flatMap(paragraph("dim"))];
}

/** The visible cases that fail besides the one that is shown. */
function renderOthers(
  { cases }: ExerciseReport,
  shown: CaseReport | undefined,
  paint: Paint,
  width: number,
): readonly string[] {
  const others = cases.filter(
    (one) => shown !== undefined && one !== shown && one.visibility === "visible" && one.outcome !== "passed",
  );
  if (others.length === 0) return [];
  const named = others.map(({ id, title, outcome }) => {
    const name = title === undefined ? printable(id) : `${printable(id)} (${printable(title)})`;
    return `${name}: ${phraseOutcome(outcome)}`;
  });
  return [
    "",
    ...wrapText(message("terminal.others", { cases: named.join("; ") }), width).map((line) => paint("dim", line)),
  ];
}

/** The command stands in a line of its own, uncut: it is to be copied. */
function renderCounterexample(exercise: ExerciseReport, paint: Paint, width: number): readonly string[] {
  const { counterexample } = exercise;
  if (counterexample === undefined) return [];
  const { heading, about, command } = phraseCounterexample(counterexample, exercise);
  const details = renderCaseText(counterexample.case, exercise, paint, width, true);
  return ["", paint("bold", heading), ...wrapText(about, width), printable(command), "", ...details];
}

/** The recognised mistake comes first: it explains the numbers below. */
function renderMistakes(exercise: ExerciseReport, paint: Paint, width: number): readonly string[] {
  const words = phraseMisconceptions(exercise);
  if (words === null) return [];
  const wrap = (sentence: string) => wrapText(printable(sentence), width);
  const lead = words.mistakes.length === 1 ? `${words.heading}: ` : "";
  return [
    ...(lead === "" ? ["", paint("bold", `${words.heading}:`)] : []),
    ...words.mistakes.flatMap(({ name, explanation, id }, at) => [
      "",
      ...wrap(`${lead}${name}`).map((line) => paint("bold", line)),
      ...(explanation === null ? [] : wrap(explanation)),
      ...renderPlace(exercise, exercise.misconceptions[at], paint, width),
      ...wrap(message("explain.more", { command: `gradecheck explain ${id}` })).map((line) => paint("dim", line)),
    ]),
  ];
}

/** Where to look for a mistake. The function alone is not shown: it is at hand. */
function renderPlace(
  { places = [] }: ExerciseReport,
  id: string | undefined,
  paint: Paint,
  width: number,
): readonly string[] {
  const place = places.find(({ misconception, certainty }) => misconception === id && certainty !== "function");
  if (place === undefined) return [];
  return renderMarked(phrasePlace(place), paint, width);
}

/** What is known of the function's own lines. */
const renderClues = (exercise: ExerciseReport, paint: Paint, width: number): readonly string[] =>
  phraseClues(exercise).flatMap(({ sentence, lines }) => [
    "",
    ...wrapText(printable(sentence), width),
    ...(lines === null ? [] : renderMarked(lines, paint, width)),
  ]);

/** In a terminal the marked lines and those beside them are enough. */
function renderMarked({ caption, firstLine, lines }: SourceWords, paint: Paint, width: number): readonly string[] {
  const marked = lines.flatMap((parts, line) => (parts.some(({ isMarked }) => isMarked) ? [line] : []));
  const from = Math.max(0, Math.min(...marked) - 1);
  const shown = { caption, firstLine: firstLine + from, lines: lines.slice(from, Math.max(...marked) + 2) };
  return ["", ...renderSource(shown, paint, width)];
}

function statusColor(status: ExerciseReport["status"]): Parameters<Paint>[0] {
  switch (status) {
    case "passed":
      return "green";
    case "failed":
      return "red";
    case "partial":
    case "not-implemented":
    case "grader-error":
      return "yellow";
    case "skipped":
      return "dim";
    default:
      status satisfies never;
      return "dim";
  }
}

/** A question of a quiz for the terminal: the prompt, what was answered, why that is wrong, and what is right. */
function renderQuestionText(question: QuestionReport, paint: Paint, width: number): readonly string[] {
  const { kind, prompt, given, problem, feedback, missed, correct, explanation } = question;
  const missedWords = phraseMissed(missed);
  const wrap = (text: string) => wrapText(printable(text), width);
  return [
    ...wrap(prompt),
    ...wrap(
      given.length === 0
        ? message("terminal.not-answered")
        : message("terminal.your-answer", { answer: joinAnswer(kind, given) }),
    ),
    ...[problem, ...feedback, missedWords].flatMap((text) =>
      text === undefined || text === null ? [] : wrap(text).map((line) => paint("cyan", line)),
    ),
    ...(correct === undefined ? [] : wrap(message("terminal.right-answer", { answer: joinAnswer(kind, correct) }))),
    ...(explanation === undefined ? [] : wrap(explanation).map((line) => paint("dim", line))),
  ];
}

function joinAnswer(kind: QuestionReport["kind"], texts: readonly string[]): string {
  return kind === "ordering" ? texts.map((text, at) => `(${at + 1}) ${text}`).join(" ") : texts.join(" · ");
}
