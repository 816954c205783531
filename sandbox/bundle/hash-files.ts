import { createHash } from "node:crypto";

/**
 * Identity of a submission: SHA-256, hexadecimal, over the paths and bytes of its files.
 * @param texts Text by path; the order does not matter.
 */
export function hashFiles(texts: ReadonlyMap<string, string>): string {
  const digest = createHash("sha256");
  for (const [path, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    digest.update(`${path}\0${Buffer.byteLength(text)}\0`).update(text);
  }
  return digest.digest("hex");
}
