import { phraseMissed } from "../phrasing/phrase-question.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { QuestionReport } from "../report/report.ts";
import { wrapText } from "./fit-text.ts";
import type { Paint } from "./paint.ts";

/** A question of a quiz for the terminal: the prompt, what was answered, why that is wrong, and what is right. */
export function renderQuestionText(question: QuestionReport, paint: Paint, width: number): readonly string[] {
  const { kind, prompt, given, problem, feedback, missed, correct, explanation } = question;
  const missedWords = phraseMissed(missed);
  const wrap = (text: string) => wrapText(printable(text), width);
  return [
    ...wrap(prompt),
    ...wrap(given.length === 0 ? "Not answered." : `Your answer: ${joinAnswer(kind, given)}`),
    ...[problem, ...feedback, missedWords].flatMap((text) =>
      text === undefined || text === null ? [] : wrap(text).map((line) => paint("cyan", line)),
    ),
    ...(correct === undefined ? [] : wrap(`Right answer: ${joinAnswer(kind, correct)}`)),
    ...(explanation === undefined ? [] : wrap(explanation).map((line) => paint("dim", line))),
  ];
}

function joinAnswer(kind: QuestionReport["kind"], texts: readonly string[]): string {
  return kind === "ordering" ? texts.map((text, at) => `(${at + 1}) ${text}`).join(" ") : texts.join(" · ");
}
