import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { processorTime } from "../../../sandbox/pool/processor-time.ts";

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

describe.runIf(process.platform === "linux")("processorTime()", () => {
  it("tells computing from sleeping", async () => {
    const [busy, asleep] = await Promise.all([
      afterDoing("const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end)"),
      afterDoing("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)"),
    ]);
    const [worked, slept] = [processorTime(busy.pid), processorTime(asleep.pid)];
    await Promise.all([busy.end(), asleep.end()]);
    // Ticks of 10 ms; starting Node takes some time of both.
    expect((worked?.ranMs ?? 0) - (slept?.ranMs ?? 0)).toBeGreaterThanOrEqual(150);
    expect(worked?.waitedMs).toBeGreaterThanOrEqual(0);
  });

  it("knows nothing of a process that is gone", async () => {
    const { pid, end } = await afterDoing("0");
    await end();
    expect(processorTime(pid)).toBeUndefined();
    expect(processorTime(undefined)).toBeUndefined();
  });
});
