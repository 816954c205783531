import type { UnpackLimits } from "./unpack-limits.ts";

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
