import type { Choice, Question } from "../../assignments/quiz/quiz.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { wrapText } from "../terminal/fit-text.ts";
import { createPaint } from "../terminal/paint.ts";
import type { TextOptions } from "../terminal/render-text.ts";
import { phraseHowTyped } from "./phrase-how.ts";

/** Where a question stands in the quiz, and what was answered before. */
export type PromptPlace = { readonly number: number; readonly total: number; readonly answer: readonly string[] };

/**
 * A question for the terminal: the prompt, its choices by number, how to answer, and the answer that there is.
 * @param choices In the order in which this student sees them.
 */
export function renderQuestionPrompt(
  question: Question,
  choices: readonly Choice[],
  { number, total, answer }: PromptPlace,
  options: TextOptions,
): string {
  const paint = createPaint(options.color);
  const width = Math.max(40, options.width);
  const points = question.points === 1 ? "1 point" : `${formatPoints(question.points)} points`;
  const listed = choices.flatMap(({ text }, at) => {
    const label = `${at + 1}. `.padStart(5);
    return wrapText(text, width - 5).map((line, i) => `${i === 0 ? label : "     "}${line}`);
  });
  return [
    "",
    paint("dim", `Question ${number} of ${total}, ${points}`),
    ...wrapText(question.prompt, width).map((line) => paint("bold", line)),
    ...listed,
    ...wrapText(phraseHowTyped(question.kind, choices.length), width).map((line) => paint("dim", line)),
    ...(answer.length === 0 ? [] : wrapText(`Your answer so far: ${answer.join(" · ")}`, width)),
  ].join("\n");
}
