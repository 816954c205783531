import { fromKysely } from "pg-boss";
import { authenticationKey } from "../../../assignments/storage/course-secret.ts";
import type { Report } from "../../../reports/report/report.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import type { Database } from "../../database/open-database.ts";
import { type Persistence, persist } from "../../database/persist.ts";
import { timed } from "../../session/grading-watch.ts";
import { Batcher } from "../batcher.ts";
import { notify, resultsChannel } from "../channels.ts";
import { DatabaseResults, type SealedResult } from "../database-results.ts";
import { isAny } from "../is-any.ts";
import { isOurs, type QueuedJob } from "../job.ts";
import { unpackSubmission } from "../pack-submission.ts";
import type { HeldJob } from "./job-source.ts";
import type { OnPhase } from "./worker-options.ts";

/** Most submissions that are read with one question, and most jobs that are ended by one transaction. */
const mostAtOnce = 64;

/** A job with its result. */
type Completed = { readonly job: HeldJob; readonly result: SealedResult };

/** @property worker What results say of who graded them. */
type JobStoreOptions = Pick<Persistence, "onAway"> & {
  readonly secret: string;
  readonly worker: string;
  readonly onPhase?: OnPhase | undefined;
};

/** What a worker reads of its jobs, and writes: together what happens together, and again while the database is away. */
export class JobStore {
  readonly #database: Database;
  readonly #onAway: Persistence["onAway"];
  readonly #onPhase: OnPhase | undefined;
  readonly #jobsKey: Uint8Array;
  readonly #results: DatabaseResults;
  readonly #submissions = new Batcher<string, Buffer | undefined>((names) => this.#readAll(names), mostAtOnce);
  readonly #completions = new Batcher<Completed, undefined>((completed) => this.#completeAll(completed), mostAtOnce);

  constructor(database: Database, { secret, worker, onAway, onPhase }: JobStoreOptions) {
    this.#database = database;
    this.#onAway = onAway;
    this.#onPhase = onPhase;
    this.#jobsKey = authenticationKey(secret, "jobs");
    this.#results = new DatabaseResults(database.tables, authenticationKey(secret, "results"), { seconds: 0, worker });
  }

  /** What a job says; undefined where nobody who knows the course secret has put it in like this. */
  ours({ data }: HeldJob): QueuedJob | undefined {
    return isOurs(data, this.#jobsKey) ? data : undefined;
  }

  /** @returns undefined where the submission is not there, or not what its hash says. */
  async submission(sha256: string): Promise<SubmissionFiles | undefined> {
    const body = await timed(this.#onPhase, "read", () => this.#submissions.add(sha256));
    return body && (await unpackSubmission({ sha256, body }).catch(() => undefined));
  }

  /** Keeps a result and ends its job: both, or neither. */
  async complete(
    job: HeldJob,
    { key, report, seconds }: { readonly key: string; readonly report: Report; readonly seconds: number },
  ): Promise<void> {
    const result = await this.#results.seal(key, report, { seconds });
    await timed(this.#onPhase, "write", () => this.#completions.add({ job, result }));
  }

  /** Has another worker try, or makes a dead letter of the job. */
  async fail({ queue, attempt }: HeldJob, message: string): Promise<void> {
    await this.#persist(() => this.#database.boss.fail(queue, attempt, { message }));
  }

  async #readAll(names: readonly string[]): Promise<readonly (Buffer | undefined)[]> {
    const rows = await this.#persist(() =>
      this.#database.tables.selectFrom("submission").select(["sha256", "body"]).where(isAny("sha256", names)).execute(),
    );
    const bodies = new Map(rows.map(({ sha256, body }) => [sha256, body]));
    return names.map((name) => bodies.get(name));
  }

  async #completeAll(completed: readonly Completed[]): Promise<readonly undefined[]> {
    const { tables, boss } = this.#database;
    await this.#persist(() =>
      tables.transaction().execute(async (transaction) => {
        const sealed = completed.map(({ result }) => result);
        await this.#results.putAll(sealed, transaction);
        for (const [queue, own] of Map.groupBy(completed, ({ job }) => job.queue)) {
          const attempts = own.map(({ job }) => job.attempt);
          await boss.complete(queue, attempts, null, { db: fromKysely(transaction) });
        }
        await notify(
          transaction,
          resultsChannel,
          sealed.map(({ key }) => key),
        );
      }),
    );
    return completed.map(() => undefined);
  }

  #persist<Result>(act: () => Promise<Result>): Promise<Result> {
    return persist(this.#database, act, { onAway: this.#onAway });
  }
}
