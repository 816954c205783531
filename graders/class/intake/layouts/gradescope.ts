import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { openFiles } from "../../../../assignments/storage/open-files.ts";
import type { Located, Reading, SubmissionCandidate } from "../../attempts/submission-candidate.ts";
import { type FolderItem, listFolder } from "../files/list-folder.ts";
import { locateSubmissions } from "../files/locate-submissions.ts";
import {
  type GradescopeStudent,
  type GradescopeSubmission,
  readGradescopeJson,
  readGradescopeYaml,
} from "./gradescope-metadata.ts";

/** Name of the file at the top of an export. */
const gradescopeYaml = "submission_metadata.yml";
const jsonName = "submission_metadata.json";
const largest = 256 * 2 ** 20;

/**
 * What Gradescope's metadata says about the submissions in a folder: the file at its top, or those beside the
 * submissions.
 * @returns undefined where nothing shows that the folder is from Gradescope.
 */
export async function findGradescopeMetadata(
  items: readonly FolderItem[],
): Promise<readonly GradescopeSubmission[] | undefined> {
  const yaml = items.find(({ name, kind }) => name === gradescopeYaml && kind === "file");
  if (yaml !== undefined) {
    const found = readGradescopeYaml(await readText(yaml.path));
    return found.length > 0 ? found : undefined;
  }
  const folders = items.filter(({ name, kind }) => kind === "folder" && /^submission_\d+$/.test(name));
  if (folders.length === 0 || folders.length * 2 <= items.filter(({ kind }) => kind === "folder").length)
    return undefined;
  const found = await Promise.all(folders.map(readBeside));
  const known = found.filter((one) => one !== undefined);
  // One student can put such a file into a submission; the platform puts one into each.
  return known.length * 2 > folders.length ? known : undefined;
}

async function readBeside(folder: FolderItem): Promise<GradescopeSubmission | undefined> {
  const items = await listFolder(folder.path, folder.shownPath);
  const json = items.find(({ name, kind }) => name === jsonName && kind === "file");
  return json && readGradescopeJson(await readText(join(folder.path, jsonName)), folder.name);
}

async function readText(path: string): Promise<string> {
  return openFiles(async () => ((await stat(path)).size > largest ? "" : readFile(path, "utf8")));
}

/** Reads an export of submissions from Gradescope. The submission of a group counts for each of its members. */
export async function readGradescope(
  items: readonly FolderItem[],
  submissions: readonly GradescopeSubmission[],
  reading: Reading,
): Promise<readonly SubmissionCandidate[]> {
  const byFolder = new Map(submissions.map((submission) => [submission.folder, submission]));
  const candidates: SubmissionCandidate[] = [];
  for (const item of items) {
    if (item.name === gradescopeYaml) continue;
    const submission = byFolder.get(item.name);
    if (submission === undefined || submission.submitters.length === 0) {
      const reason = `Gradescope's ${gradescopeYaml} does not say who handed this in.`;
      reading.unmatched.push({ path: item.shownPath, reason: item.kind === "unusable" ? item.reason : reason });
      continue;
    }
    for (const located of await locateSubmissions(item, reading)) {
      candidates.push(...submission.submitters.map((student) => claimOf(student, submission, located)));
    }
  }
  const present = new Set(items.map(({ name }) => name));
  for (const { folder } of submissions.filter((submission) => !present.has(submission.folder))) {
    const reason = `Gradescope's ${gradescopeYaml} lists this submission, but its folder is missing.`;
    reading.unmatched.push({ path: folder, reason });
  }
  return candidates;
}

function claimOf(student: GradescopeStudent, submission: GradescopeSubmission, located: Located): SubmissionCandidate {
  const { submittedAt: _fileTime, namedTime: _own, number, ownOrder = number, ...found } = located;
  const place = { ...found, ...(ownOrder !== undefined && { ownOrder }) };
  const id = student.sid ?? student.email ?? student.name;
  return {
    ...place,
    ...(submission.createdAt && { submittedAt: submission.createdAt }),
    ids: id === undefined ? [] : [id],
    ...(student.name !== undefined && { name: student.name }),
    ...(student.email !== undefined && { email: student.email }),
  };
}
