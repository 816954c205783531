import { spawn } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type HostLag, lagFileVariable } from "./lag-meter.ts";
import { canListProcesses, type LivingProcess, processesIn } from "./processes.ts";

const launcher = fileURLToPath(new URL("../../graders/gradecheck.js", import.meta.url));
const lagMeter = new URL("lag-meter.ts", import.meta.url).href;
const pollMs = 50;

/** How one run of the command line went, seen from outside. */
export type GradingRun = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** Most memory that the grading process held, mebibytes; 0 where the system does not tell. */
  readonly hostPeakMb: number;
  /** Most memory that one of the processes it started held: workers, compiler, esbuild. */
  readonly workerPeakMb: number;
  /** For how long the grading process did not come back to its event loop, see `lag-meter.ts`. */
  readonly lag: HostLag;
  /** Processes of this run that outlived it. */
  readonly left: readonly LivingProcess[];
};

/**
 * Runs `gradecheck` as a person would, and watches its processes: all of them have their working directory in the folder.
 * @param folder Real path of an empty folder; working directory and place of temporary files.
 * @param options.environment Variables beside those of this process.
 * @param options.limitMs Time after which the run and all its processes are killed, milliseconds; default none.
 */
export async function runGrading(
  folder: string,
  args: readonly string[],
  options: { readonly environment?: Readonly<Record<string, string>>; readonly limitMs?: number } = {},
): Promise<GradingRun> {
  await mkdir(join(folder, "tmp"), { recursive: true });
  const { GITHUB_ACTIONS: _, ...rest } = process.env;
  const env = {
    ...rest,
    ...options.environment,
    TMPDIR: join(folder, "tmp"),
    [lagFileVariable]: join(folder, "lag.json"),
    GRADECHECK_SECRET: "the attacks' own secret",
  };
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", lagMeter, launcher, ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  const peak = { host: 0, worker: 0 };
  const look = async (): Promise<void> => {
    for (const { pid, peakRssMb, command } of await processesIn(folder)) {
      const role = pid === child.pid || command.includes("graders/gradecheck.js") ? "host" : "worker";
      peak[role] = Math.max(peak[role], peakRssMb);
    }
  };
  const poll = canListProcesses ? setInterval(() => void look(), pollMs) : undefined;
  const killAll = async (): Promise<void> => {
    child.kill("SIGKILL");
    for (const { pid } of canListProcesses ? await processesIn(folder) : []) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // Gone meanwhile.
      }
    }
  };
  let killing: Promise<void> | undefined;
  const overrun = (): void => {
    killing = killAll();
  };
  const limit = options.limitMs === undefined ? undefined : setTimeout(overrun, options.limitMs);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearTimeout(limit);
  await killing;
  clearInterval(poll);
  const left = canListProcesses ? await processesIn(folder) : [];
  const seconds = (performance.now() - start) / 1000;
  const lag = await readLag(join(folder, "lag.json"));
  return { code, ...output, seconds, hostPeakMb: peak.host, workerPeakMb: peak.worker, lag, left };
}

/** A run that was killed has written nothing. */
async function readLag(file: string): Promise<HostLag> {
  const unknown = { wallMs: Number.POSITIVE_INFINITY, cpuMs: Number.POSITIVE_INFINITY };
  return readFile(file, "utf8").then(
    (text) => JSON.parse(text) as HostLag,
    () => unknown,
  );
}
