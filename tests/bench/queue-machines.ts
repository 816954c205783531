// A class graded by one process, by one and two workers over PostgreSQL, and by two "machines": workers in network namespaces with
// addresses of their own, which reach the database over a bridge. Needs root and `ip`.
// Usage: node graders/with-pinned-node.js node tests/bench/queue-machines.ts [students] [rounds]
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { compareBatches } from "../fixtures/compare-folders.ts";
import { useOwnFolders } from "../fixtures/own-folders.ts";
import { startPostgres } from "../fixtures/postgres.ts";
import { openSilentProxy } from "../fixtures/silent-proxy.ts";
import { makeClass, writeClass } from "./make-class.ts";
import { runProcess } from "./run-process.ts";

useOwnFolders();
process.env["GRADECHECK_SECRET"] = "the class of the bench";
const [students = 300, rounds = 3] = process.argv.slice(2).map(Number);
const script = fileURLToPath(new URL("../../graders/gradecheck.js", import.meta.url));

await using temporary = openTemporaryFolder("machines");
await using ending = new AsyncDisposableStack();
const handedIn = join(temporary.path, "class");
await writeClass(await makeClass(students, 0, 1), handedIn);
let made = 0;
const newPath = (name: string): string => join(temporary.path, `${name}-${made++}`);

/** Grades the class. @returns Submissions a second, from start to exit. */
async function grade(out: string, ...options: readonly string[]): Promise<number> {
  const args = [script, "batch", "w2-optimization", handedIn, "--out", out, "--progress", "none", ...options];
  return students / (await runProcess(args)).seconds;
}

const ip = (...args: readonly string[]): void =>
  void execFileSync("ip", args, { stdio: ["ignore", "ignore", "inherit"] });
const bridge = { name: "gcbench", address: "10.77.0.1" };

/** A network of its own with an address, on the bridge. @returns Words before a command that runs there. */
function makeMachine(number: number): string[] {
  const [name, outside, inside] = [`gcbench${number}`, `gcbench${number}o`, `gcbench${number}i`];
  ip("netns", "add", name);
  ending.defer(() => ip("netns", "del", name));
  ip("link", "add", outside, "type", "veth", "peer", "name", inside, "netns", name);
  ip("link", "set", outside, "master", bridge.name, "up");
  ip("-n", name, "addr", "add", `10.77.0.${number + 1}/24`, "dev", inside);
  ip("-n", name, "link", "set", inside, "up");
  return ["ip", "netns", "exec", name];
}

ip("link", "add", bridge.name, "type", "bridge");
ending.defer(() => ip("link", "del", bridge.name));
ip("addr", "add", `${bridge.address}/24`, "dev", bridge.name);
ip("link", "set", bridge.name, "up");
const machines = [makeMachine(1), makeMachine(2)];
await using server = await startPostgres();
await using entrance = await openSilentProxy(server.port, bridge.address);

/** Starts a worker and waits until it has joined. @param before Words before the command. */
async function startWorker(before: readonly string[], url: string): Promise<ChildProcess> {
  const args = [...before, process.execPath, script, "worker", "--database", url, "--workers", "1"];
  const [program = "", ...rest] = args;
  const worker = spawn(program, rest, { stdio: ["ignore", "pipe", "inherit"] });
  await once(worker.stdout ?? worker, "data");
  worker.stdout?.resume();
  return worker;
}

async function overDatabase(places: readonly (readonly string[])[], alone: string): Promise<number> {
  const url = await server.createDatabase();
  const there = url.replace(`127.0.0.1:${server.port}`, `${bridge.address}:${entrance.port}`);
  const workers = await Promise.all(places.map((before) => startWorker(before, before.length === 0 ? url : there)));
  const out = newPath("out");
  const rate = await grade(out, "--database", url);
  for (const worker of workers) {
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }
  const { different } = await compareBatches(alone, out);
  if (different.length > 0) throw new Error(`${different.length} files differ, such as ${different[0]}`);
  return rate;
}

await grade(newPath("warm"));
const told = (what: string, rate: number): void =>
  void process.stdout.write(`${what.padEnd(44)} ${rate.toFixed(1)}/s\n`);
for (let round = 1; round <= rounds; round++) {
  const alone = newPath("alone");
  told(`${round} batch alone, --workers 1`, await grade(newPath("one"), "--workers", "1"));
  told(`${round} batch alone, --workers 2`, await grade(alone, "--workers", "2"));
  told(`${round} one worker`, await overDatabase([[]], alone));
  told(`${round} two workers`, await overDatabase([[], []], alone));
  told(`${round} two machines with a worker each`, await overDatabase(machines, alone));
}
