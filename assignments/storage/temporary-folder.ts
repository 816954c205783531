import { mkdtempSync, rmSync, type Stats } from "node:fs";
import { lstat, readdir, rm } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { ownerOf, ownFolderPrefix } from "./folder-owner.ts";

/** A new, empty folder of this process, which nobody else can read. Disposal removes it with all that is in it. */
export type TemporaryFolder = AsyncDisposable & { readonly path: string };

/** What has to be gone when this process ends, however it ends. */
const open = new Set<string>();
let isFirst = true;

/**
 * Makes a folder in the system's temporary folder. It is gone after disposal, and at the latest when the process exits: by itself,
 * by an exception, or by a signal where `exitOnSignals` holds. What a process leaves behind that was killed outright, the next
 * one that needs a folder removes.
 * @param purpose Part of its name, for the person who finds it: lower-case letters.
 * @throws the system's error where nothing can be written there.
 */
export function openTemporaryFolder(purpose: string): TemporaryFolder {
  if (isFirst) {
    isFirst = false;
    // Nobody waits for it: the process does not end before it, unless it is told to.
    void sweepTemporaryFolders(tmpdir());
  }
  // At once, so that no signal comes between making it and knowing of it.
  const path = mkdtempSync(join(tmpdir(), `${ownFolderPrefix()}${purpose}-`));
  return { path, ...removeAtEnd(path) };
}

/** Has a folder that is there already go in the same way, on disposal or at the end of the process. Harmless where it has gone. */
export function removeAtEnd(path: string): AsyncDisposable {
  if (open.size === 0) process.once("exit", removeAll);
  open.add(path);
  return {
    [Symbol.asyncDispose]: async () => {
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
      open.delete(path);
      if (open.size === 0) process.off("exit", removeAll);
    },
  };
}

/** What is being written meanwhile can keep a folder from going; what stays all the same is swept later. */
const attempts = 5;

function removeAll(): void {
  for (const path of open) {
    for (let i = 0; i < attempts && !removed(path); i++);
  }
}

function removed(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** A folder whose owner cannot be asked about, because it ran elsewhere, is kept for a week, milliseconds. */
const longestRunMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Removes the temporary folders that processes left behind which were killed: those of our own user alone, and none whose process
 * still runs. What cannot be removed stays; several may sweep at once.
 * @param parent The system's temporary folder, where others can put what they like: nothing is followed, and only what is
 * a folder, ours, and closed to everybody else is touched.
 */
export async function sweepTemporaryFolders(parent: string, user = process.getuid?.()): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  await Promise.all(names.map((name) => sweep(join(parent, name), name, user).catch(() => undefined)));
}

async function sweep(path: string, name: string, user: number | undefined): Promise<void> {
  const owner = ownerOf(name);
  if (owner === "stranger" || owner === "running") return;
  const found = await lstat(path);
  const isOld = Date.now() - found.mtimeMs > longestRunMs;
  if (found.isDirectory() && isPrivate(found, user) && (owner === "ended" || isOld)) {
    await rm(path, { recursive: true, force: true });
  }
}

/** As `mkdtemp` makes them. Windows has neither, and a temporary folder for each user. */
function isPrivate({ mode, uid }: Stats, user: number | undefined): boolean {
  return user === undefined || (uid === user && (mode & 0o077) === 0);
}

/** Ctrl-C, a polite kill, and a terminal that is closed. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

let grace: AbortController | undefined;

/**
 * Has the first signal that would end this process abort instead, where {@link exitOnSignals} holds: who began something ends it. The second
 * one ends the process all the same.
 */
export function endGracefully(): Disposable & { readonly signal: AbortSignal } {
  const own = new AbortController();
  grace = own;
  return {
    signal: own.signal,
    [Symbol.dispose]: () => {
      if (grace === own) grace = undefined;
    },
  };
}

/**
 * Has this process exit on the signals that would otherwise end it on the spot, so that what it holds (workers, temporary folders,
 * the state of a terminal) is let go on the way out. The exit code is 128 and the signal's number, as a shell has it.
 */
export function exitOnSignals(): Disposable {
  const exitOn = (signal: (typeof signals)[number]) => (): void => {
    if (grace === undefined || grace.signal.aborted) process.exit(128 + constants.signals[signal]);
    grace.abort();
  };
  const exits = signals.map((signal) => [signal, exitOn(signal)] as const);
  for (const [signal, exit] of exits) process.on(signal, exit);
  return {
    [Symbol.dispose]: () => {
      for (const [signal, exit] of exits) process.off(signal, exit);
    },
  };
}
