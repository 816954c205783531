import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClassResult } from "../../reports/class/class-result.ts";
import { renderSimilarity } from "../../reports/similarity/render-similarity.ts";
import type { HandIn } from "../intake/hand-in.ts";
import { type ComparedSubmission, findSimilar } from "../similarity/find-similar.ts";
import { writeWhole } from "../write-whole.ts";
import type { BatchFolder } from "./batch-folder.ts";
import { readSubmission } from "./stage-submission.ts";

/** Relative to the output folder. */
export const similarityPage = "similarity.html";

const source = /\.[cm]?[jt]s$/;

/** Compares what the students of a class handed in, the attempts that count, and writes `similarity.html`. */
export async function writeSimilarity(
  { path }: BatchFolder,
  { assignment, assignmentTitle, students }: ClassResult,
  handIns: readonly HandIn[],
): Promise<void> {
  const counting = new Map(students.map(({ student, attempt }) => [student, attempt]));
  const submissions: ComparedSubmission[] = [];
  for (const { student, attempt, path: handedIn } of handIns) {
    if (counting.get(student) !== attempt) continue;
    const files = await sourcesOf(handedIn);
    if (files.size > 0) submissions.push({ student, files });
  }
  const starter = new URL(`../../assignments/${assignment}/starter.ts`, import.meta.url);
  const similarity = await findSimilar(submissions, await readFile(starter, "utf8"));
  await writeWhole(join(path, similarityPage), renderSimilarity(similarity, { assignmentTitle }));
}

async function sourcesOf(path: string): Promise<ReadonlyMap<string, string>> {
  const { entries } = (await readSubmission(path)) ?? { entries: [] };
  const texts = entries.flatMap((entry): [string, string][] =>
    entry.kind === "file" && source.test(entry.path) ? [[entry.path, new TextDecoder().decode(entry.bytes)]] : [],
  );
  return new Map(texts);
}
