import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { assignmentsFolder } from "./course.ts";

/**
 * The ids of all quizzes, sorted: the folders that hold a `quiz.json`.
 * @param root Folder of the quizzes' folders; by default the course's.
 */
export async function listQuizzes(root = assignmentsFolder()): Promise<string[]> {
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const holds = await Promise.all(
    folders.map(async ({ name }) => (await readdir(join(root, name))).includes("quiz.json")),
  );
  return folders
    .filter((_, i) => holds[i])
    .map(({ name }) => name)
    .sort();
}
