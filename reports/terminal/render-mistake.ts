import { message } from "../messages/message.ts";
import { codeSpan } from "../phrasing/text/code-span.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ExerciseReport } from "../report/report.ts";
import { createPaint } from "./paint.ts";
import { renderCaseText } from "./render-case-text.ts";
import { narrowest, type TextOptions } from "./render-text.ts";
import { wrapText } from "./text-width.ts";

/** A known mistake, and what a check says of a function that makes it. */
export type MistakeFacts = {
  readonly id: string;
  readonly assignment: string;
  readonly assignmentTitle: string;
  readonly name: string;
  readonly explanation: string;
  /** Pieces of code in which it may be seen. */
  readonly looksAt?: readonly string[] | undefined;
  readonly exercise: ExerciseReport;
};

/** Names and keys; an expression could be a piece of what is right. */
const isName = /^["'\w.]+$/;

/** The page about a known mistake, for the terminal, ending in a line feed. */
export function renderMistake(mistake: MistakeFacts, options: TextOptions): string {
  const { id, assignment, assignmentTitle, name, explanation, looksAt = [], exercise } = mistake;
  const paint = createPaint(options.color);
  const width = Math.max(narrowest, options.width);
  const wrap = (text: string): readonly string[] => wrapText(printable(text), width);
  const heading = (text: string): readonly string[] => ["", ...wrap(text).map((line) => paint("bold", line))];
  const belongs = `${id} · ${exercise.id} (${exercise.title}) · ${assignmentTitle} (${assignment})`;
  const places = looksAt
    .filter((piece) => isName.test(piece))
    .map((piece) => codeSpan(piece))
    .join(", ");
  return [
    ...wrap(name).map((line) => paint("bold", line)),
    ...wrap(belongs).map((line) => paint("dim", line)),
    "",
    ...wrap(explanation),
    ...(places === "" ? [] : ["", ...wrap(message("explain.where", { places }))]),
    ...heading(message("explain.looks-like")),
    ...renderFailure(exercise, options.color, width),
    ...(exercise.hints.length === 0 ? [] : heading(message("explain.hints", { exercise: exercise.id }))),
    ...exercise.hints.flatMap((hint, at) => wrapText(`${at + 1}. ${printable(hint)}`, width)),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

/** How many visible cases fail, and the first of them. */
function renderFailure(exercise: ExerciseReport, color: boolean, width: number): readonly string[] {
  const { cases } = exercise;
  const failing = cases.filter(({ outcome }) => outcome !== "passed");
  const [first] = failing;
  if (first === undefined) return wrapText(message("explain.not-shown"), width);
  const count = message("explain.fails", { failing: failing.length, total: cases.length });
  // All that the summary says is said by the case again.
  const unsaid = { ...exercise, summary: "" };
  return [...wrapText(count, width), ...renderCaseText(first, unsaid, createPaint(color), width, false)];
}
