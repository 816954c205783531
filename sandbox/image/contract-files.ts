import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { assignmentsFolder, courseModule } from "../../assignments/catalog/course.ts";

/** The contract module of every assignment of the course that has one, sorted by id. */
export async function contractFiles(): Promise<{ readonly id: string; readonly file: string }[]> {
  const assignments = assignmentsFolder();
  const entries = await readdir(assignments, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ id: name, file: courseModule(join(assignments, name, "contract")) }))
    .filter(({ file }) => existsSync(file))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
