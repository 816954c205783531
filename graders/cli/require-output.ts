import { access, constants, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { phraseUnwritable } from "../class/output-lock.ts";
import { UsageError } from "./output.ts";

/**
 * Makes sure that a file can lie where one is to be written, before there is anything to write.
 * @throws {UsageError} where its folder is missing or cannot be written to, or a folder has its name.
 */
export async function requireOutputFile(path: string): Promise<void> {
  const folder = dirname(path);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`Cannot write "${path}": there is no folder "${folder}"`);
  await access(folder, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `Cannot write "${path}": ${phraseUnwritable(error)}; give a file in a folder that you can write to`,
    );
  });
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new UsageError(`Cannot write "${path}": it is a folder; give a file`);
}
