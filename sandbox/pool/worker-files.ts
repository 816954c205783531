import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sourceFile } from "../source-file.ts";

const room = new URL("../", import.meta.url);

/** The script of a worker. */
export function workerScript(): string {
  return sourceFile("worker/main", room);
}

/**
 * What a worker has to read to start, besides Node itself: its own code, the frames, and isolated-vm with its loader.
 * @returns Paths, folders ending in a slash; some need not exist.
 */
export function workerFiles(): string[] {
  const addon = dirname(fileURLToPath(import.meta.resolve("isolated-vm")));
  const loader = dirname(fileURLToPath(import.meta.resolve("node-gyp-build", import.meta.resolve("isolated-vm"))));
  const own = ["worker/", "protocol/", "reply-format"].map((path) =>
    path.endsWith("/") ? fileURLToPath(new URL(path, room)) : sourceFile(path, room),
  );
  // The addon's loader looks for this file to tell one C library from another.
  return [...own, `${addon}/`, `${loader}/`, "/etc/alpine-release", ...packageManifests()];
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
