import type { Choice, Question } from "./quiz.ts";

/** The choices of a question in the order of the file; none where a number or a text is asked for. */
export function choicesOf(question: Question): readonly Choice[] {
  return "choices" in question ? question.choices : [];
}
