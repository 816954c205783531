import { type ChildProcessByStdio, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { isolateFlags } from "../image/worker-flags.ts";
import { sourceFile } from "../source-file.ts";

/** A worker process with its three pipes. */
export type WorkerProcess = ChildProcessByStdio<Writable, Readable, Readable>;

const room = new URL("../", import.meta.url);

/**
 * Starts a process for isolates: no environment, no file but its own code, no network, no child process, no worker
 * thread, its own process group.
 * @param workingDirectory An empty folder.
 * @param launcher Words before the command, see `namespaceLauncher`.
 */
export function spawnWorker(workingDirectory: string, launcher: readonly string[]): WorkerProcess {
  return spawnRestricted([sourceFile("worker/main", room)], workingDirectory, launcher);
}

/**
 * Starts Node under the restrictions of a worker, with another program.
 * @param program Path of a script and its arguments, or `-e` and a source text.
 */
export function spawnRestricted(
  program: readonly string[],
  workingDirectory: string,
  launcher: readonly string[],
): WorkerProcess {
  const readable = readableFiles().map((file) => `--allow-fs-read=${file}`);
  // Node's SQLite opens and makes files whatever the permissions are.
  const permissions = ["--permission", "--allow-addons", "--no-experimental-sqlite", ...readable];
  // --allow-addons announces itself as a risk; it is one that ring 1 and the empty rest of this process answer.
  const args = [...isolateFlags, ...permissions, "--no-warnings", ...program];
  const [command = process.execPath, ...words] = [...launcher, process.execPath, ...args];
  return spawn(command, words, {
    stdio: ["pipe", "pipe", "pipe"],
    env: {},
    cwd: workingDirectory,
    detached: true,
  });
}

/** What the process has to read to start: the worker, the frames, and isolated-vm with its loader. */
function readableFiles(): string[] {
  const addon = dirname(fileURLToPath(import.meta.resolve("isolated-vm")));
  const loader = dirname(fileURLToPath(import.meta.resolve("node-gyp-build", import.meta.resolve("isolated-vm"))));
  const own = ["worker/", "protocol/", "reply-format"].map((path) =>
    path.endsWith("/") ? fileURLToPath(new URL(path, room)) : sourceFile(path, room),
  );
  // The addon's loader looks for this file to tell one C library from another.
  return [...own, `${addon}/`, `${loader}/`, "/etc/alpine-release", ...packageManifests()];
}

/** The manifests from which Node learns, on the way up from the worker, that its files are modules. */
function packageManifests(): string[] {
  const manifests: string[] = [];
  for (let folder = fileURLToPath(room); ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    manifests.push(file);
    if (existsSync(file)) return manifests;
    if (dirname(folder) === folder) return manifests;
  }
}
