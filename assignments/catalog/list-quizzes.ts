import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of gradecheck's own assignments and quizzes. */
export const ownQuizzes = fileURLToPath(new URL("../", import.meta.url));

/**
 * The ids of all quizzes, sorted: the folders that hold a `quiz.json`.
 * @param root Folder of the quizzes' folders; by default gradecheck's own.
 */
export async function listQuizzes(root = ownQuizzes): Promise<string[]> {
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const holds = await Promise.all(
    folders.map(async ({ name }) => (await readdir(join(root, name))).includes("quiz.json")),
  );
  return folders
    .filter((_, i) => holds[i])
    .map(({ name }) => name)
    .sort();
}
