import { type AttemptName, readAttemptName } from "../../attempts/attempt-name.ts";
import { fileKind } from "./file-kind.ts";

/** A submission in a folder: `path` relative to it, forward slashes, "" for the folder itself. */
export type Picked = { readonly path: string } & Partial<AttemptName>;

const entry = "submission.ts";

/**
 * Finds the submission in one student's folder. In this order: the folder itself if it has a `submission.ts`; what is
 * named after the assignment; attempts in folders of their own (`1/`, `2/`, `2025-03-01T18-30-00/`); the only nested
 * folder with a `submission.ts`; the only `.ts` file; the only `.js` file.
 * @param files Paths of the files in the folder, with forward slashes.
 * @returns One submission, or one for each attempt; or a sentence that says why there is none.
 */
export function pickSubmissions(
  files: readonly string[],
  assignment: string,
): readonly Picked[] | { readonly reason: string } {
  const attempts = pickAttempts(files, assignment);
  if (attempts !== undefined) return attempts;
  const one = pickOne(files, assignment);
  return typeof one === "string" ? [{ path: one }] : one;
}

type NoSubmission = { readonly reason: string };

function pickOne(files: readonly string[], assignment: string): string | NoSubmission {
  if (files.includes(entry)) return "";
  const named = pickNamed(files, assignment);
  if (named !== undefined) return named;
  const folders = files.filter((file) => file.endsWith(`/${entry}`)).map((file) => file.slice(0, -entry.length - 1));
  const all = new Set(folders);
  // A folder inside another attempt's folder is part of that attempt.
  const outer = folders.filter((folder) => !foldersAbove(folder).some((other) => all.has(other)));
  const [folder] = outer;
  if (folder !== undefined) return outer.length === 1 ? folder : several(outer.length, entry);
  for (const kind of ["typescript", "javascript"] as const) {
    const found = files.filter((file) => fileKind(file.slice(file.lastIndexOf("/") + 1)) === kind);
    const [file] = found;
    if (file !== undefined)
      return found.length === 1 ? file : several(found.length, kind === "typescript" ? ".ts" : ".js");
  }
  return { reason: "The folder has no submission.ts and no other .ts file." };
}

function several(count: number, what: string): NoSubmission {
  return {
    reason:
      what === entry
        ? `The folder has ${count} files called ${entry}; it is unclear which one counts.`
        : `The folder has ${count} ${what} files and none is called ${entry}; it is unclear which one counts.`,
  };
}

/** A file, or a folder with a submission, that is named after the assignment, at the top of the folder. */
function pickNamed(files: readonly string[], assignment: string): string | undefined {
  const wanted = assignment.toLowerCase();
  const file = files.find((path) => [`${wanted}.ts`, `${wanted}.js`].includes(path.toLowerCase()));
  if (file !== undefined) return file;
  const folder = files.find((path) => path.toLowerCase().startsWith(`${wanted}/`))?.slice(0, wanted.length);
  if (folder === undefined) return undefined;
  const inside = pickOne(below(files, folder), assignment);
  return typeof inside === "string" ? joined(folder, inside) : undefined;
}

function pickAttempts(files: readonly string[], assignment: string): readonly Picked[] | undefined {
  const picked: Picked[] = [];
  for (const [folder, inFolder] of Map.groupBy(files, topFolder)) {
    if (!inFolder.some(isCode)) continue;
    const attempt = readAttemptName(folder);
    const inside = attempt && pickOne(below(inFolder, folder), assignment);
    if (typeof inside !== "string") return undefined;
    picked.push({ path: joined(folder, inside), ...attempt });
  }
  return picked.length > 0 ? picked : undefined;
}

const isCode = (file: string): boolean => ["typescript", "javascript"].includes(fileKind(file));
const topFolder = (file: string): string => (file.includes("/") ? file.slice(0, file.indexOf("/")) : "");

/** `a` and `a/b` of `a/b/c`. */
function foldersAbove(folder: string): readonly string[] {
  const segments = folder.split("/");
  return segments.slice(1).map((_, i) => segments.slice(0, i + 1).join("/"));
}

const below = (files: readonly string[], folder: string): readonly string[] =>
  files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1));

const joined = (folder: string, path: string): string => (path === "" ? folder : `${folder}/${path}`);
