import { constants } from "node:fs";
import { type FileHandle, lstat, open, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Quiz } from "../../assignments/quiz/quiz.ts";
import { type AnswersReading, answersLimitBytes, readAnswers } from "../../assignments/quiz/read-answers.ts";
import { isMachineFailure, MachineFailure, phraseMachineFailure } from "../../assignments/storage/machine-failure.ts";
import { message } from "../../reports/messages/message.ts";
import type { SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";

/**
 * Reads a file of answers, at most a little more than the size limit. Where it cannot be read, the reason says nothing of where it
 * lies: students read it.
 * @param path A file, or a folder with `answers.json`.
 * @throws {MachineFailure} where the machine fails, which says nothing about the file.
 */
export async function readAnswersFile(path: string): Promise<SubmissionFiles> {
  const name = basename(resolve(path));
  try {
    return { name, bytes: await readBytes(path) };
  } catch (error) {
    if (error instanceof MachineFailure) throw error;
    return { name, unread: error instanceof Error ? error.message : String(error) };
  }
}

/** What the files of a submission say in answer to a quiz. It cannot throw, whatever they are. */
export function readingOf(quiz: Quiz, files: SubmissionFiles): AnswersReading {
  if ("bytes" in files) return readAnswers(quiz, files.bytes);
  const reason = "unread" in files ? files.unread : message("answers-file.is-no-file");
  return { readable: false, problem: { code: "unreadable", reason } };
}

async function readBytes(path: string): Promise<Uint8Array> {
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
    return await readAtMost(handle, answersLimitBytes + 1);
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
  const { size } = await handle.stat();
  // A file may grow meanwhile.
  const buffer = new Uint8Array(Math.min(limit, size + 1));
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    length += bytesRead;
    if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
  }
}
