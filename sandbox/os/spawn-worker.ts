import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { isolatedVmArgument, isolateFlags } from "../protocol/worker-arguments.ts";
import type { Launch, Launcher } from "./launchers.ts";
import { isolatedVmFile, workerFiles } from "./worker-files.ts";

/** A worker process with its three pipes; where a launcher was used, that of the outermost process. */
export type WorkerProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Starts a process for isolates: no environment, no file but isolated-vm's, no network, no child process, no worker
 * thread, its own process group.
 * @param script The code of a worker, see `loadWorkerScript`.
 * @param launch Its working directory, an empty folder, and its memory.
 * @param launcher What the operating system adds, see `chooseLauncher`.
 */
export function spawnWorker(script: string, launch: Launch, launcher: Launcher): WorkerProcess {
  return spawnRestricted(
    ["--input-type=commonjs", "-e", script, "--", isolatedVmArgument(isolatedVmFile())],
    launch,
    launcher,
  );
}

/**
 * Starts Node under the restrictions of a worker, with another program.
 * @param program Path of a script and its arguments, or `-e` and a source text.
 */
export function spawnRestricted(program: readonly string[], launch: Launch, launcher: Launcher): WorkerProcess {
  const readable = workerFiles().map((file) => `--allow-fs-read=${file}`);
  // Node's SQLite opens and makes files whatever the permissions are.
  const permissions = ["--permission", "--allow-addons", "--no-experimental-sqlite", ...readable];
  // --allow-addons announces itself as a risk; it is one that ring 1 and the empty rest of this process answer.
  return spawnNode([...isolateFlags, ...permissions, "--no-warnings", ...program], launch, launcher);
}

/** Starts Node under what the operating system does alone: what is left where Node's own restrictions are overcome. */
export function spawnNode(args: readonly string[], launch: Launch, launcher: Launcher): WorkerProcess {
  const [command = process.execPath, ...words] = [...launcher(launch), process.execPath, ...args];
  return spawn(command, words, {
    stdio: ["pipe", "pipe", "pipe"],
    env: {},
    cwd: launch.directory,
    detached: true,
  });
}
