import { randomUUID } from "node:crypto";
import { stderr, stdout } from "node:process";
import { disarmCommands } from "../../reports/phrasing/text/json-text.ts";
import { printable } from "../../reports/phrasing/text/printable.ts";

/** Exit codes of every command. */
export const exitCode = {
  /** Graded, whatever the mark. */
  done: 0,
  /** `check`, `verify` or `fairness` found failures. */
  failures: 1,
  /** Wrong use or bad input. */
  usage: 2,
  /** The grader itself failed. */
  graderError: 3,
} as const;

/** One of {@link exitCode}. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Bad input, told to the person who typed it: one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

// Whoever reads the output may have seen enough: `gradecheck list | head`.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

/** Results: for a person's eyes on a terminal, or data with `--json`. */
export function print(text: string): void {
  stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/**
 * Results in words, in which a submission has its say: its name, its messages, what it printed. In the log of a GitHub workflow a
 * line of it could be a command to the runner, so commands are switched off around it; those that other runners look for within
 * a line are disarmed.
 */
export function show(words: string): void {
  const token = randomUUID();
  const isWorkflow = process.env["GITHUB_ACTIONS"] !== undefined;
  const text = disarmCommands(words);
  print(isWorkflow ? `::stop-commands::${token}\n${text.trimEnd()}\n::${token}::` : text);
}

/**
 * News about the run itself; never mixed with results. The name of a path in it cannot act on the terminal, nor command the
 * runner of a workflow.
 * @param options.lines Keep line feeds, of a stack; without it all is one line.
 */
export function tell(text: string, options: { readonly lines?: boolean } = {}): void {
  stderr.write(`${disarmCommands(printable(text, options))}\n`);
}

/** Whether and how wide to paint. */
export function terminalStyle(): { readonly color: boolean; readonly width: number } {
  const { env } = process;
  const color = env["FORCE_COLOR"] !== undefined || (stdout.isTTY && env["NO_COLOR"] === undefined);
  return { color, width: Math.min(stdout.columns || 100, 120) };
}
