import type { Located, Reading, SubmissionCandidate } from "../../attempts/submission-candidate.ts";
import { joinFiles } from "../../attempts/workspace.ts";
import { entryCounts, fileKind, isArchive, isSubmission, severalFiles, whyNoSubmission } from "../files/file-kind.ts";
import type { FolderItem } from "../files/list-folder.ts";
import { locateSubmissions } from "../files/locate-submissions.ts";

/** The parts of a file name that Canvas made. */
export type CanvasName = {
  /** "Last, First" in lower case and without spaces, or a group's name; "" where grading is anonymous. */
  readonly name: string;
  readonly isLate: boolean;
  /** Canvas's user id; for an anonymous user, `anon_` and a code. */
  readonly user: string;
  /** Id of the uploaded file, which grows with time; undefined for text that was typed into Canvas. */
  readonly attachment: number | undefined;
  /**
   * The student's own name for the file; Canvas adds `-1`, `-2` … if the student has handed in a file of this name
   * before.
   */
  readonly file: string;
};

const grammar = /^(?:(.*?)_)?(?:(LATE)_)?(\d+|anon_[A-Za-z0-9]+)_(?:(\d+)_(.+)|(text|link)\.html)$/su;

/**
 * Reads the name of a file in a download of all submissions: `roejane_LATE_123_4567_submission.ts`.
 * @returns undefined for a name that Canvas would not make.
 * @see canvas-lms, lib/content_zipper.rb: `get_filename`, `add_upload_submission`, `sanitize_user_name`
 */
export function readCanvasName(fileName: string): CanvasName | undefined {
  const [, name = "", late, user, attachment, file, typed] = grammar.exec(fileName) ?? [];
  if (user === undefined || name !== name.toLowerCase() || !/^[\p{L}\p{M}\p{N}\p{Pc}]*$/u.test(name)) return undefined;
  if (name === "" && !user.startsWith("anon_")) return undefined;
  return {
    name,
    isLate: late !== undefined,
    user,
    attachment: attachment === undefined ? undefined : Number(attachment),
    file: file ?? `${typed}.html`,
  };
}

/**
 * Whether file names that Canvas could each have made are consistent: a user has one name, and a file is uploaded once.
 */
export function areCanvasNames(names: readonly CanvasName[]): boolean {
  const users = new Map(names.map(({ user, name }) => [user, name]));
  const uploads = names.flatMap(({ attachment }) => attachment ?? []);
  return names.every(({ user, name }) => users.get(user) === name) && new Set(uploads).size === uploads.length;
}

type Upload = CanvasName & { readonly item: FolderItem };

/**
 * Reads a download of all submissions from Canvas. It contains the last submission of each student, whose files belong
 * together; files of one name with `-1`, `-2` … are attempts, as when several downloads were put into one folder.
 */
export async function readCanvas(
  items: readonly FolderItem[],
  reading: Reading,
): Promise<readonly SubmissionCandidate[]> {
  const byUser = new Map<string, Upload[]>();
  for (const item of items) {
    const name = readCanvasName(item.name);
    if (name === undefined || item.kind === "unusable") listOther(item, reading);
    else byUser.set(name.user, [...(byUser.get(name.user) ?? []), { ...name, item }]);
  }
  const candidates: SubmissionCandidate[] = [];
  for (const [user, uploads] of byUser) {
    const [{ name } = { name: "" }] = uploads;
    for (const { upload, ...located } of await locate(uploads, reading)) {
      // The times are those of the download, so they are left out; inside an upload, the student's own order counts.
      const { submittedAt: _download, namedTime: _own, number: ownOrder, ...found } = located;
      const place = { ...found, ...(ownOrder !== undefined && { ownOrder }) };
      const late = upload.isLate ? { markedLate: true as const } : {};
      const number = upload.attachment === undefined ? {} : { number: upload.attachment };
      candidates.push({ ...place, ...number, ...late, ids: [user], idsAreForeign: true, ...(name !== "" && { name }) });
    }
  }
  return candidates;
}

