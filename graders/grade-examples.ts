import { readdir } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { tell } from "./cli/output.ts";
import { runCommandLine } from "./command-line.ts";
import { userWorkingDirectory } from "./user-working-directory.ts";

// `npm start`: grades the example class that comes with the project, as an instructor would.

const assignment = "w2-optimization";
const folder = new URL(`../assignments/${assignment}/examples/`, import.meta.url);

/** Good for the examples only, whose hidden cases may be known: the same pages on every machine. */
const exampleSecret = "the example class has no secrets";

/** Paths of the example submissions, files and folders, sorted. */
export async function exampleSubmissions(): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => !name.endsWith(".md"))
    .sort()
    .map((name) => fileURLToPath(new URL(name, folder)));
}

if (import.meta.main) {
  tell(`Grading the example class of ${assignment}. Hidden cases come from a fixed example secret, not from yours.`);
  process.env["GRADECHECK_SECRET"] = exampleSecret;
  // The page that is named can be opened from where the person stands.
  process.chdir(userWorkingDirectory(process.env, process.cwd()));
  const out = relative(process.cwd(), fileURLToPath(new URL("../graded", import.meta.url)));
  process.exitCode = await runCommandLine(["grade", assignment, ...(await exampleSubmissions()), "--out", out]);
}
