import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { LockHeldError, lockFile, requireUnlocked } from "../../assignments/storage/lock-file.ts";
import { isMachineFailure } from "../../assignments/storage/machine-failure.ts";
import { LockUnreadableError } from "../../assignments/storage/read-lock.ts";
import { printable } from "../../reports/phrasing/text/printable.ts";
import { BatchError } from "./batch-error.ts";

/** Lies in an output folder while somebody writes there. */
export const lockName = "gradecheck.lock";

/**
 * Makes an output folder, and keeps everybody else from writing there.
 * @returns Disposal lets others in again; so does the end of the process, whatever ends it.
 * @throws {BatchError} where somebody is writing there, or nothing can be.
 */
export async function lockOutput(path: string): Promise<AsyncDisposable> {
  try {
    await mkdir(path, { recursive: true });
    return await lockFile(join(path, lockName), {
      onLost: () => endWithoutLock(path),
      onWait: (waitMs) => tellWait(path, waitMs),
    });
  } catch (error) {
    throw refusal(path, error);
  }
}

/** A run that was killed there looks alive for some seconds. */
function tellWait(path: string, waitMs: number): void {
  const seconds = Math.ceil(waitMs / 1000);
  process.stderr.write(`${printable(`An earlier run in "${path}" was killed; taking over in ${seconds} s`)}\n`);
}

/** Nothing more may be written. What is graded is kept, and what is temporary goes at the exit. */
function endWithoutLock(path: string): never {
  const what = `Cannot continue: the lock of "${path}" was removed or taken over meanwhile; wait until nobody writes there`;
  process.stderr.write(`gradecheck: ${printable(what)}, and run the same command again\n`);
  process.exit(3);
}

/**
 * Makes sure that nobody writes to an output folder; makes and changes nothing.
 * @throws {BatchError} where somebody does.
 */
export async function requireUnlockedOutput(path: string): Promise<void> {
  await requireUnlocked(join(path, lockName)).catch((error: unknown) => {
    throw refusal(path, error);
  });
}

function refusal(path: string, error: unknown): unknown {
  if (error instanceof LockHeldError) {
    const { pid, host, since } = error.holder;
    const who = `gradecheck is writing there, process ${pid} on ${host} since ${since}`;
    return new BatchError(printable(`Cannot write to "${path}": ${who}; wait for it, or give another folder`));
  }
  if (error instanceof LockUnreadableError) {
    const what = `cannot read ${lockName} in it (${error.reason}); remove it if nobody writes there, or give another folder`;
    return new BatchError(printable(`Cannot write to "${path}": ${what}`), { cause: error });
  }
  return cannotWrite(path, error as NodeJS.ErrnoException);
}

/** The error of an output folder. A full disk is the machine's trouble and told as such; a read-only one calls for another folder. */
export function cannotWrite(path: string, cause: NodeJS.ErrnoException): Error {
  if (cause.syscall === undefined || (isMachineFailure(cause) && cause.code !== "EROFS")) return cause;
  const why = phraseUnwritable(cause);
  return new BatchError(printable(`Cannot write to "${path}": ${why}; give a folder that you can write to`), { cause });
}

/** A clause on why the system lets nobody write there. */
export function phraseUnwritable({ code = "", message }: NodeJS.ErrnoException): string {
  return unwritable[code] ?? (code === "" ? message : code);
}

const unwritable: Readonly<Record<string, string>> = {
  EEXIST: "there is a file of that name",
  ENOTDIR: "there is a file of that name",
  // What mkdir says on a read-only file system, or under /proc.
  ENOENT: "nothing can be created there (ENOENT)",
  EROFS: "its file system is read-only (EROFS)",
  EACCES: "you have no permission to write there (EACCES)",
  EPERM: "you have no permission to write there (EPERM)",
  ENAMETOOLONG: "the name is too long (ENAMETOOLONG)",
};
