import type { Reading, SubmissionCandidate } from "../../attempts/submission-candidate.ts";
import { joinFiles } from "../../attempts/workspace.ts";
import { entryCounts, fileKind, isArchive, isSubmission, severalFiles, whyNoSubmission } from "../files/file-kind.ts";
import type { FolderItem } from "../files/list-folder.ts";
import { locateSubmissions } from "../files/locate-submissions.ts";

/** The parts of a file or folder name that Moodle made. */
export type MoodleName = {
  /** Full name; "Participant" where grading is blind; or a group's name. */
  readonly name: string;
  /** Number of the participant (or group); undefined for students without a group. */
  readonly number: string | undefined;
  /** Kind of submission: `file`, `onlinetext`. */
  readonly plugin: string;
  /** Name of the file, where a download does not have a folder for each student. */
  readonly file: string | undefined;
};

const grammar = /^(.*?)(?:_(\d+))?_assignsubmission_([a-z]+)(?:_(.*))?$/su;

/**
 * Reads a name in a download of all submissions: the folder `Jane Roe_123456_assignsubmission_file_` (newer versions
 * without the last underscore), or the file `Jane Roe_123456_assignsubmission_file_submission.ts`.
 * @returns undefined for a name that Moodle would not make.
 * @see moodle, mod/assign/classes/downloader.php: `get_student_prefix`, `load_submissionplugin_filelist`
 */
export function readMoodleName(itemName: string): MoodleName | undefined {
  const [, name, number, plugin, file] = grammar.exec(itemName) ?? [];
  if (name === undefined || name === "" || plugin === undefined) return undefined;
  return { name, number, plugin, file: file === "" ? undefined : file };
}

/** Whether a name can be read as two different students', because one chose such a name or named a file so. */
const isAmbiguous = (itemName: string): boolean => itemName.split(/_assignsubmission_[a-z]+/u).length > 2;

/** Reads a download of all submissions from Moodle, with or without a folder for each student. */
export async function readMoodle(
  items: readonly FolderItem[],
  reading: Reading,
): Promise<readonly SubmissionCandidate[]> {
  const candidates: SubmissionCandidate[] = [];
  const loose = new Map<string, { readonly name: MoodleName; readonly item: FolderItem }[]>();
  for (const item of items) {
    const name = readMoodleName(item.name);
    if (name === undefined || item.kind === "unusable" || name.plugin !== "file" || isAmbiguous(item.name)) {
      reading.unmatched.push({ path: item.shownPath, reason: whyNot(item, name, reading) });
    } else if (item.kind === "folder") {
      for (const located of await locateSubmissions(item, reading)) candidates.push(claimOf(name, located));
    } else {
      const key = `${name.name}_${name.number ?? ""}`;
      loose.set(key, [...(loose.get(key) ?? []), { name, item }]);
    }
  }
  for (const files of loose.values()) candidates.push(...(await readLoose(files, reading)));
  return candidates;
}

function whyNot(item: FolderItem, name: MoodleName | undefined, { form }: Pick<Reading, "form">): string {
  if (item.kind === "unusable") return item.reason;
  if (name?.plugin === "onlinetext") return "It was typed into Moodle; no file was uploaded.";
  if (name !== undefined && isAmbiguous(item.name)) {
    return "Its name contains Moodle's suffix twice; it is unclear which student it is from.";
  }
  if (name !== undefined) return "It is not an uploaded file.";
  const isOther = item.kind === "file" && fileKind(item.name, form) === "other";
  return isOther ? whyNoSubmission(item.name, form) : "Unlike the others, its name has no Moodle participant.";
}

/** The files of one student in a download without folders. */
async function readLoose(
  files: readonly { readonly name: MoodleName; readonly item: FolderItem }[],
  reading: Reading,
): Promise<readonly SubmissionCandidate[]> {
  const { form } = reading;
  const own = files.filter(({ name }) => isSubmission(name.file ?? "", form));
  const entry = own.find(({ name }) => name.file === form.entry);
  if (entry !== undefined && own.length > 1 && !form.isFolder) {
    for (const { item } of files) {
      if (item !== entry.item) reading.unmatched.push({ path: item.shownPath, reason: entryCounts(form) });
    }
    return [claimOf(entry.name, { path: entry.item.path, shownPath: entry.item.shownPath })];
  }
  if (entry !== undefined && own.length > 1) {
    const path = await joinFiles(
      own.map(({ name, item }) => ({ name: name.file ?? item.name, path: item.path })),
      reading.workspace,
    );
    return [claimOf(entry.name, { path, shownPath: entry.item.shownPath })];
  }
  const several = own.length > 1;
  const candidates: SubmissionCandidate[] = [];
  for (const { name, item } of files) {
    if (several && fileKind(name.file ?? "", form) !== "other") {
      reading.unmatched.push({ path: item.shownPath, reason: severalFiles(form) });
    } else if (isArchive(name.file ?? "") && own.length === 1) {
      const reason = `A ${form.extensions.main} file of the same student counts.`;
      reading.unmatched.push({ path: item.shownPath, reason });
    } else {
      for (const located of await locateSubmissions(item, reading)) candidates.push(claimOf(name, located));
    }
  }
  return candidates;
}

/** The times are those of the download and are left out; inside a student's folder, the student's own order is kept. */
function claimOf(
  { name, number }: MoodleName,
  {
    path,
    shownPath,
    number: order,
    ownOrder = order,
  }: Pick<SubmissionCandidate, "path" | "shownPath" | "number" | "ownOrder">,
): SubmissionCandidate {
  return {
    path,
    shownPath,
    ...(ownOrder !== undefined && { ownOrder }),
    ids: number === undefined ? [name] : [number, `Participant ${number}`],
    idsAreForeign: true,
    ...(name !== "Participant" && { name }),
  };
}
