import { phraseMissed } from "../phrasing/phrase-question.ts";
import type { QuestionReport } from "../report/report.ts";
import { type RichText, richText } from "./rich-text.ts";

/** A question of a quiz for a template. */
export type QuestionView = {
  readonly prompt: RichText;
  /** Null where nothing was answered. */
  readonly given: AnswerView | null;
  readonly problem: RichText | null;
  readonly feedback: readonly RichText[];
  readonly correct: AnswerView | null;
  readonly explanation: RichText | null;
};

/** An answer for a template: one or more texts, numbered where their order is what was asked for. */
type AnswerView = { readonly isOrdered: boolean; readonly isList: boolean; readonly texts: readonly RichText[] };

/** @param isRight Whether the right answer was given, so that it need not be shown once more. */
export function questionView(question: QuestionReport, isRight: boolean): QuestionView {
  const { kind, prompt, given, problem, feedback, missed, correct, explanation } = question;
  const missedWords = phraseMissed(missed);
  return {
    prompt: richText(prompt),
    given: answerView(kind, given),
    problem: problem === undefined ? null : richText(problem),
    feedback: [...feedback, ...(missedWords === null ? [] : [missedWords])].map(richText),
    correct: isRight ? null : answerView(kind, correct ?? []),
    explanation: explanation === undefined ? null : richText(explanation),
  };
}

function answerView(kind: QuestionReport["kind"], texts: readonly string[]): AnswerView | null {
  if (texts.length === 0) return null;
  return { isOrdered: kind === "ordering", isList: texts.length > 1, texts: texts.map(richText) };
}
