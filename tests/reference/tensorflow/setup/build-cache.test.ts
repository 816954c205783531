import { mkdir, readdir, readlink, rm, utimes } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { writeBuildMarker } from "../../../../reference/tensorflow/build-marker.ts";
import {
  buildCacheDirectory,
  linkBuild,
  openBuildDirectory,
  publishBuild,
} from "../../../../reference/tensorflow/setup/build-cache.ts";
import { layBuild, readBuild, temporaryFolder } from "../fake-package.ts";

const marker = { tfjsNode: "4.22.0", native: "2.21.0" };

test("buildCacheDirectory() names package, wheel, platform and architecture", async () => {
  const folder = await temporaryFolder();
  const directory = buildCacheDirectory("4.22.0", { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder });
  expect(dirname(directory)).toBe(join(folder, "gradecheck", "tensorflow"));
  expect(basename(directory)).toBe(`tfjs-node-4.22.0-wheel-2.21.0-${process.platform}-${process.arch}`);
});

test("openBuildDirectory() removes what ended setups left and keeps what others work in", async () => {
  const target = join(await temporaryFolder(), "cache", "key");
  const own = await openBuildDirectory(target);
  // No process has this id: Linux counts to 2^22, macOS to 99998.
  const dead = own.replace(/-\d+-(\w+)$/, "-99999999-$1");
  const elsewhere = `${target}.building-othermachine-1-0a`;
  const longAgo = `${target}.building-othermachine-1-0b`;
  for (const directory of [dead, elsewhere, longAgo]) await mkdir(directory);
  await utimes(longAgo, 0, 0);

  const second = await openBuildDirectory(target);
  const left = await readdir(dirname(target));
  expect(left.sort()).toEqual([own, second, elsewhere].map((path) => basename(path)).sort());
});

test("publishBuild() replaces an unfinished build and drops its own where a finished one stands", async () => {
  const target = join(await temporaryFolder(), "key");
  await layBuild(target, "unfinished");
  const [first, second] = [await openBuildDirectory(target), await openBuildDirectory(target)];
  for (const [directory, content] of [
    [first, "first"],
    [second, "second"],
  ] as const) {
    await layBuild(directory, content);
    await writeBuildMarker(directory, marker);
  }
  await publishBuild(first, target, "4.22.0");
  expect(await readBuild(target)).toBe("first");
  await publishBuild(second, target, "4.22.0");
  expect(await readBuild(target)).toBe("first");
  expect(await readdir(dirname(target))).toEqual(["key"]);
});

test("linkBuild() replaces real directories, other links and dangling links", async () => {
  const [first, second, packageDirectory] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
  await layBuild(first, "first");
  await layBuild(second, "second");
  await layBuild(packageDirectory, "half-installed");

  await linkBuild(first, packageDirectory);
  expect(await readBuild(packageDirectory)).toBe("first");
  await rm(first, { recursive: true });
  await linkBuild(second, packageDirectory);
  expect(await readBuild(packageDirectory)).toBe("second");

  expect((await readdir(packageDirectory)).sort()).toEqual(["deps", "lib"]);
  expect(await readlink(join(packageDirectory, "deps"))).toBe(join(second, "deps"));
});

test("linkBuild() leaves a build alone when the links to it are replaced", async () => {
  const [first, second, packageDirectory] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
  await layBuild(first, "first");
  await layBuild(second, "second");
  await linkBuild(first, packageDirectory);
  await linkBuild(second, packageDirectory);
  expect(await readBuild(first)).toBe("first");
});
