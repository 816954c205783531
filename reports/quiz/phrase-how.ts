import type { Question } from "../../assignments/quiz/quiz.ts";

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
export function phraseHowTyped(kind: Question["kind"], choices: number): string {
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
