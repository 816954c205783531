import { splitAttemptSuffix } from "./attempt-name.ts";
import type { Claim, Reading } from "./claim.ts";
import { fileKind, withoutExtension } from "./file-kind.ts";
import type { FolderItem } from "./list-folder.ts";
import { locateSubmissions } from "./locate-submissions.ts";

/**
 * Reads a folder whose files and folders are called like the students, as a person or a script would lay it out. An attempt has its
 * number at the end (`alice-2.ts`, `alice-attempt-2.ts`) or a folder of its own (`alice/2/submission.ts`).
 */
export async function readPlain(items: readonly FolderItem[], reading: Reading): Promise<readonly Claim[]> {
  const sources = new Set(items.filter((item) => fileKind(item.name) === "typescript").map(stemOf));
  const claims: Claim[] = [];
  for (const item of items) {
    if (item.kind === "file" && fileKind(item.name) === "javascript" && sources.has(stemOf(item))) {
      reading.unmatched.push({ path: item.shownPath, reason: "There is a .ts file of the same name, which counts." });
      continue;
    }
    const id = item.kind === "folder" ? item.name : stemOf(item);
    const suffixed = splitAttemptSuffix(id);
    for (const located of await locateSubmissions(item, reading)) {
      claims.push({ ...located, ids: [id], name: id, ...(suffixed && { suffixed }) });
    }
  }
  return claims;
}

const stemOf = (item: FolderItem): string => withoutExtension(item.name);
