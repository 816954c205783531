import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import { courseFolder, courseVariable } from "../assignments/catalog/course.ts";
import { exitOnSignals } from "../assignments/storage/temporary-folder.ts";
import { type Language, languages, speak } from "../reports/messages/language.ts";
import type { DefineCommand } from "./cli/command-options.ts";
import { type ExitCode, exitCode } from "./cli/output.ts";
import { reportFailure } from "./cli/report-failure.ts";

type ListedCommand = {
  /** Its name and its arguments. */
  readonly usage: string;
  readonly description: string;
  readonly load: () => Promise<{ readonly define: DefineCommand }>;
  /** It does without a course, or finds its own. */
  readonly needsNoCourse?: true;
};

/** The commands in the order of the help. A new one needs its file and its line here, and nothing else. */
const commands: readonly ListedCommand[] = [
  {
    usage: "list",
    description: "list assignments and quizzes",
    load: () => import("./cli/commands/list.ts"),
  },
  {
    usage: "check <assignment> <submission>",
    description:
      "try your work on the visible cases of an assignment, or check that your answers to a quiz are complete",
    load: () => import("./cli/commands/check.ts"),
  },
  {
    usage: "explain [mistake]",
    description: "explain a mistake that a report names: what it is, where to look, what it looks like",
    load: () => import("./cli/commands/explain.ts"),
  },
  {
    usage: "pack <assignment> <submission>",
    description: "say which files to hand in, and whether the grader would take them; runs nothing",
    load: () => import("./cli/commands/pack.ts"),
  },
  {
    usage: "grade <assignment> <submission...>",
    description: "grade some submissions on all cases, visible and hidden, or answers to a quiz",
    load: () => import("./cli/commands/grade.ts"),
  },
  {
    usage: "batch <assignment> <submissions>",
    description: "grade a whole class and write its pages and gradebook; rerun to resume",
    load: () => import("./cli/commands/batch.ts"),
  },
  {
    usage: "regrade",
    description: "grade a class again after the assignment changed, and show whose points change and why",
    load: () => import("./cli/commands/regrade.ts"),
  },
  {
    usage: "worker",
    description: "grade on this machine what batch has queued in a database",
    load: () => import("./cli/commands/worker.ts"),
  },
  {
    usage: "queue",
    description: "show waiting, running and failed jobs and the workers; retry, drop or prune jobs",
    load: () => import("./cli/commands/queue.ts"),
    needsNoCourse: true,
  },
  {
    usage: "quiz <quiz>",
    description: "answer a quiz in the terminal, or write a page to answer it on",
    load: () => import("./cli/commands/quiz.ts"),
  },
  {
    usage: "course",
    description:
      "show the plan of the course: weeks, work, deadlines, weights; with page: write it as a site for students",
    load: () => import("./cli/commands/course.ts"),
  },
  {
    usage: "release [assignment...]",
    description: "make the kits that students are given: handout, starter, visible cases; no answers",
    load: () => import("./cli/commands/release.ts"),
  },
  {
    usage: "new <what> <name>",
    description: "make a course, or an assignment or a quiz in one, from a worked example that holds as it stands",
    load: () => import("./cli/commands/new.ts"),
    needsNoCourse: true,
  },
  {
    usage: "schema [name]",
    description: "print a JSON Schema, with which editors complete manifests and quizzes",
    load: () => import("./cli/commands/schema.ts"),
    needsNoCourse: true,
  },
  {
    usage: "export <what> <assignment>",
    description: "make an autograder that a learning platform runs itself: gradescope-autograder",
    load: () => import("./cli/commands/export.ts"),
  },
  {
    usage: "doctor",
    description: "show how this machine is protected from submissions, and what grading uses on it",
    load: () => import("./cli/commands/doctor.ts"),
    needsNoCourse: true,
  },
  {
    usage: "setup",
    description: "get native TensorFlow, which computes expected values faster, into gradecheck's cache folder",
    load: () => import("./cli/commands/setup.ts"),
    needsNoCourse: true,
  },
  {
    usage: "verify [assignment...]",
    description: "prove that reference solutions pass, known wrong solutions fail and are named, and tolerances fit",
    load: () => import("./cli/commands/verify.ts"),
  },
  {
    usage: "fairness <folder>",
    description: "grade submissions of which you know whether they are right, and say on which the judge is mistaken",
    load: () => import("./cli/commands/fairness.ts"),
  },
];

/**
 * Runs one command line.
 * @param args Arguments after the program's name.
 * @returns The exit code: 0 graded, 1 failures found, 2 usage or bad input, 3 the grader failed.
 */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  let result: ExitCode = exitCode.done;
  const course = process.env[courseVariable];
  using _ = exitOnSignals();
  try {
    const root = await program(args, (code) => {
      result = code;
    });
    await root.parseAsync([...args], { from: "user" });
    return result;
  } catch (error) {
    return reportFailure(error);
  } finally {
    speak(languages[0]);
    if (course === undefined) delete process.env[courseVariable];
    else process.env[courseVariable] = course;
  }
}

/** @param args Only the command that they call is loaded. */
async function program(args: readonly string[], finish: (code: ExitCode) => void): Promise<Command> {
  const root = new Command("gradecheck")
    .description(
      "Grades assignments in TypeScript with TensorFlow.js: runs them in a sandbox, compares tensors, explains mistakes.",
    )
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    // Commands that are not called have their arguments, but not their options.
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${command.usage()}` })
    .option(
      "--course <folder>",
      `folder with assignments/ and reference/ (default: $${courseVariable}, the one you stand in, or the bundled one)`,
    )
    .hook("preAction", (command, action) => {
      // Commander gives an option that a command has, too, to that and not to the command below it.
      speak(action.optsWithGlobals<{ lang?: Language }>().lang ?? languages[0]);
      const { course } = command.opts<{ course?: string }>();
      if (course !== undefined) process.env[courseVariable] = resolve(course);
      // Said before anything else is looked for.
      if (!commands.find(({ usage }) => usage.split(" ")[0] === action.name())?.needsNoCourse) courseFolder();
    })
    .exitOverride()
    .showSuggestionAfterError(true)
    .addHelpText("after", examples);
  const called = root.parseOptions([...args]).operands[0];
  for (const { usage, description, load } of commands) {
    const command = root.command(usage).description(description);
    if (command.name() === called) (await load()).define(command, { finish, version: version() });
  }
  return root;
}

const examples = `
Examples:
  gradecheck check w2-optimization submission.ts
  gradecheck grade w2-optimization handed-in/*.ts --out graded
  gradecheck grade w2-optimization handed-in/*.ts --json > reports.jsonl
  gradecheck batch w2-optimization handed-in.zip --roster roster.csv --out results
  gradecheck quiz w1-quiz --out answers.json
  gradecheck grade w1-quiz handed-in/*/answers.json --out graded

In a clone of the repository, type "npm run gradecheck --" instead of "gradecheck".

Exit codes: 0 graded, whatever the mark; 1 check, verify or fairness found failures; 2 wrong use or unreadable input; 3 the grader failed.`;

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  return manifest.version;
}

if (import.meta.main) process.exitCode = await runCommandLine(process.argv.slice(2));
