import { availableParallelism } from "node:os";
import { pino } from "pino";
import { endGracefully } from "../../../assignments/storage/temporary-folder.ts";
import { DatabaseError } from "../../database/database-error.ts";
import { openDatabase } from "../../database/open-database.ts";
import { QueueWorker } from "../../queue/worker/queue-worker.ts";
import { serveMetrics } from "../../queue/worker/serve-metrics.ts";
import { WorkerMetrics } from "../../queue/worker/worker-metrics.ts";
import { type DefineCommand, integer, ownDatabaseOption, requireDatabase, workersOption } from "../command-options.ts";
import { existingSecret } from "../hidden-cases-secret.ts";
import { type ExitCode, exitCode } from "../output.ts";
import { openSubject } from "../subject/open-subject.ts";

/** `gradecheck worker` */
export const define: DefineCommand = (command, { finish, version }) =>
  command
    .addOption(ownDatabaseOption("the PostgreSQL server: postgres://user:password@host/name"))
    .option("--jobs <count>", "jobs to grade at once (default: twice --workers)", integer(1))
    .addOption(workersOption())
    .option("--drain", "exit once no job is left that this worker can take")
    .option("--metrics-port <port>", "serve /metrics (Prometheus) and /health on this port", integer(0))
    .action(async (options: WorkerCommandOptions) => finish(await work(options, version)));

/** How long a worker may take to end, milliseconds. */
const mostEndingMs = 9500;

type WorkerCommandOptions = {
  readonly database?: string;
  readonly jobs?: number;
  readonly workers?: number;
  readonly drain?: boolean;
  readonly metricsPort?: number;
};

/**
 * `gradecheck worker`: takes jobs from a database until told to end. Writes a log to standard output, one JSON object per line, with ids and
 * without names.
 * @param version Of gradecheck.
 * @throws {DatabaseError} where the database cannot be used.
 */
async function work(
  { database: where, jobs, workers = availableParallelism(), drain = false, metricsPort }: WorkerCommandOptions,
  version: string,
): Promise<ExitCode> {
  const address = requireDatabase({ database: where });
  if (address.kind === "folder") {
    throw new DatabaseError(
      `Cannot join the database in "${address.path}": a folder serves one process, the one that has put jobs in; name a PostgreSQL server`,
    );
  }
  const secret = await existingSecret();
  using ending = endGracefully();
  // Whatever still waits for a database that says nothing is let go: its jobs come back by themselves.
  ending.signal.addEventListener("abort", () => setTimeout(() => process.exit(exitCode.done), mostEndingMs).unref());
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
  await using stack = new AsyncDisposableStack();
  const onError = (error: Error): void => log.warn({ event: "database", error: error.message });
  const database = stack.use(await openDatabase(address, { name: "gradecheck worker", onError }));
  const metrics = new WorkerMetrics(database);
  const worker = new QueueWorker(database, {
    secret,
    version,
    width: jobs ?? 2 * workers,
    open: async (requirement) =>
      (await openSubject(requirement.settings)).open({ secret, workers, graderVersion: version, watch: metrics }),
    drain,
    events: {
      onStart: (id) => log.info({ event: "start", worker: id, version, database: address.shown }),
      onDone: (job) => {
        metrics.count(job);
        log.info({ event: "job", ...job });
      },
      onPhase: metrics.onPhase,
      onMisfit: (queue, misfit, why) => log.warn({ event: "misfit", queue, misfit, ...(why !== undefined && { why }) }),
      onAway: (why) => log.warn({ event: "away", why }),
      onError: (why) => log.error({ event: "error", why }),
    },
  });
  if (metricsPort !== undefined) {
    const { port } = stack.use(await serveMetrics(metrics, metricsPort));
    log.info({ event: "metrics", port });
  }
  await worker.run(ending.signal);
  log.info({ event: "end", worker: worker.id });
  return exitCode.done;
}
