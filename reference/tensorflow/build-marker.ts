import { existsSync, lstatSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bindingPath } from "./tfjs-package.ts";

/** What is known of a native binding that has been loaded and has computed correctly. */
export type BuildMarker = {
  /** Version of the tfjs-node package it was built for. */
  readonly tfjsNode: string;
  /** Version that the native library gives itself. */
  readonly native: string;
};

const markerPath = (root: string): string => join(root, "lib", "gradecheck-build.json");

/**
 * The marker of a build, without loading anything.
 * @param root The tfjs-node package's directory, or a cached build with the same `lib` and `deps`.
 * @param tfjsNode Version of the package; a build for another one does not count.
 * @returns `undefined` where the binding is missing, unfinished or unchecked.
 */
export function readBuildMarker(root: string, tfjsNode: string): BuildMarker | undefined {
  if (!existsSync(bindingPath(root))) return undefined;
  try {
    const marker: unknown = JSON.parse(readFileSync(markerPath(root), "utf8"));
    return isBuildMarker(marker) && marker.tfjsNode === tfjsNode ? marker : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a package is linked to a build that is gone, as when caches have been cleared. A setup links it anew.
 * @param root The tfjs-node package's directory.
 */
export function isBuildGone(root: string): boolean {
  const lib = join(root, "lib");
  return lstatSync(lib, { throwIfNoEntry: false })?.isSymbolicLink() === true && !existsSync(lib);
}

/** Marks a build as complete and checked; the last thing that is written into it. */
export async function writeBuildMarker(root: string, marker: BuildMarker): Promise<void> {
  await writeFile(markerPath(root), `${JSON.stringify(marker)}\n`);
}

function isBuildMarker(value: unknown): value is BuildMarker {
  if (typeof value !== "object" || value === null || !("tfjsNode" in value) || !("native" in value)) return false;
  return typeof value.tfjsNode === "string" && typeof value.native === "string";
}
