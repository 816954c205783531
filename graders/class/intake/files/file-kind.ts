import { extname } from "node:path";

/** What a file may be, by its name. */
export type FileKind = "typescript" | "javascript" | "archive" | "other";

/** @param name Name of a file, without folders. */
export function fileKind(name: string): FileKind {
  const lower = name.toLowerCase();
  if (/\.d\.m?ts$/.test(lower)) return "other";
  // Extensions of code are case-sensitive: the sandbox takes ".ts", not ".TS".
  if (/\.m?ts$/.test(name)) return "typescript";
  if (/\.m?js$/.test(name)) return "javascript";
  return /\.(zip|tar|tgz|tar\.gz)$/.test(lower) ? "archive" : "other";
}

/** Name of a file without the extension of code or of an archive. */
export function withoutExtension(name: string): string {
  return name.replace(/\.(tar\.gz|m?ts|m?js|zip|tar|tgz)$/i, "");
}

/**
 * Why a file cannot be a submission, in one sentence.
 * @param name Name of a file of kind `other`.
 */
export function whyNoSubmission(name: string): string {
  const extension = extname(name).toLowerCase();
  const known: Readonly<Record<string, string>> = {
    ".ipynb": "It is a notebook; a submission is a .ts file.",
    ".pdf": "It is a PDF; a submission is a .ts file.",
    ".rar": "This kind of archive is not supported; pack it as .zip or .tar.gz.",
    ".7z": "This kind of archive is not supported; pack it as .zip or .tar.gz.",
    ".xz": "This kind of archive is not supported; pack it as .zip or .tar.gz.",
    ".bz2": "This kind of archive is not supported; pack it as .zip or .tar.gz.",
  };
  if (/\.d\.m?ts$/i.test(name)) return "It only declares types; it holds no code.";
  if (/\.m?[tj]s$/i.test(name)) return "The extension must be in lower case: .ts.";
  return known[extension] ?? "It is not a .ts file, a folder with one, or an archive of either.";
}

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
