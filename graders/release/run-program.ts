import { execFile } from "node:child_process";

/**
 * Runs a program of ours, or npm, to its end.
 * @returns What it wrote to standard output.
 * @throws {Error} with what it wrote to standard error.
 */
export function runProgram(program: string, args: readonly string[], cwd: string): Promise<string> {
  // npm is a script that only a shell finds on Windows.
  const shell = program === "npm" && process.platform === "win32";
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, shell, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`Cannot run ${program} ${args[0] ?? ""}: ${stderr.trim() || error.message}`));
    });
  });
}
