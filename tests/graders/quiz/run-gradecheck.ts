import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../../../graders/gradecheck.js", import.meta.url));

/** How a command ended. */
export type Result = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the command line in a folder, with what is typed and a course secret of the tests'. */
export function runGradecheck(cwd: string, args: readonly string[], input = ""): Promise<Result> {
  return new Promise((resolve) => {
    const env = { ...process.env, GRADECHECK_SECRET: "the tests' own secret" };
    const child = spawn(process.execPath, [launcher, ...args], { cwd, env });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}
