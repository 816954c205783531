import { randomUUID } from "node:crypto";
import { rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes the package use a build that lies elsewhere: its `lib` and `deps` become links into the build. Whatever stood
 * in their place is removed.
 * @param build Absolute path of a complete build.
 * @param packageDirectory Directory of the installed tfjs-node package.
 */
export async function linkBuild(build: string, packageDirectory: string): Promise<void> {
  // `deps` first: the binding in `lib` is what a second setup looks for, and it needs the libraries in `deps`.
  for (const name of ["deps", "lib"]) await replaceByLink(join(build, name), join(packageDirectory, name));
}

async function replaceByLink(target: string, path: string): Promise<void> {
  const link = `${path}.${randomUUID()}`;
  await symlink(target, link, "junction");
  try {
    await rename(link, path); // Replaces another link at once, without a moment in which there is none.
  } catch {
    await rm(path, { recursive: true, force: true }); // A real directory, which cannot be replaced by renaming.
    await rename(link, path);
  }
}
