import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { assignmentsFolder } from "../../../assignments/catalog/course.ts";
import type { Manifest } from "../../../assignments/catalog/manifest.ts";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import type { ClassResult } from "../../../reports/report/class-result.ts";
import { renderSimilarity } from "../../../reports/similarity/render-similarity.ts";
import type { NotCompared } from "../../../reports/similarity/similarity.ts";
import { isSource } from "../../../sandbox/bundle/open-submission.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import type { SubmissionAttempt } from "../attempts/submission-attempt.ts";
import { type ComparedSubmission, findSimilar } from "../similarity/find-similar.ts";
import type { BatchFolder } from "./batch-folder.ts";

/** Relative to the output folder. */
export const similarityPage = "similarity.html";

/**
 * Compares what the students of a class handed in, the attempts that count, and writes `similarity.html`. A submission that cannot be
 * compared is listed there with the reason.
 */
export async function writeSimilarity(
  { path }: BatchFolder,
  { assignment, assignmentTitle, students }: Pick<ClassResult, "assignment" | "assignmentTitle" | "students">,
  attempts: readonly SubmissionAttempt[],
  limits: Pick<Manifest["limits"], "sourceBytes">,
): Promise<void> {
  const counting = new Map(students.map(({ student, attempt }) => [student, attempt]));
  const submissions: ComparedSubmission[] = [];
  const notCompared: NotCompared[] = [];
  for (const { student, attempt, path: handedIn } of attempts) {
    if (counting.get(student) !== attempt) continue;
    const files = await sourcesOf(handedIn, limits.sourceBytes);
    if (typeof files === "string") notCompared.push({ student, why: files });
    else submissions.push({ student, files });
  }
  const starter = await readFile(join(assignmentsFolder(), assignment, "starter.ts"), "utf8");
  const found = await findSimilar(submissions, starter);
  const similarity = { ...found, notCompared: [...notCompared, ...found.notCompared] };
  await writeWhole(join(path, similarityPage), renderSimilarity(similarity, { assignmentTitle }));
}

/** Source text by path; or why there is none to compare. The limit is that of grading. */
async function sourcesOf(
  path: string,
  limitBytes: number,
): Promise<ReadonlyMap<string, string> | "unreadable" | "no-source" | "too-large"> {
  const read = await readSubmission(path);
  if ("unread" in read) return "unreadable";
  const all = "bytes" in read ? [{ path: read.name, bytes: read.bytes }] : read.entries;
  const files = all.flatMap((entry) => ("bytes" in entry && isSource(entry.path) ? [entry] : []));
  if (files.length === 0) return "no-source";
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > limitBytes) return "too-large";
  return new Map(files.map((file) => [file.path, new TextDecoder().decode(file.bytes)]));
}
