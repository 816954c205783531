import { splitAttemptSuffix } from "../../attempts/attempt-name.ts";
import type { Located, Reading, SubmissionCandidate } from "../../attempts/submission-candidate.ts";
import { fileKind, withoutExtension } from "../files/file-kind.ts";
import type { FolderItem } from "../files/list-folder.ts";
import { locateSubmissions } from "../files/locate-submissions.ts";
import { areCanvasNames, readCanvasName } from "./canvas.ts";
import { findGradescopeMetadata } from "./gradescope.ts";
import type { GradescopeSubmission } from "./gradescope-metadata.ts";
import { readMoodleName } from "./moodle.ts";

/** How submissions are laid out. */
export type Layout =
  | { readonly name: "files" | "folders" | "canvas" | "moodle" }
  | { readonly name: "gradescope"; readonly submissions: readonly GradescopeSubmission[] };

/**
 * Recognises the layout of a folder. It is a learning platform's if the platform could have named more than half of the
 * gradable files and folders (and, for Canvas, if these names are consistent), so that a single look-alike name changes
 * nothing.
 */
export async function recogniseLayout(items: readonly FolderItem[], { form }: Pick<Reading, "form">): Promise<Layout> {
  const submissions = await findGradescopeMetadata(items);
  if (submissions !== undefined) return { name: "gradescope", submissions };
  const gradable = items.filter(({ name, kind }) => kind === "folder" || fileKind(name, form) !== "other");
  if (isMost(gradable, ({ name }) => readMoodleName(name) !== undefined)) return { name: "moodle" };
  const canvas = items.flatMap(({ name }) => readCanvasName(name) ?? []);
  if (isMost(gradable, ({ name }) => readCanvasName(name) !== undefined) && areCanvasNames(canvas)) {
    return { name: "canvas" };
  }
  return { name: isMost(gradable, ({ kind }) => kind === "folder") ? "folders" : "files" };
}

function isMost(items: readonly FolderItem[], is: (item: FolderItem) => boolean): boolean {
  return items.filter(is).length * 2 > items.length;
}

/**
 * Reads a folder whose files and folders are named after the students, as a person or a script would lay it out. An
 * attempt has its number at the end (`alice-2.ts`, `alice-attempt-2.ts`) or a folder of its own
 * (`alice/2/submission.ts`).
 */
export async function readPlain(
  items: readonly FolderItem[],
  reading: Reading,
): Promise<readonly SubmissionCandidate[]> {
  const found: { readonly item: FolderItem; readonly located: readonly Located[] }[] = [];
  const { form } = reading;
  const stemOf = (item: FolderItem): string => withoutExtension(item.name, form);
  const main = new Set(items.filter((item) => fileKind(item.name, form) === "main").map(stemOf));
  for (const item of items) {
    if (item.kind === "file" && fileKind(item.name, form) === "spare" && main.has(stemOf(item))) {
      const reason = `There is a ${form.extensions.main} file of the same name, which counts.`;
      reading.unmatched.push({ path: item.shownPath, reason });
      continue;
    }
    found.push({ item, located: await locateSubmissions(item, reading) });
  }
  const believesNames = areNamedByTime(found);
  return found.flatMap(({ item, located }) => {
    const id = item.kind === "folder" ? item.name : stemOf(item);
    const suffixed = splitAttemptSuffix(id);
    return located.map(({ namedTime, ...one }): SubmissionCandidate => {
      const time = believesNames && namedTime !== undefined ? { submittedAt: namedTime } : {};
      return { ...one, ...time, ids: [id], name: id, ...(suffixed && { suffixed }) };
    });
  });
}

/**
 * Whether the person who laid out the class made the folders that are named by a time (`alice/2026-03-01T18-30-00Z/`):
 * then most students have them. If only one student has them, that student may have made them, and they only order
 * attempts.
 */
function areNamedByTime(
  found: readonly { readonly item: FolderItem; readonly located: readonly Located[] }[],
): boolean {
  const students = found.filter(({ located }) => located.length > 0);
  const named = students.filter(({ located }) => located.every(({ namedTime }) => namedTime !== undefined));
  return named.length > 1 && named.length * 2 > students.length;
}
