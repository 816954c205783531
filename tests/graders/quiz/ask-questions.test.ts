import { expect, test } from "vitest";
import { openQuiz } from "../../../assignments/quiz/load-quiz.ts";
import { askQuestions } from "../../../graders/quiz/ask-questions.ts";

test("askQuestions() ends after too many unclear answers in a row", async () => {
  const quiz = await openQuiz("w1-quiz");
  const asked = quiz.questions.map(({ id }) => id);
  const shown: string[] = [];
  let reads = 0;
  await askQuestions(
    { quiz, asked, answers: new Map(), order: { quiz: quiz.id, seed: 1, student: "" } },
    {
      style: { width: 80, color: false },
      show: (text) => shown.push(text),
      read: async () => {
        reads += 1;
        return "y";
      },
      keep: () => Promise.reject(new Error("nothing was answered")),
    },
  );
  expect(reads).toBe(100);
  expect(shown.at(-1)).toBe("That was no answer to this question, 100 times in a row; the quiz ends here.");
});
