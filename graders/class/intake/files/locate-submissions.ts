import { lstat, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { isMachineFailure } from "../../../../assignments/storage/machine-failure.ts";
import { openFiles } from "../../../../assignments/storage/open-files.ts";
import { knownTime } from "../../attempts/read-instant.ts";
import type { Located, Reading } from "../../attempts/submission-candidate.ts";
import { fileKind, isArchive, isIgnored, isSubmission, whyNoSubmission } from "./file-kind.ts";
import { type FolderItem, lookAt, unreadable } from "./list-folder.ts";
import { type Picked, pickSubmissions } from "./pick-submission.ts";
import { unpackArchive } from "./unpack-archive.ts";
import { ArchiveError, studentLimits } from "./unpack-limits.ts";

const deepest = 16;
const mostFiles = 20_000;

/**
 * The submissions in what one student handed in: a file, a folder, or an archive (which is unpacked, one level deep).
 * What cannot be used is added to `reading.unmatched`.
 */
export async function locateSubmissions(item: FolderItem, reading: Reading): Promise<readonly Located[]> {
  try {
    return await locate(item, reading);
  } catch (error) {
    const { code, path = "" } = error as NodeJS.ErrnoException;
    // Someone is changing the class while it is read; all other submissions can be graded.
    if (code !== "ENOENT" || !path.startsWith(item.path)) throw error;
    return refuse(item.shownPath, "It was removed while it was being read.", reading);
  }
}

async function locate(item: FolderItem, reading: Reading): Promise<readonly Located[]> {
  if (item.kind === "unusable") return refuse(item.shownPath, item.reason, reading);
  if (item.kind === "folder") return locateInFolder(item.path, item.shownPath, reading, { isOnDisk: true });
  switch (fileKind(item.name, reading.form)) {
    case "main":
    case "spare":
      return [{ path: item.path, shownPath: item.shownPath, ...(item.time && { submittedAt: item.time }) }];
    case "archive":
      return locateInArchive(item, reading);
    default:
      return refuse(item.shownPath, whyNoSubmission(item.name, reading.form), reading);
  }
}

/** Everything in it was handed in with the archive, whatever times the student has packed, in entries or in names. */
async function locateInArchive(
  { path, shownPath, time }: Pick<FolderItem, "path" | "shownPath"> & { readonly time: Date | undefined },
  reading: Reading,
): Promise<readonly Located[]> {
  const folder = await reading.workspace.folder();
  try {
    for (const refusal of await unpackArchive(path, folder, studentLimits)) {
      const shown = refusal.path === "" ? shownPath : `${shownPath}/${refusal.path}`;
      reading.unmatched.push({ path: shown, reason: `Left out of the archive: ${refusal.reason}.` });
    }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return refuse(shownPath, `The archive cannot be unpacked: ${error.message}.`, reading);
  }
  const found = await locateInFolder(folder, shownPath, reading, { isOnDisk: false });
  return found.map(({ path: place, shownPath: shown, number }) => ({
    path: place,
    shownPath: shown,
    ...(time && { submittedAt: time }),
    ...(number !== undefined && { ownOrder: number }),
  }));
}

async function locateInFolder(
  path: string,
  shownPath: string,
  reading: Reading,
  options: {
    /** Times and archives count as they were handed in; those that a student has packed do not. */
    readonly isOnDisk: boolean;
  },
): Promise<readonly Located[]> {
  const files = await filesBelow(path, shownPath, reading);
  if (files.length > mostFiles) return refuse(shownPath, `The folder has more than ${mostFiles} files.`, reading);
  const picked = pickSubmissions(files, reading);
  if (!("reason" in picked)) {
    if (!options.isOnDisk) return picked.map((one) => placeOf(path, shownPath, one));
    return Promise.all(picked.map((one) => located(path, shownPath, one, reading)));
  }
  const archives = files.filter(isArchive);
  const hasLoose = files.some((file) => isSubmission(basename(file), reading.form));
  const [archive] = archives;
  if (options.isOnDisk && !hasLoose && archive !== undefined && archives.length === 1) {
    const item = await lookAt({
      name: basename(archive),
      path: join(path, archive),
      shownPath: `${shownPath}/${archive}`,
    });
    if (item.kind === "unusable") return refuse(item.shownPath, item.reason, reading);
    if (item.kind === "file") return locateInArchive(item, reading);
  }
  return refuse(shownPath, picked.reason, reading);
}

const placeOf = (folder: string, shownFolder: string, { path, number }: Picked): Located => ({
  path: path === "" ? folder : join(folder, path),
  shownPath: path === "" ? shownFolder : `${shownFolder}/${path}`,
  ...(number !== undefined && { number }),
});

async function located(
  folder: string,
  shownFolder: string,
  picked: Picked,
  { form }: Pick<Reading, "form">,
): Promise<Located> {
  const place = placeOf(folder, shownFolder, picked);
  const { path } = place;
  const found = await lstat(path).catch(gone);
  const entry = found?.isDirectory() ? await lstat(join(path, form.entry)).catch(gone) : found;
  const submittedAt = knownTime(entry?.mtime);
  return {
    ...place,
    ...(submittedAt && { submittedAt }),
    ...(picked.time && { namedTime: picked.time }),
  };
}

function gone(error: unknown): undefined {
  if (isMachineFailure(error)) throw error;
}

/** Paths of everything but folders, with forward slashes; links are not followed. */
async function filesBelow(root: string, shownRoot: string, reading: Reading): Promise<readonly string[]> {
  const files: string[] = [];
  const visit = async (folder: string, depth: number): Promise<void> => {
    const path = join(root, folder);
    const entries = await openFiles(() => readdir(path, { withFileTypes: true })).catch((error: unknown) => {
      refuse(folder === "" ? shownRoot : `${shownRoot}/${folder}`, unreadable(error), reading);
      return [];
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (isIgnored(entry.name) || files.length > mostFiles) continue;
      if (!entry.isDirectory()) files.push(inside);
      else if (depth < deepest) await visit(inside, depth + 1);
    }
  };
  await visit("", 1);
  return files;
}

function refuse(path: string, reason: string, reading: Reading): readonly Located[] {
  reading.unmatched.push({ path, reason });
  return [];
}
