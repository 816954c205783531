// A class over a database while workers, senders and the database itself are killed and the network is silent for a minute, beside
// workers of another version, with another secret and with a wrong clock: what comes of it is compared, file by file, with what
// an undisturbed batch in one process writes.
// Usage: node graders/with-pinned-node.js node tests/bench/queue-chaos.ts [students] [workers...]
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { readAddress } from "../../graders/database/address.ts";
import { openDatabase } from "../../graders/database/open-database.ts";
import { queueSchema, schema } from "../../graders/database/tables.ts";
import { compareBatches } from "../fixtures/compare-folders.ts";
import { copyCheckout, installedModules } from "../fixtures/copy-checkout.ts";
import { useOwnFolders } from "../fixtures/own-folders.ts";
import { startPostgres } from "../fixtures/postgres.ts";
import { openSilentProxy } from "../fixtures/silent-proxy.ts";
import { makeClass, writeClass } from "./make-class.ts";

useOwnFolders();
process.env["GRADECHECK_SECRET"] = "the class of the bench";
const [students = 500, ...counts] = process.argv.slice(2).map(Number);
const assignment = "w2-optimization";
const gradecheck = fileURLToPath(new URL("../../graders/gradecheck.js", import.meta.url));
const anHourLater = `data:text/javascript,${encodeURIComponent("const now = Date.now; Date.now = () => now() + 3_600_000;")}`;
/** What is killed, or cut off for a minute, one after the other. */
const disturbances = [
  ...["worker", "worker", "sender", "worker", "worker", "database", "worker", "worker"],
  ...["network", "worker", "sender", "worker", "worker", "sender", "worker"],
] as const;
const pauseMs = 2500;

await using temporary = openTemporaryFolder("chaos");
const handedIn = join(temporary.path, "class");
await writeClass(await makeClass(students, 0, 1), handedIn);
const alone = join(temporary.path, "alone");

const batch = (out: string, ...options: readonly string[]): ChildProcess => {
  const args = ["batch", assignment, handedIn, "--out", out, "--progress", "none", ...options];
  return spawn(process.execPath, [gradecheck, ...args], { stdio: ["ignore", "ignore", "pipe"] });
};

async function ended(child: ChildProcess): Promise<number | null> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  if (code !== 0 && signal !== "SIGKILL") process.stdout.write(`ended with ${code ?? signal}: ${said}\n`);
  return code;
}

let start = performance.now();
const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
await ended(batch(alone));
process.stdout.write(`${students} students, one process: ${seconds()}\n`);

// Another version of gradecheck: this one under another number.
const other = join(temporary.path, "other-version");
await copyCheckout(other);
await symlink(installedModules, join(other, "node_modules"));
const manifest = join(other, "package.json");
await writeFile(manifest, (await readFile(manifest, "utf8")).replace(/"version": "[^"]+"/, '"version": "99.0.0"'));

await using server = await startPostgres();
for (const workers of counts.length > 0 ? counts : [1, 2, 4]) {
  for (const isDisturbed of [false, true]) await run(workers, isDisturbed);
}

async function run(workers: number, isDisturbed: boolean): Promise<void> {
  await using proxy = await openSilentProxy(server.port);
  const url = (await server.createDatabase()).replace(`:${server.port}/`, `:${proxy.port}/`);
  const out = join(temporary.path, `out-${workers}-${isDisturbed}`);
  const work = (script: string, at: number, env: NodeJS.ProcessEnv = {}): ChildProcess => {
    // Every second one believes that it is an hour later.
    const flags = isDisturbed && at % 2 === 1 ? ["--import", anHourLater] : [];
    const args = [...flags, script, "worker", "--database", url, "--workers", "1"];
    return spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...env } });
  };
  const crew = Array.from({ length: workers }, (_, at) => work(gradecheck, at));
  const strangers = isDisturbed
    ? [
        work(join(other, "graders/gradecheck.js"), 0),
        work(gradecheck, 0, { GRADECHECK_SECRET: "the secret of another course" }),
      ]
    : [];
  start = performance.now();
  let sender = batch(out, "--database", url);
  let sent = ended(sender);
  const state = { isDone: false };
  const finished = (async () => {
    for (; (await sent) !== 0; sent = ended(sender)) sender = batch(out, "--database", url);
    state.isDone = true;
  })();
  const happened: string[] = [];
  for (const [i, what] of (isDisturbed ? disturbances : []).entries()) {
    await after(pauseMs);
    if (state.isDone) break;
    happened.push(what);
    if (what === "worker") {
      crew[i % workers]?.kill("SIGKILL");
      crew[i % workers] = work(gradecheck, i);
    } else if (what === "sender") sender.kill("SIGKILL");
    else if (what === "database") {
      await server.stop("immediate");
      await after(2000);
      await server.start();
    } else {
      proxy.silence();
      await after(60_000);
      proxy.restore();
    }
  }
  await finished;
  const took = seconds();
  const all = [...crew, ...strangers];
  const ends = all.map(ended);
  for (const one of all) one.kill("SIGTERM");
  await Promise.all(ends);
  const counted = [...Map.groupBy(happened, (what) => what)].map(([what, some]) => `${some.length} x ${what}`);
  const disturbance = isDisturbed ? `, disturbed (${counted.join(", ")}; two that do not fit)` : "";
  process.stdout.write(`${workers} workers${disturbance}: ${took}; ${await facts(url)}; ${await differences(out)}\n`);
}

async function facts(url: string): Promise<string> {
  await using database = await openDatabase(readAddress(url), { name: "bench", supervise: false });
  const { rows } = await sql<{ state: string; count: number; retries: number }>`
    select state, count(*)::int as count, sum(retry_count)::int as retries
    from ${sql.table(`${queueSchema}.job`)} group by state`.execute(database.tables);
  const results = await database.tables
    .selectFrom("result")
    .select(sql<number>`count(*)::int`.as("count"))
    .executeTakeFirst();
  const jobs = rows.map(({ state, count, retries }) => `${count} ${state} (${retries} retries)`).join(", ");
  return `jobs: ${jobs}; ${results?.count} rows in ${schema}.result`;
}

async function differences(out: string): Promise<string> {
  const { files, different } = await compareBatches(alone, out);
  return different.length === 0
    ? `${files} files equal`
    : `DIFFERENT: ${different.slice(0, 5).join(", ")} (${different.length})`;
}
