import type { Stats } from "node:fs";
import { lstat, readFile, stat } from "node:fs/promises";
import { isMachineFailure } from "./machine-failure.ts";

/** Something is where a lock would be, and it cannot be known whether it is one. */
export class LockUnreadableError extends Error {
  override readonly name = "LockUnreadableError";
  /** `it is no file`, or the system's code. */
  readonly reason: string;

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`Cannot read the lock "${file}": ${reason}`, options);
    this.reason = reason;
  }
}

/**
 * Reads the file of a lock.
 * @returns undefined where there is none.
 * @throws {LockUnreadableError} where there is something that cannot be read.
 */
export async function readLock(file: string): Promise<{ readonly text: string; readonly facts: Stats } | undefined> {
  const facts = await factsOf(file);
  const text = facts && (await orMissing(file, readFile(file, "utf8")));
  return text === undefined || facts === undefined ? undefined : { text, facts };
}

/** @returns undefined where there is nothing. */
async function factsOf(file: string): Promise<Stats | undefined> {
  const found = await orMissing(file, stat(file));
  if (found === undefined) {
    const link = await orMissing(file, lstat(file));
    if (link?.isSymbolicLink()) throw new LockUnreadableError(file, "it is a link that leads nowhere");
  } else if (!found.isFile()) {
    throw new LockUnreadableError(file, "it is no file");
  }
  return found;
}

/** What is not there is no lock; what is there and cannot be read may be one. */
async function orMissing<Result>(file: string, reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading;
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (isMachineFailure(cause)) throw cause;
    throw new LockUnreadableError(file, code, { cause });
  }
}
