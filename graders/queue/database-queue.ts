import { randomUUID } from "node:crypto";
import { authenticationKey } from "../../assignments/storage/course-secret.ts";
import type { Report } from "../../reports/report/report.ts";
import { askDatabase, type Database } from "../database/open-database.ts";
import { type Persistence, persist } from "../database/persist.ts";
import type { GradedJob, GradingJob, JobQueue } from "../session/ports.ts";
import { Batcher } from "./batcher.ts";
import { keysOf, resultsChannel } from "./channels.ts";
import { DatabaseResults } from "./database-results.ts";
import { insertJobs } from "./insert-jobs.ts";
import { isAny } from "./is-any.ts";
import { signJob } from "./job.ts";
import { findEndedJobs, findLiveJobs } from "./job-states.ts";
import { openQueue } from "./open-queue.ts";
import { type PackedSubmission, packSubmission } from "./pack-submission.ts";
import { queueOf, type Requirement } from "./requirement.ts";

/** How often results are asked for where nobody notifies, and how often whether a job is still one, milliseconds. */
const pollMs = 1000;
const lostPollMs = 3000;

/** Jobs under way at once: enough for the workers of a dozen machines, and little to remember. */
const width = 256;

/** Most jobs that are put in by one transaction. */
const mostAtOnce = 64;

/** How often a job is put in again whose rows have vanished: by a restored database, or by hand. */
const mostPuts = 3;

/** A job on its way in. */
type Put = { readonly key: string; readonly submission: PackedSubmission };

/** Somebody who waits for a result. */
type Waiting = {
  readonly files: GradingJob["files"];
  /** Ids of its jobs. Others that have ended are of earlier runs. */
  readonly jobs: Set<string>;
  /** Times that it was put in; until the first one is done, nothing is missing. */
  puts: number;
  isPut: boolean;
  readonly promise: Promise<GradedJob>;
  readonly resolve: (graded: GradedJob) => void;
  readonly reject: (reason: unknown) => void;
};

/** What a queue needs to know of the work that it hands out. */
export type QueueOptions = {
  readonly requirement: Requirement;
  /** Of the course; it does not leave this process. */
  readonly secret: string;
  readonly priority: number;
  /** The report of a submission over which its workers have died. */
  readonly graderError: (error: Error) => Report;
  readonly onAway?: Persistence["onAway"];
  /** Told of a result that was not written with this secret, or changed since; the submission is graded again. */
  readonly onDisbelieved?: () => void;
};

/**
 * Hands jobs to workers wherever they are, through a database. Whoever puts in what is there already waits for the same result. A job
 * outlives this process: the next one that wants its result finds it.
 */
export class DatabaseQueue implements JobQueue, AsyncDisposable {
  readonly width = width;
  /** Tells what this one has graded again from what others have. */
  readonly #id = randomUUID();
  readonly #database: Database;
  readonly #options: QueueOptions;
  readonly #queue: string;
  readonly #secretKey: Uint8Array;
  readonly #results: DatabaseResults;
  readonly #puts = new Batcher<Put, string | undefined>((puts) => this.#putAll(puts), mostAtOnce);
  readonly #waiting = new Map<string, Waiting>();
  readonly #ending = new AbortController();
  readonly #timers: readonly NodeJS.Timeout[];
  #unlisten: (() => Promise<void>) | undefined;
  #failure: { readonly error: unknown } | undefined;
  /** Keys whose results are to be asked for. */
  readonly #asked = new Set<string>();
  #isCollecting = false;
  #isLooking = false;

  private constructor(database: Database, options: QueueOptions) {
    this.#database = database;
    this.#options = options;
    this.#queue = queueOf(options.requirement);
    this.#secretKey = authenticationKey(options.secret, "jobs");
    this.#results = new DatabaseResults(database.tables, authenticationKey(options.secret, "results"));
    this.#timers = [
      setInterval(() => this.#collectSoon(), pollMs),
      setInterval(() => void this.#lookAfterJobs().catch(() => undefined), lostPollMs),
    ];
  }

  /** @throws {DatabaseError} where the database is away, or refuses. */
  static async open(database: Database, options: QueueOptions): Promise<DatabaseQueue> {
    return await askDatabase(database, async () => {
      await openQueue(database, options.requirement);
      const queue = new DatabaseQueue(database, options);
      queue.#unlisten = await database.listen(resultsChannel, (payload) => queue.#collectSoon(keysOf(payload)));
      return queue;
    });
  }

  run({ key: content, isAgain = false, files }: GradingJob): Promise<GradedJob> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure.error);
    // A result is never replaced: what is graded again is another job.
    const key = isAgain ? `${content}.${this.#id}` : content;
    const known = this.#waiting.get(key);
    if (known !== undefined) return known.promise;
    const waiting = { files, jobs: new Set<string>(), puts: 0, isPut: false, ...Promise.withResolvers<GradedJob>() };
    this.#waiting.set(key, waiting);
    this.#putFor(key, waiting);
    return waiting.promise.finally(() => this.#waiting.delete(key));
  }

