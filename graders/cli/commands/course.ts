import { renderCourse } from "../../../reports/terminal/render-course.ts";
import { openCourseOverview, requireCoursePlan } from "../../course/open-course-overview.ts";
import { type DefineCommand, languageOption } from "../command-options.ts";
import { type ExitCode, exitCode, print, show, terminalStyle } from "../output.ts";
import { defineGradebook } from "./course/gradebook.ts";
import { definePage } from "./course/page.ts";

/** `gradecheck course` */
export const define: DefineCommand = (command, run) => {
  command
    .option("--json", "print it as one JSON object, with times in UTC")
    .addOption(languageOption())
    .action(async (options) => run.finish(await course(options)));
  definePage(command.command("page"), run);
  defineGradebook(command.command("gradebook <results...>"), run);
};

/**
 * `gradecheck course`: what the course consists of, when its work is due, and what it counts.
 * @throws {CourseError} where it has no plan; {CoursePlanError} where that cannot be used.
 */
async function course({ json }: { readonly json?: boolean }): Promise<ExitCode> {
  const overview = await openCourseOverview(await requireCoursePlan());
  if (json) print(JSON.stringify(overview, undefined, 2));
  else show(renderCourse(overview, terminalStyle()));
  return exitCode.done;
}
