import type { ManifestProblem } from "../storage/manifest-error.ts";
import { choicesOf } from "./choices-of.ts";
import type { Quiz } from "./quiz.ts";

/**
 * What is wrong with a quiz that follows its schema, in what JSON Schema cannot express.
 * @param folder Name of the quiz's folder.
 * @returns Problems in the order of the file; empty for a good quiz.
 */
export function findQuizProblems(quiz: Quiz, folder: string): ManifestProblem[] {
  const problems: ManifestProblem[] = [];
  if (quiz.id !== folder) {
    problems.push({ path: "id", value: quiz.id, rule: `must be the folder's name "${folder}"` });
  }
  problems.push(
    ...findRepeated(
      "questions",
      quiz.questions.map(({ id }) => id),
    ),
  );
  for (const [i, question] of quiz.questions.entries()) {
    const path = `questions[${i}].choices`;
    const ids = choicesOf(question).map(({ id }) => id);
    problems.push(...findRepeated(path, ids));
  }
  return problems;
}

function findRepeated(path: string, ids: readonly string[]): ManifestProblem[] {
  return ids.flatMap((id, i) => {
    const first = ids.indexOf(id);
    return first === i ? [] : [{ path: `${path}[${i}].id`, value: id, rule: `must differ from ${path}[${first}].id` }];
  });
}
