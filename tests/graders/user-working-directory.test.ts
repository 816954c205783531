import { execFile } from "node:child_process";
import { cp, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { userWorkingDirectory } from "../../graders/user-working-directory.ts";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sub = join(root, "tests");
const npm = { INIT_CWD: sub, npm_lifecycle_event: "gradecheck", npm_package_json: join(root, "package.json") };

test.each([
  ["where npm was called, for a script of ours", npm, root, sub],
  ["where npm was called, for npm run verify", { ...npm, npm_lifecycle_event: "verify" }, root, sub],
  ["where it is itself, without npm", {}, root, root],
  ["where it is itself, where npm test started it", { ...npm, npm_lifecycle_event: "test" }, root, root],
  ["where it is itself, where a script of ours went elsewhere", npm, sub, sub],
  ["where it is itself, in a script of another package", { ...npm, npm_package_json: "/x/package.json" }, root, root],
  ["where it is itself, where the folder is gone", { ...npm, INIT_CWD: join(root, "gone") }, root, root],
])("userWorkingDirectory() is %s", (_, env, cwd, expected) => {
  expect(userWorkingDirectory(env, cwd)).toBe(expected);
});

test("userWorkingDirectory() knows its root by another name", () =>
  inTemporaryFolder(async (folder) => {
    const link = join(folder, "gradecheck");
    await symlink(root, link, "junction");
    const env = { ...npm, npm_package_json: join(link, "package.json") };
    expect(userWorkingDirectory(env, link)).toBe(sub);
  }));

type Ended = { readonly stdout: string; readonly stderr: string };

function run(command: string, args: readonly string[], cwd: string, env: object): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env: { ...process.env, ...env } }, (_error, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
  });
}

test("npm run gradecheck, called from elsewhere, reads and writes the files there, and says so", () =>
  inTemporaryFolder(async (folder) => {
    const at = join(folder, "course");
    await mkdir(at);
    await cp(join(root, "assignments/w1-initialization/starter.ts"), join(at, "package.ts"));
    const check = ["check", "w1-initialization", "package.ts", "--html", "page.html"];
    const { stderr } = await run("npm", ["--prefix", root, "run", "--silent", "gradecheck", "--", ...check], at, {});
    expect(stderr).toContain(`Reading ${join(at, "package.ts")}\n`);
    expect(stderr).toContain("Feedback page: page.html\n");
    await expect(cp(join(at, "page.html"), join(folder, "copy.html"))).resolves.toBeUndefined();
  }));

test("gradecheck says where it has looked for a submission that is not there", () =>
  inTemporaryFolder(async (folder) => {
    const args = [join(root, "graders/gradecheck.js"), "check", "w1-initialization", "mine.ts"];
    const { stderr } = await run(process.execPath, args, folder, {});
    expect(stderr).toContain(`"mine.ts": no such file or folder; looked at ${join(folder, "mine.ts")}\n`);
  }));

test("gradecheck, started by what npm started, is not misled by where npm was called", () =>
  inTemporaryFolder(async (folder) => {
    await cp(join(root, "assignments/w1-initialization/starter.ts"), join(folder, "mine.ts"));
    const args = [join(root, "graders/gradecheck.js"), "check", "w1-initialization", "mine.ts"];
    const { stderr } = await run(process.execPath, args, folder, npm);
    expect(stderr).toContain(`Reading ${join(folder, "mine.ts")}\n`);
  }));
