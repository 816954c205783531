import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";

const command = new URL("../../graders/gradecheck.js", import.meta.url);
const rule = new URL("../../assignments/storage/user-directory.ts", import.meta.url);

test.skipIf(process.platform === "win32").each([
  ["XDG_CACHE_HOME", (folder: string) => ({ HOME: join(folder, "home"), XDG_CACHE_HOME: join(folder, "cache") })],
  ["HOME", (folder: string) => ({ HOME: folder })],
  ["HOME, where XDG_CACHE_HOME is no absolute path", (folder: string) => ({ HOME: folder, XDG_CACHE_HOME: "cache" })],
])("the command keeps its code compiled where userDirectory() puts caches, by %s", (_, environmentIn) =>
  inTemporaryFolder(async (folder) => {
    const options = { env: environmentIn(folder), cwd: folder };
    const run = async (...args: readonly string[]) =>
      (await promisify(execFile)(process.execPath, args, options)).stdout;
    await run(command.pathname, "--version");
    const caches = await run("-p", `require(${JSON.stringify(rule.pathname)}).userDirectory("cache", process.env)`);
    expect(caches.startsWith(folder)).toBe(true);
    expect(existsSync(join(caches.trim(), "code"))).toBe(true);
  }),
);
