import { basename } from "node:path/posix";
import { type AttemptName, readAttemptName } from "../../attempts/attempt-name.ts";
import type { Reading } from "../../attempts/submission-candidate.ts";
import type { SubmissionForm } from "../../attempts/submission-form.ts";
import { fileKind, isSubmission } from "./file-kind.ts";

/** A submission in a folder: `path` relative to it, forward slashes, "" for the folder itself. */
export type Picked = { readonly path: string } & Partial<AttemptName>;

/** What is looked for. */
type Wanted = Pick<Reading, "assignment" | "form">;

/**
 * Finds the submission in one student's folder. In this order: the folder itself if it has a `submission.ts`; what is
 * named after the assignment; attempts in folders of their own (`1/`, `2/`, `2025-03-01T18-30-00/`); the only nested
 * folder with a `submission.ts`; the only `.ts` file; the only `.js` file. Of a quiz it is `answers.json` itself, a `.json` and a
 * `.txt` file.
 * @param files Paths of the files in the folder, with forward slashes.
 * @returns One submission, or one for each attempt; or a sentence that says why there is none.
 */
export function pickSubmissions(
  files: readonly string[],
  wanted: Wanted,
): readonly Picked[] | { readonly reason: string } {
  const attempts = pickAttempts(files, wanted);
  if (attempts !== undefined) return attempts;
  const one = pickOne(files, wanted);
  return typeof one === "string" ? [{ path: one }] : one;
}

type NoSubmission = { readonly reason: string };

function pickOne(files: readonly string[], wanted: Wanted): string | NoSubmission {
  const { form } = wanted;
  const { entry, extensions } = form;
  const whole = (folder: string): string => (form.isFolder ? folder : joined(folder, entry));
  if (files.includes(entry)) return whole("");
  const named = pickNamed(files, wanted);
  if (named !== undefined) return named;
  const folders = files.filter((file) => file.endsWith(`/${entry}`)).map((file) => file.slice(0, -entry.length - 1));
  const all = new Set(folders);
  // A folder inside another attempt's folder is part of that attempt.
  const outer = folders.filter((folder) => !foldersAbove(folder).some((other) => all.has(other)));
  const [folder] = outer;
  if (folder !== undefined) return outer.length === 1 ? whole(folder) : several(outer.length, entry, form);
  for (const kind of ["main", "spare"] as const) {
    const found = files.filter((file) => fileKind(basename(file), form) === kind);
    const [file] = found;
    if (file !== undefined) return found.length === 1 ? file : several(found.length, extensions[kind], form);
  }
  return { reason: `The folder has no ${entry} and no other ${extensions.main} file.` };
}

function several(count: number, what: string, { entry }: SubmissionForm): NoSubmission {
  return {
    reason:
      what === entry
        ? `The folder has ${count} files called ${entry}; it is unclear which one counts.`
        : `The folder has ${count} ${what} files and none is called ${entry}; it is unclear which one counts.`,
  };
}

/** A file, or a folder with a submission, that is named after the assignment, at the top of the folder. */
function pickNamed(files: readonly string[], wanted: Wanted): string | undefined {
  const name = wanted.assignment.toLowerCase();
  const { main, spare } = wanted.form.extensions;
  const file = files.find((path) => [`${name}${main}`, `${name}${spare}`].includes(path.toLowerCase()));
  if (file !== undefined) return file;
  const folder = files.find((path) => path.toLowerCase().startsWith(`${name}/`))?.slice(0, name.length);
  if (folder === undefined) return undefined;
  const inside = pickOne(below(files, folder), wanted);
  return typeof inside === "string" ? joined(folder, inside) : undefined;
}

function pickAttempts(files: readonly string[], wanted: Wanted): readonly Picked[] | undefined {
  const picked: Picked[] = [];
  for (const [folder, inFolder] of Map.groupBy(files, topFolder)) {
    if (!inFolder.some((file) => isSubmission(basename(file), wanted.form))) continue;
    const attempt = readAttemptName(folder);
    const inside = attempt && pickOne(below(inFolder, folder), wanted);
    if (typeof inside !== "string") return undefined;
    picked.push({ path: joined(folder, inside), ...attempt });
  }
  return picked.length > 0 ? picked : undefined;
}

const topFolder = (file: string): string => (file.includes("/") ? file.slice(0, file.indexOf("/")) : "");

/** `a` and `a/b` of `a/b/c`. */
function foldersAbove(folder: string): readonly string[] {
  const segments = folder.split("/");
  return segments.slice(1).map((_, i) => segments.slice(0, i + 1).join("/"));
}

const below = (files: readonly string[], folder: string): readonly string[] =>
  files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1));

const joined = (folder: string, path: string): string => [folder, path].filter((part) => part !== "").join("/");
