// Jobs a second over a database with a grader that does nothing, and how a hundred thousand waiting jobs are counted and drained. On a server
// the worker is a process of its own, as it always is.
// Usage: node graders/with-pinned-node.js node tests/bench/queue.ts [jobs] [waiting]
import { fork } from "node:child_process";
import { once } from "node:events";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { readAddress } from "../../graders/database/address.ts";
import { type Database, openDatabase } from "../../graders/database/open-database.ts";
import { DatabaseQueue } from "../../graders/queue/database-queue.ts";
import { priority } from "../../graders/queue/job.ts";
import { queueStatus } from "../../graders/queue/queue-status.ts";
import { QueueWorker } from "../../graders/queue/worker/queue-worker.ts";
import { startPostgres } from "../fixtures/postgres.ts";
import { FakeGrader, fakeGrading, job, requirement, secret } from "../graders/queue/fake-grading.ts";
import { serverSeconds } from "./server-time.ts";

/** As which this file starts itself. */
const asWorker = "worker";

if (process.argv[2] === asWorker) {
  const [, , , where = "", width = "1"] = process.argv;
  await using database = await openDatabase(readAddress(where), { name: "bench" });
  const ending = new AbortController();
  process.once("message", () => ending.abort());
  process.send?.("started");
  await makeWorker(database, Number(width), false).run(ending.signal);
  process.disconnect?.();
  process.exit();
}

const [jobs = 3000, waiting = 100_000] = process.argv.slice(2).map(Number);

await using server = await startPostgres();
await using folder = openTemporaryFolder("bench");

/**
 * Puts jobs in and has them graded at once.
 * @param text Of a submission: how the grader behaves.
 * @param atOnce Jobs that the worker grades at once.
 * @returns Jobs a second, and milliseconds of processor time of everything that takes part for each.
 */
async function measure(where: string, count: number, text: string, atOnce: number): Promise<string> {
  const address = readAddress(where);
  await using database = await openDatabase(address, { name: "bench" });
  const { graderError } = fakeGrading(new FakeGrader()).grading;
  const options = { requirement: requirement(), secret, priority: priority.batch, graderError };
  await using queue = await DatabaseQueue.open(database, options);
  await using worker = await (address.kind === "folder" ? workHere(database, atOnce) : workElsewhere(where, atOnce));
  const computed = (): number => {
    const { user, system } = process.cpuUsage();
    return (
      (user + system) / 1e6 + serverSeconds(server.pid()) + (worker.pid === undefined ? 0 : serverSeconds(worker.pid))
    );
  };
  const [start, before] = [performance.now(), computed()];
  let next = 0;
  const put = async (): Promise<void> => {
    while (next < count) await queue.run(job(`${text} ${where} ${next++}`));
  };
  await Promise.all(Array.from({ length: queue.width }, put));
  const seconds = (performance.now() - start) / 1000;
  const cpuMs = (1000 * (computed() - before)) / count;
  return `${(count / seconds).toFixed(0)} jobs/s, ${cpuMs.toFixed(2)} CPU-ms each`;
}

type Working = AsyncDisposable & { readonly pid?: number | undefined };

function makeWorker(database: Database, width: number, drain: boolean): QueueWorker {
  const grader = new FakeGrader();
  const open = async () => fakeGrading(grader, width);
  return new QueueWorker(database, { secret, version: "1.2.3", width, open, drain, events: {} });
}

async function workHere(database: Database, width: number): Promise<Working> {
  const ending = new AbortController();
  const running = makeWorker(database, width, false).run(ending.signal);
  return {
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      await running;
    },
  };
}

async function workElsewhere(where: string, width: number): Promise<Working> {
  const child = fork(new URL(import.meta.url), [asWorker, where, String(width)]);
  const died = once(child, "exit").then(() => {
    throw new Error("the worker has ended");
  });
  died.catch(() => undefined);
  await Promise.race([once(child, "message"), died]);
  return {
    pid: child.pid,
    [Symbol.asyncDispose]: async () => {
      child.send("end");
      await once(child, "exit");
    },
  };
}

for (const [name, where] of [
  ["PostgreSQL", async () => server.createDatabase()],
  ["PGlite", async () => folder.path],
] as const) {
  const place = await where();
  console.log(`${name}, a grader that does nothing: ${await measure(place, jobs, "nothing", 64)}`);
  console.log(`${name}, four at a time that wait 130 ms: ${await measure(place, 600, "wait 130", 4)}`);
}

if (waiting > 0) {
  await using database = await openDatabase(readAddress(await server.createDatabase()), { name: "bench" });
  const { graderError } = fakeGrading(new FakeGrader()).grading;
  await using queue = await DatabaseQueue.open(database, {
    requirement: requirement(),
    secret,
    priority: priority.batch,
    graderError,
  });
  let start = performance.now();
  const held = () => `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`;
  let next = 0;
  const put = async (): Promise<void> => {
    while (next < waiting) await queue.put(job(`waiting ${next++}`));
  };
  await Promise.all(Array.from({ length: 128 }, put));
  console.log(`${waiting} put in: ${((performance.now() - start) / 1000).toFixed(1)} s, ${held()}`);
  start = performance.now();
  const { queues } = await queueStatus(database);
  console.log(`counted (${queues[0]?.waiting}): ${(performance.now() - start).toFixed(0)} ms`);
  start = performance.now();
  await makeWorker(database, 64, true).run(new AbortController().signal);
  const seconds = (performance.now() - start) / 1000;
  console.log(`drained: ${seconds.toFixed(1)} s, ${(waiting / seconds).toFixed(0)} jobs/s, ${held()}`);
}
