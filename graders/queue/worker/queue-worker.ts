import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as after } from "node:timers/promises";
import { summariseSubmission } from "../../../reports/class/summarise-submission.ts";
import { hasGraderError } from "../../class/run/partial-run.ts";
import { askDatabase, type Database } from "../../database/open-database.ts";
import { persist } from "../../database/persist.ts";
import { jobsChannel } from "../channels.ts";
import type { QueuedJob } from "../job.ts";
import { secretId } from "../requirement.ts";
import { waitingQueues } from "../waiting-queues.ts";
import { Fittings } from "./fittings.ts";
import { followsFrom, notOfItsKey } from "./follows-from.ts";
import { giveBack } from "./give-back.ts";
import { type HeldJob, JobSource } from "./job-source.ts";
import { JobStore } from "./job-store.ts";
import { LanguageTurns } from "./language-turns.ts";
import { Signs } from "./signs.ts";
import type { DoneJob, WorkerOptions } from "./worker-options.ts";
import { removeWorker, type WorkerState, writeWorker } from "./worker-state.ts";

/** How often a worker looks for jobs where nobody notifies, milliseconds. */
const pollMs = 1000;
/** How long jobs may take that are under way when a worker is told to end, milliseconds. */
const graceMs = 8000;
/** How many results may be on their way to the database while more jobs are taken. */
const mostOnTheirWay = 128;
/** A job that takes less is short, and over about how many jobs that is asked. */
const [shortSeconds, meanOf] = [0.5, 8];

/** A job in this worker's hands, and since when. One that is graded is on its way back, and takes nobody's place. */
type Held = { readonly job: HeldJob; readonly key: string; readonly since: number; isGraded: boolean };

/** Takes jobs from a database, grades them, and puts what comes of them where whoever asked finds it. */
export class QueueWorker {
  readonly id = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  readonly #database: Database;
  readonly #options: WorkerOptions;
  readonly #source: JobSource;
  readonly #languages = new LanguageTurns();
  readonly #fittings: Fittings;
  readonly #store: JobStore;
  /** By id and attempt: a job that was thought lost may come once more while it is still under way. */
  readonly #running = new Map<string, Held>();
  /** Jobs that came too late, on their way back. */
  readonly #returning = new Set<Promise<void>>();
  /** Of the last jobs; none counts as long as the first ones are not known. */
  #meanSeconds = shortSeconds;
  #isTaking = false;
  /** There may be jobs to take, or room for them. */
  #isNews = true;
  /** Nothing was found when last looked. */
  #isEmpty = false;
  #failure: { readonly error: unknown } | undefined;
  /** Resolves when something has happened. */
  #chance = Promise.withResolvers<void>();

  constructor(database: Database, options: WorkerOptions) {
    const { secret, version, open, events } = options;
    this.#database = database;
    this.#options = options;
    this.#source = new JobSource(database.boss);
    this.#fittings = new Fittings(
      { version, secretId: secretId(secret) },
      open,
      (queue) => [...this.#running.values()].some(({ job }) => job.queue === queue),
      events.onMisfit,
    );
    this.#store = new JobStore(database, { secret, worker: this.id, onAway: events.onAway, onPhase: events.onPhase });
  }

