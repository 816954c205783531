// Before any command has this process stand in its folder: esbuild starts its own process, whenever that is, in the folder that was the
// working directory when it was loaded.
import "esbuild";
import process, { stderr, stdout } from "node:process";
import { expect, vi } from "vitest";
import { runCommandLine } from "../../graders/command-line.ts";
import type { CliResult } from "./run-cli.ts";

/**
 * Runs a command line as `runCli()` does, but in this process, so that its modules and TensorFlow are loaded once for all runs in
 * a file of tests. What is about the process itself takes a real one: signals, how it ends, the modes of files, two runs at once.
 * @param cwd Working directory.
 * @throws {Error} where a run is under way, or has left something in the process that the next one could live on.
 */
export function runHere(cwd: string, ...args: readonly string[]): Promise<CliResult> {
  return runHereWith({}, cwd, ...args);
}

/** The same under another course secret. */
export function runHereUnder(secret: string, cwd: string, ...args: readonly string[]): Promise<CliResult> {
  return runHereWith({ GRADECHECK_SECRET: secret }, cwd, ...args);
}

/** The same with other variables in its environment, and in that of the processes it starts. */
export async function runHereWith(
  environment: Readonly<Record<string, string>>,
  cwd: string,
  ...args: readonly string[]
): Promise<CliResult> {
  if (isRunning) throw new Error("Cannot run two commands in one process at once");
  isRunning = true;
  const before = heldByCommands();
  const childrenBefore = countChildren();
  const given = lend(cwd, { GRADECHECK_SECRET: "the tests' own secret", ...environment });
  const output = captureOutput();
  try {
    return { code: await runCommandLine(args), ...output.texts };
  } finally {
    output.stop();
    given.takeBack();
    // A process that has ended is let go a turn later; one that a test has started before may be so meanwhile.
    const expectNothingLeft = (): void => {
      expect(heldByCommands(), "what the command has left").toBe(before);
      expect(countChildren(), "processes that the command has left").toBeLessThanOrEqual(childrenBefore);
    };
    await vi.waitFor(expectNothingLeft, { timeout: 10_000, interval: 5 }).finally(() => {
      isRunning = false;
    });
  }
}

let isRunning = false;

/** What a command may hold while it runs: listeners for its end; and the exit code, which is its launcher's to set. */
function heldByCommands(): string {
  const listeners = ["SIGINT", "SIGTERM", "SIGHUP", "exit"].map((event) => `${event} ${process.listenerCount(event)}`);
  return [...listeners, `exit code ${process.exitCode}`].join(", ");
}

const countChildren = (): number => process.getActiveResourcesInfo().filter((one) => one === "ProcessWrap").length;

/** Has this process stand in a folder, with these variables. */
function lend(cwd: string, variables: Readonly<Record<string, string>>): { readonly takeBack: () => void } {
  const home = process.cwd();
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  process.chdir(cwd);
  Object.assign(process.env, variables);
  return {
    takeBack: () => {
      process.chdir(home);
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    },
  };
}

/** Takes what is written to standard output and standard error, in place of both. */
function captureOutput(): { readonly texts: { stdout: string; stderr: string }; readonly stop: () => void } {
  const texts = { stdout: "", stderr: "" };
  const spies = (
    [
      ["stdout", stdout],
      ["stderr", stderr],
    ] as const
  ).map(([name, stream]) =>
    vi.spyOn(stream, "write").mockImplementation((chunk) => {
      texts[name] += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
      return true;
    }),
  );
  return {
    texts,
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
