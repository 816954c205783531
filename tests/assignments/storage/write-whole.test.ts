import { lstat, readdir, readFile, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

describe("writeWhole()", () => {
  it("writes text and bytes in pieces, replaces what was there, and leaves nothing else", async () => {
    await inTemporaryFolder(async (folder) => {
      const file = join(folder, "file");
      await writeWhole(file, "first");
      await writeWhole(file, [Buffer.from("se"), "cönd"], { durable: true });
      expect(await readFile(file, "utf8")).toBe("secönd");
      expect(await readdir(folder)).toEqual(["file"]);
    });
  });

  it("keeps a file of the given mode from others from the beginning", async () => {
    await inTemporaryFolder(async (folder) => {
      await writeWhole(join(folder, "file"), "", { mode: 0o600 });
      expect((await stat(join(folder, "file"))).mode & 0o777).toBe(0o600);
    });
  });

  it("replaces nothing where the file is to be new, and leaves nothing behind", async () => {
    await inTemporaryFolder(async (folder) => {
      await writeWhole(join(folder, "new"), "new", { isNew: true });
      await writeFile(join(folder, "old"), "old");
      await expect(writeWhole(join(folder, "old"), "new", { isNew: true })).rejects.toMatchObject({ code: "EEXIST" });
      expect(await readFile(join(folder, "old"), "utf8")).toBe("old");
      expect((await readdir(folder)).sort()).toEqual(["new", "old"]);
    });
  });

  it("leaves a file as it was, and nothing behind, where the content cannot be made", async () => {
    await inTemporaryFolder(async (folder) => {
      const content = function* () {
        yield "new";
        throw new RangeError("no more");
      };
      await writeWhole(join(folder, "file"), "old");
      await expect(writeWhole(join(folder, "file"), content())).rejects.toThrow("no more");
      expect(await readFile(join(folder, "file"), "utf8")).toBe("old");
      expect(await readdir(folder)).toEqual(["file"]);
    });
  });

  it("leaves a file alone that has the text already, and replaces a link to such a one", async () => {
    await inTemporaryFolder(async (folder) => {
      const [file, link] = [join(folder, "file"), join(folder, "link")];
      await writeWhole(file, "text");
      await utimes(file, 1, 1);
      await writeWhole(file, "text");
      expect((await stat(file)).mtimeMs).toBe(1000);
      await writeWhole(file, "next");
      expect(await readFile(file, "utf8")).toBe("next");
      await symlink(file, link);
      await writeWhole(link, "next");
      expect((await lstat(link)).isFile()).toBe(true);
    });
  });
});
