import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DurableFolder } from "../../../assignments/storage/durable-folder.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

describe("DurableFolder", () => {
  it("waits for the disk once for all files that come while it is busy: they get their names together", () =>
    inTemporaryFolder(async (path) => {
      const folder = new DurableFolder(path);
      const named = async () => (await readdir(path)).filter((name) => !name.endsWith(".tmp")).sort();
      const first = folder.write("first", "1").then(named);
      const others = ["second", "third", "fourth"].map((name) => folder.write(name, name).then(named));
      expect(await first).toEqual(["first"]);
      expect(await Promise.all(others)).toEqual(others.map(() => ["first", "fourth", "second", "third"]));
      expect(await readFile(join(path, "third"), "utf8")).toBe("third");
      expect((await readdir(path)).length).toBe(4);
    }));

  it("writes what comes after a pause, and replaces what is there", () =>
    inTemporaryFolder(async (path) => {
      const folder = new DurableFolder(path);
      await folder.write("file", "first");
      await folder.write("file", "second");
      expect(await readFile(join(path, "file"), "utf8")).toBe("second");
    }));

  it("fails for the file alone that cannot be written, and leaves nothing of it behind", () =>
    inTemporaryFolder(async (path) => {
      const folder = new DurableFolder(path);
      await mkdir(join(path, "taken"));
      const written = await Promise.allSettled(["first", "taken", "other"].map((name) => folder.write(name, name)));
      expect(written.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      await expect(new DurableFolder(join(path, "none")).write("file", "")).rejects.toMatchObject({ code: "ENOENT" });
      expect((await readdir(path)).sort()).toEqual(["first", "other", "taken"]);
    }));
});
