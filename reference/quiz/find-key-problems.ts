import { choicesOf } from "../../assignments/quiz/choices.ts";
import type { Question, Quiz } from "../../assignments/quiz/quiz.ts";
import type { JsonProblem } from "../../assignments/storage/json-problem.ts";
import { answerPattern, normalizeTextAnswer } from "./answer-pattern.ts";
import type { AnswerKey, NumericKey, QuizKey, TextKey } from "./quiz-key.ts";

/**
 * What is wrong with a key that follows its schema: it must have an answer of the right kind for every question, and an
 * explanation for every wrong choice.
 * @returns Problems in the order of the quiz; empty for a good key.
 */
export function findKeyProblems({ quiz: id, answers }: QuizKey, quiz: Quiz): JsonProblem[] {
  const problems: JsonProblem[] = [];
  if (id !== quiz.id) problems.push({ path: "quiz", value: id, rule: `must be "${quiz.id}"` });
  for (const question of quiz.questions) {
    const path = `answers.${question.id}`;
    const key = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    if (key === undefined) problems.push({ path, value: undefined, rule: "must be given" });
    else problems.push(...findAnswerProblems(key, question, path));
  }
  const known = quiz.questions.map((question) => question.id);
  const more = Object.keys(answers).filter((name) => !known.includes(name));
  return [...problems, ...more.map((name) => ({ path: "answers", value: name, rule: "must be the id of a question" }))];
}

function findAnswerProblems(key: AnswerKey, question: Question, path: string): JsonProblem[] {
  if (key.kind !== question.kind) {
    return [{ path: `${path}.kind`, value: key.kind, rule: `must be "${question.kind}"` }];
  }
  const ids = choicesOf(question).map(({ id }) => id);
  switch (key.kind) {
    case "single":
      return findChoiceProblems([key.correct], Object.keys(key.wrong), ids, path);
    case "multiple":
      return findChoiceProblems(key.correct, Object.keys(key.wrong), ids, path);
    case "ordering":
      return [
        ...findDifference(`${path}.correct`, key.correct, ids),
        ...(key.reasons.length === ids.length - 1
          ? []
          : [{ path: `${path}.reasons`, value: key.reasons.length, rule: `must be ${ids.length - 1} reasons` }]),
      ];
    case "numeric":
      return findNumberProblems(key, path);
    case "text":
      return findTextProblems(key, path);
    default:
      key satisfies never;
      return [];
  }
}

function findChoiceProblems(
  correct: readonly string[],
  wrong: readonly string[],
  ids: readonly string[],
  path: string,
): JsonProblem[] {
  const unknown = correct.filter((id) => !ids.includes(id));
  return [
    ...unknown.map((id) => ({ path: `${path}.correct`, value: id, rule: "must be the id of a choice" })),
    ...findDifference(
      `${path}.wrong`,
      wrong,
      ids.filter((id) => !correct.includes(id)),
    ),
  ];
}

function findDifference(path: string, found: readonly string[], wanted: readonly string[]): JsonProblem[] {
  const isSame = found.length === wanted.length && wanted.every((id) => found.includes(id));
  return isSame ? [] : [{ path, value: found, rule: `must have each of ${JSON.stringify(wanted)} once` }];
}

function findNumberProblems({ correct, tolerance, wrong }: NumericKey, path: string): JsonProblem[] {
  return wrong.flatMap(({ value }, i) =>
    Math.abs(value - correct) > 2 * tolerance
      ? []
      : [{ path: `${path}.wrong[${i}].value`, value, rule: "must be further from the right number" }],
  );
}

function findTextProblems({ correct, patterns, wrong }: TextKey, path: string): JsonProblem[] {
  const places = [
    ...patterns.map((pattern, i) => ({ path: `${path}.patterns[${i}]`, pattern })),
    ...wrong.map(({ pattern }, i) => ({ path: `${path}.wrong[${i}].pattern`, pattern })),
  ];
  const bad = places.flatMap(({ path: place, pattern }) => {
    try {
      answerPattern(pattern);
      return [];
    } catch (error) {
      return [
        {
          path: place,
          value: pattern,
          rule: `must be safe (${error instanceof Error ? error.message : String(error)})`,
        },
      ];
    }
  });
  if (bad.length > 0) return bad;
  const shown = normalizeTextAnswer(correct);
  const matches = (pattern: string): boolean => answerPattern(pattern).test(shown);
  if (patterns.some(matches) && !wrong.some(({ pattern }) => matches(pattern))) return [];
  return [{ path: `${path}.correct`, value: correct, rule: "must match one of patterns and none of wrong" }];
}
