import { basename, join } from "node:path";
import { UnknownAssignmentError } from "../catalog/catalog.ts";
import { assignmentsFolder, listAssignments, listQuizzes } from "../catalog/course.ts";
import type { JsonProblem } from "../storage/json-problem.ts";
import { loadJson } from "../storage/load-json.ts";
import { choicesOf } from "./choices.ts";
import schema from "./quiz.schema.json" with { type: "json" };
import type { Quiz } from "./quiz.ts";

/**
 * Loads the questions of a quiz.
 * @param root Folder of the quizzes' folders; by default the course's.
 * @throws UnknownAssignmentError where there is none of that name; RangeError where it is the name of an assignment.
 * @throws ManifestError where its `quiz.json` cannot be used.
 */
export async function openQuiz(id: string, root = assignmentsFolder()): Promise<Quiz> {
  const [quizzes, assignments] = await Promise.all([listQuizzes(root), listAssignments(root)]);
  if (quizzes.includes(id)) return loadQuiz(join(root, id));
  if (!assignments.includes(id)) throw new UnknownAssignmentError(id, [...assignments, ...quizzes].sort());
  throw new RangeError(`Cannot open quiz "${id}": it is an assignment; the quizzes are: ${quizzes.join(", ")}`);
}

/**
 * Reads and checks the questions of a quiz.
 * @param directory The quiz's folder, named like the quiz.
 * @throws ManifestError listing everything that is wrong, also where the file cannot be read or is not JSON.
 */
export async function loadQuiz(directory: string): Promise<Quiz> {
  const id = basename(directory);
  const findProblems = (quiz: Quiz): JsonProblem[] => findQuizProblems(quiz, id);
  return loadJson(join(directory, "quiz.json"), id, { schema, findProblems });
}

/**
 * What is wrong with a quiz that follows its schema, in what JSON Schema cannot express.
 * @param folder Name of the quiz's folder.
 * @returns Problems in the order of the file; empty for a good quiz.
 */
function findQuizProblems(quiz: Quiz, folder: string): JsonProblem[] {
  const problems: JsonProblem[] = [];
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

function findRepeated(path: string, ids: readonly string[]): JsonProblem[] {
  return ids.flatMap((id, i) => {
    const first = ids.indexOf(id);
    return first === i ? [] : [{ path: `${path}[${i}].id`, value: id, rule: `must differ from ${path}[${first}].id` }];
  });
}
