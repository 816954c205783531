import { describe, expect, test } from "vitest";
import { listQuizzes } from "../../../assignments/catalog/course.ts";
import { choicesOf } from "../../../assignments/quiz/choices.ts";
import { openQuiz } from "../../../assignments/quiz/load-quiz.ts";
import { answerPattern, normalizeTextAnswer } from "../../../reference/quiz/answer-pattern.ts";
import { loadQuizKey } from "../../../reference/quiz/load-quiz-key.ts";
import type { AnswerKey } from "../../../reference/quiz/quiz-key.ts";

const ids = await listQuizzes();
const loaded = new Map(
  await Promise.all(
    ids.map(async (id) => {
      const quiz = await openQuiz(id);
      return [id, { quiz, ...(await loadQuizKey(quiz)) }] as const;
    }),
  ),
);

function of(id: string) {
  const found = loaded.get(id);
  if (found === undefined) throw new Error(`no quiz ${id}`);
  return found;
}

function keyOf(quiz: string, question: string): AnswerKey {
  const found = of(quiz).key.answers[question];
  if (found === undefined) throw new Error(`no question ${question}`);
  return found;
}

test("listQuizzes() names the quizzes of the three weeks", () => {
  expect(ids).toEqual(["w1-quiz", "w2-quiz", "w3-quiz"]);
});

describe.each(ids)("%s", (id) => {
  test("has at least 10 questions, of all five kinds", () => {
    const { questions } = of(id).quiz;
    expect(questions.length).toBeGreaterThanOrEqual(10);
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(
      new Set(["single", "multiple", "numeric", "ordering", "text"]),
    );
  });

  test("explains every wrong choice in words of its own, and no mistake in those of the right answer", () => {
    const told = Object.values(of(id).key.answers).flatMap((key): string[] => {
      switch (key.kind) {
        case "single":
        case "multiple":
          return [key.explanation, ...Object.values(key.wrong)];
        case "ordering":
          return [key.explanation, ...key.reasons];
        default:
          return [key.explanation, key.otherwise, ...key.wrong.map(({ explanation }) => explanation)];
      }
    });
    expect(new Set(told).size).toBe(told.length);
  });

  test("lists choices by their ids, so that their place in the file tells nothing", () => {
    for (const question of of(id).quiz.questions) {
      const choices = choicesOf(question).map((choice) => choice.id);
      expect(choices).toEqual([...choices].sort());
    }
  });

  test("names the unit of every number in the prompt", () => {
    for (const question of of(id).quiz.questions)
      if (question.kind === "numeric") expect(question.prompt).toContain(question.unit ?? "pure number");
  });
});

const { sqrt, exp, ceil } = Math;
const firstStep = (g: number, rate: number): number => {
  const [v, s] = [0.1 * g, 0.001 * g * g];
  return (-rate * (v / (1 - 0.9))) / sqrt(s / (1 - 0.999));
};
const normalized = (values: readonly number[], at: number): number => {
  const mean = values.reduce((sum, z) => sum + z, 0) / values.length;
  const variance = values.reduce((sum, z) => sum + (z - mean) ** 2, 0) / values.length;
  return ((values[at] ?? 0) - mean) / sqrt(variance);
};

test.each([
  ["w1-quiz", "weight-decay", 3 - 0.5 * (2 / 100) * 3],
  ["w1-quiz", "inverted-dropout", 2.4 / 0.8],
  ["w1-quiz", "normalize-test", (50 - 40) / sqrt(25)],
  ["w1-quiz", "he-variance", 2 / 128],
  ["w2-quiz", "updates-per-epoch", ceil(10_500 / 256)],
  ["w2-quiz", "corrected-average", (0.9 * (0.1 * 10) + 0.1 * 20) / (1 - 0.9 ** 2)],
  ["w2-quiz", "momentum-step", 1 - 0.1 * (0.9 * 2 + 0.1 * -4)],
  ["w2-quiz", "adam-first-step", firstStep(-5, 0.001)],
  ["w2-quiz", "decayed-rate", 0.2 / (1 + 0.5 * 3)],
  ["w3-quiz", "log-scale", 10 ** (-4 + 0.25 * 4)],
  ["w3-quiz", "normalized-value", 2 * normalized([1, 3, 5, 7], 3) + 0.5],
  ["w3-quiz", "parameter-count", 30 * 50 + 50 + 50],
  ["w3-quiz", "softmax-value", exp(2) / (exp(2) + 2 * exp(0))],
])("%s %s has the number that its prompt asks for", (quiz, question, value) => {
  const key = keyOf(quiz, question);
  expect(key.kind === "numeric" ? key.correct : Number.NaN).toBeCloseTo(value, 12);
});

test("every number that is asked for is computed above", () => {
  const asked = [...loaded.values()].flatMap(({ quiz }) => quiz.questions.filter(({ kind }) => kind === "numeric"));
  expect(asked).toHaveLength(13);
});

test.each([
  [
    "w1-quiz",
    "lowest-point",
    [
      "Early stopping",
      "early-stopping",
      "EarlyStopping",
      "early stop",
      "stopping early",
      "Frühes Stoppen",
      "vorzeitiger Abbruch",
    ],
  ],
  ["w2-quiz", "zero-gradient", ["saddle point", "a saddle point", "Saddle-Points", "saddle", "ein Sattelpunkt"]],
  ["w3-quiz", "recorder", ["GradientTape", "tf.GradientTape", "gradient tape", "tf.GradientTape()"]],
])("%s %s takes what students type for it", (quiz, question, texts) => {
  const key = keyOf(quiz, question);
  const patterns = key.kind === "text" ? key.patterns.map(answerPattern) : [];
  for (const text of texts)
    expect(
      patterns.some((pattern) => pattern.test(normalizeTextAnswer(text))),
      text,
    ).toBe(true);
});
