import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Launcher } from "../../../sandbox/os/launchers.ts";
import { spawnNode, type WorkerProcess } from "../../../sandbox/os/spawn-worker.ts";

/** How a process ended, and what it wrote. */
export type NativeEnd = { readonly code: number | null; readonly output: string; readonly errors: string };

/**
 * Node without its permission model, in the place of a worker: it can do what native code in a worker can do, so what it
 * cannot do is what the operating system keeps it from.
 */
export class NativeProcess {
  readonly process: WorkerProcess;
  readonly directory: string;
  readonly ended: Promise<NativeEnd>;

  private constructor(process: WorkerProcess, directory: string) {
    this.process = process;
    this.directory = directory;
    let [output, errors] = ["", ""];
    process.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    process.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    this.ended = new Promise((resolve) => process.on("close", (code) => resolve({ code, output, errors })));
  }

  static async start(program: string, launcher: Launcher, memoryLimitBytes = 2 ** 30): Promise<NativeProcess> {
    const directory = await mkdtemp(join(tmpdir(), "gradecheck-native-"));
    return new NativeProcess(spawnNode(["-e", program], { directory, memoryLimitBytes }, launcher), directory);
  }

  /** Resolves when it has written this. */
  async says(text: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.process.stdout.on("data", (chunk: string) => {
        if (chunk.includes(text)) resolve();
      });
      void this.ended.then(({ errors }) => reject(new Error(`It ended before it said "${text}": ${errors}`)));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.process.kill("SIGKILL");
    await this.ended;
    await rm(this.directory, { recursive: true });
  }
}

/**
 * Evaluates an expression in such a process.
 * @returns Its value, or what it promises; it has to be representable as JSON.
 */
export async function evaluateNatively(expression: string, launcher: Launcher): Promise<unknown> {
  await using native = await NativeProcess.start(
    `Promise.resolve(${expression}).then((value) => console.log(JSON.stringify(value)))`,
    launcher,
  );
  const { output, errors } = await native.ended;
  if (output === "") throw new Error(`The process did not answer: ${errors}`);
  return JSON.parse(output);
}

/** Whether a process runs: it is not gone, and does not merely wait to be cleared away. */
export async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, "latin1").catch(() => "State:\tZ");
  return !/^State:\s+[ZX]/m.test(status);
}
