import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sourceFile } from "../source-file.ts";

const room = new URL("../", import.meta.url);

/** The script of a worker. */
export function workerScript(): string {
  return sourceFile("worker/main", room);
}

/** The module of isolated-vm, by its real path, whatever links lead to it. */
export function isolatedVmFile(): string {
  return realpathSync(fileURLToPath(import.meta.resolve("isolated-vm")));
}

/**
 * What a worker has to read to start, besides Node itself: its own code, the frames, and isolated-vm with its loader.
 * @returns Paths, folders ending in a slash; some need not exist.
 * @throws {RangeError} where a path has an asterisk: Node takes it for "whatever begins like this", the reference included.
 */
export function workerFiles(): string[] {
  const addonFile = isolatedVmFile();
  const addon = dirname(addonFile);
  const loader = dirname(realpathSync(createRequire(addonFile).resolve("node-gyp-build")));
  const own = ["worker/", "protocol/"].map((path) => fileURLToPath(new URL(path, room)));
  // The addon's loader looks for this file to tell one C library from another.
  const files = [...own, `${addon}/`, `${loader}/`, "/etc/alpine-release", ...packageManifests()];
  const open = files.find((file) => file.includes("*"));
  if (open === undefined) return files;
  throw new RangeError(
    `Cannot keep submissions from files: the path "${open}" has an asterisk, which Node takes for any name; move the folder`,
  );
}

/** The manifests from which Node learns, on the way up from the worker, that its files are modules. */
function packageManifests(): string[] {
  const manifests: string[] = [];
  for (let folder = fileURLToPath(room); ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    manifests.push(file);
    if (existsSync(file)) return manifests;
    if (dirname(folder) === folder) return manifests;
  }
}
