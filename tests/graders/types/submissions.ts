import { Buffer } from "node:buffer";
import { findAssignment } from "../../../assignments/catalog/catalog.ts";
import { loadManifest } from "../../../assignments/catalog/load-manifest.ts";
import { typeErrors } from "../../../graders/types/type-errors.ts";
import type { TypedAssignment } from "../../../graders/types/type-room.ts";
import type { TypeErrors } from "../../../reports/report/report.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";

export const sourceBytes = 200_000;

/** What the functions of an assignment are held against. */
export async function typedAssignment(id = "w2-optimization"): Promise<TypedAssignment> {
  const directory = await findAssignment(id);
  const { exercises } = await loadManifest(directory);
  return { id, directory, exercises: exercises.map((exercise) => exercise.id) };
}

/** A submission of one file. */
export const ofText = (text: string): SubmissionFiles => ({ name: "submission.ts", bytes: Buffer.from(text) });

/** A submission that is a folder. */
export const ofFiles = (files: Readonly<Record<string, string>>): SubmissionFiles => ({
  name: "folder",
  entries: Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
});

/** What is found in submissions, of which each has some. */
export async function findIn(...submissions: readonly SubmissionFiles[]): Promise<readonly TypeErrors[]> {
  const found = await typeErrors(
    submissions.map((files) => () => files),
    await typedAssignment(),
    { sourceBytes },
  );
  return found.map((one) => one ?? { errors: [{ file: "", line: 1, column: 1, code: 0, message: "not looked at" }] });
}

/** The same in short: place, number and message of each. */
export async function linesOf(files: SubmissionFiles): Promise<readonly string[]> {
  const [found] = await findIn(files);
  return (found?.errors ?? []).map(
    ({ file, line, column, length, code, exercise, message }) =>
      `${file}:${line}:${column}+${length} ${code}${exercise === undefined ? "" : ` ${exercise}`} ${message}`,
  );
}
