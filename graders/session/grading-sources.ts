import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { imageKey } from "../../sandbox/image/image-key.ts";

const ownProject = fileURLToPath(new URL("../../", import.meta.url));
const rooms: readonly string[] = ["assignments", "reference", "sandbox", "graders"];

/**
 * Names everything of ours that the grading of any assignment follows from: every source that generates, computes, runs,
 * compares and diagnoses, the guest image, the installed packages and the runtime. What belongs to one assignment is not
 * in it.
 * @param project Root of the sources; default our own.
 * @returns SHA-256, hexadecimal.
 */
export async function gradingSources(project: string = ownProject): Promise<string> {
  const hash = createHash("sha256");
  const parts = [process.version, process.versions.v8, process.arch, await imageKey()];
  for (const part of parts) hash.update(`${part}\0`);
  for (const file of await gradingSourceFiles(project)) {
    const text = await readFile(file);
    hash.update(`${relative(project, file)}\0${text.length}\0`).update(text);
  }
  return hash.digest("hex");
}

/** The files whose text {@link gradingSources} is of: absolute paths, always in the same order. */
export async function gradingSourceFiles(project: string = ownProject): Promise<string[]> {
  const sources = await Promise.all(rooms.map((room) => sourcesIn(project, room)));
  return [...sources.flat(), join(project, "package.json")];
}

/** Sources of a room; from other assignments, quizzes, classes and commands no verdict follows. */
async function sourcesIn(project: string, room: string): Promise<string[]> {
  const names = await readdir(join(project, room), { recursive: true });
  const foreign = /^(w\d-[^/]*|quiz|conformance|class|cli)\//;
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(ts|js)$/.test(name) && !foreign.test(name))
    .sort()
    .map((name) => join(project, room, name));
}
