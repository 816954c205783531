import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../../graders/gradecheck.js", import.meta.url));

/** What a run of the command line gave. */
export type CliResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs `gradecheck` as a person would, with a course secret of the tests'. @param cwd Working directory. */
export function runCli(cwd: string, ...args: readonly string[]): Promise<CliResult> {
  return runProgram(cwd, [process.execPath, launcher, ...args]);
}

/** The same with a module that runs first, in its process and in all that it starts. @param source Of that module. */
export function runCliAfter(source: string, cwd: string, ...args: readonly string[]): Promise<CliResult> {
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(source)}`;
  return runProgram(cwd, [process.execPath, launcher, ...args], { NODE_OPTIONS });
}

/** The same without what root may do beyond others: the modes of files hold, whoever runs the tests. */
export function runCliHeedingModes(cwd: string, ...args: readonly string[]): Promise<CliResult> {
  const may = "-dac_override,-dac_read_search";
  const asRoot = ["setpriv", `--bounding-set=${may}`, `--inh-caps=${may}`];
  return runProgram(cwd, [...(process.getuid?.() === 0 ? asRoot : []), process.execPath, launcher, ...args]);
}

function runProgram(
  cwd: string,
  [program = "", ...args]: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const env = { ...process.env, GRADECHECK_SECRET: "the tests' own secret", ...environment };
  const options = { cwd, env, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
