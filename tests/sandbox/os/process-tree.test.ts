import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseLauncher } from "../../../sandbox/os/choose-launcher.ts";
import { plainLauncher } from "../../../sandbox/os/launchers.ts";
import { computedTime, residentMemory, WaitedTime } from "../../../sandbox/os/process-tree.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { NativeProcess } from "../pool/native-process.ts";

/** A process that says when it has done something, and then waits to be ended. */
async function afterDoing(work: string): Promise<{ readonly pid: number; readonly end: () => Promise<void> }> {
  const child = spawn(process.execPath, ["-e", `${work}; process.stdout.write("done"); setInterval(() => {}, 1e6)`]);
  await once(child.stdout, "data");
  const end = async (): Promise<void> => {
    const closed = once(child, "close");
    child.kill("SIGKILL");
    await closed;
  };
  return { pid: child.pid ?? 0, end };
}

function waitedTime(pids: readonly number[], root?: string): number | undefined {
  using waited = new WaitedTime(pids, root);
  return waited.ms;
}

describe.runIf(process.platform === "linux")("computedTime() and WaitedTime", () => {
  it("tells computing from sleeping", async () => {
    const [busy, asleep] = await Promise.all([
      afterDoing(
        "const used = () => process.cpuUsage().user + process.cpuUsage().system; const end = used() + 2e5; while (used() < end)",
      ),
      afterDoing("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)"),
    ]);
    const [worked, slept, waited] = [computedTime(busy.pid), computedTime(asleep.pid), waitedTime([busy.pid])];
    await Promise.all([busy.end(), asleep.end()]);
    // Ticks of 10 ms; starting Node takes some time of both.
    expect((worked ?? 0) - (slept ?? 0)).toBeGreaterThanOrEqual(100);
    expect(waited).toBeGreaterThanOrEqual(0);
  });

  it("knows nothing of a process that is gone", async () => {
    const { pid, end } = await afterDoing("0");
    using waited = new WaitedTime([pid]);
    expect(waited.ms).toBeGreaterThanOrEqual(0);
    await end();
    expect(waited.ms).toBeUndefined();
    expect(computedTime(pid)).toBeUndefined();
    expect(computedTime(undefined)).toBeUndefined();
    expect(waitedTime([pid])).toBeUndefined();
    expect(waitedTime([])).toBeUndefined();
  });

  it("know what the others did where one of them has just ended, or where the kernel counts one thing and not the other", async () => {
    await inTemporaryFolder(async (root) => {
      const children = (pid: number): string => join(root, `${pid}/task/${pid}`);
      for (const pid of [1, 3]) await mkdir(children(pid), { recursive: true });
      await writeFile(join(children(1), "children"), "2 3 ");
      await writeFile(join(root, "1/schedstat"), "9 5000000 1");
      await writeFile(join(root, "3/schedstat"), "9 7000000 1");
      expect(waitedTime([1, 2, 3], root)).toBe(12);
      expect(computedTime(1, root)).toBeUndefined();
      await writeFile(join(root, "3/stat"), `3 (a name) R ${"0 ".repeat(10)}4 6 0`);
      expect(computedTime(1, root)).toBe(100);
    });
  });
});

const heldBytes = 2 ** 27;
const holds = `globalThis.held = Buffer.alloc(${heldBytes}, 1); console.log("held"); setInterval(() => {}, 1000);`;

describe.skipIf(process.platform === "win32")("residentMemory()", () => {
  it.each(["alone", "behind the launcher that is chosen here"])("counts what a process %s holds", async (where) => {
    const launcher = where === "alone" ? plainLauncher : (await chooseLauncher()).launcher;
    await using native = await NativeProcess.start(holds, launcher);
    await native.says("held");
    const bytes = (await residentMemory(native.process.pid ?? 0)) ?? 0;
    expect(bytes).toBeGreaterThan(heldBytes);
    expect(bytes).toBeLessThan(3 * heldBytes);
  });

  it("says that a process is gone", async () => {
    const native = await NativeProcess.start("", plainLauncher);
    await native[Symbol.asyncDispose]();
    expect(await residentMemory(native.process.pid ?? 0)).toBeUndefined();
  });
});
