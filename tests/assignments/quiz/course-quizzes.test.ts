import { describe, expect, test } from "vitest";
import { listQuizzes } from "../../../assignments/catalog/course.ts";
import { openQuiz } from "../../../assignments/quiz/load-quiz.ts";

const kinds = ["multiple", "numeric", "ordering", "single", "text"];

describe("the quizzes of the bundled course", async () => {
  test.each(await listQuizzes())("%s has at least ten questions, and one of each kind", async (id) => {
    const { questions } = await openQuiz(id);
    expect(questions.length).toBeGreaterThanOrEqual(10);
    expect([...new Set(questions.map(({ kind }) => kind))].sort()).toEqual(kinds);
  });
});
