import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The module of isolated-vm, by its real path, whatever links lead to it. */
export function isolatedVmFile(): string {
  return realpathSync(fileURLToPath(import.meta.resolve("isolated-vm")));
}

/**
 * What a worker has to read to start, besides Node itself: isolated-vm with its loader.
 * @returns Paths, folders ending in a slash; some need not exist.
 * @throws {RangeError} where a path has an asterisk: Node takes it for "whatever begins like this", the reference included.
 */
export function workerFiles(): string[] {
  const addonFile = isolatedVmFile();
  const addon = dirname(addonFile);
  const loader = dirname(realpathSync(createRequire(addonFile).resolve("node-gyp-build")));
  // The addon's loader looks for this file to tell one C library from another.
  const files = [`${addon}/`, `${loader}/`, "/etc/alpine-release"];
  const open = files.find((file) => file.includes("*"));
  if (open === undefined) return files;
  throw new RangeError(
    `Cannot keep submissions from files: the path "${open}" has an asterisk, which Node takes for any name; move the folder`,
  );
}
