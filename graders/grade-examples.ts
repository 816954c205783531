import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
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

/** Folder of what the example class has handed in; undefined where an assignment has no examples. @param temporary For what is made here. */
async function exampleClass({ id, kind }: PlannedWork, temporary: string): Promise<string | undefined> {
  if (kind === "quiz") {
    const folder = join(temporary, id);
    await writeExampleAnswers(id, folder, quizStudents);
    return folder;
  }
  const examples = join(assignmentsFolder(), id, "examples");
  return existsSync(examples) ? examples : undefined;
}

/** @returns The exit code. */
async function gradeCourse(out: string): Promise<number> {
  await using temporary = openTemporaryFolder("examples");
  const work = plannedWork(await requireCoursePlan());
  let worst = 0;
  for (const one of work) {
    const handedIn = await exampleClass(one, temporary.path);
    if (handedIn === undefined) continue;
    tell(`\n${one.id}`, { lines: true });
    const result = join(out, one.id);
    worst = Math.max(worst, await runCommandLine(["batch", one.id, handedIn, "--out", result, "--progress", "none"]));
  }
  tell("\nThe course", { lines: true });
  return Math.max(worst, await runCommandLine(["course", "page", "--out", join(out, "course")]));
}

if (import.meta.main) {
  tell("Grading the example class of the course. Hidden cases come from a fixed example secret, not from yours.");
  process.env["GRADECHECK_SECRET"] = exampleSecret;
  // The page that is named can be opened from where the person stands.
  process.chdir(userWorkingDirectory(process.env, process.cwd()));
  process.exitCode = await gradeCourse(relative(process.cwd(), join(ownFolder, "graded")));
}
