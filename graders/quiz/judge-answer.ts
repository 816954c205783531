import type { Answer } from "../../assignments/quiz/answers.ts";
import { answerPattern, normalizeTextAnswer } from "../../reference/quiz/answer-pattern.ts";
import type {
  AnswerKey,
  MultipleKey,
  NumericKey,
  OrderingKey,
  SingleKey,
  TextKey,
} from "../../reference/quiz/quiz-key.ts";

/** The score of an answer, and the feedback for the student. */
export type Judgement = {
  /** Part of the points, 0 to 1. */
  readonly share: number;
  /** An explanation for each mistake. */
  readonly feedback: readonly string[];
  /** Right choices that were not ticked. */
  readonly missed: number;
  /** Which of the wrong answers that the key explains one by one it is, from 0; absent for any other. */
  readonly known?: number;
};

const right: Judgement = { share: 1, feedback: [], missed: 0 };
const wrong = (feedback: readonly string[], known = -1): Judgement => ({
  share: 0,
  feedback,
  missed: 0,
  ...(known >= 0 && { known }),
});

/**
 * Judges a well-formed answer. All or nothing, except for a question with several right choices: right ticks minus
 * wrong ticks over the number of right choices, at least 0, so that ticking everything or guessing gains nothing.
 * @throws TypeError where the answer does not fit the key's kind.
 */
export function judgeAnswer(key: AnswerKey, answer: Answer): Judgement {
  switch (key.kind) {
    case "single":
      return judgeChoice(key, asText(answer));
    case "multiple":
      return judgeChoices(key, asList(answer));
    case "numeric":
      return judgeNumber(key, asNumber(answer));
    case "ordering":
      return judgeOrder(key, asList(answer));
    case "text":
      return judgeText(key, asText(answer));
    default:
      key satisfies never;
      throw new TypeError("Cannot judge an answer: its question is of no known kind");
  }
}

function judgeChoice({ correct, wrong: explanations }: SingleKey, answer: string): Judgement {
  return answer === correct ? right : wrong(explanationOf(explanations, answer));
}

function judgeChoices({ correct, wrong: explanations }: MultipleKey, answer: readonly string[]): Judgement {
  const hits = correct.filter((id) => answer.includes(id)).length;
  const slips = answer.filter((id) => !correct.includes(id));
  return {
    share: Math.max(0, hits - slips.length) / correct.length,
    feedback: slips.flatMap((id) => explanationOf(explanations, id)),
    missed: correct.length - hits,
  };
}

function judgeNumber({ correct, tolerance, wrong: known, otherwise }: NumericKey, answer: number): Judgement {
  const isNear = (value: number): boolean => Math.abs(answer - value) <= tolerance;
  if (isNear(correct)) return right;
  const at = known.findIndex(({ value }) => isNear(value));
  return wrong([known[at]?.explanation ?? otherwise], at);
}

/** For a wrong order, the explanation of the first two adjacent steps that are the wrong way round. */
function judgeOrder({ correct, reasons }: OrderingKey, answer: readonly string[]): Judgement {
  const swapped = correct.findIndex((id, i) => {
    const next = correct[i + 1];
    return next !== undefined && answer.indexOf(next) < answer.indexOf(id);
  });
  return swapped === -1 ? right : wrong(reasons.slice(swapped, swapped + 1), swapped);
}

function judgeText({ patterns, wrong: known, otherwise }: TextKey, answer: string): Judgement {
  const text = normalizeTextAnswer(answer);
  const fits = (pattern: string): boolean => answerPattern(pattern).test(text);
  if (patterns.some(fits)) return right;
  const at = known.findIndex(({ pattern }) => fits(pattern));
  return wrong([known[at]?.explanation ?? otherwise], at);
}

function explanationOf(explanations: Readonly<Record<string, string>>, id: string): string[] {
  const explanation = explanations[id];
  return explanation === undefined ? [] : [explanation];
}

function asText(answer: Answer): string {
  if (typeof answer === "string") return answer;
  throw new TypeError("Cannot judge an answer: a text is needed");
}

function asNumber(answer: Answer): number {
  if (typeof answer === "number") return answer;
  throw new TypeError("Cannot judge an answer: a number is needed");
}

function asList(answer: Answer): readonly string[] {
  if (Array.isArray(answer)) return answer;
  throw new TypeError("Cannot judge an answer: a list is needed");
}
