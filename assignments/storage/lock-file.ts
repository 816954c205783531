import { randomBytes } from "node:crypto";
import { constants, copyFile, link, lstat, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as after } from "node:timers/promises";
import { ownerOf, ownFolderPrefix } from "./folder-owner.ts";
import { holdLock } from "./hold-lock.ts";
import { readLock } from "./read-lock.ts";

/** Who holds a lock. */
export type LockHolder = {
  /** Process id on that host. */
  readonly pid: number;
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly since: string;
};

/** Somebody else holds a lock. */
export class LockHeldError extends Error {
  override readonly name = "LockHeldError";
  readonly holder: LockHolder;

  constructor(file: string, holder: LockHolder) {
    super(`Cannot lock "${file}": process ${holder.pid} on ${holder.host} has held it since ${holder.since}`);
    this.holder = holder;
  }
}

/** As it stands in the file. `owner` tells, on the same machine, whether the process still runs; `token` is new each time. */
type Entry = LockHolder & { readonly owner: string; readonly token: string };

/** What a lock may be taken with. */
export type LockOptions = {
  /** Called when the lock is somebody else's, or was removed: whoever holds it must not go on. The folder that it lies in is still there. */
  readonly onLost?: () => void;
  /** How often a holder shows that it is there, milliseconds. Default 2000; the same for all who meet at a lock. */
  readonly heartbeatMs?: number;
  /** Called before waiting until a holder that has ended cannot be one that is only seen so. @param waitMs For how long, milliseconds. */
  readonly onWait?: (waitMs: number) => void;
};

/**
 * After how long without a sign of its holder, milliseconds, a lock is taken for dead; and after how many heartbeats where its process
 * seems to have ended. A copy of a running machine knows the same processes, and none of those that began since.
 */
const deadAfterMs = 60_000;
const endedAfterBeats = 2.5;
const pollMs = 100;
const turnMs = 5;

/**
 * Takes a lock: a file that says who has it, touched every two seconds. One whose process has ended is taken over when it has not been
 * touched for five; where that cannot be known, on another machine, for a minute. A library of this kind (proper-lockfile) names no holder and knows
 * no processes, so that whoever is killed would block its folder until a time has passed.
 * @param file Its folder exists.
 * @returns Disposal releases it, and so does the end of the process.
 * @throws {LockHeldError} where somebody has it; {LockUnreadableError} where that cannot be known; the system's error where nothing can
 * be written there.
 */
export async function lockFile(file: string, options: LockOptions = {}): Promise<AsyncDisposable> {
  const { heartbeatMs = 2000 } = options;
  const endedAfterMs = endedAfterBeats * heartbeatMs;
  const entry = newEntry();
  const temporary = `${file}.${entry.token}.tmp`;
  await writeFile(temporary, JSON.stringify(entry), { flag: "wx" });
  try {
    for (let seen: Found | undefined; ; ) {
      if (await isMade(temporary, file)) return holdLock(file, entry.token, { heartbeatMs, onLost: options.onLost });
      const found = await inspect(file);
      if (found === undefined) {
        // Released meanwhile.
        await after(turnMs);
        continue;
      }
      const isAlive = seen?.text === found.text && seen.touchedMs !== found.touchedMs;
      if (!found.isFree || isAlive) throw new LockHeldError(file, found.holder);
      // By our own clock: that of another machine may be wrong.
      const quietMs = Math.abs(Date.now() - found.touchedMs);
      if (seen?.text !== found.text && quietMs < endedAfterMs) {
        options.onWait?.(endedAfterMs - quietMs);
        await after(endedAfterMs - quietMs);
      } else await takeAway(file, found.text);
      seen = found;
    }
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Takes a lock as soon as whoever has it releases it or ends.
 * @param onWait Called once, where there is somebody to wait for.
 */
export async function waitForLock(
  file: string,
  onWait: (holder: LockHolder) => void,
  options: LockOptions = {},
): Promise<AsyncDisposable> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await lockFile(file, options);
    } catch (error) {
      if (!(error instanceof LockHeldError)) throw error;
      if (isFirst) onWait(error.holder);
      await after(pollMs);
    }
  }
}

/**
 * Makes sure that nobody holds a lock; takes none.
 * @throws {LockHeldError} where somebody does; {LockUnreadableError} where that cannot be known.
 */
export async function requireUnlocked(file: string): Promise<void> {
  const found = await inspect(file);
  if (found?.isFree === false) throw new LockHeldError(file, found.holder);
}

/** @returns False where the file is there already. */
async function isMade(temporary: string, file: string): Promise<boolean> {
  try {
    // Unlike a rename, a link never replaces a file that is already there; and whoever sees it sees all of it.
    await link(temporary, file);
    return true;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (!linkless.has(code)) throw error;
  }
  return copyFile(temporary, file, constants.COPYFILE_EXCL).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
}

/** What file systems without links say. */
const linkless: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "ENOSYS", "EOPNOTSUPP"]);

function newEntry(): Entry {
  const since = new Date().toISOString();
  const token = randomBytes(6).toString("hex");
  return { pid: process.pid, host: hostname(), since, owner: ownFolderPrefix(), token };
}

/** A lock as it is found. */
type Found = {
  readonly text: string;
  readonly holder: LockHolder;
  /** Whether nobody seems to hold it any more. */
  readonly isFree: boolean;
  /** When its holder has shown last that it is there. */
  readonly touchedMs: number;
};

/** @returns undefined where there is no lock. */
async function inspect(file: string): Promise<Found | undefined> {
  const found = await readLock(file);
  if (found === undefined) return undefined;
  const { text, facts } = found;
  const entry = parse(text);
  const state = entry === undefined ? undefined : ownerOf(entry.owner);
  // A time in the future is as strange as an old one: the clock has been set.
  const isTouched = Math.abs(Date.now() - facts.mtimeMs) < deadAfterMs;
  const isFree = state === "ended" || (state !== "running" && !isTouched);
  const { pid, host, since } = entry ?? { pid: 0, host: "unknown", since: facts.mtime.toISOString() };
  return { text, holder: { pid, host, since }, isFree, touchedMs: facts.mtimeMs };
}

function parse(text: string): Entry | undefined {
  try {
    const entry = JSON.parse(text) as Entry;
    return typeof entry.owner === "string" ? entry : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes a lock away that nobody holds. One at a time, and each looks again: otherwise the second of two who have found it dead would take
 * away what the first has just made.
 */
async function takeAway(file: string, text: string): Promise<void> {
  const turn = `${file}.turn`;
  const isOurTurn = await writeFile(turn, ownFolderPrefix(), { flag: "wx" }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
  if (isOurTurn) {
    try {
      if ((await readFile(file, "utf8").catch(() => undefined)) === text) await rm(file, { force: true });
    } finally {
      await rm(turn, { force: true });
    }
    return;
  }
  const whose = await readFile(turn, "utf8").catch(() => "");
  // Of a link that leads nowhere, its own.
  const since = await lstat(turn).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
  // Killed in the very moment of its turn.
  if (ownerOf(whose) === "ended" || Math.abs(Date.now() - since) > deadAfterMs) await rm(turn, { force: true });
  await after(turnMs);
}