  /** Works until told to end, or with `drain` until nothing waits. Jobs under way are finished, or given back. */
  async run(signal: AbortSignal): Promise<void> {
    await using ending = new AsyncDisposableStack();
    ending.use(this.#fittings);
    await askDatabase(this.#database, async () => {
      ending.defer(await this.#database.listen(jobsChannel, () => this.#wake()));
      await this.#giveSign();
    });
    ending.defer(() => removeWorker(this.#database.tables, this.id).catch(() => undefined));
    ending.use(new Signs(() => this.#giveSign()));
    this.#options.events.onStart?.(this.id);
    const wake = (): void => this.#wake();
    const polls = setInterval(wake, pollMs);
    signal.addEventListener("abort", wake);
    ending.defer(() => {
      clearInterval(polls);
      signal.removeEventListener("abort", wake);
    });
    await this.#work(signal);
    await this.#finish();
  }

  #wake(): void {
    this.#isNews = true;
    this.#chance.resolve();
  }

  async #work(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (this.#failure !== undefined) throw this.#failure.error;
      if (this.#isNews && !this.#isTaking && this.#wanted() > 0) this.#take(signal);
      const isDone = this.#isEmpty && !this.#isTaking && this.#running.size === 0;
      if (this.#options.drain && isDone) return;
      await this.#chance.promise;
      this.#chance = Promise.withResolvers();
    }
  }

  /** How many jobs to take now. Short ones are taken ahead, many with one question; of long ones others may have what waits. */
  #wanted(): number {
    const { width } = this.#options;
    const held = [...this.#running.values()].filter(({ isGraded }) => !isGraded).length;
    if (this.#running.size - held >= mostOnTheirWay) return 0;
    if (this.#meanSeconds >= shortSeconds) return width - held;
    return held <= width ? 2 * width - held : 0;
  }

  /** Takes jobs while others are graded. */
  #take(signal: AbortSignal): void {
    [this.#isNews, this.#isTaking, this.#isEmpty] = [false, true, false];
    let taken = 0;
    const take = async (): Promise<void> => {
      const { only } = this.#options;
      const waiting = (await waitingQueues(this.#database)).filter(
        ({ queue }) => !this.#fittings.isMisfit(queue) && (only === undefined || queue === only),
      );
      // What is opened is opened in the language in which it grades.
      const chosen = this.#languages.choose(waiting, this.#running.size > 0);
      await this.#source.take(await this.#fittings.fitting(chosen), this.#wanted(), (jobs) => {
        taken += jobs.length;
        for (const job of jobs) this.#receive(job, signal);
      });
    };
    this.#persist(take)
      .then(() => {
        this.#isEmpty = taken === 0;
        // More may be waiting than one question brings.
        if (taken > 0) this.#isNews = true;
      })
      .catch((error: unknown) => {
        this.#failure = { error };
      })
      .finally(() => {
        this.#isTaking = false;
        this.#chance.resolve();
      });
  }

  #receive(job: HeldJob, signal: AbortSignal): void {
    if (!signal.aborted) this.#begin(job);
    else {
      const returning = giveBack(this.#database, job).catch(() => undefined);
      this.#returning.add(returning);
      void returning.then(() => this.#returning.delete(returning));
    }
  }

  #begin(job: HeldJob): void {
    const name = `${job.attempt.id}:${job.attempt.retryCount}`;
    const data = this.#store.ours(job);
    const held: Held = { job, key: data?.key ?? "", since: performance.now(), isGraded: false };
    this.#running.set(name, held);
    const ended = data === undefined ? this.#refuse(job, "somebody has tampered with it") : this.#grade(held, data);
    void ended
      // Where the database stays away, the lease runs out, and another worker takes it.
      .catch((error: unknown) => {
        this.#options.events.onError?.(error instanceof Error ? error.message : String(error));
        return "given-back" as const;
      })
      .then((outcome) => this.#options.events.onDone?.({ ...idsOf(job, data), ...outcomeOf(outcome) }))
      .finally(() => {
        this.#running.delete(name);
        this.#wake();
      });
  }

  async #grade(held: Held, { key, sha256 }: QueuedJob): Promise<Outcome> {
    const { job } = held;
    const files = await this.#store.submission(sha256);
    if (files === undefined) return this.#refuse(job, "its submission is missing from the database, or damaged");
    const { grading } = this.#fittings.opened(job.queue);
    if (!(await followsFrom(key, files, grading))) return this.#refuse(job, notOfItsKey);
    const { report, seconds } = await grading.queue.run({ key, files, identity: { name: "" } });
    const isFailed = hasGraderError({ status: report.status, summary: summariseSubmission(report) });
    // Another worker tries it: it may be this one's fault.
    if (isFailed) return this.#refuse(job, report.message ?? "its grader failed", "grader-error");
    this.#meanSeconds += (seconds - this.#meanSeconds) / meanOf;
    held.isGraded = true;
    this.#wake();
    await this.#store.complete(job, { key, report, seconds });
    return { outcome: "graded", seconds };
  }

  async #refuse(job: HeldJob, message: string, outcome: DoneJob["outcome"] = "tampered"): Promise<Outcome> {
    await this.#store.fail(job, message);
    return { outcome, seconds: 0 };
  }

  /** Waits for what is under way, as long as there is time, and gives the rest back. */
  async #finish(): Promise<void> {
    const end = performance.now() + graceMs;
    while (this.#running.size > 0 && performance.now() < end) {
      await Promise.race([this.#chance.promise, after(Math.max(0, end - performance.now()))]);
      this.#chance = Promise.withResolvers();
    }
    // A result on its way need not be found by another worker: where it does not arrive, the lease runs out.
    const unfinished = [...this.#running.values()].filter(({ isGraded }) => !isGraded);
    const back = unfinished.map(({ job }) => giveBack(this.#database, job).catch(() => undefined));
    await Promise.all([...back, ...this.#returning]);
  }

  /** Shows that this worker is alive, and holds its jobs. */
  async #giveSign(): Promise<void> {
    const running = [...this.#running.values()];
    // First what counts: a job of which no sign is given goes to another worker.
    for (const [queue, own] of Map.groupBy(running, ({ job }) => job.queue)) {
      const attempts = own.map(({ job }) => job.attempt);
      await this.#database.boss.touch(queue, attempts).catch(() => undefined);
    }
    const state: WorkerState = {
      version: this.#options.version,
      secretId: secretId(this.#options.secret),
      width: this.#options.width,
      running: running.map(({ job, key, since }) => {
        return { id: job.attempt.id, key, queue: job.queue, seconds: (performance.now() - since) / 1000 };
      }),
      misfits: this.#fittings.misfits,
    };
    await writeWorker(this.#database.tables, this.id, state);
  }

  #persist<Result>(act: () => Promise<Result>): Promise<Result> {
    return persist(this.#database, act, { onAway: this.#options.events.onAway });
  }
}

type Outcome = Pick<DoneJob, "outcome" | "seconds">;

const outcomeOf = (outcome: Outcome | "given-back"): Outcome =>
  outcome === "given-back" ? { outcome, seconds: 0 } : outcome;

const idsOf = ({ queue, attempt }: HeldJob, data: QueuedJob | undefined): Pick<DoneJob, "id" | "queue" | "key"> => ({
  id: attempt.id,
  queue,
  key: data?.key ?? "",
});
