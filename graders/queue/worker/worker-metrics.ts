import { sql } from "kysely";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../../database/open-database.ts";
import type { GradingPhase, GradingWatch } from "../../session/grading-watch.ts";
import { queueStatus } from "../queue-status.ts";
import type { DoneJob, OnPhase } from "./worker-options.ts";

/** What a worker and its queue look like from outside, for Prometheus. No label holds a name. */
export class WorkerMetrics implements GradingWatch {
  readonly #database: Database;
  readonly #registry = new Registry();
  readonly #jobs: Counter<"outcome">;
  readonly #seconds: Histogram;
  readonly #phases: Histogram<"phase">;
  readonly #replaced: Counter;
  readonly #depth: Gauge<"work" | "state">;
  readonly #oldest: Gauge<"work">;
  readonly #workers: Gauge;

  constructor(database: Database) {
    this.#database = database;
    const registers = [this.#registry];
    const buckets = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120];
    collectDefaultMetrics({ register: this.#registry });
    this.#jobs = new Counter({
      name: "gradecheck_jobs_total",
      help: "Jobs that this worker has ended, by outcome",
      labelNames: ["outcome"],
      registers,
    });
    this.#seconds = new Histogram({
      name: "gradecheck_job_seconds",
      help: "Seconds that this worker has graded a job",
      buckets,
      registers,
    });
    this.#phases = new Histogram({
      name: "gradecheck_phase_seconds",
      help: "Seconds that jobs of this worker have been in a phase, waiting included: read, compile, run, judge, write",
      labelNames: ["phase"],
      buckets,
      registers,
    });
    this.#replaced = new Counter({
      name: "gradecheck_processes_replaced_total",
      help: "Processes for student code that have ended, so that the next submission needs another one",
      registers,
    });
    this.#depth = new Gauge({
      name: "gradecheck_queue_jobs",
      help: "Jobs in the database, by work and state",
      labelNames: ["work", "state"],
      registers,
    });
    this.#oldest = new Gauge({
      name: "gradecheck_queue_oldest_seconds",
      help: "Age of the job that has waited longest, by work",
      labelNames: ["work"],
      registers,
    });
    this.#workers = new Gauge({
      name: "gradecheck_workers",
      help: "Workers that have lately given a sign",
      registers,
    });
  }

  count({ outcome, seconds }: DoneJob): void {
    this.#jobs.inc({ outcome });
    if (outcome === "graded") this.#seconds.observe(seconds);
  }

  readonly onPhase = (phase: GradingPhase | Parameters<OnPhase>[0], seconds: number): void =>
    this.#phases.observe({ phase }, seconds);

  readonly onReplaced = (): void => this.#replaced.inc();

  /** @throws the driver's error where the database is away. */
  async look(): Promise<void> {
    await sql`select 1`.execute(this.#database.tables);
  }

  /** As Prometheus reads it. @throws the driver's error where the database is away. */
  async read(): Promise<{ readonly type: string; readonly text: string }> {
    const { queues, workers } = await queueStatus(this.#database);
    this.#depth.reset();
    this.#oldest.reset();
    for (const { requirement, waiting, running, failed, oldestSeconds } of queues) {
      const work = requirement.settings.assignment;
      this.#depth.inc({ work, state: "waiting" }, waiting);
      this.#depth.inc({ work, state: "running" }, running);
      this.#depth.inc({ work, state: "failed" }, failed);
      if (waiting > 0) this.#oldest.set({ work }, oldestSeconds);
    }
    this.#workers.set(workers.length);
    return { type: this.#registry.contentType, text: await this.#registry.metrics() };
  }
}
