import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { authenticationKey } from "../../../assignments/storage/course-secret.ts";
import { openTemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";
import { Journal } from "../../../graders/class/run/journal.ts";
import { readAddress } from "../../../graders/database/address.ts";
import { openDatabase } from "../../../graders/database/open-database.ts";
import { DatabaseQueue } from "../../../graders/queue/database-queue.ts";
import { DatabaseResults } from "../../../graders/queue/database-results.ts";
import { priority } from "../../../graders/queue/job.ts";
import { QueueWorker } from "../../../graders/queue/worker/queue-worker.ts";
import type { JobQueue, ResultStore } from "../../../graders/session/ports.ts";
import { startPostgres, type TestServer } from "../../fixtures/postgres.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";
import { FakeGrader, fakeGrading, job, requirement, secret } from "./fake-grading.ts";

/** An implementation of the two ports. */
type Rig = AsyncDisposable & { readonly queue: JobQueue; readonly store: ResultStore; readonly grader: FakeGrader };

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server[Symbol.asyncDispose]());

async function inThisProcess(): Promise<Rig> {
  const grader = new FakeGrader();
  const folder = openTemporaryFolder("journal");
  const { queue } = fakeGrading(grader).grading;
  const store = new Journal(folder.path, { secretKey: authenticationKey(secret, "results") });
  return { queue, store, grader, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

async function overDatabase(where: string): Promise<Rig> {
  const grader = new FakeGrader();
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openDatabase(readAddress(where), { name: "test" }));
  const { graderError } = fakeGrading(grader).grading;
  const options = { requirement: requirement(), secret, priority: priority.batch, graderError };
  const queue = stack.use(await DatabaseQueue.open(database, options));
  const ending = new AbortController();
  const open = async () => fakeGrading(grader);
  const worker = new QueueWorker(database, { secret, version: "1.2.3", width: 4, open, drain: false, events: {} });
  const running = worker.run(ending.signal);
  stack.defer(async () => {
    ending.abort();
    await running;
  });
  const store = new DatabaseResults(database.tables, authenticationKey(secret, "results"));
  const all = stack.move();
  return { queue, store, grader, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

const rigs: readonly (readonly [string, () => Promise<Rig>])[] = [
  ["in this process", inThisProcess],
  [
    "PGlite",
    async () => {
      const folder = openTemporaryFolder("pglite");
      const rig = await overDatabase(join(folder.path, "database"));
      return {
        ...rig,
        [Symbol.asyncDispose]: async () => {
          await rig[Symbol.asyncDispose]();
          await folder[Symbol.asyncDispose]();
        },
      };
    },
  ],
  ["PostgreSQL", async () => overDatabase(await server.createDatabase())],
];

describe.each(rigs)("queue and store, %s", (where, openRig) => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await openRig();
  });
  afterAll(() => rig[Symbol.asyncDispose]());
  afterEach(() => {
    rig.grader.graded.length = 0;
  });

  it("grades a job, and says how long that took", async () => {
    const { report, seconds } = await rig.queue.run(job("wait 50"));
    const { submission: _, ...others } = w2OptimizationReport();
    expect(report).toMatchObject(JSON.parse(JSON.stringify(others)));
    expect(seconds).toBeGreaterThan(0.04);
  });

  it("grades as many at once as it is wide, each for whoever asked", async () => {
    const texts = Array.from({ length: Math.min(rig.queue.width, 40) }, (_, i) => `number ${i}`);
    const graded = await Promise.all(texts.map((text) => rig.queue.run(job(text))));
    expect(graded.map(({ report }) => report.submission.sha256)).toEqual(
      await Promise.all(texts.map(async (text) => (await new FakeGrader().grade(job(text).files)).submission.sha256)),
    );
    expect(rig.grader.graded.toSorted()).toEqual(texts.toSorted());
  });

  it("makes a report of its grader's failure that costs no points, and goes on", { timeout: 60_000 }, async () => {
    const [failed, good] = await Promise.all([rig.queue.run(job("throw")), rig.queue.run(job("good"))]);
    expect(failed.report).toMatchObject({ status: "grader-error", message: expect.stringContaining("no worker") });
    expect(good.report.status).toBe("graded");
  });

  // In one process nobody puts anything in twice: `ContentGrader` sees to it.
  if (where !== "in this process") {
    it("takes the same content put in twice for one job", async () => {
      const both = await Promise.all([rig.queue.run(job("wait 300 twice")), rig.queue.run(job("wait 300 twice"))]);
      expect(both[0].report).toEqual(both[1].report);
      expect(rig.grader.graded).toEqual(["wait 300 twice"]);
      await rig.queue.run(job("wait 300 twice"));
      expect(rig.grader.graded).toHaveLength(1);
    });
  }

  it("keeps a report, without the name of whoever handed it in", async () => {
    const report = w2OptimizationReport();
    expect(await rig.store.get("content")).toBeUndefined();
    await rig.store.put("content", report);
    expect(await rig.store.get("content")).toEqual({ ...report, submission: { ...report.submission, name: "" } });
    expect(await rig.store.get("other")).toBeUndefined();
  });
});
