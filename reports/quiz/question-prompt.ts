import type { Choice, Question } from "../../assignments/quiz/quiz.ts";
import { message } from "../messages/message.ts";
import { phrasePoints } from "../phrasing/text/format-number.ts";
import { createPaint } from "../terminal/paint.ts";
import type { TextOptions } from "../terminal/render-text.ts";
import { wrapText } from "../terminal/text-width.ts";

/** The question's place in the quiz, and the answer so far. */
export type PromptPlace = { readonly number: number; readonly total: number; readonly answer: readonly string[] };

/**
 * A question for the terminal: the prompt, its choices by number, how to answer, and the answer so far.
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
  const listed = choices.flatMap(({ text }, at) => {
    const label = `${at + 1}. `.padStart(5);
    return wrapText(text, width - 5).map((line, i) => `${i === 0 ? label : "     "}${line}`);
  });
  return [
    "",
    paint("dim", message("quiz.question-of", { number, total, points: phrasePoints(question.points) })),
    ...wrapText(question.prompt, width).map((line) => paint("bold", line)),
    ...listed,
    ...wrapText(phraseHowTyped(question.kind, choices.length), width).map((line) => paint("dim", line)),
    ...(answer.length === 0 ? [] : wrapText(message("quiz.so-far", { answer: answer.join(" · ") }), width)),
  ].join("\n");
}

/** How a question is answered on the page, in a sentence. */
export const phraseHow = (kind: Question["kind"]): string => message(`quiz.how.${kind}`);

/** How a question is answered in the terminal, in a sentence. */
function phraseHowTyped(kind: Question["kind"], choices: number): string {
  if (kind === "single") return message("quiz.typed.single", { choices });
  if (kind === "ordering") return message("quiz.typed.ordering", { choices, example: exampleOrder(choices) });
  return message(`quiz.typed.${kind}`);
}

function exampleOrder(choices: number): string {
  return Array.from({ length: choices }, (_, i) => choices - i).join(" ");
}
