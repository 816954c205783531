import { tmpdir } from "node:os";
import { chooseLauncher, type OsProtection } from "./choose-launcher.ts";
import { residentMemory } from "./process-tree.ts";
import { spawnRestricted } from "./spawn-worker.ts";

/** What a process under the restrictions of a worker can do, tried out on this machine. */
export type Protection = {
  /** Each true where the process was refused it. */
  readonly refused: {
    readonly readingFiles: boolean;
    readonly writingFiles: boolean;
    readonly network: boolean;
    readonly childProcesses: boolean;
    readonly environment: boolean;
  };
  /** What the operating system adds. */
  readonly system: Omit<OsProtection, "launcher">;
  /** Resident memory of processes can be read. */
  readonly memoryWatch: boolean;
};

// Tries, rather than asks: a permission model that says no and does yes would pass the question.
const probe = `
const { readFileSync, writeFileSync } = require("node:fs");
const refused = (act) => { try { act(); return false; } catch (error) { return error.code !== "ENOENT"; } };
const socket = () => new Promise((done) => {
  try {
    const s = require("node:net").connect(9, "127.0.0.1");
    s.on("error", (e) => done(e.code === "ERR_ACCESS_DENIED" || e.code === "ENETUNREACH"));
    s.on("connect", () => done(false));
  } catch { done(true); }
});
socket().then((network) => process.stdout.write(JSON.stringify({
  readingFiles: refused(() => readFileSync("/etc/passwd")),
  writingFiles: refused(() => writeFileSync("probe", "")),
  network,
  childProcesses: refused(() => require("node:child_process").spawnSync("true")),
  // bubblewrap names the working directory, which is empty, in PWD.
  environment: Object.keys(process.env).every((name) => name === "PWD"),
})));`;

/**
 * Starts a process as workers are started and lets it try what it must not be able to do.
 * @throws {Error} where it cannot be started.
 */
export async function probeProtection(): Promise<Protection> {
  const { launcher, ...system } = await chooseLauncher();
  const child = spawnRestricted(["-e", probe], { directory: tmpdir(), memoryLimitBytes: 2 ** 30 }, launcher);
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString("utf8");
  });
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve());
  });
  if (output === "") throw new Error(`Cannot start a process as workers are started: ${errors}`);
  const refused = JSON.parse(output) as Protection["refused"];
  const memoryWatch = (await residentMemory(process.pid)) !== undefined;
  return { refused, system, memoryWatch };
}
