import { expect, test } from "vitest";
import { runProcess } from "./run-process.ts";

/** Computes for so long, seconds of processor time, however busy the machine is. */
const compute = (seconds: number): string =>
  `for (let used = 0; used < ${seconds}e6; ) { const { user, system } = process.cpuUsage(); used = user + system; }`;

test.skipIf(process.platform === "win32")("runProcess() counts what a process and its children compute", async () => {
  const child = JSON.stringify(compute(0.4));
  const program = `${compute(0.2)} require("node:child_process").spawnSync(process.execPath, ["-e", ${child}]);`;
  const { cpuSeconds, seconds } = await runProcess(["-e", program]);
  expect(cpuSeconds).toBeGreaterThan(0.55);
  expect(cpuSeconds).toBeLessThan(2 * seconds);
});

test.skipIf(process.platform !== "linux")("runProcess() counts a child that nobody waits for", async () => {
  // It waits to be seen.
  const child = JSON.stringify(`${compute(0.4)} process.stdout.write("done"); setInterval(() => {}, 1000);`);
  const program = `
    const one = require("node:child_process").spawn(process.execPath, ["-e", ${child}], { detached: true });
    one.stdout.once("data", () => setTimeout(() => {
      one.kill("SIGKILL");
      process.kill(process.pid, "SIGKILL");
    }, 500));`;
  const { cpuSeconds } = await runProcess(["-e", program], { codes: [137] });
  expect(cpuSeconds).toBeGreaterThan(0.35);
});

test("runProcess() throws where a process fails", async () => {
  await expect(runProcess(["-e", "process.exit(4)"])).rejects.toThrow("exit code 4");
});
