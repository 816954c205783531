const MiB = 2 ** 20;

/** What an archive may unpack to, so that none can fill the disk. */
export type UnpackLimits = {
  /** All files together, bytes; more refuses the archive. */
  readonly totalBytes: number;
  /** One file, bytes; a larger one is refused, the others are not. */
  readonly fileBytes: number;
  /** Files and folders that are kept; more refuses the archive. */
  readonly entries: number;
  /** All that the archive lists, also what is left out, as node_modules is; more refuses it. */
  readonly listed: number;
  /** Unpacked bytes per byte of the archive; more refuses it, once `ratioFromBytes` are unpacked. */
  readonly ratio: number;
  /** Small archives may compress well: many copies of one file do. */
  readonly ratioFromBytes: number;
  /** Folders within each other, the file included. */
  readonly depth: number;
  /** A path, UTF-8 bytes. */
  readonly pathBytes: number;
};

/** For a class: thousands of submissions, some of them archives with whatever was in the student's folder. */
export const classLimits: UnpackLimits = {
  totalBytes: 4096 * MiB,
  fileBytes: 64 * MiB,
  entries: 200_000,
  listed: 1_000_000,
  ratio: 200,
  ratioFromBytes: 64 * MiB,
  depth: 32,
  pathBytes: 1024,
};

/** For the archive that one student handed in; as many files as grading takes of one. */
export const studentLimits: UnpackLimits = {
  totalBytes: 64 * MiB,
  fileBytes: 16 * MiB,
  entries: 2_000,
  listed: 100_000,
  ratio: 200,
  ratioFromBytes: 8 * MiB,
  depth: 32,
  pathBytes: 1024,
};

const longestName = 255;

/**
 * Where an entry of an archive may be put: the segments of a path below the folder that is unpacked to.
 * @param name As the archive has it; anything can stand in it.
 * @returns The segments, or the clause that says why it is refused.
 */
export function entryPath(
  name: string,
  limits: Pick<UnpackLimits, "depth" | "pathBytes">,
): { readonly segments: readonly string[] } | { readonly refused: string } {
  if (name.includes("\0")) return { refused: "its name has a NUL character" };
  if (name.includes("\\")) return { refused: "its path has a backslash" };
  if (name.startsWith("/")) return { refused: "its path is absolute" };
  if (/^[a-z]:/i.test(name)) return { refused: "its path has a drive letter" };
  if (Buffer.byteLength(name) > limits.pathBytes) return { refused: "its path is too long" };
  const segments = name.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (segments.includes("..")) return { refused: "its path leads out of the archive" };
  if (segments.length > limits.depth) return { refused: "its path is too deep" };
  if (segments.some((segment) => Buffer.byteLength(segment) > longestName)) return { refused: "its name is too long" };
  return { segments };
}

/** An archive that cannot be unpacked; the message is a clause about it: `it is damaged or incomplete`. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}
