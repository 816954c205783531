import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Answer } from "../assignments/quiz/answers.ts";
import { choicesOf } from "../assignments/quiz/choices.ts";
import { openQuiz } from "../assignments/quiz/load-quiz.ts";
import type { Question } from "../assignments/quiz/quiz.ts";
import { writeWhole } from "../assignments/storage/write-whole.ts";
import { RandomState } from "../assignments/values/random-state.ts";
import { loadQuizKey } from "../reference/quiz/load-quiz-key.ts";
import type { AnswerKey } from "../reference/quiz/quiz-key.ts";

/**
 * Writes what a believable class answers in a quiz, a file for each student: the better a student and the easier a question, the more
 * likely is the right answer. The same for the same quiz.
 * @param folder Is made.
 */
export async function writeExampleAnswers(id: string, folder: string, students: number): Promise<void> {
  const quiz = await openQuiz(id);
  const { key } = await loadQuizKey(quiz);
  const random = new RandomState(quiz.questions.length);
  const difficulties = quiz.questions.map(() => random.random());
  await mkdir(folder, { recursive: true });
  for (let student = 1; student <= students; student += 1) {
    const skill = 0.2 + random.random();
    const answers = quiz.questions.flatMap((question, at) => {
      const own = key.answers[question.id];
      // Whoever does not know leaves some questions out.
      if (own === undefined || random.random() > skill + 0.6) return [];
      const isRight = skill + 0.5 * (random.random() - 0.5) > (difficulties[at] ?? 0);
      return [[question.id, isRight ? own.correct : wrongAnswer(question, own, random)] as const];
    });
    const text = `${JSON.stringify({ quiz: id, answers: Object.fromEntries(answers) }, undefined, 2)}\n`;
    await writeWhole(join(folder, `student-${String(student).padStart(2, "0")}.json`), text);
  }
}

/** One of the mistakes that the key knows, where it knows any. */
function wrongAnswer(question: Question, key: AnswerKey, random: RandomState): Answer {
  const pick = <T>(from: readonly T[], otherwise: T): T => from[Math.floor(random.random() * from.length)] ?? otherwise;
  switch (key.kind) {
    case "single":
      return pick(Object.keys(key.wrong), key.correct);
    case "multiple": {
      const added = pick(Object.keys(key.wrong), "");
      const kept = key.correct.slice(random.random() < 0.5 ? 0 : 1);
      const ticked: readonly string[] = [...kept, added];
      return choicesOf(question)
        .map(({ id }) => id)
        .filter((id) => ticked.includes(id));
    }
    case "numeric":
      return pick(
        key.wrong.map(({ value }) => value),
        key.correct + 1,
      );
    case "ordering":
      return key.correct.toReversed();
    case "text":
      return pick(["no idea", "backpropagation", "the learning rate"], "");
    default:
      return key satisfies never;
  }
}
