import { setTimeout as after } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAddress } from "../../../graders/database/address.ts";
import { type Database, openDatabase } from "../../../graders/database/open-database.ts";
import { queueSchema, schema } from "../../../graders/database/tables.ts";
import { dropJobs } from "../../../graders/queue/change-jobs.ts";
import { queueStatus } from "../../../graders/queue/queue-status.ts";
import { queueOf } from "../../../graders/queue/requirement.ts";
import { startPostgres, type TestServer } from "../../fixtures/postgres.ts";
import { openSilentProxy } from "../../fixtures/silent-proxy.ts";
import { FakeGrader, fakeGrading, job, requirement } from "./fake-grading.ts";
import { sender, working } from "./working.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server[Symbol.asyncDispose]());

const open = async (url: string): Promise<Database> => openDatabase(readAddress(url), { name: "test" });

describe("what is lost on the way", () => {
  it("is graded by another worker where one has died", { timeout: 60_000 }, async () => {
    await using database = await open(await server.createDatabase());
    await using queue = await sender(database);
    const graded = queue.run(job("orphan"));
    // A worker that takes it and gives no sign any more.
    await expect.poll(() => database.boss.fetch(queueOf(requirement()))).toHaveLength(1);
    await using worker = working(database);
    expect((await graded).report.status).toBe("graded");
    expect(worker.grader.graded).toEqual(["orphan"]);
  });

  it("is a dead letter after three workers have died over it, and costs no points", { timeout: 120_000 }, async () => {
    await using database = await open(await server.createDatabase());
    await using queue = await sender(database);
    const graded = queue.run(job("deadly"));
    for (let death = 0; death < 3; death++) {
      const take = () => database.boss.fetch(queueOf(requirement()));
      await expect.poll(take, { interval: 500 }).toHaveLength(1);
    }
    const { report } = await graded;
    expect(report).toMatchObject({ status: "grader-error", message: expect.stringContaining("three times") });
    const { queues, failures } = await queueStatus(database);
    expect(queues).toMatchObject([{ waiting: 0, running: 0, failed: 1 }]);
    expect(failures).toMatchObject([{ key: job("deadly").key, why: expect.stringContaining("three times") }]);
  });

  it("is found again by whoever asks next, where the one that has put it in is gone", async () => {
    await using database = await open(await server.createDatabase());
    {
      await using gone = await sender(database);
      gone.run(job("left behind")).catch(() => undefined);
      await expect.poll(async () => (await queueStatus(database)).queues[0]?.waiting).toBe(1);
    }
    await using worker = working(database);
    await using queue = await sender(database);
    expect((await queue.run(job("left behind"))).report.status).toBe("graded");
    expect((await queue.run(job("left behind"))).report.status).toBe("graded");
    expect(worker.grader.graded).toEqual(["left behind"]);
  });

  it("comes back where a worker is told to end", { timeout: 60_000 }, async () => {
    await using database = await open(await server.createDatabase());
    await using queue = await sender(database);
    const graded = queue.run(job("wait 30000 long"));
    {
      await using slow = working(database);
      await expect.poll(() => slow.grader.graded).toHaveLength(1);
    }
    class Quick extends FakeGrader {
      override async grade(): ReturnType<FakeGrader["grade"]> {
        return super.grade(job("quick").files);
      }
    }
    await using _ = working(database, { grader: new Quick() });
    expect((await graded).report.status).toBe("graded");
  });

  it("survives a restart of the database in the middle", { timeout: 120_000 }, async () => {
    await using database = await open(await server.createDatabase());
    await using queue = await sender(database);
    await using worker = working(database);
    const texts = Array.from({ length: 30 }, (_, i) => `wait 200 number ${i}`);
    const all = Promise.all(texts.map((text) => queue.run(job(text))));
    await expect.poll(() => worker.done.length).toBeGreaterThan(3);
    await server.stop("immediate");
    await server.start();
    const graded = await all;
    expect(graded.every(({ report }) => report.status === "graded")).toBe(true);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(`${schema}.result`)}`.execute(database.tables);
    expect(rows[0]?.count).toBe(texts.length);
  });
});

describe("a sender", () => {
  it("puts in again what has vanished, and what is pruned before it is collected", { timeout: 60_000 }, async () => {
    await using database = await open(await server.createDatabase());
    await using queue = await sender(database);
    const graded = queue.run(job("restored"));
    await expect.poll(async () => (await queueStatus(database)).queues[0]?.waiting).toBe(1);
    await database.boss.deleteAllJobs();
    await expect.poll(async () => (await queueStatus(database)).queues[0]?.waiting).toBe(1);
    await using _ = working(database);
    expect((await graded).report.status).toBe("graded");
  });

  it("does not take what has failed in an earlier run for the fate of its own job", { timeout: 60_000 }, async () => {
    await using database = await open(await server.createDatabase());
    await using queue = await sender(database);
    const dropped = queue.run(job("dropped once"));
    await expect.poll(async () => (await queueStatus(database)).queues[0]?.waiting).toBe(1);
    expect(await dropJobs(database, {})).toBe(1);
    expect((await dropped).report).toMatchObject({
      status: "grader-error",
      message: expect.stringContaining("dropped"),
    });
    const again = queue.run(job("dropped once"));
    await after(7000);
    await using _ = working(database);
    expect((await again).report.status).toBe("graded");
  });
});

describe("a network that drops everything", () => {
  it.each([
    ["for longer than a connection may be silent", 9000],
    ["for less", 2000],
  ])("%s, loses nothing", { timeout: 120_000 }, async (_, silentMs) => {
    await using proxy = await openSilentProxy(server.port);
    const url = (await server.createDatabase()).replace(`:${server.port}/`, `:${proxy.port}/`);
    await using database = await openDatabase(readAddress(url), { name: "test", silenceMs: 3000 });
    await using queue = await sender(database);
    await using worker = working(database);
    const texts = Array.from({ length: 30 }, (_, i) => `wait 200 number ${i}`);
    const all = Promise.all(texts.map((text) => queue.run(job(text))));
    await expect.poll(() => worker.done.length).toBeGreaterThan(3);
    proxy.silence();
    const before = worker.done.length;
    await after(silentMs);
    // What it had taken it may have graded; the rest waits.
    expect(worker.done.length).toBeLessThan(before + 6);
    proxy.restore();
    expect((await all).every(({ report }) => report.status === "graded")).toBe(true);
  });
});

describe("a worker that is another", () => {
  it.each([
    ["version", { version: "1.2.4" }],
    ["secret", { secret: "another secret" }],
  ] as const)("does not take what asks for its own %s, and the queue says so", async (misfit, options) => {
    await using database = await open(await server.createDatabase());
    await using queue = await sender(database);
    const graded = queue.run(job("picky"));
    await using other = working(database, options);
    await expect.poll(async () => (await queueStatus(database)).queues[0]?.misfits).toEqual([misfit]);
    expect(other.grader.graded).toEqual([]);
    await using fitting = working(database);
    expect((await graded).report.status).toBe("graded");
    expect(fitting.grader.graded).toEqual(["picky"]);
  });

  it("does not take what was computed on another backend", async () => {
    await using database = await open(await server.createDatabase());
    await using queue = await sender(database, { fingerprint: "e".repeat(64) });
    queue.run(job("elsewhere")).catch(() => undefined);
    await using worker = working(database);
    await expect.poll(async () => (await queueStatus(database)).queues[0]?.misfits).toEqual(["backend"]);
    expect(worker.grader.graded).toEqual([]);
  });
});

describe("what somebody has tampered with", () => {
  it("is not graded where it is a job", { timeout: 60_000 }, async () => {
    await using database = await open(await server.createDatabase());
    await using queue = await sender(database);
    const graded = queue.run(job("honest"));
    await expect.poll(async () => (await queueStatus(database)).queues[0]?.waiting).toBe(1);
    await sql`update ${sql.table(`${queueSchema}.job`)} set data = data || '{"key": "other"}'`.execute(database.tables);
    await using worker = working(database);
    expect((await graded).report).toMatchObject({
      status: "grader-error",
      message: expect.stringContaining("tampered"),
    });
    expect(worker.grader.graded).toEqual([]);
  });

  it("is not graded where it is a submission", { timeout: 60_000 }, async () => {
    await using database = await open(await server.createDatabase());
    await using queue = await sender(database);
    const graded = queue.run(job("mine"));
    await expect.poll(async () => (await queueStatus(database)).queues[0]?.waiting).toBe(1);
    await database.tables
      .updateTable("submission")
      .set({ body: Buffer.from("hello") })
      .execute();
    await using worker = working(database);
    expect((await graded).report).toMatchObject({
      status: "grader-error",
      message: expect.stringContaining("damaged"),
    });
    expect(worker.grader.graded).toEqual([]);
  });

  it("is not believed where it is a result: it is graded again, and stays to be looked at", async () => {
    await using database = await open(await server.createDatabase());
    await using worker = working(database);
    await using queue = await sender(database);
    const first = await queue.run(job("marked"));
    await queue.run(job("other"));
    await sql`
      update ${sql.table(`${schema}.result`)} set body = (
        select body from ${sql.table(`${schema}.result`)} where key = ${job("other").key}
      ) where key = ${job("marked").key}`.execute(database.tables);
    expect((await queue.run(job("marked"))).report).toEqual(first.report);
    expect(worker.grader.graded).toEqual(["marked", "other", "marked"]);
    const rows = await database.tables.selectFrom("result").select("key").execute();
    expect(rows).toHaveLength(3);
  });

  it("is not graded where it is what jobs require: neither another's, nor a job of another queue", async () => {
    await using database = await open(await server.createDatabase());
    const easier = { fingerprint: "e".repeat(64) };
    await using queue = await sender(database);
    await using other = await sender(database, easier);
    const graded = queue.run(job("mine"));
    graded.catch(() => undefined);
    await expect.poll(async () => (await queueStatus(database)).queues.some(({ waiting }) => waiting > 0)).toBe(true);
    const jobs = sql.table(`${queueSchema}.job`);
    // The job is put where another kind of work is graded.
    await sql`update ${jobs} set name = ${queueOf(requirement(easier))}`.execute(database.tables);
    const grader = new FakeGrader();
    const openEasier = async () => {
      const { grading, version } = fakeGrading(grader);
      return { version, grading: { ...grading, ...easier }, [Symbol.asyncDispose]: async () => undefined };
    };
    await using worker = working(database, { grader, open: openEasier });
    await expect.poll(() => worker.done.map(({ outcome }) => outcome)).toContain("tampered");
    expect(grader.graded).toEqual([]);
    // Or the other one's requirement is put in the place of its own.
    await sql`update ${sql.table(`${schema}.requirement`)} set requirement = (
      select requirement from ${sql.table(`${schema}.requirement`)} where queue = ${queueOf(requirement(easier))}
    )`.execute(database.tables);
    await queue.put(job("again"));
    await expect.poll(() => Object.values(worker.misfits)).toEqual(["tampered"]);
    expect(grader.graded).toEqual([]);
    expect(other.width).toBeGreaterThan(0);
  });
});
