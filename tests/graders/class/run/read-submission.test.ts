import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSubmission } from "../../../../graders/class/run/read-submission.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";

const hasFifos = process.platform !== "win32";

describe("readSubmission()", () => {
  it("names a file by its bytes and extension, whatever it is called", () =>
    inTemporaryFolder(async (folder) => {
      const write = async (name: string, text: string): Promise<string | undefined> => {
        await writeFile(join(folder, name), text);
        return (await readSubmission(join(folder, name)))?.content;
      };
      const first = await write("one.ts", "export const a = 1;");
      expect(first).toMatch(/^[0-9a-f]{64}$/);
      expect(await write("two.ts", "export const a = 1;")).toBe(first);
      expect(await write("three.ts", "export const a = 2;")).not.toBe(first);
      expect(await write("four.js", "export const a = 1;")).not.toBe(first);
    }));

  it("names a folder by the paths and bytes of all its files, and by where its links lead", () =>
    inTemporaryFolder(async (folder) => {
      const make = async (name: string, link: string, inner: string): Promise<string | undefined> => {
        const root = join(folder, name);
        await mkdir(join(root, "inner"), { recursive: true });
        await writeFile(join(root, "submission.ts"), "import './inner/b.ts';");
        await writeFile(join(root, "inner", inner), "1;");
        await symlink(link, join(root, "link.ts"));
        return (await readSubmission(root))?.content;
      };
      const first = await make("a", "inner/b.ts", "b.ts");
      expect(await make("b", "inner/b.ts", "b.ts")).toBe(first);
      expect(await make("c", "inner/c.ts", "b.ts")).not.toBe(first);
      expect(await make("d", "inner/b.ts", "c.ts")).not.toBe(first);
    }));

  it.runIf(hasFifos)("gives undefined for what cannot be read whole, and does not wait for it", () =>
    inTemporaryFolder(async (folder) => {
      const pipe = join(folder, "pipe.ts");
      execFileSync("mkfifo", [pipe]);
      await mkdir(join(folder, "with-pipe"));
      execFileSync("mkfifo", [join(folder, "with-pipe", "submission.ts")]);
      expect(await readSubmission(pipe)).toBeUndefined();
      expect(await readSubmission(join(folder, "with-pipe"))).toBeUndefined();
      expect(await readSubmission(join(folder, "nothing"))).toBeUndefined();
      await symlink(folder, join(folder, "link"));
      expect(await readSubmission(join(folder, "link"))).toBeUndefined();
    }),
  );
});

describe("what readSubmission() has read", () => {
  it("stays what it was, with all its folders and links, though the original changes meanwhile", () =>
    inTemporaryFolder(async (folder) => {
      const original = join(folder, "s");
      await mkdir(join(original, "inner"), { recursive: true });
      await writeFile(join(original, "inner", "a.ts"), "before");
      await symlink("inner/a.ts", join(original, "b.ts"));
      const read = await readSubmission(original);
      await writeFile(join(original, "inner", "a.ts"), "after");
      expect(read?.files).toEqual({
        name: "the folder",
        entries: [
          { path: "b.ts", target: "inner/a.ts" },
          { path: "inner/a.ts", bytes: new Uint8Array(Buffer.from("before")) },
        ],
      });
    }));
});
