import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  LockHeldError,
  type LockHolder,
  lockFile,
  requireUnlocked,
  waitForLock,
} from "../../../assignments/storage/lock-file.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

const module = JSON.stringify(new URL("../../../assignments/storage/lock-file.ts", import.meta.url).href);

/** So that nobody waits for long. */
const heartbeatMs = 100;

/** Starts a process that takes a lock, says so, and stays. */
async function holder(file: string, after = "setInterval(() => {}, 1000)") {
  const code = `const { lockFile } = await import(${module}); await lockFile(${JSON.stringify(file)}); console.log("held"); ${after}`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

describe("lockFile()", () => {
  it("gives a lock to one, says who has it, and gives it to the next after that", () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, "a.lock");
      const first = await lockFile(file);
      await expect(lockFile(file)).rejects.toThrow(new RegExp(`process ${process.pid} on .* has held it since 20`));
      await expect(requireUnlocked(file)).rejects.toBeInstanceOf(LockHeldError);
      await first[Symbol.asyncDispose]();
      await requireUnlocked(file);
      await using _ = await lockFile(file);
      expect(await readdir(folder)).toEqual(["a.lock"]);
    }));

  it("takes over at once from a process that was killed, and from no other", () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, "a.lock");
      const child = await holder(file);
      await utimes(file, new Date(0), new Date(0));
      await expect(lockFile(file)).rejects.toMatchObject({ holder: { pid: child.pid } });
      child.kill("SIGKILL");
      await once(child, "exit");
      await using _ = await lockFile(file);
      expect(JSON.parse(await readFile(file, "utf8")).pid).toBe(process.pid);
      expect(await readdir(folder)).toEqual(["a.lock"]);
    }));

  it("takes nothing from a process that seems to have ended, and shows that it is there", () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, "a.lock");
      const child = await holder(file);
      const text = await readFile(file, "utf8");
      child.kill("SIGKILL");
      await once(child, "exit");
      const touching = setInterval(() => utimes(file, new Date(), new Date()), heartbeatMs / 5);
      try {
        await expect(lockFile(file, { heartbeatMs })).rejects.toMatchObject({ holder: { pid: child.pid } });
      } finally {
        clearInterval(touching);
      }
      expect(await readFile(file, "utf8")).toBe(text);
    }));

  it.each([
    ["is taken over", undefined, (file: string) => writeFile(file, '{"token":"another"}')],
    ["is removed", heartbeatMs, (file: string) => rm(file)],
  ])("tells its holder when it %s, and leaves it to whoever has it", (_, beats, lose) =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, "a.lock");
      const { promise, resolve } = Promise.withResolvers<void>();
      const lock = await lockFile(file, { onLost: resolve, ...(beats !== undefined && { heartbeatMs: beats }) });
      await lose(file);
      const left = await readdir(folder);
      await promise;
      await lock[Symbol.asyncDispose]();
      expect(await readdir(folder)).toEqual(left);
    }),
  );

  it("is released when the process ends, also by an exception", () =>
    inTemporaryFolder(async (folder) => {
      const child = await holder(join(folder, "a.lock"), "process.exit(130)");
      await once(child, "exit");
      expect(await readdir(folder)).toEqual([]);
    }));

  it.each([
    ["not been touched for a minute", (now: number) => now - 61_000, true],
    ["been touched in a future that no clock has", (now: number) => now + 3_600_000, true],
    ["just been touched", (now: number) => now, false],
  ])("judges a holder on another machine by its file: it has %s", (_, touched, isFree) =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, "a.lock");
      const elsewhere = {
        pid: 1,
        host: "elsewhere",
        since: "2026-11-20T18:00:00.000Z",
        owner: "gradecheck-00000000-1-1-",
      };
      for (const text of [JSON.stringify({ ...elsewhere, token: "0" }), "", "no JSON"]) {
        await writeFile(file, text);
        const time = new Date(touched(Date.now()));
        await utimes(file, time, time);
        const taken = lockFile(file);
        if (isFree) await (await taken)[Symbol.asyncDispose]();
        else await expect(taken).rejects.toBeInstanceOf(LockHeldError);
      }
    }),
  );

  it("is had by one of many who find a dead one", () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, "a.lock");
      await writeFile(file, "left behind");
      await utimes(file, new Date(0), new Date(0));
      const tried = await Promise.allSettled(Array.from({ length: 20 }, () => lockFile(file)));
      expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await readdir(folder)).toEqual(["a.lock"]);
    }));
});

describe("waitForLock()", () => {
  it("waits for whoever has it, says so once, and gets it", () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, "a.lock");
      const child = await holder(file);
      const waits: number[] = [];
      const onWait = ({ pid }: LockHolder): void => {
        waits.push(pid);
        child.kill("SIGKILL");
      };
      const waited = waitForLock(file, onWait, { heartbeatMs });
      await using _ = await waited;
      expect(waits).toEqual([child.pid]);
    }));
});

describe("a lock that cannot be read", () => {
  it.each([
    ["a folder", (file: string) => mkdir(file), "it is no file"],
    ["a link that leads nowhere", (file: string) => symlink("nowhere", file), "it is a link that leads nowhere"],
    ["a link that leads to itself", (file: string) => symlink("a.lock", file), "ELOOP"],
  ])("is told at once, and is neither free nor held: %s", (_, make, reason) =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, "a.lock");
      await make(file);
      const message = `Cannot read the lock "${file}": ${reason}`;
      await expect(requireUnlocked(file)).rejects.toThrow(message);
      await expect(lockFile(file)).rejects.toThrow(message);
      expect(await readdir(folder)).toEqual(["a.lock"]);
    }),
  );
});
