import { randomUUID } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { authenticationKey } from "../../../assignments/storage/course-secret.ts";
import { readAddress } from "../../../graders/database/address.ts";
import { type Database, openDatabase } from "../../../graders/database/open-database.ts";
import { schema } from "../../../graders/database/tables.ts";
import { DatabaseResults } from "../../../graders/queue/database-results.ts";
import { insertJobs } from "../../../graders/queue/insert-jobs.ts";
import { openQueue } from "../../../graders/queue/open-queue.ts";
import { packSubmission } from "../../../graders/queue/pack-submission.ts";
import { prune } from "../../../graders/queue/prune.ts";
import { queueStatus } from "../../../graders/queue/queue-status.ts";
import { queueOf, type Requirement } from "../../../graders/queue/requirement.ts";
import { currentLanguage, speak } from "../../../reports/messages/language.ts";
import { startPostgres, type TestServer } from "../../fixtures/postgres.ts";
import { FakeGrader, fakeGrading, job, requirement, secret } from "./fake-grading.ts";
import { sender, working } from "./working.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server[Symbol.asyncDispose]());
afterEach(() => speak("en"));

const open = async (): Promise<Database> => openDatabase(readAddress(await server.createDatabase()), { name: "test" });

/** Work of another kind, with a queue of its own. */
const otherWork = (letter: string): Partial<Requirement> => ({ fingerprint: letter.repeat(64) });

/** Opens whatever is asked for, all with one grader. */
const openAny = (grader: FakeGrader, opened: string[] = [], closed: string[] = []) => {
  return async ({ fingerprint, settings: { language = "en" } }: Requirement) => {
    opened.push(fingerprint.slice(0, 1));
    const { grading, version } = fakeGrading(grader);
    // As a real one is another in another language.
    const own = language === currentLanguage() ? fingerprint : "0".repeat(64);
    return {
      version,
      grading: { ...grading, fingerprint: own },
      [Symbol.asyncDispose]: async () => {
        closed.push(fingerprint.slice(0, 1));
      },
    };
  };
};

const waitingJobs = async (database: Database): Promise<number> =>
  (await queueStatus(database)).queues.reduce((sum, { waiting }) => sum + waiting, 0);

describe("whose turn it is", () => {
  it.each([
    ["of one kind", {} as Partial<Requirement>],
    ["of two kinds", otherWork("e")],
  ])("is that of the most urgent job first, %s", async (_, differing) => {
    await using database = await open();
    const texts = ["regrade", "batch", "grade", "check"] as const;
    await using stack = new AsyncDisposableStack();
    for (const [i, urgency] of texts.entries()) {
      const queue = stack.use(await sender(database, i % 2 === 0 ? {} : differing, urgency));
      await queue.put(job(urgency, i % 2 === 0 ? undefined : differing.fingerprint));
    }
    const grader = new FakeGrader();
    await working(database, { grader, width: 1, drain: true, open: openAny(grader) }).ended;
    expect(grader.graded).toEqual(texts.toReversed());
  });

  it("is that of another course before a large one is done", async () => {
    await using database = await open();
    await using large = await sender(database);
    await using small = await sender(database, otherWork("e"));
    await Promise.all(Array.from({ length: 200 }, (_, i) => large.put(job(`large ${i}`))));
    await Promise.all(Array.from({ length: 5 }, (_, i) => small.put(job(`small ${i}`, "e".repeat(64)))));
    const grader = new FakeGrader();
    await working(database, { grader, width: 2, drain: true, open: openAny(grader) }).ended;
    expect(grader.graded).toHaveLength(205);
    const last = grader.graded.findLastIndex((text) => text.startsWith("small"));
    expect(last).toBeLessThan(40);
  });

  it("is that of each language when nothing of another is under way", async () => {
    await using database = await open();
    const settings = { ...requirement().settings, language: "de" } as const;
    await using english = await sender(database);
    await using german = await sender(database, { ...otherWork("d"), settings });
    for (let i = 0; i < 5; i++) {
      await english.put(job(`wait 20 en ${i}`));
      await german.put(job(`wait 20 de ${i}`, "d".repeat(64)));
    }
    const spoken: string[] = [];
    class Listening extends FakeGrader {
      override async grade(...given: Parameters<FakeGrader["grade"]>): ReturnType<FakeGrader["grade"]> {
        const before = currentLanguage();
        const report = await super.grade(...given);
        spoken.push(`${this.graded.at(-1)?.slice(8, 10)} ${before} ${currentLanguage()}`);
        return report;
      }
    }
    const grader = new Listening();
    await working(database, { grader, drain: true, open: openAny(grader) }).ended;
    expect(new Set(spoken)).toEqual(new Set(["en en en", "de de de"]));
    expect(spoken).toHaveLength(10);
  });

  it("comes for more kinds of work than a worker keeps open", async () => {
    await using database = await open();
    const letters = [..."abcdef1"];
    await using stack = new AsyncDisposableStack();
    for (const letter of letters) {
      const queue = stack.use(await sender(database, otherWork(letter)));
      await Promise.all([1, 2, 3].map((i) => queue.put(job(`${letter} ${i}`, letter.repeat(64)))));
    }
    const [grader, opened, closed] = [new FakeGrader(), [] as string[], [] as string[]];
    await working(database, { grader, drain: true, open: openAny(grader, opened, closed) }).ended;
    expect(grader.graded).toHaveLength(3 * letters.length);
    expect(new Set(opened)).toEqual(new Set(letters));
    expect(closed.toSorted()).toEqual(opened.toSorted());
  });
});

