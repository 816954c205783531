import { splitAttemptSuffix } from "../attempts/attempt-name.ts";
import type { Located, Reading, SubmissionCandidate } from "../attempts/submission-candidate.ts";
import { fileKind, withoutExtension } from "./files/file-kind.ts";
import type { FolderItem } from "./files/list-folder.ts";
import { locateSubmissions } from "./files/locate-submissions.ts";

/**
 * Reads a folder whose files and folders are called like the students, as a person or a script would lay it out. An attempt has its
 * number at the end (`alice-2.ts`, `alice-attempt-2.ts`) or a folder of its own (`alice/2/submission.ts`).
 */
export async function readPlain(
  items: readonly FolderItem[],
  reading: Reading,
): Promise<readonly SubmissionCandidate[]> {
  const found: { readonly item: FolderItem; readonly located: readonly Located[] }[] = [];
  const sources = new Set(items.filter((item) => fileKind(item.name) === "typescript").map(stemOf));
  for (const item of items) {
    if (item.kind === "file" && fileKind(item.name) === "javascript" && sources.has(stemOf(item))) {
      reading.unmatched.push({ path: item.shownPath, reason: "There is a .ts file of the same name, which counts." });
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
 * Whether folders called by a time (`alice/2026-03-01T18-30-00Z/`) are the work of who laid out the class: most students then have
 * them. In the folder of one student alone the student may have made them, and they order attempts only.
 */
function areNamedByTime(
  found: readonly { readonly item: FolderItem; readonly located: readonly Located[] }[],
): boolean {
  const students = found.filter(({ located }) => located.length > 0);
  const named = students.filter(({ located }) => located.every(({ namedTime }) => namedTime !== undefined));
  return named.length > 1 && named.length * 2 > students.length;
}

const stemOf = (item: FolderItem): string => withoutExtension(item.name);
