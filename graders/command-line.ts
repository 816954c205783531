import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { courseFolder, courseVariable, listQuizzes } from "../assignments/catalog/course.ts";
import { exitOnSignals } from "../assignments/storage/temporary-folder.ts";
import type { ExportName } from "./class/run/exports.ts";
import type { ProgressStyle } from "./cli/batch-progress.ts";
import { type ExitCode, exitCode } from "./cli/output.ts";
import { reportFailure } from "./cli/report-failure.ts";

/**
 * Runs one command line.
 * @param args Arguments after the program's name.
 * @returns The exit code of design.md: 0 graded, 1 failures found, 2 usage or bad input, 3 the grader failed.
 */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  let result: ExitCode = exitCode.done;
  const course = process.env[courseVariable];
  using _ = exitOnSignals();
  try {
    await program((code) => {
      result = code;
    }).parseAsync([...args], { from: "user" });
    return result;
  } catch (error) {
    return reportFailure(error);
  } finally {
    if (course === undefined) delete process.env[courseVariable];
    else process.env[courseVariable] = course;
  }
}

function program(finish: (code: ExitCode) => void): Command {
  const root = new Command("gradecheck")
    .description(
      "Grades numerical TypeScript assignments: runs them in isolation, compares tensors, explains what went wrong.",
    )
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .option(
      "--course <folder>",
      `folder with assignments/ and reference/ (default: $${courseVariable}, or the bundled course)`,
    )
    .hook("preAction", (command) => {
      const { course } = command.opts<{ course?: string }>();
      if (course !== undefined) process.env[courseVariable] = resolve(course);
      // Said before anything else is looked for.
      courseFolder();
    })
    .exitOverride()
    .showSuggestionAfterError(true)
    .addHelpText("after", examples);
  root
    .command("list")
    .description("list assignments and quizzes")
    .option("--json", "one JSON object per assignment")
    .action(async (options) => finish(await (await import("./cli/commands/list.ts")).list(options)));
  root
    .command("check")
    .description("run the visible cases of an assignment on your work, or check that a quiz is complete")
    .argument("<assignment>", "for example w2-optimization, or a quiz such as w2-quiz")
    .argument("<submission>", "a .ts file, or a folder with submission.ts; for a quiz, answers.json")
    .option("--exercise <name...>", "only these functions")
    .option("--show-inputs", "print all inputs of the visible cases")
    .option("--html <file>", "also write the feedback page")
    .option("--json", "print the report as JSON")
    .action(async (id, path, options) => {
      const isQuiz = (await listQuizzes()).includes(id);
      if (isQuiz) finish(await (await import("./cli/commands/check-quiz.ts")).checkQuiz(id, path, options));
      else finish(await (await import("./cli/commands/check.ts")).check(id, path, options));
    });
  root
    .command("grade")
    .description("grade submissions on all cases, visible and hidden, or answers to a quiz")
    .argument("<assignment>", "for example w2-optimization, or a quiz such as w2-quiz")
    .argument("<submission...>", ".ts files, or folders with submission.ts; for a quiz, answers.json files")
    .option("--out <folder>", "folder for pages and JSON (default: graded; with --json: none)")
    .option("--json", "print the reports, one JSON object per line")
    .option("--seed <integer>", "draw another set of hidden cases", integer(0), 1)
    .option("--exercise <name...>", "only these functions")
    .addOption(
      new Option("--audience <who>", "who reads the reports; students see no details of hidden cases")
        .choices(["instructor", "student"])
        .default("instructor"),
    )
    .option("--workers <count>", "processes that run student code (default: one per core)", integer(1))
    .addOption(
      new Option("--isolation <kind>", "reuse a worker process while it behaves, or start one per submission")
        .choices(["pool", "process"])
        .default("pool"),
    )
    .option("--log <file>", "write times and facts about the machine, one JSON object per line")
    .action(async (id, paths, options) => {
      const isQuiz = (await listQuizzes()).includes(id);
      if (isQuiz) finish(await (await import("./cli/commands/grade-quiz.ts")).gradeQuiz(id, paths, options));
      else finish(await (await import("./cli/commands/grade.ts")).grade(id, paths, options));
    });
  root
    .command("batch")
    .description("grade a whole class: pages, dashboard, gradebooks; rerun to resume")
    .argument("<assignment>", "for example w2-optimization")
    .argument("<submissions>", "a folder, .zip or .tar.gz, or an unchanged download from Canvas, Moodle or Gradescope")
    .requiredOption("--out <folder>", "output folder")
    .option("--roster <file>", "CSV: id, and optionally name, email, section, extension, late days, submitted_at")
    .addOption(
      new Option("--attempt <which>", "which of several attempts counts (default: last)").choices([
        "last",
        "best",
        "first",
      ]),
    )
    .option("--student <id...>", "grade only these; earlier results of the others stay")
    .option("--exercise <name...>", "only these functions")
    .addOption(
      new Option(
        "--retry <which>",
        "grade again only what could not be graded or hit a limit, or only what the grader failed on",
      ).choices(["failed", "grader-error"]),
    )
    .option(
      "--late <policy>",
      "a .json file, or due=2026-11-20T18:00Z,grace=15m,per-day=10%,cap=50%,hard=…,late-days=2",
    )
    .option("--overrides <file>", "CSV with marks changed by hand: student, exercise, points or delta, reason")
    .addOption(
      new Option("--export <format...>", "also write files for these learning platforms").choices([...exportNames]),
    )
    .option("--title <text>", "name of the assignment on the platform")
    .addOption(
      new Option("--canvas-layout <kind>", "kind of ids in the roster").choices(["id", "sis-login", "sis-user"]),
    )
    .option("--canvas-id <number>", "the assignment's id in Canvas", integer(1))
    .addOption(
      new Option("--moodle-column <name>", "how Moodle identifies students").choices([
        "Username",
        "ID number",
        "Email address",
      ]),
    )
    .option("--similarity", "also compare the submissions with each other")
    .option("--pass <percent>", "passing threshold in percent", percent)
    .option("--seed <integer>", "draw another set of hidden cases (default: 1)", integer(0))
    .option("--new-settings", "ignore the options of earlier runs in the same folder")
    .option("--workers <count>", "processes that run student code (default: one per core)", integer(1))
    .addOption(
      new Option(
        "--isolation <kind>",
        "reuse a worker process while it behaves (default: pool), or start one per submission",
      ).choices(["pool", "process"]),
    )
    .addOption(new Option("--progress <style>", "how progress is shown").choices([...progressStyles]).default("auto"))
    .action(async (id, path, options) =>
      finish(await (await import("./cli/commands/batch.ts")).batch(id, path, options, version())),
    );
  root
    .command("regrade")
    .description("grade a class again after the assignment changed, and show whose points change and why")
    .requiredOption("--since <folder>", "output folder of a batch")
    .option("--apply", "replace the results after showing the changes")
    .option("--submissions <path>", "where the submissions are now")
    .option("--workers <count>", "processes that run student code (default: one per core)", integer(1))
    .addOption(new Option("--progress <style>", "how progress is shown").choices([...progressStyles]).default("auto"))
    .action(async (options) => finish(await (await import("./cli/commands/regrade.ts")).regrade(options, version())));
  root
    .command("quiz")
    .description("answer a quiz in the terminal, or write a page to answer it on")
    .argument("<quiz>", "for example w1-quiz")
    .option("--out <file>", "file for the answers, saved after each one", "answers.json")
    .option("--student <name>", "your name; it decides the order of the choices", "")
    .option("--seed <integer>", "another order of the choices", integer(0), 1)
    .option("--all", "ask answered questions again")
    .option("--html <file>", "write the page instead of asking")
    .action(async (id, options) => finish(await (await import("./cli/commands/quiz.ts")).quiz(id, options)));
  root
    .command("doctor")
    .description("show what protects this machine from submissions, and what grading uses here")
    .option("--json", "one JSON object per finding")
    .action(async (options) => finish(await (await import("./cli/commands/doctor.ts")).doctor(options)));
  root
    .command("verify")
    .description("prove that references are right, wrong solutions fail and are named, and tolerances fit")
    .argument("[assignment...]", "assignments and quizzes (default: all)")
    .option("--junit <file>", "also write a JUnit report, for CI")
    .option("--json", "one JSON object per assignment")
    .option("--workers <count>", "processes that run student code (default: one per core)", integer(1))
    .option("--no-cache", "prove everything from scratch, without cached results")
    .action(async (ids, options) =>
      finish(await (await import("./cli/commands/verify.ts")).verify(ids, options, version())),
    );
  return root;
}

