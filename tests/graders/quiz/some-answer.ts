import { choicesOf } from "../../../assignments/quiz/choices.ts";
import type { Question } from "../../../assignments/quiz/quiz.ts";

/**
 * A well-formed answer that is not the right one.
 * @param correct The right one, from the key.
 */
export function someAnswer(question: Question, correct: unknown): unknown {
  const wrong = choicesOf(question).find(({ id }) => ![correct].flat().includes(id))?.id;
  switch (question.kind) {
    case "single":
      return wrong;
    case "multiple":
      return [wrong];
    case "numeric":
      return 123_456;
    case "ordering":
      return choicesOf(question).map(({ id }) => id);
    case "text":
      return "something";
  }
}
