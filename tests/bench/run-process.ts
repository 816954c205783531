import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { ProcessorTime, readTimes, timingShell } from "./processor-time.ts";

/** How a process went. */
export type ProcessRun = {
  readonly code: number | null;
  readonly seconds: number;
  /** Processor time of the process and everything that it started, seconds. */
  readonly cpuSeconds: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Most resident memory of the process itself, mebibytes; 0 where the system does not tell. */
  readonly peakMb: number;
};

const lookMs = 50;

/**
 * Runs Node with arguments and waits for its end.
 * @param options.codes Exit codes with which it may end, default 0.
 * @throws {Error} where it ends with another.
 */
export async function runProcess(
  args: readonly string[],
  { codes = [0], ...options }: { cwd?: string; env?: NodeJS.ProcessEnv; codes?: readonly number[] } = {},
): Promise<ProcessRun> {
  const start = performance.now();
  const [shell, ...words] = [...timingShell, process.execPath, ...args];
  const child = spawn(shell, words, { ...options, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  const [, ...pipes] = child.stdio as (Readable | null)[];
  const output = ["", "", ""];
  for (const [i, pipe] of pipes.entries()) {
    pipe?.setEncoding("utf8").on("data", (text: string) => {
      output[i] += text;
    });
  }
  const time = new ProcessorTime();
  const look = setInterval(() => child.pid !== undefined && time.look(child.pid), lookMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  clearInterval(look);
  const seconds = (performance.now() - start) / 1000;
  const [stdout = "", stderr = "", times = ""] = output;
  if (!codes.includes(code ?? -1)) throw new Error(`Cannot measure: exit code ${code}\n${stderr}`);
  return { code, seconds, cpuSeconds: Math.max(readTimes(times), time.seconds), stdout, stderr, peakMb: time.peakMb };
}