function listOther(item: FolderItem, reading: Reading): void {
  const reason = item.kind === "unusable" ? item.reason : whyNotCanvas(item, reading);
  reading.unmatched.push({ path: item.shownPath, reason });
}

function whyNotCanvas(item: FolderItem, { form }: Pick<Reading, "form">): string {
  const isOther = item.kind === "file" && fileKind(item.name, form) === "other";
  return isOther ? whyNoSubmission(item.name, form) : "Unlike the others, its name has no Canvas user id.";
}

async function locate(
  uploads: readonly Upload[],
  reading: Reading,
): Promise<readonly (Located & { readonly upload: Upload })[]> {
  const isLoose = ({ file, item }: Upload): boolean => item.kind === "file" && isSubmission(file, reading.form);
  const loose = uploads.filter(isLoose).sort((a, b) => (a.attachment ?? 0) - (b.attachment ?? 0));
  const versions = new Map<string, Upload[]>();
  for (const upload of loose) versions.set(plainName(upload), [...(versions.get(plainName(upload)) ?? []), upload]);
  const isPacked = (upload: Upload): boolean => upload.item.kind === "folder" || isArchive(upload.file);
  const packed = uploads.filter((upload) => !isLoose(upload) && isPacked(upload));
  for (const upload of uploads) {
    if (isLoose(upload) || (isPacked(upload) && loose.length === 0)) continue;
    reading.unmatched.push({ path: upload.item.shownPath, reason: whyNot(upload, isPacked(upload), reading) });
  }
  if (versions.size > 1) return joinUploads(versions, reading);
  const counted = loose.length > 0 ? loose : packed;
  const found = await Promise.all(
    counted.map(async (upload) => (await locateSubmissions(upload.item, reading)).map((one) => ({ ...one, upload }))),
  );
  return found.flat();
}

function whyNot({ attachment, file }: Upload, isPacked: boolean, { form }: Pick<Reading, "form">): string {
  if (attachment === undefined) return "It was typed into Canvas; no file was uploaded.";
  return isPacked ? `A ${form.extensions.main} file of the same student counts.` : whyNoSubmission(file, form);
}

/** Several files of one submission, put together under their original names, the newest of each name. */
async function joinUploads(
  versions: ReadonlyMap<string, readonly Upload[]>,
  reading: Reading,
): Promise<readonly (Located & { readonly upload: Upload })[]> {
  const { form } = reading;
  const newest = [...versions].flatMap(([name, uploads]) => uploads.slice(-1).map((upload) => ({ name, upload })));
  const entry = newest.find(({ name }) => name === form.entry);
  for (const upload of [...versions.values()].flatMap((uploads) => uploads.slice(0, -1))) {
    reading.unmatched.push({
      path: upload.item.shownPath,
      reason: "The same student handed in a newer file with this name.",
    });
  }
  if (entry === undefined) {
    const reason = severalFiles(form);
    for (const { upload } of newest) reading.unmatched.push({ path: upload.item.shownPath, reason });
    return [];
  }
  if (!form.isFolder) {
    const { item } = entry.upload;
    for (const { upload } of newest) {
      if (upload !== entry.upload) reading.unmatched.push({ path: upload.item.shownPath, reason: entryCounts(form) });
    }
    return [{ path: item.path, shownPath: item.shownPath, upload: entry.upload }];
  }
  const path = await joinFiles(
    newest.map(({ name, upload }) => ({ name, path: upload.item.path })),
    reading.workspace,
  );
  return [{ path, shownPath: entry.upload.item.shownPath, upload: entry.upload }];
}

/** A file name without the number that Canvas adds to a file handed in again. */
const plainName = ({ file }: CanvasName): string => file.replace(/-\d{1,3}(?=\.[^.]+$)/, "");
