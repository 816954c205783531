import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { type AnswersReading, answersLimitBytes, readAnswers } from "../../assignments/quiz/read-answers.ts";
import type { Quiz } from "../../assignments/quiz.ts";

/** A file of answers, read as far as it can be. */
export type AnswersFile = {
  readonly reading: AnswersReading;
  /** SHA-256 of its bytes, hexadecimal; of a file that is too large, of as much as was read. */
  readonly sha256: string;
};

/**
 * Reads a file of answers, at most a little more than the largest that is allowed.
 * @param path A file, or a folder with `answers.json`.
 * @throws the system's error where it cannot be read; Error where it is no file.
 */
export async function readAnswersFile(quiz: Quiz, path: string): Promise<AnswersFile> {
  const file = (await stat(path)).isDirectory() ? join(path, "answers.json") : path;
  if (!(await stat(file)).isFile()) throw new Error("it is no file");
  const bytes = await readAtMost(file, answersLimitBytes + 1);
  return { reading: readAnswers(quiz, bytes), sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function readAtMost(file: string, limit: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = new Uint8Array(limit);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, limit - length);
      length += bytesRead;
      if (bytesRead === 0 || length === limit) return buffer.subarray(0, length);
    }
  } finally {
    await handle.close();
  }
}
