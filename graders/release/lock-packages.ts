import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import type { Tarball } from "./own-tarball.ts";
import { runProgram } from "./run-program.ts";

/** The content of a package-lock.json, with names and hashes of packages and nothing about the registry that they came from. */
export type Lock = { readonly packages: Readonly<Record<string, object>> };

/**
 * Finds the versions of everything that a kit installs, so that `npm ci` installs the same for every student.
 * @param others What is installed besides, by name: exact versions.
 * @throws {Error} with what npm said, where it reaches no registry, for one.
 */
export async function lockPackages(
  { fileName, bytes }: Tarball,
  others: Readonly<Record<string, string>> = {},
): Promise<Lock> {
  await using folder = openTemporaryFolder("lock");
  await writeFile(join(folder.path, fileName), bytes);
  await writeFile(
    join(folder.path, "package.json"),
    JSON.stringify({ dependencies: { gradecheck: `file:${fileName}`, ...others } }),
  );
  const settings = ["--package-lock-only", "--ignore-scripts", "--omit-lockfile-registry-resolved", "--no-audit"];
  await runProgram("npm", ["install", ...settings], folder.path);
  return JSON.parse(await readFile(join(folder.path, "package-lock.json"), "utf8")) as Lock;
}

/** The lock of a kit. @param manifest Text of its package.json. */
export function lockOf(lock: Lock, manifest: string): string {
  const { name, version, dependencies, engines } = JSON.parse(manifest) as Readonly<Record<string, unknown>>;
  const packages = { ...lock.packages, "": { name, version, dependencies, engines } };
  return `${JSON.stringify({ ...lock, name, version, packages }, undefined, 2)}\n`;
}
