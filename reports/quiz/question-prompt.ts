import type { Choice, Question } from "../../assignments/quiz/quiz.ts";
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
    paint("dim", `Question ${number} of ${total}, ${phrasePoints(question.points)}`),
    ...wrapText(question.prompt, width).map((line) => paint("bold", line)),
    ...listed,
    ...wrapText(phraseHowTyped(question.kind, choices.length), width).map((line) => paint("dim", line)),
    ...(answer.length === 0 ? [] : wrapText(`Your answer so far: ${answer.join(" · ")}`, width)),
  ].join("\n");
}

/** How a question is answered on the page, in a sentence. */
export function phraseHow(kind: Question["kind"]): string {
  switch (kind) {
    case "single":
      return "Choose one.";
    case "multiple":
      return "Tick every right one. A wrong tick takes back what a right one gives.";
    case "numeric":
      return "Write a number.";
    case "ordering":
      return "Give each step its place; 1 is the first.";
    case "text":
      return "Write a word or a few.";
    default:
      kind satisfies never;
      return "";
  }
}

/** How a question is answered in the terminal, in a sentence. */
function phraseHowTyped(kind: Question["kind"], choices: number): string {
  switch (kind) {
    case "single":
      return `Type one number, 1 to ${choices}.`;
    case "multiple":
      return "Type the numbers of all right ones, such as 1 3. A wrong one takes back what a right one gives.";
    case "numeric":
      return "Type a number with a point, such as 0.25 or 1e-3, without a unit.";
    case "ordering":
      return `Type all ${choices} numbers, first step first, such as ${exampleOrder(choices)}.`;
    case "text":
      return "Type a word or a few.";
    default:
      kind satisfies never;
      return "";
  }
}

function exampleOrder(choices: number): string {
  return Array.from({ length: choices }, (_, i) => choices - i).join(" ");
}
