import { Option } from "commander";
import { listQuizzes } from "../../../assignments/catalog/course.ts";
import {
  counterexampleOptions,
  type DefineCommand,
  describeArguments,
  exerciseOption,
  integer,
  languageOption,
  previousOption,
  workersOption,
} from "../command-options.ts";

/** `gradecheck grade`, of which each kind of work loads its own. */
export const define: DefineCommand = (command, { finish }) =>
  describeArguments(command, {
    assignment: "for example w2-optimization, or a quiz such as w2-quiz",
    submission:
      ".ts files, or folders with submission.ts (for a folder of a whole class: batch); for a quiz, answers.json files",
  })
    .option("--out <folder>", "folder for pages and JSON (default: graded; with --json: none)")
    .option("--json", "print the reports, one JSON object per line")
    .option("--seed <integer>", "draw another set of hidden cases", integer(0), 1)
    .addOption(exerciseOption())
    .addOption(counterexampleOptions.shown())
    .addOption(counterexampleOptions.none())
    .addOption(
      new Option("--audience <who>", "who will read the reports; those for students show no details of hidden cases")
        .choices(["instructor", "student"])
        .default("instructor"),
    )
    .addOption(previousOption())
    .option("--types", "also look for type errors, with TypeScript")
    .addOption(languageOption())
    .addOption(workersOption())
    .addOption(
      new Option("--isolation <kind>", "reuse processes that behave (pool), or start one per submission (process)")
        .choices(["pool", "process"])
        .default("pool"),
    )
    .option(
      "--log <file>",
      "also write how long everything took, and facts about the machine, one JSON object per line",
    )
    .action(async (id, paths, options) => {
      const isQuiz = (await listQuizzes()).includes(id);
      if (isQuiz) finish(await (await import("./grade-quiz.ts")).gradeQuiz(id, paths, options));
      else finish(await (await import("./grade-assignment.ts")).gradeAssignment(id, paths, options));
    });
