import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../../graders/gradecheck.js", import.meta.url));

/** What a run of the command line gave. */
export type CliResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs `gradecheck` as a person would, with a course secret of the tests'. @param cwd Working directory. */
export function runCli(cwd: string, ...args: readonly string[]): Promise<CliResult> {
  const env = { ...process.env, GRADECHECK_SECRET: "the tests' own secret" };
  const options = { cwd, env, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(process.execPath, [launcher, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
