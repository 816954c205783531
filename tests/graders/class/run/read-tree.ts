import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** Every file below a folder: text by relative path. @param without Names of files that are left out. */
export async function readTree(folder: string, without: readonly string[] = []): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && !without.includes(entry.name));
  const texts = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [relative(folder, path), await readFile(path, "utf8")] as const;
  });
  return new Map((await Promise.all(texts)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
