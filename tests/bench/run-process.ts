import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

/** How a process went. */
export type ProcessRun = {
  readonly code: number | null;
  readonly seconds: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Most resident memory of the process itself, mebibytes; 0 where the system does not tell. */
  readonly peakMb: number;
};

const lookMs = 20;

/** Runs Node with arguments and waits for its end. */
export async function runProcess(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<ProcessRun> {
  const start = performance.now();
  const child = spawn(process.execPath, [...args], { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  let peakMb = 0;
  const look = setInterval(() => {
    readFile(`/proc/${child.pid}/status`, "latin1").then(
      (status) => {
        peakMb = Math.max(peakMb, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
      },
      () => undefined,
    );
  }, lookMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  clearInterval(look);
  return { code, seconds: (performance.now() - start) / 1000, ...output, peakMb };
}