  /** Puts a job in without waiting for its result. @returns The id of the job that will have it; undefined where it is there. */
  async put({ key, files }: Pick<GradingJob, "key" | "files">): Promise<string | undefined> {
    return await this.#puts.add({ key, submission: await packSubmission(files) });
  }

  /** Ends all who wait, and whoever comes. */
  fail(error: unknown): void {
    this.#failure = { error };
    for (const { reject } of this.#waiting.values()) reject(error);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort();
    for (const timer of this.#timers) clearInterval(timer);
    await this.#unlisten?.();
  }

  #putFor(key: string, waiting: Waiting): void {
    waiting.puts += 1;
    waiting.isPut = false;
    const put = async (): Promise<void> => {
      const id = await this.put({ key, files: waiting.files });
      if (id !== undefined) waiting.jobs.add(id);
      else this.#collectSoon([key]);
      waiting.isPut = true;
    };
    put().catch(waiting.reject);
  }

  #putAll(puts: readonly Put[]): Promise<readonly (string | undefined)[]> {
    const jobs = puts.map(({ key, submission }) => ({
      id: randomUUID(),
      data: signJob({ key, sha256: submission.sha256 }, this.#secretKey),
      singletonKey: key,
      priority: this.#options.priority,
    }));
    const submissions = puts.map(({ submission }) => submission);
    return this.#persist(() => insertJobs(this.#database, this.#queue, jobs, submissions));
  }

  /** What is asked for while an answer is on its way is asked for after it. @param keys Default all that are waited for. */
  #collectSoon(keys: Iterable<string> = this.#waiting.keys()): void {
    for (const key of keys) if (this.#waiting.has(key)) this.#asked.add(key);
    if (this.#isCollecting) return;
    this.#isCollecting = true;
    const collect = async (): Promise<void> => {
      try {
        while (this.#asked.size > 0 && !this.#ending.signal.aborted) {
          // Some have been answered since.
          const asked = [...this.#asked].filter((key) => this.#waiting.has(key));
          this.#asked.clear();
          await this.#persist(() => this.#collect(asked));
        }
      } finally {
        this.#isCollecting = false;
      }
    };
    collect().catch((error: unknown) => this.fail(error));
  }

  async #collect(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const rows = await this.#database.tables
      .selectFrom("result")
      .select(["key", "body", "seconds"])
      .where(isAny("key", keys))
      .execute();
    for (const { key, body, seconds } of rows) {
      const report = await this.#results.open(key, body);
      const waiting = this.#waiting.get(key);
      if (report !== undefined) waiting?.resolve({ report, seconds });
      else if (waiting !== undefined) this.#gradeAgain(key, waiting);
    }
  }

  /** A result that cannot be believed is as good as none; it is not replaced, for somebody may want to look at it. */
  #gradeAgain(key: string, { files, resolve, reject }: Waiting): void {
    this.#waiting.delete(key);
    this.#options.onDisbelieved?.();
    this.run({ key, isAgain: true, files, identity: { name: "" } }).then(resolve, reject);
  }

  /** Finds what nobody will grade any more: workers have died over it, or somebody has dropped it. */
  async #lookAfterJobs(): Promise<void> {
    const keys = [...this.#waiting].filter(([, { isPut }]) => isPut).map(([key]) => key);
    if (keys.length === 0 || this.#isLooking) return;
    this.#isLooking = true;
    try {
      const { tables } = this.#database;
      const live = await findLiveJobs(tables, this.#queue, keys);
      // A worker that ended has given a job back under another id.
      for (const [key, id] of live) this.#waiting.get(key)?.jobs.add(id);
      const ended = keys.filter((key) => !live.has(key));
      // Asked after its job: who ends a job keeps its result at the same time.
      await this.#collect(ended);
      const unanswered = ended.flatMap((key) => [...(this.#waiting.get(key)?.jobs ?? [])]);
      const whys = await findEndedJobs(tables, this.#queue, unanswered);
      for (const key of ended) {
        const waiting = this.#waiting.get(key);
        if (waiting?.isPut) this.#endOrPutAgain(key, waiting, whys);
      }
    } finally {
      this.#isLooking = false;
    }
  }

  /** @param whys Why jobs have ended, by their ids. */
  #endOrPutAgain(key: string, waiting: Waiting, whys: ReadonlyMap<string, string>): void {
    const [own] = [...waiting.jobs].flatMap((id) => whys.get(id) ?? []);
    if (own === undefined && waiting.puts < mostPuts) this.#putFor(key, waiting);
    else {
      const why = own ?? "its job has vanished from the database";
      waiting.resolve({ report: this.#options.graderError(new Error(why)), seconds: 0 });
    }
  }

  #persist<Result>(act: () => Promise<Result>): Promise<Result> {
    return persist(this.#database, act, { signal: this.#ending.signal, onAway: this.#options.onAway });
  }
}
