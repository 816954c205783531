import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, symlink } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { isRunning } from "../../../assignments/storage/processes.ts";
import { type Environment, userDirectory } from "../../../assignments/storage/user-directory.ts";
import { readBuildMarker } from "../build-marker.ts";

/** Version of the `tensorflow-cpu` wheel that native builds take their libraries from. */
export const wheelVersion = "2.21.0";

/**
 * Where the finished build for this package and machine is kept, so that reinstalling packages does not lose it.
 * @param tfjsNode Version of tfjs-node.
 */
export function buildCacheDirectory(tfjsNode: string, env: Environment): string {
  const key = `tfjs-node-${tfjsNode}-wheel-${wheelVersion}-${process.platform}-${process.arch}`;
  return join(userDirectory("cache", env), "tensorflow", key);
}

/**
 * Makes an empty directory beside the final one, on the same file system, to build in. What killed setups left behind
 * there is removed first.
 * @param target Final directory of the build.
 */
export async function openBuildDirectory(target: string): Promise<string> {
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (await isAbandoned(parent, name)) await rm(join(parent, name), { recursive: true, force: true });
  }
  const directory = temporaryName(target);
  await mkdir(directory);
  return directory;
}

/**
 * Moves a finished build to its final place. Where another setup was faster, its build stays and this one is dropped.
 * @param built Directory with `lib`, `deps` and the marker.
 */
export async function publishBuild(built: string, target: string, tfjsNode: string): Promise<void> {
  if (readBuildMarker(target, tfjsNode) === undefined) await discardUnfinished(target);
  try {
    await rename(built, target);
  } catch (cause) {
    const otherIsComplete = readBuildMarker(target, tfjsNode) !== undefined;
    await rm(built, { recursive: true, force: true });
    if (!otherIsComplete) throw cause;
  }
}

/** Removes a build that cannot be used; renamed first, so that nobody meets it half removed. */
export async function discardUnfinished(target: string): Promise<void> {
  const aside = temporaryName(target);
  try {
    await rename(target, aside);
  } catch {
    return; // Not there, or another setup has taken it away already.
  }
  await rm(aside, { recursive: true, force: true });
}

const machine = hostname().replaceAll(/[^A-Za-z0-9]/g, "") || "localhost";

/** Tells who works in it: process ids mean nothing on another machine that shares the cache. */
const temporaryName = (target: string): string =>
  `${target}.building-${machine}-${process.pid}-${randomBytes(4).toString("hex")}`;

async function isAbandoned(parent: string, name: string): Promise<boolean> {
  const [, builder, pid] = /\.building-(\w+)-(\d+)-\w+$/.exec(name) ?? [];
  if (pid === undefined) return false;
  if (builder === machine) return !isRunning(Number(pid));
  const facts = await stat(join(parent, name)).catch(() => undefined);
  return facts !== undefined && Date.now() - facts.mtimeMs > dayMs;
}

const dayMs = 24 * 60 * 60 * 1000;

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
