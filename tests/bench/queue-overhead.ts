// What grading over a database costs beside grading in one process: processor time of everything that takes part, for the same class.
// Usage: node graders/with-pinned-node.js node tests/bench/queue-overhead.ts [students] [rounds]
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { compareBatches } from "../fixtures/compare-folders.ts";
import { useOwnFolders } from "../fixtures/own-folders.ts";
import { startPostgres } from "../fixtures/postgres.ts";
import { makeClass, writeClass } from "./make-class.ts";
import { addRow } from "./rows.ts";
import { runProcess } from "./run-process.ts";
import { serverSeconds } from "./server-time.ts";

useOwnFolders();
process.env["GRADECHECK_SECRET"] = "the class of the bench";
const [students = 300, rounds = 3] = process.argv.slice(2).map(Number);
const script = fileURLToPath(new URL("../../graders/gradecheck.js", import.meta.url));
const workers = "2";

await using temporary = openTemporaryFolder("overhead");
const handedIn = join(temporary.path, "class");
await writeClass(await makeClass(students, 0, 1), handedIn);
let made = 0;
const newPath = (name: string): string => join(temporary.path, `${name}-${made++}`);
const batch = (out: string, ...options: readonly string[]) => {
  const args = [script, "batch", "w2-optimization", handedIn, "--out", out, "--progress", "none", ...options];
  return runProcess(args);
};

// What is kept is there for all.
await batch(newPath("warm"), "--workers", workers);
await using server = await startPostgres({ shared_preload_libraries: "pg_stat_statements", track_io_timing: "on" });
for (let round = 1; round <= rounds; round++) {
  const alone = newPath("alone");
  const { seconds, cpuSeconds } = await batch(alone, "--workers", workers);
  addRow(`alone ${round}`, "batch alone", { count: students, seconds, cpuSeconds });
  const compare = async (out: string): Promise<string> => {
    const { files, different } = await compareBatches(alone, out);
    return different.length === 0 ? `${files} files equal` : `${different.length} files DIFFERENT`;
  };

  const [inFolder, marks] = [newPath("folder"), newPath("marks")];
  const ofFolder = await batch(inFolder, "--workers", workers, "--database", marks);
  addRow(`folder ${round}`, "batch and PGlite", { count: students, ...ofFolder, note: await compare(inFolder) });

  const url = await server.createDatabase();
  const before = serverSeconds(server.pid());
  const out = newPath("server");
  const state = { isDone: false };
  const sending = batch(out, "--database", url).finally(() => {
    state.isDone = true;
  });
  let working = 0;
  while (!state.isDone) {
    await after(state.isDone ? 0 : 1500);
    const args = [script, "worker", "--database", url, "--workers", workers, "--drain"];
    working += (await runProcess(args)).cpuSeconds;
  }
  const sent = await sending;
  const served = serverSeconds(server.pid()) - before;
  const shares = [sent.cpuSeconds, working, served].map((one) => one.toFixed(1));
  addRow(`server ${round}`, "batch, PostgreSQL and a worker", {
    count: students,
    seconds: sent.seconds,
    cpuSeconds: sent.cpuSeconds + working + served,
    note: `sender ${shares[0]}, worker ${shares[1]}, server ${shares[2]} CPU-s; ${await compare(out)}`,
  });
  if (round === rounds) process.stdout.write(await describeDatabase(url));
}

/** What a job has cost the database: statements, and bytes by table with its indexes. */
async function describeDatabase(url: string): Promise<string> {
  const client = new Client(url);
  await client.connect();
  await client.query("create extension pg_stat_statements");
  const each = (count: number): string => (count / students).toFixed(2);
  const { rows: statements } = await client.query<{ calls: number; ms: number; query: string }>(`
    select calls::int, total_exec_time as ms, query from pg_stat_statements s join pg_database d on d.oid = s.dbid
    where datname = current_database() order by calls desc`);
  const { rows: tables } = await client.query<{ name: string; bytes: number }>(`
    select relname as name, pg_total_relation_size(oid)::int as bytes from pg_class
    where relkind = 'r' and relnamespace::regnamespace::text like 'gradecheck%' order by bytes desc limit 5`);
  await client.end();
  const calls = statements.reduce((sum, one) => sum + one.calls, 0);
  const ms = statements.reduce((sum, one) => sum + one.ms, 0);
  return [
    `statements of a job: ${each(calls)}, which take the server ${each(ms)} ms`,
    ...statements
      .slice(0, 14)
      .map(
        (one) =>
          `  ${each(one.calls).padStart(5)} ${each(one.ms).padStart(6)} ms  ${one.query.replaceAll(/\s+/g, " ").slice(0, 120)}`,
      ),
    "bytes of a job:",
    ...tables.map(({ name, bytes }) => `  ${(bytes / students).toFixed(0).padStart(6)}  ${name}`),
    "",
  ].join("\n");
}
