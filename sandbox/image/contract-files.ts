import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { sourceFile } from "../source-file.ts";

const assignments = new URL("../../assignments/", import.meta.url);

/** The contract module of every assignment that has one, sorted by id. */
export async function contractFiles(): Promise<{ readonly id: string; readonly file: string }[]> {
  const entries = await readdir(assignments, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ id: name, file: sourceFile("contract", new URL(`${name}/`, assignments)) }))
    .filter(({ file }) => existsSync(file))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
