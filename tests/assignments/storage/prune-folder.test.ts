import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pruneFolder } from "../../../assignments/storage/prune-folder.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "prune-folder-"));
  for (const [age, name] of ["new", "middle", "old"].entries()) {
    await writeFile(join(folder, name), "x".repeat(10));
    await utimes(join(folder, name), 1000 - age, 1000 - age);
  }
  await mkdir(join(folder, "subfolder"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("pruneFolder()", () => {
  it.each([
    [30, ["middle", "new", "old", "subfolder"]],
    [29, ["middle", "new", "subfolder"]],
    [10, ["new", "subfolder"]],
    [0, ["subfolder"]],
  ])("leaves the newest files that fit into %i bytes, and no other", async (limit, left) => {
    await pruneFolder(folder, limit);
    expect((await readdir(folder)).sort()).toEqual(left);
  });

  it("leaves what is being written, and no other file of that kind", async () => {
    for (const name of ["a.tmp", "b.tmp"]) await writeFile(join(folder, name), "x");
    await utimes(join(folder, "b.tmp"), 1, 1);
    await pruneFolder(folder, 0);
    expect((await readdir(folder)).sort()).toEqual(["a.tmp", "subfolder"]);
  });

  it("does nothing about a folder that is not there", async () => {
    await expect(pruneFolder(join(folder, "nothing"), 1)).resolves.toBeUndefined();
  });
});
