import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, readdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import pLimit from "p-limit";
import { assignmentsFolder, ownFolder } from "../assignments/catalog/course.ts";
import { type PlannedWork, plannedWork } from "../assignments/catalog/plan/load-course-plan.ts";
import { openTemporaryFolder } from "../assignments/storage/temporary-folder.ts";
import { tell } from "./cli/output.ts";
import { runCommandLine } from "./command-line.ts";
import { requireCoursePlan } from "./course/open-course-overview.ts";
import { writeExampleAnswers } from "./example-answers.ts";
import { userWorkingDirectory } from "./user-working-directory.ts";

// `npm start`: grades the example class of every assignment and quiz of the course that comes with the project, as an instructor would,
// and writes the page of the course.

/** Good for the examples only, whose hidden cases may be known: the same pages on every machine. */
const exampleSecret = "the example class has no secrets";
/** Of the class that answers a quiz; assignments have the submissions in their `examples`. */
const quizStudents = 24;

/** Paths of the example submissions to an assignment, files and folders, sorted. */
export async function exampleSubmissions(assignment = "w2-optimization"): Promise<string[]> {
  const folder = new URL(`../assignments/${assignment}/examples/`, import.meta.url);
  const names = await readdir(folder);
  return names
    .filter((name) => !name.endsWith(".md"))
    .sort()
    .map((name) => fileURLToPath(new URL(name, folder)));
}

/** Writes what the example class has handed in into a folder. @returns Whether it has: an assignment may come without examples. */
async function collectClass({ id, kind }: PlannedWork, folder: string): Promise<boolean> {
  if (kind === "quiz") {
    await writeExampleAnswers(id, folder, quizStudents);
    return true;
  }
  const examples = join(assignmentsFolder(), id, "examples");
  if (!existsSync(examples)) return false;
  // What says what the examples are is nobody's submission.
  await cp(examples, folder, { recursive: true, filter: (file) => !file.endsWith(".md") });
  return true;
}

/** Grades what was handed in, and tells what that says when it is done. @returns The exit code. */
async function gradeClass({ id, kind }: PlannedWork, handedIn: string, out: string): Promise<number> {
  const script = fileURLToPath(new URL("gradecheck.js", import.meta.url));
  const options = ["--out", join(out, id), "--progress", "none", ...(kind === "quiz" ? [] : ["--workers", "1"])];
  const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
    const child = execFile(process.execPath, [script, "batch", id, handedIn, ...options], (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 3, said: `${stderr}${stdout}` }),
    );
  });
  tell(`\n${id}\n${said.trimEnd()}`, { lines: true });
  return code;
}

/** As many classes at once as there are cores, in a process each. @returns The exit code. */
async function gradeCourse(out: string): Promise<number> {
  await using temporary = openTemporaryFolder("examples");
  const limit = pLimit(availableParallelism());
  // What comes last in the course takes longest, and would otherwise be waited for alone.
  const work = plannedWork(await requireCoursePlan()).toReversed();
  const codes = await limit.map(work, async (one) => {
    const handedIn = join(temporary.path, one.id);
    return (await collectClass(one, handedIn)) ? await gradeClass(one, handedIn, out) : 0;
  });
  tell("\nThe course", { lines: true });
  return Math.max(...codes, await runCommandLine(["course", "page", "--out", join(out, "course")]));
}

if (import.meta.main) {
  tell("Grading the example class of the course. Hidden cases come from a fixed example secret, not from yours.");
  process.env["GRADECHECK_SECRET"] = exampleSecret;
  // The page that is named can be opened from where the person stands.
  process.chdir(userWorkingDirectory(process.env, process.cwd()));
  process.exitCode = await gradeCourse(relative(process.cwd(), join(ownFolder, "graded")));
}
