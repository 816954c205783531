import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError } from "./output.ts";

/** What a wrong path looks like to the system; a full disk is another matter. */
const wrongPath: ReadonlySet<string> = new Set(["EEXIST", "ENOTDIR", "ENOENT", "EACCES", "EPERM", "ENAMETOOLONG"]);

/**
 * Makes the folder that results are to go to, before there are any.
 * @throws {UsageError} where no folder can be there.
 */
export async function requireOutputFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (!wrongPath.has(error.code ?? "")) throw error;
    const taken = error.code === "EEXIST" || error.code === "ENOTDIR";
    throw new UsageError(
      `Cannot write to "${path}": ${taken ? "there is a file of that name" : error.code}; give a folder`,
    );
  });
}

/**
 * Makes sure that a file can lie where one is to be written, before there is anything to write.
 * @throws {UsageError} where its folder is missing, or a folder has its name.
 */
export async function requireOutputFile(path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory()) throw new UsageError(`Cannot write "${path}": there is no folder "${dirname(path)}"`);
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new UsageError(`Cannot write "${path}": it is a folder; give a file`);
}
