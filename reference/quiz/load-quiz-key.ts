import { createHash } from "node:crypto";
import { join } from "node:path";
import { referenceFolder } from "../../assignments/catalog/course.ts";
import type { Quiz } from "../../assignments/quiz/quiz.ts";
import { loadJson } from "../../assignments/storage/load-json.ts";
import { findKeyProblems } from "./find-key-problems.ts";
import schema from "./quiz-key.schema.json" with { type: "json" };
import type { QuizKey } from "./quiz-key.ts";

/** The key of a quiz, and what names this state of questions and key. */
export type LoadedKey = {
  readonly key: QuizKey;
  /** The quiz's version, a plus sign, and the first 12 digits of SHA-256 over questions and key. */
  readonly version: string;
};

/**
 * Reads and checks the key of a quiz.
 * @param file By default the course's, `reference/<quiz>/key.json`.
 * @throws ManifestError listing everything that is wrong, also where the file cannot be read or is not JSON.
 */
export async function loadQuizKey(quiz: Quiz, file = ownKey(quiz)): Promise<LoadedKey> {
  const findProblems = (found: QuizKey) => findKeyProblems(found, quiz);
  const key = await loadJson(file, quiz.id, { schema, findProblems });
  const digest = createHash("sha256")
    .update(JSON.stringify([quiz, key]))
    .digest("hex");
  return { key, version: `${quiz.version}+${digest.slice(0, 12)}` };
}

const ownKey = ({ id }: Quiz): string => join(referenceFolder(id), "key.json");
