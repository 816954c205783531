import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { isMachineFailure } from "../../../assignments/storage/machine-failure.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import type { Reading } from "../attempts/submission-candidate.ts";
import { IntakeError } from "../attempts/workspace.ts";
import { fileKind, isArchive, isSubmission, withoutExtension } from "./files/file-kind.ts";
import { type FolderItem, listFolder } from "./files/list-folder.ts";
import { unpackArchive } from "./files/unpack-archive.ts";
import { ArchiveError, classLimits } from "./files/unpack-limits.ts";
import { readCanvasName } from "./layouts/canvas.ts";
import { readMoodleName } from "./layouts/moodle.ts";

const mostWrappers = 4;

/**
 * Opens what was handed in: lists a folder, unpacks an archive, or takes a single file as a class of one. Looks through
 * folders that only wrap another folder, as packing leaves them behind.
 * @throws {IntakeError} where nothing can be opened.
 */
export async function openSubmissions(path: string, reading: Reading): Promise<readonly FolderItem[]> {
  const failed = (error: NodeJS.ErrnoException): never => {
    if (isMachineFailure(error)) throw error;
    throw new IntakeError(
      printable(
        `Cannot read "${path}": ${error.code === "ENOENT" ? "no such file or folder" : (error.code ?? error.message)}`,
      ),
    );
  };
  const name = basename(resolve(path));
  const found = await stat(path).catch(failed);
  if (found.isDirectory()) return unwrapped(await listFolder(path, "").catch(failed), name, reading);
  if (!found.isFile()) throw new IntakeError(printable(`Cannot read "${path}": it is neither a file nor a folder`));
  if (!isArchive(name)) {
    return [{ name, path, shownPath: name, kind: "file", time: found.mtime }];
  }
  const inside = await listFolder(await unpackClass(path, reading), "");
  return unwrapped(inside, withoutExtension(name, reading.form), reading);
}

async function unpackClass(path: string, reading: Reading): Promise<string> {
  const folder = await reading.workspace.folder();
  const refusals = await unpackArchive(path, folder, classLimits).catch((error: unknown) => {
    if (!(error instanceof ArchiveError)) throw error;
    throw new IntakeError(printable(`Cannot unpack "${path}": ${error.message}`), { cause: error });
  });
  for (const refusal of refusals) {
    reading.unmatched.push({
      path: refusal.path || basename(path),
      reason: `Left out of the archive: ${refusal.reason}.`,
    });
  }
  return folder;
}

/**
 * Looks through a folder that is alone in its own, apart from files that are no submissions, unless it is a student's:
 * one with a submission.ts, or with a single file of code (if it is not named like the archive, as packing a class of one
 * would name it).
 */
async function unwrapped(
  items: readonly FolderItem[],
  name: string,
  { form }: Pick<Reading, "form">,
): Promise<readonly FolderItem[]> {
  let current = items;
  for (let i = 0; i < mostWrappers; i++) {
    const isLoose = (item: FolderItem): boolean => item.kind === "file" && fileKind(item.name, form) === "other";
    const [only, ...more] = current.filter((item) => !isLoose(item));
    if (only?.kind !== "folder" || more.length > 0 || isNamedByPlatform(only.name)) return current;
    const inside = await listFolder(only.path, only.shownPath).catch((error: unknown) => {
      if (isMachineFailure(error)) throw error;
      return undefined;
    });
    if (inside === undefined || inside.length === 0) return current;
    const hasEntry = inside.some((item) => item.name === form.entry);
    const [first, ...others] = inside.filter((item) => !isLoose(item));
    const isOneFile = others.length === 0 && isSubmission(first?.name ?? "", form);
    if (hasEntry || (isOneFile && only.name !== name)) return current;
    current = [...current.filter(isLoose), ...inside];
  }
  return current;
}

const isNamedByPlatform = (name: string): boolean =>
  readMoodleName(name) !== undefined || readCanvasName(name) !== undefined || /^submission_\d+$/.test(name);
