import { execFileSync } from "node:child_process";
import { mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSubmission } from "../../../sandbox/bundle/open-submission.ts";
import { hashSubmission, readSubmission, withoutName } from "../../../sandbox/bundle/read-submission.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

const hasFifos = process.platform !== "win32";

describe("hashSubmission()", () => {
  it("names a file by its bytes and extension, whatever it is called", () =>
    inTemporaryFolder(async (folder) => {
      const write = async (name: string, text: string): Promise<string> => {
        await writeFile(join(folder, name), text);
        return hashSubmission(await readSubmission(join(folder, name)));
      };
      const first = await write("one.ts", "export const a = 1;");
      expect(first).toMatch(/^[0-9a-f]{64}$/);
      expect(await write("two.ts", "export const a = 1;")).toBe(first);
      expect(await write("three.ts", "export const a = 2;")).not.toBe(first);
      expect(await write("four.js", "export const a = 1;")).not.toBe(first);
    }));

  it("names a folder by the paths and bytes of all its files, and by where its links lead", () =>
    inTemporaryFolder(async (folder) => {
      const make = async (name: string, link: string, inner: string): Promise<string> => {
        const root = join(folder, name);
        await mkdir(join(root, "inner"), { recursive: true });
        await writeFile(join(root, "submission.ts"), "import './inner/b.ts';");
        await writeFile(join(root, "inner", inner), "1;");
        await symlink(link, join(root, "link.ts"));
        return hashSubmission(await readSubmission(root));
      };
      const first = await make("a", "inner/b.ts", "b.ts");
      expect(await make("b", "inner/b.ts", "b.ts")).toBe(first);
      expect(await make("c", "inner/c.ts", "b.ts")).not.toBe(first);
      expect(await make("d", "inner/b.ts", "c.ts")).not.toBe(first);
    }));

  it("tells what could not be read from what could, and from what could not be read for another reason", () => {
    const files = [{ bytes: Buffer.from("EACCES") }, { unread: "EACCES" }, { unread: "EPERM" }];
    const hashes = files.map((one) => hashSubmission({ name: "a.ts", ...one }));
    expect(new Set(hashes).size).toBe(3);
    expect(hashSubmission({ name: "b.ts", unread: "EPERM" })).toBe(hashes[2]);
  });
});

describe("withoutName()", () => {
  it("keeps of a file's name the extension, and of a folder's nothing", () => {
    expect(withoutName({ name: "ada.mts", unread: "x" }).name).toBe("submission.mts");
    expect(withoutName({ name: "ada", entries: [] }).name).toBe("the folder");
  });
});

describe("readSubmission()", () => {
  it.runIf(hasFifos)("tells why something cannot be read, and does not wait for it", () =>
    inTemporaryFolder(async (folder) => {
      const pipe = join(folder, "pipe.ts");
      execFileSync("mkfifo", [pipe]);
      await mkdir(join(folder, "with-pipe"));
      execFileSync("mkfifo", [join(folder, "with-pipe", "submission.ts")]);
      expect(await readSubmission(pipe)).toEqual({ name: "pipe.ts", unread: "it is neither a file nor a folder" });
      expect(await readSubmission(join(folder, "with-pipe"))).toEqual({
        name: "with-pipe",
        entries: [{ path: "submission.ts", unread: "it is not a regular file" }],
      });
      expect(await readSubmission(join(folder, "nothing"))).toEqual({
        name: "nothing",
        unread: "no such file or folder",
      });
      await symlink(folder, join(folder, "link"));
      expect(await readSubmission(`${folder}/link/`)).toMatchObject({
        name: "link",
        unread: expect.stringMatching(/symbolic link/),
      });
    }),
  );

  it("reads source files and links, and of data nothing", () =>
    inTemporaryFolder(async (folder) => {
      for (const name of ["submission.ts", "a.mjs", "data.csv", "notes.md", "weights.bin"])
        await writeFile(join(folder, name), "x");
      await symlink("data.csv", join(folder, "link"));
      const read = await readSubmission(folder);
      expect("entries" in read && read.entries.map(({ path }) => path)).toEqual(["submission.ts", "a.mjs", "link"]);
    }));

  it("reads a student's own files first, and says where it stopped", () =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, "a-package", "lib"), { recursive: true });
      await writeFile(join(folder, "submission.ts"), "own");
      for (let i = 0; i < 2010; i++) await writeFile(join(folder, "a-package", "lib", `${i}.js`), "");
      const read = await readSubmission(folder);
      if (!("entries" in read)) throw new Error("not read");
      expect(read.entries[0]?.path).toBe("submission.ts");
      expect(read.entries.at(-1)).toEqual({
        path: "a-package/lib",
        unread: "the submission has more than 2000 files",
      });
      expect(openSubmission(read, 1000).read("submission.ts")).toBe("own");
      expect(() => openSubmission(read, 1000).read("a-package/lib/none.js")).toThrow("more than 2000 files");
    }));

  it("reads what grading begins with before any number of files beside it", () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, "submission.ts"), "own");
      for (let i = 0; i < 2010; i++) await writeFile(join(folder, `a${i}.ts`), "");
      const read = await readSubmission(folder);
      if (!("entries" in read)) throw new Error("not read");
      expect(openSubmission(read, 1000).read("submission.ts")).toBe("own");
    }));

  it("leaves out a file that is larger than everything may be, and folders that lie too deep", () =>
    inTemporaryFolder(async (folder) => {
      const deep = Array.from({ length: 14 }, (_, i) => `d${i}`);
      await mkdir(join(folder, ...deep), { recursive: true });
      await writeFile(join(folder, ...deep, "x.ts"), "");
      await writeFile(join(folder, "submission.ts"), "own");
      await truncate(join(folder, "submission.ts"), 33_000_000);
      const read = await readSubmission(folder);
      expect(read).toEqual({
        name: expect.any(String),
        entries: [
          { path: "submission.ts", unread: "its 33000000 bytes bring the submission to more than 32000000" },
          { path: deep.slice(0, 13).join("/"), unread: "it lies more than 12 folders deep" },
        ],
      });
    }));

  it("gives what stays as it was, though the original changes meanwhile", () =>
    inTemporaryFolder(async (folder) => {
      const original = join(folder, "s");
      await mkdir(join(original, "inner"), { recursive: true });
      await writeFile(join(original, "inner", "a.ts"), "before");
      await symlink("inner/a.ts", join(original, "b.ts"));
      const read = await readSubmission(original);
      await writeFile(join(original, "inner", "a.ts"), "after");
      expect(read).toEqual({
        name: "s",
        entries: [
          { path: "b.ts", target: "inner/a.ts" },
          { path: "inner/a.ts", bytes: new Uint8Array(Buffer.from("before")) },
        ],
      });
    }));
});
