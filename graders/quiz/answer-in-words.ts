import type { Answer } from "../../assignments/quiz/answers.ts";
import { choicesOf } from "../../assignments/quiz/choices.ts";
import type { Question } from "../../assignments/quiz/quiz.ts";

/** An answer as a person reads it: the texts of choices instead of their ids, a number with its unit. */
export function answerInWords(question: Question, answer: Answer): string[] {
  if (question.kind === "numeric") {
    return [question.unit === undefined ? String(answer) : `${String(answer)} ${question.unit}`];
  }
  const choices = choicesOf(question);
  const texts = (Array.isArray(answer) ? answer : [answer]).map(String);
  return texts.map((id) => choices.find((choice) => choice.id === id)?.text ?? id);
}
