import { readFile } from "node:fs/promises";
import { parseJson } from "../../../assignments/storage/parse-json.ts";
import type { Recorded } from "./mistake.ts";

/**
 * Reads a list of exceptions from what is proved, each with the reason: mistakes that no case can tell from the reference.
 * @param fields What every entry has, texts all.
 * @returns An empty list where there is no such file.
 * @throws TypeError where an entry lacks a field, or gives no reason.
 */
export async function readRecorded<Entry extends Pick<Recorded, "reason">>(
  file: string,
  fields: readonly (keyof Entry & string)[],
): Promise<Entry[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "[]";
    throw error;
  });
  const entries = parseJson(text);
  if (!Array.isArray(entries)) throw new TypeError(`Cannot read ${file}: it must be a list`);
  return entries.map((entry: unknown, i) => {
    const missing = fields.find((field) => !isText((entry as Record<string, unknown> | null)?.[field]));
    if (missing === undefined) return entry as Entry;
    throw new TypeError(`Cannot read ${file}: [${i}].${missing} must be a text`);
  });
}

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
