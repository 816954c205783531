import { phraseMissed } from "../phrasing/phrase-question.ts";
import type { QuestionReport } from "../report/report.ts";
import { type RichText, richText } from "./page-text.ts";

/** A question of a quiz for a template. */
export type QuestionView = {
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

/** @param isRight Whether the right answer was given and need not be shown again. */
export function questionView(question: QuestionReport, isRight: boolean, foreign: "en" | null): QuestionView {
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
