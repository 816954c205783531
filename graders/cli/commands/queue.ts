import { type Command, Option } from "commander";
import { renderQueue } from "../../../reports/terminal/render-queue.ts";
import { askDatabase, type Database, openDatabase } from "../../database/open-database.ts";
import { type ChosenJobs, dropJobs, retryJobs } from "../../queue/change-jobs.ts";
import { prune } from "../../queue/prune.ts";
import { type QueueStatus, queueStatus } from "../../queue/queue-status.ts";
import { type DefineCommand, integer, ownDatabaseOption, requireDatabase } from "../command-options.ts";
import { type ExitCode, exitCode, print, show, terminalStyle } from "../output.ts";
import { titleOf, waitsFor } from "../waits-for.ts";

/** `gradecheck queue` */
export const define: DefineCommand = (command, run) => {
  command
    .addOption(ownDatabaseOption())
    .option("--json", "print the status as one JSON object")
    .action(async (options: QueueOptions) => run.finish(await queue(options)));
  const sub = (name: string, description: string): Command =>
    command.command(name).description(description).addOption(ownDatabaseOption());
  const change = (made: Command, act: Change): Command =>
    made
      .option("--work <id>", "only this assignment or quiz (default: all)")
      .action(async (_, own: Command) => run.finish(await changeJobs(optionsOf(own), act)));
  change(sub("retry", "requeue jobs that have failed three times"), {
    act: retryJobs,
    told: (count) => `${count} put in again`,
  });
  change(sub("drop", "remove waiting and failed jobs, of all courses; a running batch reports them as grader-error"), {
    act: dropJobs,
    told: (count) => `${count} dropped`,
  });
  sub("prune", "remove old results, submissions and queues")
    .addOption(olderThanOption())
    .action(async (_, own: Command) => run.finish(await pruneDatabase(optionsOf(own))));
};

/** The options of a command below `queue`: a database named before its name counts, too, and more than the environment. */
function optionsOf<Options extends QueueOptions>(own: Command): Options {
  const isNamed = (command: Command | null): boolean => command?.getOptionValueSource("database") === "cli";
  const { database } = isNamed(own) || !isNamed(own.parent) ? own.opts<Options>() : (own.parent?.opts<Options>() ?? {});
  return { ...own.opts<Options>(), database };
}

const olderThanOption = (): Option =>
  new Option("--older-than <days>", "days since they were last used, at least 2")
    .argParser(integer(2))
    .makeOptionMandatory();

type PruneOptions = QueueOptions & { readonly olderThan: number };

type QueueOptions = { readonly database?: string; readonly json?: boolean };

/** @property act Returns how many jobs it has changed. */
type Change = {
  readonly act: (database: Database, chosen: ChosenJobs) => Promise<number>;
  readonly told: (count: number) => string;
};

/**
 * `gradecheck queue`: what waits, runs and has failed, since when, and which workers are there.
 * @throws {DatabaseError} where the database cannot be used.
 */
async function queue({ json, ...options }: QueueOptions): Promise<ExitCode> {
  await using database = await open(options);
  const status = await askDatabase(database, () => queueStatus(database));
  if (json) print(JSON.stringify(status, undefined, 2));
  else show(renderQueue(shown(status), terminalStyle()));
  return exitCode.done;
}

const open = (options: QueueOptions): Promise<Database> =>
  openDatabase(requireDatabase(options), { name: "gradecheck queue", supervise: false });

async function changeJobs(options: QueueOptions & ChosenJobs, { act, told }: Change): Promise<ExitCode> {
  await using database = await open(options);
  print(told(await askDatabase(database, () => act(database, options))));
  return exitCode.done;
}

async function pruneDatabase({ olderThan, ...options }: PruneOptions): Promise<ExitCode> {
  await using database = await open(options);
  const { results, submissions, queues } = await askDatabase(database, () => prune(database, olderThan));
  print(`${results} results, ${submissions} submissions and ${queues} queues removed`);
  return exitCode.done;
}

function shown({ queues, workers, failures }: QueueStatus): Parameters<typeof renderQueue>[0] {
  const titles = new Map(queues.map((one) => [one.queue, titleOf(one)]));
  return {
    queues: queues.map((one) => ({ ...one, title: titleOf(one), waitsFor: waitsFor(one, workers.length) })),
    workers: workers.map(({ id, state: { version, running }, upSeconds }) => {
      const [first, ...others] = running.map(({ seconds }) => seconds);
      const longestSeconds = first === undefined ? undefined : Math.max(first, ...others);
      return { id, version, jobs: running.length, longestSeconds, upSeconds };
    }),
    failures: failures.map(({ queue, ...job }) => ({ ...job, title: titles.get(queue) ?? queue })),
  };
}
