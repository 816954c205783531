import { spawn } from "node:child_process";
import { killGroup } from "../../../assignments/storage/processes.ts";

/** How to run a command and how long to wait for it. */
export type CommandOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The command is killed after this long without output or growth, milliseconds. */
  readonly idleMs: number;
  /** A size that grows while the command works, bytes; asked for four times a second. */
  readonly measure?: () => Promise<number>;
  /** Told each measured size, bytes, and the time since the start, milliseconds. */
  readonly onProgress?: (bytes: number, elapsedMs: number) => void;
};

/** What a command wrote to stdout, or in one line why it failed. */
export type CommandResult =
  | { readonly ok: true; readonly stdout: string }
  | { readonly ok: false; readonly reason: string };

const pollMs = 250;

/** Runs a command without a shell, with a limit on how long it may be silent; never throws for what the command does. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawnGroup(command, args, options);
    const output = { stdout: "", stderr: "" };
    const started = Date.now();
    let lastActivity = started;
    let lastSize = -1;
    let silent = false;

    const kill = () => killGroup(child);
    // First of all: what is still at work would go on writing where others clear up.
    process.prependOnceListener("exit", kill);

    const poll = setInterval(async () => {
      const size = (await options.measure?.().catch(() => 0)) ?? 0;
      if (size !== lastSize) lastActivity = Date.now();
      lastSize = size;
      options.onProgress?.(size, Date.now() - started);
      silent = Date.now() - lastActivity > options.idleMs;
      if (silent) kill();
    }, pollMs);

    const finish = (result: CommandResult) => {
      clearInterval(poll);
      process.off("exit", kill);
      resolve(result);
    };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        lastActivity = Date.now();
        output[stream] = (output[stream] + text).slice(-100_000);
      });
    }
    child.on("error", (error) => finish({ ok: false, reason: `${command} cannot be started: ${error.message}` }));
    child.on("close", (code, signal) => {
      if (code === 0) return finish({ ok: true, stdout: output.stdout });
      const ending = silent ? `no sign of life for ${options.idleMs / 1000} s` : `ended with ${code ?? signal}`;
      finish({ ok: false, reason: `${ending}${telling(output.stderr || output.stdout)}` });
    });
  });
}

/** Starts a command in a process group of its own, so that the compilers and downloaders it starts end with it. */
function spawnGroup(command: string, args: readonly string[], { cwd, env }: CommandOptions) {
  const detached = process.platform !== "win32";
  // npm is a script there, which only a shell finds.
  const shell = command === "npm" && process.platform === "win32";
  return spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached, shell });
}

/** The line of a failed command's output that says most. */
function telling(output: string): string {
  const lines = output
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("at "));
  // npm ends with advice, and with where its log is.
  const marks = [
    /^npm error .*(reason:|not found|no matching|no space|denied)/i,
    /^\w*error\b/i,
    /\berror\b|denied|forbidden|no module|not found/i,
  ];
  const found = marks.map((mark) => lines.findLast((line) => mark.test(line))).find((line) => line !== undefined);
  const line = found ?? lines.at(-1);
  return line === undefined ? "" : `: ${line.slice(0, 300)}`;
}
