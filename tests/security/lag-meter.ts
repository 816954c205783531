// Loaded into the grading process by `--import`: measures for how long its event loop is held while submissions are graded, and
// writes that to the file named in the environment when the process ends.
import { subscribe } from "node:diagnostics_channel";
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Script } from "node:vm";
import { readIsolatedVmArgument } from "../../sandbox/protocol/worker-arguments.ts";

/** For how long the event loop of a grading process was held at most, milliseconds. */
export type HostLag = {
  /** By the clock: what other processes take of the machine is in it. */
  readonly wallMs: number;
  /**
   * Time for which the thread really computed without coming back to its loop, as it would be on the reference machine. Neither a busy
   * machine nor a slow one adds to it.
   */
  readonly cpuMs: number;
};

/** Name of the variable that holds the file to write to. */
export const lagFileVariable = "GRADECHECK_TEST_LAG_FILE";

const tickMs = 5;
/** What `yardstick` takes of the processor on the reference machine, milliseconds: on one as fast, or faster, time counts as it is. */
const referenceMs = 16;

/**
 * How fast this machine is at what mostly holds an event loop: code that V8 has not seen before, compiled and run for the first time.
 * @returns Milliseconds of computing: the middle one of five, since what the machine does beside it is in none, or in few.
 */
function yardstick(): number {
  const functions = Array.from(
    { length: 400 },
    (_, i) =>
      `const f${i} = (a, b) => { const c = { a, b, i: ${i} }; return Object.keys(c).map((key) => key + c[key]).join(); };`,
  );
  const calls = functions.map((_, i) => `f${i}(${i}, "b").length`).join(" + ");
  const rounds = [0, 1, 2, 3, 4].map((round) => {
    const before = process.threadCpuUsage();
    new Script(`"use strict"; { ${functions.join("\n")} ${calls} + ${round}; }`).runInThisContext();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return rounds.sort((a, b) => a - b)[2] ?? 0;
}
const file = process.env[lagFileVariable];
const isGrading = process.argv[2] === "grade" || process.argv[2] === "batch";

if (file !== undefined && isGrading) {
  const monitor = monitorEventLoopDelay({ resolution: tickMs });
  let mostCpuMs = 0;
  let isRunning = false;
  let ticks: NodeJS.Timeout | undefined;
  const start = (): void => {
    if (isRunning) return;
    isRunning = true;
    monitor.enable();
    let before = process.threadCpuUsage();
    let last = performance.now();
    ticks = setInterval(() => {
      const { user, system } = process.threadCpuUsage(before);
      const cpuMs = (user + system) / 1000;
      const now = performance.now();
      // Between two ticks the loop may have come round several times, with little to do in each.
      if (now - last > 2 * tickMs) mostCpuMs = Math.max(mostCpuMs, Math.min(cpuMs, now - last - tickMs));
      before = process.threadCpuUsage();
      last = now;
    }, tickMs).unref();
  };
  // The charts of a class are drawn when everybody has been graded: they hold up nobody.
  subscribe("tracing:module.import:start", (message) => {
    if ((message as { readonly url?: string }).url !== "vega") return;
    monitor.disable();
    clearInterval(ticks);
  });
  // What is made ready before the first worker starts, which is told where isolated-vm is, is no submission's doing.
  subscribe("child_process", (message) => {
    const { process: child } = message as { readonly process: { readonly spawnargs?: readonly string[] } };
    setImmediate(() => {
      if (readIsolatedVmArgument(child.spawnargs ?? []) !== undefined) start();
    });
  });
  process.once("exit", () => {
    monitor.disable();
    // Where no worker was seen, nothing was measured, and no limit is kept.
    const lag: HostLag = isRunning
      ? { wallMs: monitor.max / 1e6 - tickMs, cpuMs: mostCpuMs / Math.max(1, yardstick() / referenceMs) }
      : { wallMs: Number.MAX_VALUE, cpuMs: Number.MAX_VALUE };
    writeFileSync(file, JSON.stringify(lag));
  });
}
