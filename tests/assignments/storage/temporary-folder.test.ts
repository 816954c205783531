import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { chmod, glob, mkdir, readdir, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ownFolderPrefix } from "../../../assignments/storage/folder-owner.ts";
import { openTemporaryFolder, sweepTemporaryFolders } from "../../../assignments/storage/temporary-folder.ts";
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

const own = ownFolderPrefix();
/** A process of this machine that has ended. */
const ended = own.replace(`-${process.pid}-`, `-${spawnSync("true").pid}-`);
/** Our process id, given to an earlier process. */
const reused = own.replace(/-\d+-$/, "-1-");
const elsewhere = own.replace(/-[0-9a-f]{8}-/, "-00000000-");

async function folder(parent: string, name: string): Promise<string> {
  const path = join(parent, name);
  await mkdir(join(path, "inner"), { recursive: true, mode: 0o700 });
  await writeFile(join(path, "inner", "submission.ts"), "");
  return path;
}

it("sweepTemporaryFolders() removes what ended processes left, and nothing of one that runs", async () => {
  await inTemporaryFolder(async (parent) => {
    for (const prefix of [own, ended, reused, elsewhere]) await folder(parent, `${prefix}batch-AAAAAA`);
    await folder(parent, "gradecheck-results");
    await folder(parent, "gradecheck-test-AAAAAA");
    await sweepTemporaryFolders(parent);
    const kept = [`${own}batch-AAAAAA`, `${elsewhere}batch-AAAAAA`, "gradecheck-results", "gradecheck-test-AAAAAA"];
    expect((await readdir(parent)).sort()).toEqual(kept.sort());
  });
});

it("sweepTemporaryFolders() keeps what another machine or container left for a week", async () => {
  await inTemporaryFolder(async (parent) => {
    const path = await folder(parent, `${elsewhere}batch-AAAAAA`);
    const eightDays = (Date.now() - 8 * 86_400_000) / 1000;
    await utimes(path, eightDays, eightDays);
    await sweepTemporaryFolders(parent);
    expect(await readdir(parent)).toEqual([]);
  });
});

it("sweepTemporaryFolders() follows no link, and touches nothing that others may enter or that is no folder", async () => {
  await inTemporaryFolder(async (parent) => {
    await inTemporaryFolder(async (precious) => {
      await folder(precious, "mine");
      await symlink(precious, join(parent, `${ended}linked-AAAAAA`));
      await writeFile(join(parent, `${ended}file-AAAAAA`), "", { mode: 0o600 });
      await chmod(await folder(parent, `${ended}open-AAAAAA`), 0o755);
      await symlink(precious, join(await folder(parent, `${ended}batch-AAAAAA`), "way-out"));
      await sweepTemporaryFolders(parent);
      const kept = ["file", "linked", "open"].map((purpose) => `${ended}${purpose}-AAAAAA`);
      expect((await readdir(parent)).sort()).toEqual(kept);
      expect(await readdir(precious)).toEqual(["mine"]);
    });
  });
});

it("sweepTemporaryFolders() leaves to others what is theirs", async () => {
  await inTemporaryFolder(async (parent) => {
    await folder(parent, `${ended}batch-AAAAAA`);
    await sweepTemporaryFolders(parent, (process.getuid?.() ?? 0) + 1);
    expect(await readdir(parent)).toHaveLength(1);
  });
});

it("sweepTemporaryFolders() may run twice at once", async () => {
  await inTemporaryFolder(async (parent) => {
    for (let i = 10; i < 60; i++) await folder(parent, `${ended}batch-AAAA${i}`);
    await Promise.all([sweepTemporaryFolders(parent), sweepTemporaryFolders(parent)]);
    expect(await readdir(parent)).toEqual([]);
  });
});
