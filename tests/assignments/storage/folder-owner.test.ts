import { readFileSync, readlinkSync } from "node:fs";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownerOf, ownFolderPrefix } from "../../../assignments/storage/folder-owner.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

const own = ownFolderPrefix();
const bootId = readFileSync("/proc/sys/kernel/random/boot_id", "latin1");

/** What Linux shows in /proc to somebody from whom it hides the processes of others. */
async function withHiddenProcesses(boot: string, use: (processes: string) => void): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "self", "ns"), { recursive: true });
    await writeFile(join(folder, "self", "stat"), readFileSync("/proc/self/stat"));
    await symlink(readlinkSync("/proc/self/ns/pid"), join(folder, "self", "ns", "pid"));
    await mkdir(join(folder, "sys", "kernel", "random"), { recursive: true });
    await writeFile(join(folder, "sys", "kernel", "random", "boot_id"), boot);
    use(folder);
  });
}

describe("ownerOf()", () => {
  it("does not know of a process that is there and hidden", () =>
    withHiddenProcesses(bootId, (processes) => {
      expect(ownerOf(own)).toBe("running");
      expect(ownerOf(own, processes)).toBeUndefined();
    }));

  it("does not know of the processes of a copy of this machine, which has its name", () =>
    withHiddenProcesses("0a3f2a60-7d1e-4d0e-9d52-000000000000\n", (processes) => {
      const ended = own.replace(`-${process.pid}-`, "-4194305-");
      expect(ownerOf(ended)).toBe("ended");
      expect(ownerOf(ended, processes)).toBeUndefined();
    }));
});
