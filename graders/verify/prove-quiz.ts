import { join } from "node:path";
import type { Answer } from "../../assignments/quiz/answers.ts";
import { loadQuiz } from "../../assignments/quiz/load-quiz.ts";
import type { Question, Quiz } from "../../assignments/quiz/quiz.ts";
import { readAnswers } from "../../assignments/quiz/read-answers.ts";
import { ManifestError } from "../../assignments/storage/json-problem.ts";
import { sumPoints } from "../../assignments/values/round-points.ts";
import { type LoadedKey, loadQuizKey } from "../../reference/quiz/load-quiz-key.ts";
import type { AnswerKey } from "../../reference/quiz/quiz-key.ts";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { Check, Findings } from "../../reports/report/verification.ts";
import { gradeAnswers } from "../quiz/grade-answers.ts";
import { checkOf } from "./subject/check.ts";

/**
 * Proves that a quiz's questions and key are valid (every question has a key, every wrong choice an explanation, ids
 * are unique), that the key's own answers get full marks, and that no answers get none.
 * @param id Name of the quiz's folder.
 * @param keyFile By default gradecheck's own.
 */
export async function proveQuiz(folders: string, id: string, keyFile?: string): Promise<Findings> {
  const quiz = await loaded(loadQuiz(join(folders, id)));
  if ("problems" in quiz) return { summary: "the questions cannot be used", checks: [quiz.problems] };
  const key = await loaded(keyFile === undefined ? loadQuizKey(quiz) : loadQuizKey(quiz, keyFile));
  if ("problems" in key) return { summary: "the key cannot be used", checks: [key.problems] };
  const points = sumPoints(quiz.questions.map((question) => question.points));
  return {
    summary: `${quantity(quiz.questions.length, "question")}, ${points} points`,
    checks: [checkOf("valid", []), ...quiz.questions.map((question) => keyCheck(quiz, key, question))],
  };
}

async function loaded<T extends object>(loading: Promise<T>): Promise<T | { readonly problems: Check }> {
  try {
    return await loading;
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    return { problems: checkOf("valid", error.message.split("\n")) };
  }
}

function keyCheck(quiz: Quiz, key: LoadedKey, { id, points }: Question): Check {
  const own = key.key.answers[id];
  const right = scoreOf(quiz, key, id, own === undefined ? {} : { [id]: rightAnswer(own) });
  const none = scoreOf(quiz, key, id, {});
  return checkOf(id, [
    ...(right === points ? [] : [`the key's own answer gets ${right} of ${points} points`]),
    ...(none === 0 ? [] : [`no answer gets ${none} points`]),
  ]);
}

function scoreOf(
  quiz: Quiz,
  key: LoadedKey,
  id: string,
  answers: Readonly<Record<string, Answer>>,
): number | undefined {
  const bytes = Buffer.from(JSON.stringify({ quiz: quiz.id, answers }), "utf8");
  const submission = { name: "key", sha256: "0".repeat(64) };
  const report = gradeAnswers({ ...key, quiz, seed: 1 }, submission, readAnswers(quiz, bytes));
  return report.exercises.find((exercise) => exercise.id === id)?.score;
}

const rightAnswer = ({ correct }: AnswerKey): Answer => correct;
