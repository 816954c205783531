import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * Bytes of all files in a directory that is being written to; files that vanish meanwhile do not count.
 * @throws Error where the directory itself cannot be read.
 */
export async function directorySize(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        (facts) => facts.size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
