import { relative, sep } from "node:path";
import { Option } from "commander";
import { canvas } from "../../../../reports/exports/canvas-csv.ts";
import { optionsOf } from "../../../../reports/exports/exporters.ts";
import { moodle } from "../../../../reports/exports/moodle-csv.ts";
import { phraseGradebook } from "../../../../reports/terminal/phrase-gradebook.ts";
import { makeGradebook } from "../../../course/gradebook/make-gradebook.ts";
import { readResults } from "../../../course/gradebook/read-results.ts";
import { type GradebookExports, gradebookFormats, writeGradebook } from "../../../course/gradebook/write-gradebook.ts";
import { openCourseOverview, requireCoursePlan } from "../../../course/open-course-overview.ts";
import { type DefineCommand, describeArguments, languageOption } from "../../command-options.ts";
import { type ExitCode, exitCode, show, tell } from "../../output.ts";
import { tellWritten } from "../../tell-written.ts";

/** `gradecheck course gradebook` */
export const defineGradebook: DefineCommand = (command, { finish }) => {
  const all = command.description("put the results of all work together: totals, grades, a page for each student");
  describeArguments(all, { results: "output folders of gradecheck batch, of assignments and quizzes" })
    .requiredOption("--out <folder>", "folder of the gradebook; an earlier one is replaced")
    .addOption(
      new Option("--export <format...>", "also write files for these learning platforms").choices(gradebookFormats),
    );
  for (const { flag, description, schema } of optionsOf([canvas, moodle])) {
    if ("enum" in schema) command.addOption(new Option(flag, description).choices(schema.enum));
  }
  command.addOption(languageOption()).action(async (results, options) => finish(await gradebook(results, options)));
};

/** Options of `gradecheck course gradebook`. */
type GradebookOptions = Omit<GradebookExports, "formats"> & {
  readonly out: string;
  readonly export?: GradebookExports["formats"];
};

/**
 * `gradecheck course gradebook <results...> --out <folder>`: what each student has reached in the course so far.
 * @throws {GradebookError} for results of which none can be made, and a folder of somebody else's; {CourseError}, {CoursePlanError} for the
 *   course's plan; {ExportError} for what a platform would refuse.
 */
async function gradebook(results: readonly string[], options: GradebookOptions): Promise<ExitCode> {
  const { out, export: formats = [], ...layouts } = options;
  const plan = await requireCoursePlan();
  const classes = await readResults(results);
  const linkTo = (folder: string): string => relative(out, folder).split(sep).join("/");
  const made = makeGradebook(plan, await openCourseOverview(plan), classes, linkTo);
  await writeGradebook(out, made.gradebook, { ...layouts, formats, dangerBelow: plan.danger.totalBelow });
  for (const remark of made.remarks) tell(remark);
  show(phraseGradebook(made.gradebook));
  tellWritten(out);
  return exitCode.done;
}
