import { readdir, readlink, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { linkBuild } from "../../../../reference/tensorflow/setup/link-build.ts";
import { layBuild, readBuild, temporaryFolder } from "../fake-package.ts";

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
