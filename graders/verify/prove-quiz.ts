import { dirname, join } from "node:path";
import { referenceFolder } from "../../assignments/catalog/course.ts";
import type { Answer } from "../../assignments/quiz/answers.ts";
import { loadQuiz } from "../../assignments/quiz/load-quiz.ts";
import type { Question, Quiz } from "../../assignments/quiz/quiz.ts";
import { readAnswers } from "../../assignments/quiz/read-answers.ts";
import { translateQuiz } from "../../assignments/quiz/translate-quiz.ts";
import { ManifestError } from "../../assignments/storage/json-problem.ts";
import { sumPoints } from "../../assignments/values/round-points.ts";
import { type LoadedKey, loadQuizKey } from "../../reference/quiz/load-quiz-key.ts";
import type { AnswerKey, QuizKey } from "../../reference/quiz/quiz-key.ts";
import { translateKey } from "../../reference/quiz/translate-key.ts";
import { languages } from "../../reports/messages/language.ts";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { Check, Findings } from "../../reports/report/verification.ts";
import { gradeAnswers } from "../quiz/grade-answers.ts";
import { checkOf } from "./subject/check.ts";

/**
 * Proves that a quiz's questions and key are valid (every question has a key, every wrong choice an explanation, ids
 * are unique, texts in other languages are complete), that the key's own answers get full marks, and that no answers get none.
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
    checks: [
      checkOf("valid", await textProblems(quiz, key, folders, keyFile)),
      ...quiz.questions.map((question) => keyCheck(quiz, key, question)),
    ],
  };
}

/** What is wrong with what is there in other languages. */
async function textProblems(
  quiz: Quiz,
  { key }: LoadedKey,
  folders: string,
  keyFile = join(referenceFolder(quiz.id), "key.json"),
): Promise<string[]> {
  const translate = async (language: string): Promise<QuizKey> => {
    const translated = (await translateQuiz(quiz, language, folders)) ?? quiz;
    return (await translateKey(key, translated, language, dirname(keyFile))) ?? key;
  };
  const made = await Promise.all(languages.slice(1).map((language) => loaded(translate(language))));
  return made.flatMap((one) => ("problems" in one ? one.problems.details : []));
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
