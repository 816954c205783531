import type { AnswersFileProblem } from "../../../assignments/quiz/answer-problem.ts";
import { codeSpan } from "../text/code-span.ts";

/** Why a file of answers cannot be judged, as the rest of a sentence that began with what was wanted. */
export function phraseAnswersFileProblem(problem: AnswersFileProblem, quiz: string): string {
  switch (problem.code) {
    case "unreadable":
      return `it cannot be read: ${problem.reason}.`;
    case "too-large":
      return `it is larger than ${problem.limitBytes / 1024} KiB, too large for a file of answers.`;
    case "not-text":
      return "it is not UTF-8 text.";
    case "not-json":
      return `it is not valid JSON: ${problem.reason}.`;
    case "not-object":
      return `it holds ${codeSpan(problem.found)}, but must hold an object with \`quiz\` and \`answers\`.`;
    case "no-answers":
      return `\`answers\` is ${codeSpan(problem.found)}, but must be an object with one answer per question.`;
    case "other-quiz":
      return `it answers the quiz ${codeSpan(problem.found)}, but must answer \`"${quiz}"\`.`;
    default:
      problem satisfies never;
      return "it cannot be read.";
  }
}
