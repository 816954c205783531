import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { courseFolder, courseVariable, listQuizzes, ownFolder } from "../../../assignments/catalog/course.ts";
import { lostNative } from "../../../reference/tensorflow/detect-backend.ts";
import { exporters, optionsOf } from "../../../reports/exports/exporters.ts";
import { type Language, languages } from "../../../reports/messages/language.ts";
import { phraseBatch } from "../../../reports/terminal/phrase-batch.ts";
import { phraseTakenOver } from "../../../reports/terminal/phrase-kept.ts";
import type { BatchSettings } from "../../class/run/batch-settings.ts";
import { readBatchSettings } from "../../class/run/read-batch-settings.ts";
import {
  counterexampleOptions,
  type DefineCommand,
  databaseOption,
  describeArguments,
  exerciseOption,
  integer,
  languageOption,
  percent,
  previousOption,
  progressOption,
  workersOption,
} from "../command-options.ts";
import { type ExitCode, show, tell, terminalStyle } from "../output.ts";
import { quizOptions } from "../subject/quiz-options.ts";
import { tellWritten } from "../tell-written.ts";
import { type BatchRun, gradeBatch, tellRemarks } from "./grade-batch.ts";

/** `gradecheck batch` */
export const define: DefineCommand = (command, { finish, version }) => {
  describeArguments(command, {
    assignment: "for example w2-optimization, or a quiz such as w2-quiz",
    submissions: "a folder, .zip or .tar.gz, or an unchanged download from Canvas, Moodle or Gradescope",
  }).requiredOption("--out <folder>", "folder for everything that is written; a rerun resumes in it");
  defineClass(command);
  defineExports(command);
  defineRun(command).action(async (id, path, options) => finish(await batch(id, path, options, version)));
};

/** Who is graded, on what, and what is made of lateness. */
function defineClass(command: Command): void {
  command
    .option("--roster <file>", "CSV file: id, and optionally name, email, section, extension, late days, submitted_at")
    .addOption(
      new Option("--attempt <which>", "which of several attempts counts (default: last)").choices([
        "last",
        "best",
        "first",
      ]),
    )
    .option("--student <id...>", "grade only these students; the others keep their results")
    .addOption(exerciseOption())
    .addOption(
      new Option(
        "--retry <which>",
        "grade again only what could not be graded or hit a limit (failed), or what the grader itself failed on",
      ).choices(["failed", "grader-error"]),
    )
    .option(
      "--late <policy>",
      "what lateness costs: a .json file, or due=2026-11-20T18:00Z,grace=15m,per-day=10%,cap=50%,hard=…,late-days=2",
    )
    .option("--overrides <file>", "CSV file of marks changed by hand: student, exercise, points or delta, reason")
    .addOption(previousOption());
}

/** @param among The exporters that are offered. */
export function defineExports(command: Command, among = exporters): void {
  const names = among.map(({ name }) => name);
  command
    .addOption(new Option("--export <format...>", "also write files for these learning platforms").choices(names))
    .option("--title <text>", "name of the assignment on the platform");
  for (const { flag, description, schema } of optionsOf(among)) {
    const option = new Option(flag, description);
    command.addOption("enum" in schema ? option.choices(schema.enum) : option.argParser(integer(schema.minimum)));
  }
}

function defineRun(command: Command): Command {
  return command
    .option("--types", "also look for type errors, with TypeScript")
    .option("--similarity", "also compare the submissions with each other")
    .option("--pass <percent>", "percentage that passes (default: 50)", percent)
    .option("--seed <integer>", "draw another set of hidden cases (default: 1)", integer(0))
    .option("--new-settings", "forget the options of earlier runs into the same folder")
    .addOption(languageOption())
    .addOption(counterexampleOptions.shown())
    .addOption(counterexampleOptions.none())
    .addOption(workersOption())
    .addOption(databaseOption())
    .addOption(
      new Option(
        "--isolation <kind>",
        "reuse processes that behave (pool, the default), or start one per submission (process)",
      ).choices(["pool", "process"]),
    )
    .addOption(progressOption());
}

