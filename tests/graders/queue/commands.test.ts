import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTemporaryFolder, type TemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";
import { compareBatches } from "../../fixtures/compare-folders.ts";
import { startPostgres, type TestServer } from "../../fixtures/postgres.ts";
import { startCommand } from "../../fixtures/running-command.ts";
import { type CliResult, runCli } from "../run-cli.ts";

const assignment = "w2-optimization";
const solutions: Readonly<Record<string, string>> = {
  ada: "export const updateLr = (rate: number, epoch: number, decay: number) => rate / (1 + decay * epoch);\n",
  bob: "export const updateLr = (rate: number, epoch: number, decay: number) => rate * (1 + decay * epoch);\n",
  cleo: "export const updateLr = () => { throw new Error('not yet'); };\n",
  dora: "this is no program\n",
};

let server: TestServer;
let folder: TemporaryFolder;
let handedIn = "";
let quizzes = "";
let alone = "";
beforeAll(async () => {
  folder = openTemporaryFolder("queue-commands");
  handedIn = join(folder.path, "class");
  await mkdir(handedIn);
  for (const [name, text] of Object.entries(solutions)) await writeFile(join(handedIn, `${name}.ts`), text);
  quizzes = join(folder.path, "quizzes");
  await mkdir(quizzes);
  for (const [name, choice] of Object.entries({ ada: "fifths", bob: "none of them" })) {
    const answers = { quiz: "w1-quiz", answers: { "large-split": choice } };
    await writeFile(join(quizzes, `${name}.json`), JSON.stringify(answers));
  }
  server = await startPostgres();
  alone = join(folder.path, "alone");
  expect(await batch(alone)).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const batchArgs = (out: string): string[] => {
  return ["batch", assignment, handedIn, "--out", out, "--exercise", "updateLr", "--progress", "none"];
};
const batch = (out: string, ...options: readonly string[]): Promise<CliResult> =>
  runCli(folder.path, ...batchArgs(out), ...options);
const start = async (...args: readonly string[]) => {
  const temporary = join(folder.path, `tmp-${Math.random()}`);
  await mkdir(temporary);
  return startCommand(args, { temporary });
};

/** All that a database holds, in plain text. */
async function everythingIn(url: string): Promise<string> {
  const client = new Client(url);
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname like 'gradecheck%'",
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<Record<string, unknown>>(`select * from ${name}`);
    for (const row of rows) {
      texts.push(JSON.stringify(row));
      if (row["body"] instanceof Buffer) texts.push(inflateRawSync(row["body"]).toString("utf8"));
    }
  }
  await client.end();
  return texts.join("\n");
}

const password = "right horse";
const leaksPassword = (text: string): boolean => text.includes(password) || text.includes(encodeURIComponent(password));

describe("gradecheck batch --database", () => {
  it("writes into a folder and out of it what batch alone writes, and finds there what was graded", async () => {
    const [out, again, database] = ["folder-out", "folder-again", "marks"].map((name) => join(folder.path, name));
    expect(await batch(out ?? "", "--database", database ?? "")).toMatchObject({ code: 0 });
    expect(await compareBatches(alone, out ?? "")).toEqual({ files: expect.any(Number), different: [] });
    expect(await batch(again ?? "", "--database", database ?? "")).toMatchObject({ code: 0 });
    expect(await compareBatches(alone, again ?? "")).toMatchObject({ different: [] });
    const status = await runCli(folder.path, "queue", "--database", database ?? "", "--json");
    expect(JSON.parse(status.stdout)).toMatchObject({ queues: [{ waiting: 0, running: 0, done: 4, failed: 0 }] });
  });

  it("is graded by workers that join a server, is written as by batch alone, and tells no password", async () => {
    const url = await server.createDatabase();
    const out = join(folder.path, "server-out");
    const worker = await start("worker", "--database", url, "--workers", "1", "--metrics-port", "0");
    const graded = await batch(out, "--database", url);
    expect(graded).toMatchObject({ code: 0 });
    expect(await compareBatches(alone, out)).toMatchObject({ different: [] });

    const log = () =>
      worker
        .stdout()
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
    const { port } = log().find(({ event }) => event === "metrics") ?? {};
    const [metrics, health, other] = await Promise.all(
      ["metrics", "health", "else"].map(async (path) => {
        const response = await fetch(`http://127.0.0.1:${port}/${path}`);
        return { status: response.status, text: await response.text() };
      }),
    );
    expect(health).toEqual({ status: 200, text: "ok\n" });
    expect(other?.status).toBe(404);
    expect(metrics?.text).toMatch(/^gradecheck_jobs_total\{outcome="graded"\} 4$/m);
    expect(metrics?.text).toMatch(/^gradecheck_queue_jobs\{work="w2-optimization",state="waiting"\} 0$/m);
    expect(metrics?.text).toMatch(/^gradecheck_workers 1$/m);
    expect(metrics?.text).toMatch(/^gradecheck_job_seconds_count 4$/m);
    const phases = [...(metrics?.text ?? "").matchAll(/^gradecheck_phase_seconds_count\{phase="(\w+)"\} (\d+)$/gm)];
    expect(Object.fromEntries(phases.map(([, phase, count]) => [phase, Number(count)]))).toEqual({
      // One of them does not compile.
      ...{ read: 4, compile: 4, run: 3, judge: 3, write: 4 },
    });
    expect(metrics?.text).toMatch(/^gradecheck_processes_replaced_total \d+$/m);
    expect(metrics?.text).toMatch(/^process_resident_memory_bytes \d+$/m);

    const table = await runCli(folder.path, "queue", "--database", url);
    expect(table.stdout).toMatch(/w2-optimization \S+ +0 +- +0 +4 +0/);
    worker.kill("SIGTERM");
    expect(await worker.ended).toBe(0);
    expect(log().map(({ event }) => event)).toEqual(expect.arrayContaining(["start", "job", "end"]));
    const all = [graded.stdout, graded.stderr, worker.stdout(), worker.stderr(), table.stdout, metrics?.text ?? ""];
    expect(all.filter(leaksPassword)).toEqual([]);
    // Neither does anything of the worker's tell who has handed in, nor does the database, which holds no secret of the course either.
    const kept = await everythingIn(url);
    expect(kept).toContain('"status":"graded"');
    expect(kept).toContain("w2-optimization");
    expect(kept).not.toContain("the tests' own secret");
    for (const name of Object.keys(solutions)) expect(kept).not.toContain(`"${name}`);
    for (const name of Object.keys(solutions)) expect(kept).not.toContain(`${name}.ts`);
    for (const name of Object.keys(solutions)) expect(worker.stdout() + metrics?.text).not.toContain(name);
    expect(leaksPassword(await readFile(join(out, "batch.json"), "utf8"))).toBe(false);
  });

  it.each([
    ["in German", () => [...batchArgs("").slice(1, 3), "--exercise", "updateLr", "--lang", "de"]],
    ["on a quiz", () => ["w1-quiz", quizzes]],
  ])("grades a class %s as batch alone does", async (_, work) => {
    const url = await server.createDatabase();
    const outs = ["alone", "over"].map(() => join(folder.path, `out-${Math.random()}`));
    const grade = (out = "", ...options: readonly string[]): Promise<CliResult> =>
      runCli(folder.path, "batch", ...work(), "--out", out, "--progress", "none", ...options);
    expect(await grade(outs[0])).toMatchObject({ code: 0 });
    const worker = await start("worker", "--database", url, "--workers", "1");
    expect(await grade(outs[1], "--database", url)).toMatchObject({ code: 0 });
    expect(await compareBatches(outs[0] ?? "", outs[1] ?? "")).toMatchObject({ different: [] });
    expect(worker.stdout()).toContain('"outcome":"graded"');
    worker.kill("SIGTERM");
    expect(await worker.ended).toBe(0);
  });

  it("waits for a worker, says in `queue` what for, and is dropped and retried from there", async () => {
    const url = await server.createDatabase();
    const sender = await start(...batchArgs(join(folder.path, "waiting-out")), "--database", url);
    const queue = (...args: readonly string[]): Promise<CliResult> =>
      runCli(folder.path, "queue", ...args, "--database", url);
    await expect
      .poll(async () => JSON.parse((await queue("--json")).stdout).queues[0]?.waiting, {
        timeout: 30_000,
        interval: 500,
      })
      .toBe(4);
    expect((await queue()).stdout).toContain("no worker is there; start one with gradecheck worker");
    expect(await queue("drop", "--work", "w1-initialization")).toMatchObject({ code: 0, stdout: "0 dropped\n" });
    const before = await runCli(folder.path, "queue", "--database", url, "drop");
    expect(before).toMatchObject({ code: 0, stdout: "4 dropped\n" });
    expect(await sender.ended).toBe(3);
    expect(await queue("retry")).toMatchObject({ code: 0, stdout: "0 put in again\n" });
    expect(await queue("prune", "--older-than", "2")).toMatchObject({
      code: 0,
      stdout: "0 results, 0 submissions and 0 queues removed\n",
    });
  });
});

describe("bad input", () => {
  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      "a worker without a database",
      ["worker"],
      /^gradecheck: Cannot tell which database is meant: give --database, or set DATABASE_URL$/m,
    ],
    [
      "a worker on a folder",
      ["worker", "--database", "marks"],
      /^gradecheck: Cannot join the database in ".*marks": a folder serves one process/,
    ],
    [
      "a server that is not there",
      ["queue", "--database", "postgres://ada:hush@127.0.0.1:1/marks"],
      /^gradecheck: Cannot use the database postgres:\/\/ada@127\.0\.0\.1:1\/marks: nothing listens there/,
    ],
    [
      "another kind of database",
      ["queue", "--database", "mysql://ada:hush@host/marks"],
      /^gradecheck: Cannot use a database at mysql:/,
    ],
    [
      "pruning what is new",
      ["queue", "prune", "--older-than", "1", "--database", "marks"],
      /It must be an integer of at least 2/,
    ],
  ];
  it.each(refused)("%s: one line and exit code 2", async (_, args, line) => {
    const { code, stdout, stderr } = await runCli(folder.path, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(line);
    expect(stderr).not.toContain("hush");
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
