import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseJson } from "../../../assignments/storage/parse-json.ts";
import { readAttemptName } from "../attempts/attempt-name.ts";
import { pageFolders } from "../page-folders.ts";
import { classFile } from "../run/batch-folder.ts";
import { settingsFile } from "../run/read-batch-settings.ts";
import { EarlierReportsError } from "./earlier-reports-error.ts";
import { linesOf } from "./report-texts.ts";

/** A file of one report or more. */
export type ReportFile = {
  readonly path: string;
  /** Whose it is, where a class says so; otherwise the report does. */
  readonly student?: string;
  /** Of the attempt, where its folder has one. */
  readonly number?: number;
};

/**
 * Finds the files of earlier reports: those in the folder, those to hand out in the results of `grade` or `batch`, and the same in each
 * folder that lies in it, which is an attempt.
 * @param except Folders that are being written.
 * @throws {EarlierReportsError} where there is no such folder, or it is one that is being written.
 */
export async function* findReports(folder: string, except: readonly string[]): AsyncGenerator<ReportFile> {
  const skipped = await Promise.all(except.map(realPath));
  if (skipped.includes(await realPath(folder))) {
    throw new EarlierReportsError(folder, "the new reports go there; give one of the two another folder");
  }
  const found = await list(folder);
  yield* reportsIn(folder, found);
  if (isResults(found)) return;
  for (const { name } of found.filter((entry) => entry.isDirectory())) {
    const inner = join(folder, name);
    if (skipped.includes(await realPath(inner))) continue;
    const number = readAttemptName(name)?.number;
    for await (const file of reportsIn(inner, await list(inner)))
      yield number === undefined ? file : { ...file, number };
  }
}

const realPath = (path: string): Promise<string> => realpath(path).catch(() => path);

async function list(folder: string): Promise<Dirent[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    const why = { ENOENT: "there is no such folder", ENOTDIR: "it is not a folder" }[cause.code ?? ""];
    throw new EarlierReportsError(folder, why ?? `it cannot be read (${cause.code})`, { cause });
  });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const holds = (found: readonly Dirent[], name: string): boolean => found.some((entry) => entry.name === name);

/** Whether `grade` or `batch` wrote there. */
const isResults = (found: readonly Dirent[]): boolean =>
  holds(found, pageFolders.feedback) || holds(found, settingsFile);

async function* reportsIn(folder: string, found: readonly Dirent[]): AsyncGenerator<ReportFile> {
  if (holds(found, settingsFile)) {
    if (!holds(found, classFile)) {
      throw new EarlierReportsError(folder, "no batch has finished there; run gradecheck batch to its end first");
    }
    yield* reportsOfClass(folder);
    return;
  }
  const inner = isResults(found) ? join(folder, pageFolders.feedback) : folder;
  for (const { name } of inner === folder ? found : await list(inner)) {
    const path = join(inner, name);
    if (/\.jsonl?$/.test(name) && (await isFile(path))) yield { path };
  }
}

/** Not a pipe, which would never end. */
const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** A class is read line by line, a line for each student: names of files do not always tell whose they are. */
async function* reportsOfClass(folder: string): AsyncGenerator<ReportFile> {
  const file = join(folder, classFile);
  for await (const line of linesOf(file)) {
    if (!line.startsWith('{"student":')) continue;
    const { student, feedback } = studentIn(line.replace(/,$/, ""), file);
    if (typeof student !== "string" || typeof feedback !== "string") continue;
    const path = join(folder, pageFolders.feedback, `${basename(feedback, ".html")}.json`);
    if (await isFile(path)) yield { path, student };
  }
}

function studentIn(line: string, file: string): { readonly student?: unknown; readonly feedback?: unknown } {
  try {
    return parseJson(line) as object;
  } catch (cause) {
    throw new EarlierReportsError(file, "it is not what a batch writes", { cause });
  }
}