describe("a sender", () => {
  afterEach(() => void vi.useRealTimers());

  it("is told of its results, without asking now and then", async () => {
    vi.useFakeTimers({ toFake: ["setInterval"] });
    await using database = await open();
    await using queue = await sender(database);
    await using _ = working(database);
    const reports = await Promise.all(["one", "two"].map((text) => queue.run(job(text))));
    expect(reports.map(({ report }) => report.status)).toEqual(["graded", "graded"]);
  });

  it("puts nothing in whose result comes meanwhile", async () => {
    await using database = await open();
    await openQueue(database, requirement());
    const { key, files } = job("just ended");
    const submission = await packSubmission(files);
    const results = new DatabaseResults(database.tables, authenticationKey(secret, "results"));
    const insert: Database["boss"]["insert"] = async (name, jobs, options) => {
      await results.put(key, await new FakeGrader().grade(files));
      return database.boss.insert(name, jobs, options);
    };
    const deleteJob: Database["boss"]["deleteJob"] = (...args) => database.boss.deleteJob(...args);
    const boss = { insert, deleteJob } as unknown as Database["boss"];
    const jobs = [{ id: randomUUID(), data: { key }, singletonKey: key }];
    expect(await insertJobs({ ...database, boss }, queueOf(requirement()), jobs, [submission])).toEqual([undefined]);
    expect(await waitingJobs(database)).toBe(0);
  });
});

describe("a job that is graded again", () => {
  it("has a result of its own; the first one stays", async () => {
    await using database = await open();
    await using queue = await sender(database);
    await using worker = working(database);
    const once = job("machine at fault");
    await queue.run(once);
    await queue.run(once);
    expect(worker.grader.graded).toHaveLength(1);
    expect((await queue.run({ ...once, isAgain: true })).report.status).toBe("graded");
    expect(worker.grader.graded).toHaveLength(2);
    const rows = await database.tables.selectFrom("result").select("key").execute();
    expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining([once.key]));
    expect(rows).toHaveLength(2);
  });
});

describe("a worker whose database writes slowly", () => {
  it("takes no more than it can remember, and goes on", async () => {
    await using database = await open();
    await using queue = await sender(database);
    await Promise.all(Array.from({ length: 400 }, (_, i) => queue.put(job(`many ${i}`))));
    await using stack = new AsyncDisposableStack();
    await database.tables.transaction().execute(async (transaction) => {
      await sql`lock table ${sql.table(`${schema}.result`)} in share mode`.execute(transaction);
      const { grader } = stack.use(working(database));
      await expect.poll(() => grader.graded.length).toBeGreaterThanOrEqual(128);
      await after(1500);
      expect(grader.graded.length).toBeLessThan(140);
    });
    await expect.poll(async () => (await queueStatus(database)).queues[0]?.done).toBe(400);
  });
});

describe("a worker that drains", () => {
  it("ends though jobs wait that it cannot take", async () => {
    await using database = await open();
    await using queue = await sender(database, { secretId: "another" });
    await queue.put(job("not mine"));
    await working(database, { drain: true }).ended;
    expect(await waitingJobs(database)).toBe(1);
  });
});

describe("prune()", () => {
  const age = async ({ tables }: Database, days: number): Promise<void> => {
    for (const table of ["result", "submission", "requirement"]) {
      await sql`update ${sql.table(`${schema}.${table}`)} set asked_on = now() - ${days} * interval '1 day'`.execute(
        tables,
      );
    }
  };
  const removeJobs = ({ boss }: Database): Promise<unknown> => boss.deleteAllJobs();

  it("removes what is old, and nothing that a job needs", async () => {
    await using database = await open();
    await using queue = await sender(database);
    await queue.put(job("done"));
    await working(database, { drain: true }).ended;
    await removeJobs(database);
    await queue.put(job("waits"));
    await age(database, 10);
    expect(await prune(database, 11)).toEqual({ results: 0, submissions: 0, queues: 0 });
    expect(await prune(database, 9)).toEqual({ results: 1, submissions: 1, queues: 0 });
    await removeJobs(database);
    expect(await prune(database, 9)).toEqual({ results: 0, submissions: 1, queues: 1 });
    // Whoever comes next makes anew what is gone.
    await using later = await sender(database);
    await using _ = working(database, { secret });
    expect((await later.run(job("done"))).report.status).toBe("graded");
  });

  it("takes what is put in again for new", async () => {
    await using database = await open();
    await using queue = await sender(database);
    await queue.put(job("again"));
    await removeJobs(database);
    await age(database, 10);
    await queue.put(job("again"));
    await using same = await sender(database);
    await same.put(job("again"));
    await removeJobs(database);
    expect(await prune(database, 9)).toEqual({ results: 0, submissions: 0, queues: 0 });
  });
});
