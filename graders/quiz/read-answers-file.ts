import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat, open, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Quiz } from "../../assignments/quiz/quiz.ts";
import { type AnswersReading, answersLimitBytes, readAnswers } from "../../assignments/quiz/read-answers.ts";
import { isMachineFailure, MachineFailure, phraseMachineFailure } from "../../assignments/storage/machine-failure.ts";
import { message } from "../../reports/messages/message.ts";

/** A file of answers, read as far as possible. */
export type AnswersFile = {
  readonly reading: AnswersReading;
  /** SHA-256 of its bytes, hexadecimal; for a file that is too large, of the part that was read. */
  readonly sha256: string;
};

/**
 * Reads a file of answers, at most a little more than the size limit.
 * @param path A file, or a folder with `answers.json`.
 * @throws {MachineFailure} where the machine fails, which says nothing about the file.
 * @throws {Error} where it cannot be read. The message is only the reason: students read it, and must not learn the
 * file's path.
 */
export async function readAnswersFile(quiz: Quiz, path: string): Promise<AnswersFile> {
  const isFolder = (await attempt(stat(path), message("answers-file.missing"))).isDirectory();
  const file = isFolder ? join(path, "answers.json") : path;
  const missing = message(isFolder ? "answers-file.not-in-folder" : "answers-file.missing");
  // A student can hand in a link to another student's answers.
  for (const one of [resolve(path), file]) {
    if ((await attempt(lstat(one), missing)).isSymbolicLink()) {
      throw new Error(message("answers-file.is-link"));
    }
  }
  // Without O_NONBLOCK, opening a FIFO waits for a writer forever.
  const handle = await attempt(open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)), missing);
  try {
    if (!(await handle.stat()).isFile()) throw new Error(message("answers-file.is-no-file"));
    const bytes = await readAtMost(handle, answersLimitBytes + 1);
    return { reading: readAnswers(quiz, bytes), sha256: createHash("sha256").update(bytes).digest("hex") };
  } finally {
    await handle.close();
  }
}

async function attempt<Result>(work: Promise<Result>, missing: string): Promise<Result> {
  return work.catch((error: NodeJS.ErrnoException) => {
    if (isMachineFailure(error)) throw new MachineFailure(`Cannot read the answers: ${phraseMachineFailure(error)}`);
    throw new Error(error.code === "ENOENT" ? missing : message("answers-file.system", { code: error.code ?? "–" }));
  });
}

async function readAtMost(handle: FileHandle, limit: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(limit);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, limit - length);
    length += bytesRead;
    if (bytesRead === 0 || length === limit) return buffer.subarray(0, length);
  }
}
