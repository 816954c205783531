import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { glob, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openTemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

const module = new URL("../../../assignments/storage/temporary-folder.ts", import.meta.url).href;

/** Runs a program that has a folder open, and gives its exit code. @param rest What it does with `folder`. */
function run(temporary: string, rest: string): number {
  const program = `import { openTemporaryFolder } from ${JSON.stringify(module)};
    import { writeFileSync } from "node:fs";
    const folder = openTemporaryFolder("test");
    writeFileSync(folder.path + "/submission.ts", "");
    ${rest}`;
  try {
    const env = { ...process.env, TMPDIR: temporary };
    execFileSync(process.execPath, ["--input-type=module", "-e", program], { env, stdio: "ignore" });
    return 0;
  } catch (error) {
    return (error as { status: number }).status;
  }
}

describe("openTemporaryFolder", () => {
  it("makes a folder that nobody else can read, and disposal removes it with what is in it", async () => {
    const folder = openTemporaryFolder("test");
    await writeFile(join(folder.path, "submission.ts"), "");
    expect(statSync(folder.path).mode & 0o777).toBe(0o700);
    await folder[Symbol.asyncDispose]();
    expect(existsSync(folder.path)).toBe(false);
  });

  it.each([
    ["ends by itself", "", 0],
    ["exits", "process.exit(5);", 5],
    ["throws", "throw new Error('in the middle');", 1],
    ["throws where nobody waits", "setTimeout(() => { throw new Error('in the middle'); });", 1],
    ["forgets a promise", "Promise.reject(new Error('in the middle'));", 1],
  ])("removes it when the process %s", async (_, rest, code) => {
    await inTemporaryFolder(async (temporary) => {
      expect(run(temporary, rest)).toBe(code);
      expect(await readdir(temporary)).toEqual([]);
    });
  });

  it("is what makes every temporary folder", async () => {
    const root = fileURLToPath(new URL("../../../", import.meta.url));
    const rooms = ["assignments", "reference", "sandbox", "reports", "graders"];
    const files = await Promise.all(rooms.map((room) => Array.fromAsync(glob(`${room}/**/*.{ts,js}`, { cwd: root }))));
    const makers = files.flat().filter((file) => /\bmkdtemp(Sync)?\(/.test(readFileSync(join(root, file), "utf8")));
    expect(makers).toEqual([join("assignments", "storage", "temporary-folder.ts")]);
  });

  it("sweeps at its first use what a killed process left behind", async () => {
    await inTemporaryFolder(async (temporary) => {
      run(temporary, "process.kill(process.pid, 'SIGKILL');");
      expect(await readdir(temporary)).toHaveLength(1);
      run(temporary, "");
      expect(await readdir(temporary)).toEqual([]);
    });
  });
});
