import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isBuildGone, readBuildMarker, writeBuildMarker } from "../../../reference/tensorflow/build-marker.ts";
import { linkBuild } from "../../../reference/tensorflow/setup/build-cache.ts";
import { bindingPath } from "../../../reference/tensorflow/tfjs-package.ts";
import { layBuild, temporaryFolder } from "./fake-package.ts";

const marker = { tfjsNode: "4.22.0", native: "2.21.0" };

test("readBuildMarker() returns what writeBuildMarker() wrote", async () => {
  const root = await temporaryFolder();
  await layBuild(root, "binding");
  expect(readBuildMarker(root, "4.22.0")).toBeUndefined();
  await writeBuildMarker(root, marker);
  expect(readBuildMarker(root, "4.22.0")).toEqual(marker);
});

test("readBuildMarker() refuses a build for another version, without its binding, or with a damaged marker", async () => {
  const root = await temporaryFolder();
  await layBuild(root, "binding");
  await writeBuildMarker(root, marker);
  expect(readBuildMarker(root, "4.23.0")).toBeUndefined();
  await writeFile(join(root, "lib", "gradecheck-build.json"), '{"tfjsNode":"4.22.0"');
  expect(readBuildMarker(root, "4.22.0")).toBeUndefined();
  await writeBuildMarker(root, marker);
  await rm(bindingPath(root));
  expect(readBuildMarker(root, "4.22.0")).toBeUndefined();
});

test("isBuildGone() notices that what a package is linked to has been removed, and a new link mends it", async () => {
  const [root, build, other] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
  expect(isBuildGone(root)).toBe(false);
  for (const one of [build, other]) {
    await layBuild(one, "binding");
    await writeBuildMarker(one, marker);
  }
  await linkBuild(build, root);
  expect([isBuildGone(root), readBuildMarker(root, "4.22.0")]).toEqual([false, marker]);
  await rm(build, { recursive: true });
  expect([isBuildGone(root), readBuildMarker(root, "4.22.0")]).toEqual([true, undefined]);
  await linkBuild(other, root);
  expect([isBuildGone(root), readBuildMarker(root, "4.22.0")]).toEqual([false, marker]);
});
