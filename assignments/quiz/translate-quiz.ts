import { existsSync } from "node:fs";
import { join } from "node:path";
import { assignmentsFolder } from "../catalog/course.ts";
import { textsFile } from "../catalog/translate-texts.ts";
import { loadJson } from "../storage/load-json.ts";
import { choicesOf } from "./choices.ts";
import { findFormProblems } from "./find-form-problems.ts";
import type { Question, Quiz } from "./quiz.ts";

/** What people read of a question; choices by their ids. */
type QuestionTexts = {
  readonly title: string;
  readonly prompt: string;
  readonly unit?: string;
  readonly choices?: Readonly<Record<string, string>>;
};

/** `messages.<language>.json` of a quiz: what people read of its questions, by their ids. */
type QuizTexts = { readonly title: string; readonly questions: Readonly<Record<string, QuestionTexts>> };

/**
 * A quiz in another language, with the texts in `messages.<language>.json` beside its questions. Ids, points and kinds stay.
 * @param root Folder of the quizzes' folders; by default the course's.
 * @returns undefined where there is no such file.
 * @throws ManifestError where it does not have each text of the quiz, and no others.
 */
export async function translateQuiz(
  quiz: Quiz,
  language: string,
  root = assignmentsFolder(),
): Promise<Quiz | undefined> {
  const file = join(root, quiz.id, textsFile(language));
  if (!existsSync(file)) return undefined;
  const texts = await loadJson<QuizTexts>(file, quiz.id, {
    schema: { type: "object" },
    findProblems: (found) => findFormProblems(found, textsOf(quiz)),
  });
  const [first, ...others] = quiz.questions;
  const translated = (question: Question): Question => translateQuestion(question, texts.questions[question.id]);
  return { ...quiz, title: texts.title, questions: [translated(first), ...others.map(translated)] };
}

const textsOf = ({ title, questions }: Quiz): QuizTexts => ({
  title,
  questions: Object.fromEntries(questions.map((question) => [question.id, questionTexts(question)])),
});

function questionTexts(question: Question): QuestionTexts {
  const { title, prompt } = question;
  if (question.kind === "numeric")
    return { title, prompt, ...(question.unit !== undefined && { unit: question.unit }) };
  if (question.kind === "text") return { title, prompt };
  return { title, prompt, choices: Object.fromEntries(question.choices.map(({ id, text }) => [id, text])) };
}

function translateQuestion<Kind extends Question>(question: Kind, texts: QuestionTexts | undefined): Kind {
  if (texts === undefined) return question;
  const { choices = {}, ...own } = texts;
  const translated = choicesOf(question).map(({ id, text }) => ({ id, text: choices[id] ?? text }));
  return { ...question, ...own, ...(translated.length > 0 && { choices: translated }) };
}
