import { existsSync } from "node:fs";
import { Option } from "commander";
import { findAssignment } from "../../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../../assignments/catalog/course.ts";
import { suggestName } from "../../../assignments/catalog/suggest-name.ts";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import type { Misconception } from "../../../reference/misconceptions/misconception.ts";
import { misconceptionsFileOf } from "../../../reference/misconceptions/misconception-sources.ts";
import { misconceptionTexts } from "../../../reference/misconceptions/misconception-texts.ts";
import { readMisconceptions } from "../../../reference/misconceptions/read-misconceptions.ts";
import { currentLanguage } from "../../../reports/messages/language.ts";
import { renderMistake } from "../../../reports/terminal/render-mistake.ts";
import { showMistake } from "../../session/show-mistake.ts";
import { type DefineCommand, describeArguments, languageOption } from "../command-options.ts";
import { type ExitCode, exitCode, print, terminalStyle, UsageError } from "../output.ts";

/** `gradecheck explain` */
export const define: DefineCommand = (command, { finish }) =>
  describeArguments(command, { mistake: "its id, as check shows it: for example adam-no-bias-correction" })
    .option("--list", "list the known mistakes")
    .addOption(new Option("--assignment <id>", "only those of this assignment"))
    .addOption(languageOption())
    .action(async (id, options) => finish(await explain(id, options)));

type ExplainOptions = { readonly list?: boolean; readonly assignment?: string };

/** A mistake that is known in an assignment, in the language that is being written where it has words for it. */
type KnownMistake = Omit<Misconception, "implementation"> & { readonly assignment: string };

/** More than these are not proposed. */
const mostProposed = 3;

/**
 * `gradecheck explain [mistake]`: what a mistake is that a report names, and what it looks like. Where several assignments know it, for each.
 * @throws {UsageError} where it is not known, or nothing is: kits say nothing of mistakes.
 */
export async function explain(id: string | undefined, { list, assignment }: ExplainOptions): Promise<ExitCode> {
  if (assignment !== undefined) await findAssignment(assignment);
  const known = await readKnown(assignment === undefined ? await listAssignments() : [assignment]);
  if (known.length === 0) throw new UsageError(`Cannot explain mistakes: ${whyNone(assignment)}`);
  if (list) return listMistakes(known);
  if (id === undefined) {
    throw new UsageError(`Cannot explain: name a mistake, such as ${known[0]?.id}, or type --list to see all`);
  }
  const found = known.filter((one) => one.id === id);
  if (found.length === 0) throw new UsageError(`Cannot explain ${JSON.stringify(id)}: ${propose(id, known)}`);
  for (const [at, one] of found.entries()) {
    const shown = await showMistake(one, userDirectory("cache", process.env));
    print(`${at === 0 ? "" : "\n"}${renderMistake({ ...one, ...shown }, terminalStyle())}`);
  }
  return exitCode.done;
}

const whyNone = (assignment: string | undefined): string =>
  `${assignment === undefined ? "this course" : `"${assignment}"`} has no texts about them, as kits have none; your feedback page explains those that it names`;

async function readKnown(assignments: readonly string[]): Promise<readonly KnownMistake[]> {
  const all: KnownMistake[] = [];
  for (const assignment of assignments) {
    const file = misconceptionsFileOf(assignment);
    if (!existsSync(file)) continue;
    const texts = await misconceptionTexts(assignment, currentLanguage());
    for (const { implementation: _, ...one } of await readMisconceptions(file)) {
      all.push({ ...one, ...texts[one.id], assignment });
    }
  }
  return all;
}

function listMistakes(known: readonly KnownMistake[]): ExitCode {
  const width = Math.max(...known.map(({ id }) => id.length));
  for (const [assignment, own] of Map.groupBy(known, (one) => one.assignment)) {
    print(assignment);
    for (const { id, name } of own) print(`  ${id.padEnd(width)}  ${name}`);
  }
  return exitCode.done;
}

/** What was meant: what begins like it, the nearest, and those that have all its words. */
function propose(asked: string, known: readonly KnownMistake[]): string {
  const ids = [...new Set(known.map(({ id }) => id))];
  const words = asked
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const nearest = suggestName(asked, ids);
  const alike = [
    ...ids.filter((id) => words.length > 0 && id.startsWith(words.join("-"))),
    ...(nearest === undefined ? [] : [nearest]),
    ...ids.filter((id) => words.length > 0 && words.every((word) => id.includes(word))),
  ];
  const proposed = [...new Set(alike)].slice(0, mostProposed);
  if (proposed.length === 0) return "there is no such mistake; type --list to see all";
  return `there is no such mistake; did you mean ${proposed.map((id) => `"${id}"`).join(" or ")}?`;
}
