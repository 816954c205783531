import { choicesOf } from "../../assignments/quiz/choices.ts";
import type { AnswerKey } from "../../reference/quiz/quiz-key.ts";
import type { AskedQuestion } from "../../reports/report/class-result.ts";
import type { GradedQuestion } from "../session/graded-work.ts";
import type { QuizBasis } from "./quiz-basis.ts";

/** The questions of a quiz with what is right, for whoever reads how a class has answered them. */
export function askedQuestions({ quiz, key, foreign }: QuizBasis): GradedQuestion[] {
  return quiz.questions.map((question) => {
    const { id, title, points, kind, prompt } = question;
    const own = key.answers[id];
    if (own === undefined) throw new Error(`Cannot grade question "${id}": its key is missing`);
    const unit = question.kind === "numeric" ? question.unit : undefined;
    return {
      ...{ id, title, points },
      question: {
        ...{ kind, prompt, choices: choicesOf(question).map((choice) => ({ id: choice.id, text: choice.text })) },
        ...rightAnswer(own),
        ...(unit !== undefined && { unit }),
        ...(foreign !== undefined && { language: foreign }),
      },
    };
  });
}

function rightAnswer(key: AnswerKey): Pick<AskedQuestion, "correct" | "tolerance" | "patterns"> {
  switch (key.kind) {
    case "single":
      return { correct: [key.correct] };
    case "multiple":
    case "ordering":
      return { correct: key.correct };
    case "numeric":
      return { correct: [String(key.correct)], tolerance: key.tolerance };
    case "text":
      return { correct: [key.correct], patterns: key.patterns };
    default:
      key satisfies never;
      throw new TypeError("Cannot tell what is right: a question is of no known kind");
  }
}
