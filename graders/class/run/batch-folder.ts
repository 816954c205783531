import { mkdir, readdir, rm, rmdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { unfinished } from "../../../assignments/storage/unfinished-file.ts";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import { BatchError } from "../batch-error.ts";
import { cannotWrite, lockName } from "../output-lock.ts";
import { pageFolders } from "../page-folders.ts";
import type { BatchSettings } from "./batch-settings.ts";
import { readBatchSettings, settingsFile } from "./read-batch-settings.ts";

/** The folders of a batch's output, all of which exist. */
export type BatchFolder = {
  readonly path: string;
  /** The journal. */
  readonly results: string;
  /** Instructor's pages. */
  readonly students: string;
  /** Students' pages, to hand out. */
  readonly feedback: string;
};

/** The class as it was graded last, a `ClassResult`. */
export const classFile = "class.json";
/** What it was graded on, a `GradedWork`; of an assignment the whole manifest. */
export const manifestFile = "assignment.json";
/** Files that one may find in any folder and that are nobody's work. */
const harmless = new Set([".DS_Store", "Thumbs.db", "lost+found", lockName]);

/**
 * Makes sure that a batch may write to a folder; makes and changes nothing.
 * @throws {BatchError} where it belongs to another assignment or holds other things, so that nothing of them is overwritten.
 */
export async function requireBatchFolder(path: string, { assignment }: BatchSettings): Promise<void> {
  const found = await readdir(path).catch((cause: NodeJS.ErrnoException): string[] => {
    if (cause.code === "ENOENT") return [];
    throw cannotWrite(path, cause);
  });
  const before = await readBatchSettings(path);
  if (before === undefined) {
    const other = found.find((name) => !harmless.has(name) && !unfinished.test(name));
    if (other === undefined) return;
    const whose = `it holds "${other}" and no ${settingsFile}, so no batch made it; give a new or empty folder`;
    throw new BatchError(printable(`Cannot write to "${path}": ${whose}`));
  }
  if (before.assignment === assignment) return;
  const whose = `it holds results of ${before.assignment}, not of ${assignment}; give another folder`;
  throw new BatchError(printable(`Cannot write to "${path}": ${whose}`));
}

/**
 * Makes or takes up the output folder of a batch, which nobody else writes to. What an interrupted run left half-written is removed.
 * @throws {BatchError} as `requireBatchFolder`, and where nothing can be written there.
 */
export async function openBatchFolder(path: string, settings: BatchSettings): Promise<BatchFolder> {
  await requireBatchFolder(path, settings);
  const folder = batchFolder(path);
  try {
    // Before anything else: by this file, a run that is killed at once knows its folder again.
    await mkdir(path, { recursive: true });
    await writeWhole(join(path, settingsFile), `${jsonText(settings, 2)}\n`);
    for (const inner of [folder.results, folder.students, folder.feedback]) await mkdir(inner, { recursive: true });
    for (const inner of [path, folder.results, folder.students, folder.feedback]) await removeUnfinished(inner);
  } catch (cause) {
    throw cannotWrite(path, cause as NodeJS.ErrnoException);
  }
  return folder;
}

/** Where things lie in the output folder of a batch. */
export function batchFolder(path: string): BatchFolder {
  return {
    path,
    results: join(path, "results"),
    students: join(path, pageFolders.students),
    feedback: join(path, pageFolders.feedback),
  };
}

/**
 * Removes the files of students who are not in the class any more.
 * @param keep Names of the files that belong there.
 * @param extensions Of the files that may be removed, with their dots.
 */
export async function removeOthers(
  folder: string,
  keep: ReadonlySet<string>,
  extensions: readonly string[],
): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (extensions.includes(extname(name)) && !keep.has(name)) await rm(join(folder, name), { recursive: true });
  }
}

/** Removes a folder of files for each student that is not asked for any more. What is somebody's own stays. */
export async function removeFolderOf(folder: string, extension: string): Promise<void> {
  await removeOthers(folder, new Set(), [`.${extension}`]);
  // It stays where something else lies in it, and need not be there at all.
  await rmdir(folder).catch(() => undefined);
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (unfinished.test(name)) await rm(join(folder, name), { force: true });
}
