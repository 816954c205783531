import { type Command, InvalidArgumentError, Option } from "commander";
import { languages } from "../../reports/messages/language.ts";
import { type DatabaseAddress, readAddress } from "../database/address.ts";
import { type ExitCode, UsageError } from "./output.ts";
import { progressStyles } from "./progress.ts";

/** Runs a command and says how it ended. */
type CommandRun = {
  readonly finish: (code: ExitCode) => void;
  /** Of gradecheck. */
  readonly version: string;
};

/** What a command's file exports: gives a command its options and its action, and says what its arguments are. */
export type DefineCommand = (command: Command, run: CommandRun) => void;

/** @param descriptions By the names of the command's arguments. */
export function describeArguments(command: Command, descriptions: Readonly<Record<string, string>>): Command {
  for (const argument of command.registeredArguments) argument.description = descriptions[argument.name()] ?? "";
  return command;
}

/** `--progress` */
export const progressOption = (): Option =>
  new Option("--progress <style>", "how progress is shown").choices(progressStyles).default("auto");

/** `--workers` */
export const workersOption = (): Option =>
  new Option("--workers <count>", "processes that run student code (default: one per core)").argParser(integer(1));

/** `--database`, for a command that can do without one. */
export const databaseOption = (): Option =>
  new Option(
    "--database <where>",
    "queue submissions in PostgreSQL for workers on other machines (postgres://user:password@host/name), or in a local folder and grade them here",
  ).env("DATABASE_URL");

/** `--database`, for a command that is about one: see {@link requireDatabase}. */
export const ownDatabaseOption = (
  what = "postgres://user:password@host/name, or a local folder not in use by another command",
): Option => new Option("--database <where>", what).env("DATABASE_URL");

/** Where a command's database is. @throws {UsageError} where nobody has said. */
export function requireDatabase({ database }: { readonly database?: string | undefined }): DatabaseAddress {
  if (database !== undefined) return readAddress(database);
  throw new UsageError("Cannot tell which database is meant: give --database, or set DATABASE_URL");
}

/** `--lang`; the command line speaks it before the command begins. */
export const languageOption = (): Option =>
  new Option("--lang <language>", "what pages and results are written in (default: en)").choices(languages);

/** `--counterexamples` and `--no-counterexamples`: one of them, or neither. */
export const counterexampleOptions = {
  shown: (): Option =>
    new Option("--counterexamples", "show a small public case to who fails in hidden ones alone (default)"),
  none: (): Option => new Option("--no-counterexamples", "look for no such case"),
};

/** `--previous` */
export const previousOption = (): Option =>
  new Option("--previous <folder>", "reports of earlier attempts: say what is fixed and what newly fails since");

/** `--hints` */
export const hintsOption = (): Option =>
  new Option("--hints <count>", "print so many hints of each exercise, or all (default: 1)").argParser((text) =>
    text === "all" ? Number.POSITIVE_INFINITY : integer(1)(text),
  );

/** `--exercise` */
export const exerciseOption = (): Option => new Option("--exercise <name...>", "only these functions");

/** Takes a whole number. */
export function integer(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= least && text.trim() !== "") return value;
    throw new InvalidArgumentError(`It must be an integer of at least ${least}.`);
  };
}

/** Takes `40` or `40%`. */
export function percent(text: string): number {
  const value = Number(text.replace(/%$/, ""));
  if (value >= 0 && value <= 100 && text.trim() !== "") return value;
  throw new InvalidArgumentError("It must be a percentage from 0 to 100.");
}
