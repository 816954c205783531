import { Option } from "commander";
import { listQuizzes } from "../../../assignments/catalog/course.ts";
import {
  type DefineCommand,
  describeArguments,
  exerciseOption,
  hintsOption,
  languageOption,
  previousOption,
} from "../command-options.ts";
import { UsageError } from "../output.ts";

/** `gradecheck check`, of which each kind of work loads its own. */
export const define: DefineCommand = (command, { finish }) =>
  describeArguments(command, {
    assignment: "for example w2-optimization, or a quiz such as w2-quiz",
    submission: "a .ts file, or a folder with submission.ts; for a quiz, answers.json",
  })
    .addOption(exerciseOption())
    .addOption(languageOption())
    .addOption(previousOption().conflicts("case"))
    .option("--no-types", "do not look for type errors")
    .addOption(
      new Option("--case <token>", "only the case that your feedback page names like this, with its inputs").conflicts(
        "exercise",
      ),
    )
    .addOption(hintsOption())
    .option("--show-inputs", "print what the visible cases call your functions with")
    .option("--html <file>", "also write the result as a page")
    .option("--json", "print the report as JSON")
    .option(
      "--classroom <file>",
      "also write the result that a GitHub Classroom step gives as its output; of visible cases only",
    )
    .addOption(new Option("--watch", "check again whenever the submission is saved").conflicts(["json", "classroom"]))
    .action(async (id, path, options) => {
      if (options.watch && isCi(process.env)) {
        throw new UsageError("Cannot watch in a CI job, which would never end: leave out --watch");
      }
      const isQuiz = (await listQuizzes()).includes(id);
      if (isQuiz && options.classroom !== undefined) {
        throw new UsageError("Cannot write a result for GitHub Classroom: check does not mark quizzes");
      }
      if (isQuiz && options.case !== undefined) {
        throw new UsageError(`Cannot show case ${JSON.stringify(options.case)}: "${id}" is a quiz, which has none`);
      }
      if (isQuiz) finish(await (await import("./check-quiz.ts")).checkQuiz(id, path, options));
      else finish(await (await import("./check-assignment.ts")).checkAssignment(id, path, options));
    });

const isCi = ({ CI = "" }: NodeJS.ProcessEnv): boolean => !["", "0", "false"].includes(CI.toLowerCase());
