import { extname } from "node:path";
import type { SubmissionForm } from "../../attempts/submission-form.ts";

/** What a file may be, by its name. A `spare` one counts where there is no `main` one. */
export type FileKind = keyof SubmissionForm["extensions"] | "archive" | "other";

/** @param name Name of a file, without folders. */
export function fileKind(name: string, { kindOf }: Pick<SubmissionForm, "kindOf">): FileKind {
  return kindOf(name) ?? (isArchive(name) ? "archive" : "other");
}

/** Whether a file is an archive that can be unpacked, by its name. */
export const isArchive = (name: string): boolean => /\.(zip|tar|tgz|tar\.gz)$/i.test(name);

/** Whether a file may be a submission as it lies there, by its name. */
export const isSubmission = (name: string, { kindOf }: Pick<SubmissionForm, "kindOf">): boolean =>
  kindOf(name) !== undefined;

/** Name of a file without the extension of a submission or of an archive. */
export function withoutExtension(name: string, { suffix }: Pick<SubmissionForm, "suffix">): string {
  return suffix.test(name) ? name.replace(suffix, "") : name.replace(/\.(tar\.gz|zip|tar|tgz)$/i, "");
}

/**
 * Why a file cannot be a submission, in one sentence.
 * @param name Name of a file of kind `other`.
 */
export function whyNoSubmission(name: string, { extensions: { main }, whyNot }: SubmissionForm): string {
  const extension = extname(name).toLowerCase();
  const known: Readonly<Record<string, string>> = {
    ".ipynb": `It is a notebook; a submission is a ${main} file.`,
    ".pdf": `It is a PDF; a submission is a ${main} file.`,
    ".rar": "This kind of archive is not supported; pack it as .zip or .tar.gz.",
    ".7z": "This kind of archive is not supported; pack it as .zip or .tar.gz.",
    ".xz": "This kind of archive is not supported; pack it as .zip or .tar.gz.",
    ".bz2": "This kind of archive is not supported; pack it as .zip or .tar.gz.",
  };
  return whyNot(name) ?? known[extension] ?? `It is not a ${main} file, a folder with one, or an archive of either.`;
}

/** Why none of several files that a student has handed in is taken. */
export const severalFiles = ({ entry }: Pick<SubmissionForm, "entry">): string =>
  `The student handed in several files and none is called ${entry}; it is unclear which one counts.`;

/** Why a file beside the one that counts is not taken. */
export const entryCounts = ({ entry }: Pick<SubmissionForm, "entry">): string =>
  `The same student handed in a file called ${entry}, which counts.`;

const quiet = new Set(
  [".DS_Store", "__MACOSX", "Thumbs.db", "desktop.ini", ".git", "node_modules", ".Spotlight-V100", ".Trashes"].map(
    (name) => name.toLowerCase(),
  ),
);

/** Whether a file or folder was left behind by the system or a tool: never a submission, and not worth a line. */
export function isIgnored(name: string): boolean {
  // macOS stores the attributes of a file beside it, under its name with a leading "._".
  return quiet.has(name.toLowerCase()) || name.startsWith("._");
}
