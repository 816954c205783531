import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { currentLanguage } from "../../reports/messages/language.ts";
import type { Report } from "../../reports/report/report.ts";
import type { SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import type { Grader, SubmissionIdentity } from "../session/ports.ts";
import { gradeAnswers, ungradedAnswers } from "./grade-answers.ts";
import type { QuizBasis } from "./quiz-basis.ts";
import { readingOf } from "./read-answers-file.ts";

/** Grades answers to one quiz. It runs nothing that students wrote, so it needs no other process. */
export class QuizGrader implements Grader {
  readonly #basis: QuizBasis;

  constructor(basis: QuizBasis) {
    this.#basis = basis;
  }

  /** Grades one file of answers. Whatever it holds ends in a report. */
  async grade(files: SubmissionFiles, { name }: SubmissionIdentity): Promise<Report> {
    const sha256 = sha256Of("bytes" in files ? files.bytes : "");
    const reading = readingOf(this.#basis.quiz, files);
    // A file can be made to take long: others have their turn between the two.
    await setImmediate();
    return gradeAnswers(this.#basis, { name, sha256 }, reading);
  }

  /** The report of answers that could not be judged by our own fault; it costs no points and is to be graded again. */
  graderError(name: string, error: unknown): Report {
    return ungradedAnswers(this.#basis, { name, sha256: sha256Of("") }, String(error));
  }

  /** Names everything that reports follow from besides the answers. @param graderVersion Of gradecheck. */
  gradingFingerprint(graderVersion: string): string {
    // The version names questions and key as they are in English.
    const { quiz, key, version, seed, foreign = null } = this.#basis;
    return sha256Of(JSON.stringify([graderVersion, currentLanguage(), version, seed, foreign, quiz, key]));
  }

  /** Version of the quiz, as reports have it. */
  get version(): string {
    return this.#basis.version;
  }
}

const sha256Of = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
