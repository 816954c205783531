import { basename, join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { loadJson, schemaSettings } from "../storage/load-json.ts";
import { ManifestError } from "../storage/manifest-error.ts";
import { findQuizProblems } from "./find-quiz-problems.ts";
import schema from "./quiz.schema.json" with { type: "json" };
import type { Quiz } from "./quiz.ts";

let validate: ValidateFunction<Quiz> | undefined;

/**
 * Reads and checks the questions of a quiz.
 * @param directory The quiz's folder, named like the quiz.
 * @throws ManifestError listing everything that is wrong, also where the file cannot be read or is not JSON.
 */
export async function loadQuiz(directory: string): Promise<Quiz> {
  const file = join(directory, "quiz.json");
  const id = basename(directory);
  validate ??= new Ajv(schemaSettings).compile<Quiz>(schema);
  const quiz = await loadJson(file, id, validate);
  const problems = findQuizProblems(quiz, id);
  if (problems.length > 0) throw new ManifestError(file, id, problems);
  return quiz;
}
