import { join } from "node:path";
import { UnknownAssignmentError } from "../catalog/catalog.ts";
import { assignmentsFolder, listAssignments, listQuizzes } from "../catalog/course.ts";
import { loadQuiz } from "./load-quiz.ts";
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