/** Kept here, so that the command line can be described without loading what carries it out. */
const exportNames = ["canvas", "moodle", "gradescope", "github-classroom", "junit", "lti"] satisfies ExportName[];
const progressStyles = ["auto", "bar", "lines", "json", "none"] satisfies ProgressStyle[];

function percent(text: string): number {
  const value = Number(text.replace(/%$/, ""));
  if (value >= 0 && value <= 100 && text.trim() !== "") return value;
  throw new InvalidArgumentError("It must be a percentage from 0 to 100.");
}

const examples = `
Examples:
  gradecheck check w2-optimization submission.ts
  gradecheck grade w2-optimization handed-in/*.ts --out graded
  gradecheck grade w2-optimization handed-in/*.ts --json > reports.jsonl
  gradecheck batch w2-optimization handed-in.zip --roster roster.csv --out results
  gradecheck quiz w1-quiz --out answers.json
  gradecheck grade w1-quiz handed-in/*/answers.json --out graded

Exit codes: 0 graded, whatever the mark; 1 check or verify found failures; 2 wrong use or unreadable input; 3 the grader failed.`;

function integer(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= least && text.trim() !== "") return value;
    throw new InvalidArgumentError(`It must be an integer of at least ${least}.`);
  };
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  return manifest.version;
}

if (import.meta.main) process.exitCode = await runCommandLine(process.argv.slice(2));
