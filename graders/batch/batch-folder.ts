import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { jsonText } from "../../reports/json-text.ts";
import { printable } from "../../reports/words/printable.ts";
import { pageFolders } from "../page-folders.ts";
import { unfinished, writeWhole } from "../write-whole.ts";
import { BatchError } from "./batch-error.ts";

/** What a batch was told, kept beside its results so that it can be graded again. Paths are absolute. */
export type BatchSettings = {
  readonly assignment: string;
  readonly submissions: string;
  readonly seed: number;
  readonly attempt: "last" | "best" | "first";
  readonly exercises?: readonly string[] | undefined;
  readonly roster?: string | undefined;
  readonly overrides?: string | undefined;
  /** As typed, or the path of a file. */
  readonly late?: string | undefined;
  readonly exports?: readonly string[] | undefined;
  readonly passShare?: number | undefined;
};

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

/** What the batch was told; its name tells the output folder of a batch from others. */
export const settingsFile = "batch.json";
/** The class as it was graded last, a `ClassResult`. */
export const classFile = "class.json";
/** The manifest it was graded by. */
export const manifestFile = "assignment.json";
/** Files that one may find in any folder and that are nobody's work. */
const harmless = new Set([".DS_Store", "Thumbs.db", "lost+found"]);

/**
 * Makes or takes up the output folder of a batch. What an interrupted run left half-written is removed.
 * @throws {BatchError} where it belongs to another assignment or holds other things, so that nothing of them is overwritten.
 */
export async function openBatchFolder(path: string, settings: BatchSettings): Promise<BatchFolder> {
  const folder = batchFolder(path);
  const found = await mkdir(path, { recursive: true })
    .then(() => readdir(path))
    .catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOSPC" || cause.code === "EDQUOT") throw cause;
      const why = cause.code === "EEXIST" || cause.code === "ENOTDIR" ? "there is a file of that name" : cause.code;
      throw new BatchError(printable(`Cannot write to "${path}": ${why}; give a folder`), { cause });
    });
  const before = await readBatchSettings(path);
  if (before === undefined) {
    const other = found.find((name) => !harmless.has(name) && !unfinished.test(name));
    if (other !== undefined) {
      throw new BatchError(
        printable(
          `Cannot write to "${path}": it holds "${other}" and no ${settingsFile}, so it is no batch's; give a new or empty folder`,
        ),
      );
    }
  } else if (before.assignment !== settings.assignment) {
    throw new BatchError(
      printable(
        `Cannot write to "${path}": it holds results of ${before.assignment}, not of ${settings.assignment}; give another folder`,
      ),
    );
  }
  for (const inner of [folder.results, folder.students, folder.feedback]) await mkdir(inner, { recursive: true });
  for (const inner of [path, folder.results, folder.students, folder.feedback]) await removeUnfinished(inner);
  await writeWhole(join(path, settingsFile), `${jsonText(settings, 2)}\n`);
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
 * What the batch of a folder was told.
 * @returns undefined where no batch has written there.
 * @throws {BatchError} where the file cannot be read.
 */
export async function readBatchSettings(path: string): Promise<BatchSettings | undefined> {
  const file = join(path, settingsFile);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const settings = JSON.parse(text) as BatchSettings;
    if (typeof settings.assignment === "string" && typeof settings.submissions === "string") return settings;
  } catch {
    // Said below.
  }
  throw new BatchError(
    printable(`Cannot read "${file}": it is not what a batch writes; remove it, or give another folder`),
  );
}

/**
 * Removes the files of students who are not in the class any more.
 * @param keep Names of the files that belong there.
 */
export async function removeOthers(folder: string, keep: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/\.(html|json)$/.test(name) && !keep.has(name)) await rm(join(folder, name), { recursive: true });
  }
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (unfinished.test(name)) await rm(join(folder, name), { force: true });
}