/** Options of `gradecheck batch`: settings, of which each may be left out, and what only this run is told. */
export type BatchOptions = Pick<
  Partial<BatchSettings>,
  | "seed"
  | "roster"
  | "attempt"
  | "late"
  | "overrides"
  | "previous"
  | "title"
  | "types"
  | "similarity"
  | "isolation"
  | "counterexamples"
> &
  Omit<BatchRun, "version"> & {
    readonly exercise?: string[];
    readonly export?: BatchSettings["exports"];
    readonly pass?: number;
    readonly lang?: Language;
    /** Takes nothing over from an earlier run in the same folder. */
    readonly newSettings?: boolean;
  };

/**
 * `gradecheck batch <assignment> <submissions>`: a whole class into a folder, with everything that is made of it.
 * @param version Of gradecheck.
 */
export async function batch(
  assignment: string,
  submissions: string,
  asked: BatchOptions,
  version: string,
): Promise<ExitCode> {
  const before = asked.newSettings ? undefined : await readBatchSettings(asked.out);
  const kept = before?.assignment === assignment ? before : undefined;
  if (kept?.course !== undefined) process.env[courseVariable] ??= kept.course;
  const course = courseFolder();
  const isQuiz = (await listQuizzes()).includes(assignment);
  const { options, ignored } = isQuiz ? quizOptions(assignment, asked) : { options: asked, ignored: null };
  const told = {
    assignment,
    ...(course !== ownFolder && { course }),
    submissions: resolve(submissions),
    ...settingsOf(options),
  };
  const settings: BatchSettings = { seed: 1, attempt: "last", ...kept, ...told };
  if (kept !== undefined) tellTakenOver(kept, told);
  if (ignored !== null) tell(ignored);
  const lost = isQuiz ? undefined : lostNative();
  if (lost !== undefined) tell(lost);
  const outcome = await gradeBatch(settings, { ...options, version });
  const code = tellRemarks(outcome);
  show(phraseBatch(outcome.result, terminalStyle()));
  tellWritten(options.out);
  return code;
}

/** What was typed. Files keep their place when the command is run again from somewhere else. */
function settingsOf(options: BatchOptions): Partial<BatchSettings> {
  const { exercise, roster, overrides, previous, late, pass } = options;
  const all: Readonly<Record<string, unknown>> = options;
  const typed = {
    seed: options.seed,
    attempt: options.attempt,
    exercises: exercise,
    roster: roster && resolve(roster),
    overrides: overrides && resolve(overrides),
    previous: previous && resolve(previous),
    late: late?.endsWith(".json") ? resolve(late) : late,
    exports: options.export && [...new Set(options.export)],
    title: options.title,
    ...Object.fromEntries(optionsOf(exporters).map(({ name }) => [name, all[name]])),
    types: options.types,
    similarity: options.similarity,
    passShare: pass === undefined ? undefined : pass / 100,
    isolation: options.isolation,
    counterexamples: options.counterexamples,
    language: options.lang,
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
}

const flags: readonly (readonly [keyof BatchSettings, flag: string])[] = [
  ["seed", "--seed"],
  ["attempt", "--attempt"],
  ["exercises", "--exercise"],
  ["roster", "--roster"],
  ["overrides", "--overrides"],
  ["previous", "--previous"],
  ["late", "--late"],
  ["exports", "--export"],
  ["title", "--title"],
  ...optionsOf(exporters).map(({ name, flag }) => [name, flag.replace(/ .*/, "")] as const),
  ["types", "--types"],
  ["similarity", "--similarity"],
  ["passShare", "--pass"],
  ["isolation", "--isolation"],
  ["counterexamples", "--counterexamples"],
  ["language", "--lang"],
];
const defaults: Partial<BatchSettings> = {
  seed: 1,
  attempt: "last",
  isolation: "pool",
  counterexamples: true,
  language: languages[0],
};

function tellTakenOver(before: BatchSettings, told: Partial<BatchSettings>): void {
  const taken = flags.flatMap(([name, flag]) => {
    const value = before[name];
    return value === undefined || name in told || value === defaults[name] ? [] : [{ flag, value }];
  });
  if (taken.length > 0) tell(phraseTakenOver(taken));
}
