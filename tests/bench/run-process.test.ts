import { expect, test } from "vitest";
import { runProcess } from "./run-process.ts";

/** Computes for so long, milliseconds. */
const busy = (ms: number): string => `const end = performance.now() + ${ms}; while (performance.now() < end);`;
const child = (ms: number): string => JSON.stringify(busy(ms));

test.skipIf(process.platform === "win32")("runProcess() counts what a process and its children compute", async () => {
  const program = `${busy(100)} require("node:child_process").spawnSync(process.execPath, ["-e", ${child(300)}]);`;
  const { cpuSeconds, seconds } = await runProcess(["-e", program]);
  expect(cpuSeconds).toBeGreaterThan(0.3);
  expect(cpuSeconds).toBeLessThan(seconds * 2);
});

test.skipIf(process.platform !== "linux")("runProcess() counts a child that nobody waits for", async () => {
  const program = `
    const one = require("node:child_process").spawn(process.execPath, ["-e", ${child(60_000)}], { detached: true });
    setTimeout(() => { one.kill("SIGKILL"); process.kill(process.pid, "SIGKILL"); }, 1000);`;
  const { cpuSeconds } = await runProcess(["-e", program], { codes: [137] });
  expect(cpuSeconds).toBeGreaterThan(0.3);
});

test("runProcess() throws where a process fails", async () => {
  await expect(runProcess(["-e", "process.exit(4)"])).rejects.toThrow("exit code 4");
});
