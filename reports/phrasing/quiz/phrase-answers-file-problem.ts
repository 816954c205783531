import type { AnswersFileProblem } from "../../../assignments/quiz/answer-problem.ts";
import { codeSpan } from "../text/code-span.ts";

/** Why a file of answers cannot be judged, as the rest of a sentence that began with what was wanted. */
export function phraseAnswersFileProblem(problem: AnswersFileProblem, quiz: string): string {
  switch (problem.code) {
    case "unreadable":
      return `it cannot be read: ${problem.reason}.`;
    case "too-large":
      return `it is larger than ${problem.limitBytes / 1024} KiB, which no file of answers is.`;
    case "not-text":
      return "it is no text in UTF-8.";
    case "not-json":
      return `it is no JSON: ${problem.reason}.`;
    case "not-object":
      return `it holds ${codeSpan(problem.found)}, and must hold an object with \`quiz\` and \`answers\`.`;
    case "no-answers":
      return `\`answers\` is ${codeSpan(problem.found)}, and must be an object with an answer by question.`;
    case "other-quiz":
      return `it answers the quiz ${codeSpan(problem.found)}, and must answer \`"${quiz}"\`.`;
    default:
      problem satisfies never;
      return "it cannot be read.";
  }
}
