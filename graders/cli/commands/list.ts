import { join } from "node:path";
import { assignmentsFolder, listAssignments, listQuizzes } from "../../../assignments/catalog/course.ts";
import { loadManifest } from "../../../assignments/catalog/load-manifest.ts";
import { openQuiz } from "../../../assignments/quiz/load-quiz.ts";
import { sumPoints } from "../../../assignments/values/round-points.ts";
import type { DefineCommand } from "../command-options.ts";
import { type ExitCode, exitCode, print } from "../output.ts";

/** `gradecheck list` */
export const define: DefineCommand = (command, { finish }) =>
  command.option("--json", "one JSON object per assignment").action(async (options) => finish(await list(options)));

/** `gradecheck list`: what can be graded. */
export async function list(options: { readonly json?: boolean }): Promise<ExitCode> {
  const manifests = await Promise.all(
    (await listAssignments()).map((id) => loadManifest(join(assignmentsFolder(), id))),
  );
  const rows = manifests.map(({ id, week, title, exercises }) => ({
    id,
    week,
    title,
    points: sumPoints(exercises.map(({ points }) => points)),
    exercises: exercises.map((exercise) => exercise.id),
  }));
  const quizzes = await listQuizRows();
  if (options.json) {
    for (const row of [...rows, ...quizzes]) print(JSON.stringify(row));
    return exitCode.done;
  }
  for (const { id, week, title, points, exercises } of rows) {
    print(`${id}  week ${week}: ${title}, ${points} points, ${exercises.length} exercises`);
    for (const exercise of exercises) print(`    ${exercise}`);
  }
  for (const { id, week, title, points, questions } of quizzes) {
    print(`${id}  week ${week}: ${title}, ${points} points, ${questions.length} questions`);
  }
  return exitCode.done;
}

async function listQuizRows() {
  const quizzes = await Promise.all((await listQuizzes()).map((id) => openQuiz(id)));
  return quizzes.map(({ id, week, title, questions }) => ({
    id,
    week,
    title,
    points: sumPoints(questions.map(({ points }) => points)),
    questions: questions.map((question) => question.id),
  }));
}
