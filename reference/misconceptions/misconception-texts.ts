import { existsSync } from "node:fs";
import { join } from "node:path";
import { referenceFolder } from "../../assignments/catalog/course.ts";
import { loadJson } from "../../assignments/storage/load-json.ts";
import type { Misconception } from "./misconception.ts";

/** What is said of misconceptions, by their ids. */
export type MisconceptionTexts = Readonly<Record<string, Pick<Misconception, "name" | "explanation">>>;

const text = { type: "string", minLength: 1 } as const;
const schema = {
  type: "object",
  additionalProperties: {
    type: "object",
    additionalProperties: false,
    required: ["name", "explanation"],
    properties: { name: text, explanation: text },
  },
} as const;

/**
 * What an assignment says of its misconceptions in another language, from `misconceptions.<language>.json` beside them. It is as secret
 * as they are: it lies with what is right, of which students are given nothing.
 * @returns None where there is no such file.
 * @throws ManifestError where the file is not what it should be.
 */
export async function misconceptionTexts(assignment: string, language: string): Promise<MisconceptionTexts> {
  const file = join(referenceFolder(assignment), `misconceptions.${language}.json`);
  return existsSync(file) ? loadJson<MisconceptionTexts>(file, assignment, { schema, findProblems: () => [] }) : {};
}
