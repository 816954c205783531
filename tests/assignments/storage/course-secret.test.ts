import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCourseSecret } from "../../../assignments/storage/course-secret.ts";
import { CourseSecretError } from "../../../assignments/storage/course-secret-error.ts";

const posix = process.platform !== "win32";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "course-secret-"));
});
afterEach(() => rm(folder, { recursive: true }));

const messageOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(CourseSecretError);
  return (error as Error).message.replaceAll(folder, "<folder>");
};

describe("readCourseSecret()", () => {
  test("readCourseSecret() prefers GRADECHECK_SECRET and then touches no file", async () => {
    const env = { GRADECHECK_SECRET: " of the course\n" };
    expect(await readCourseSecret({ env, configDirectory: folder })).toEqual({
      secret: "of the course",
      source: "environment",
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test("readCourseSecret() makes a secret of 32 bytes once, for its owner only, and then reads it", async () => {
    const configDirectory = join(folder, "config", "gradecheck");
    const file = join(configDirectory, "secret");
    const first = await readCourseSecret({ env: {}, configDirectory });
    expect(first).toEqual({ secret: expect.stringMatching(/^[0-9a-f]{64}$/), source: "created", file });
    if (posix) expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readCourseSecret({ env: {}, configDirectory })).toEqual({ ...first, source: "file" });
    expect(await readFile(file, "utf8")).toBe(`${first.secret}\n`);
  });

  test("readCourseSecret() finds the folder by XDG_CONFIG_HOME", async () => {
    const env = { XDG_CONFIG_HOME: folder, APPDATA: folder };
    expect((await readCourseSecret({ env })).file).toBe(join(folder, "gradecheck", "secret"));
  });

  test("readCourseSecret() gives runs that meet the same secret, made by one of them, and leaves nothing behind", async () => {
    const found = await Promise.all(
      Array.from({ length: 16 }, () => readCourseSecret({ env: {}, configDirectory: folder })),
    );
    expect(new Set(found.map(({ secret }) => secret)).size).toBe(1);
    expect(found.filter(({ source }) => source === "created")).toHaveLength(1);
    expect(await readdir(folder)).toEqual(["secret"]);
  });

  test.runIf(posix)("readCourseSecret() refuses a file that others may read", async () => {
    await writeFile(join(folder, "secret"), "abc\n");
    await chmod(join(folder, "secret"), 0o640);
    expect(await messageOf(readCourseSecret({ env: {}, configDirectory: folder }))).toMatchInlineSnapshot(
      `"Cannot use the course secret in <folder>/secret: its mode is 640, must be 600; run: chmod 600 '<folder>/secret'"`,
    );
  });

  test("readCourseSecret() refuses an empty secret, wherever it stands", async () => {
    await writeFile(join(folder, "secret"), " \n", { mode: 0o600 });
    expect(await messageOf(readCourseSecret({ env: {}, configDirectory: folder }))).toMatchInlineSnapshot(
      `"Cannot use the course secret in <folder>/secret: it is empty; restore it, or delete it to have a new one made"`,
    );
    expect(await messageOf(readCourseSecret({ env: { GRADECHECK_SECRET: "" } }))).toMatchInlineSnapshot(
      `"Cannot use the course secret: GRADECHECK_SECRET is empty, must be a text or unset"`,
    );
  });

  test("readCourseSecret() says what it could not read or make, and what to do", async () => {
    await writeFile(join(folder, "file"), "");
    const inFile = join(folder, "file", "gradecheck");
    expect(await messageOf(readCourseSecret({ env: {}, configDirectory: inFile }))).toContain(
      "set GRADECHECK_SECRET, or make the folder writable",
    );
    await mkdir(join(folder, "secret"));
    expect(await messageOf(readCourseSecret({ env: {}, configDirectory: folder }))).toMatch(
      /^Cannot (use|read or make) the course secret in <folder>/,
    );
  });
});
