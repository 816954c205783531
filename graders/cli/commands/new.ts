import { existsSync, readdirSync, statSync } from "node:fs";
import { access, constants, mkdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Option } from "commander";
import { CourseError, namedCourse } from "../../../assignments/catalog/course.ts";
import { phraseUnwritable } from "../../class/output-lock.ts";
import {
  assignmentFiles,
  courseFiles,
  type ExampleName,
  examples,
  quizFiles,
  schemaFiles,
  templatesFolder,
  writeNew,
} from "../../scaffold/scaffold.ts";
import { type DefineCommand, describeArguments } from "../command-options.ts";
import { type ExitCode, exitCode, print, UsageError } from "../output.ts";

type Options = { readonly example?: ExampleName };

const exampleNames = Object.keys(examples) as ExampleName[];
const defaultExample = "linear-algebra";

/** `gradecheck new` */
export const define: DefineCommand = (command, { finish }) => {
  describeArguments(command, {
    what: "what to make",
    name: "the folder of a course; the id of an assignment or a quiz, for example week-2",
  })
    .addOption(
      new Option("--example <subject>", `worked example to begin with (default: ${defaultExample})`).choices(
        exampleNames,
      ),
    )
    .action(async (what, name, options) => {
      const cannot = "Cannot make anything with the gradecheck of a kit";
      if (!existsSync(templatesFolder))
        throw new UsageError(`${cannot}: it has no worked examples; install the package`);
      finish(await makers[what as keyof typeof makers](name, options));
    });
  command.registeredArguments[0]?.choices(Object.keys(makers));
};

/** `gradecheck new …`: a scaffold that `verify` proves as it stands. Existing files are never overwritten. */
const makers = { course: newCourse, assignment: newAssignment, quiz: newQuiz };

async function newCourse(folder: string, { example = defaultExample }: Options): Promise<ExitCode> {
  const cannot = `Cannot make a course in "${folder}"`;
  if (folder === "") throw new UsageError(`${cannot}: give the folder a name`);
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new UsageError(`${cannot}: it is a file`);
    if (readdirSync(folder).length > 0) throw new UsageError(`${cannot}: it is not empty; name a new folder`);
  }
  const parent = dirname(folder);
  if (!existsSync(parent)) throw new UsageError(`${cannot}: there is no folder "${parent}"`);
  try {
    if (!existsSync(folder)) await mkdir(folder);
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new UsageError(`${cannot}: ${phraseUnwritable(error as NodeJS.ErrnoException)}`);
  }
  const id = examples[example];
  await writeNew(folder, { ...(await courseFiles()), ...(await assignmentFiles(id, example)) });
  print(`Made the course "${folder}" with the assignment "${id}"; next, in its folder: gradecheck verify`);
  return exitCode.done;
}

async function newAssignment(id: string, { example = defaultExample }: Options): Promise<ExitCode> {
  return addWork("assignment", id, await assignmentFiles(id, example));
}

async function newQuiz(id: string, { example }: Options): Promise<ExitCode> {
  if (example !== undefined)
    throw new UsageError("Cannot make a quiz with --example: there is one for assignments only");
  return addWork("quiz", id, await quizFiles(id));
}

async function addWork(what: "assignment" | "quiz", id: string, files: Readonly<Record<string, string>>) {
  const cannot = `Cannot make the ${what} "${id}"`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    throw new UsageError(`${cannot}: an id consists of lower-case letters and digits, with hyphens between: week-2`);
  }
  const course = courseToExtend(cannot);
  const folders = ["assignments", "reference"].map((room) => join(course, room, id));
  const taken = folders.find((folder) => existsSync(folder));
  if (taken !== undefined) throw new UsageError(`${cannot}: there is "${taken}" already`);
  await writeNew(course, { ...(await schemaFiles()), ...files });
  const made = folders.map((folder) => relative(process.cwd(), folder)).join(" and ");
  print(`Made ${made}; next: gradecheck verify ${id}`);
  return exitCode.done;
}

/** The course that is named, or the one that the caller stands in; never the bundled one by chance. */
function courseToExtend(cannot: string): string {
  const named = namedCourse();
  if (named !== undefined) return named;
  const here = process.cwd();
  if (existsSync(join(here, "assignments"))) return here;
  const how = 'go to a course, name it with --course, or make one with "gradecheck new course <folder>"';
  throw new CourseError(`${cannot}: "${here}" is no course; ${how}`);
}
