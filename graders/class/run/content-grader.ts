import { lstat } from "node:fs/promises";
import { basename } from "node:path";
import type { Report } from "../../../reports/report/report.ts";
import type { SubmissionSource } from "../../../sandbox/bundle/open-submission.ts";
import type { GradingSession } from "../../session/grading-session.ts";
import type { Journal } from "./journal.ts";
import { readSubmission } from "./read-submission.ts";

/** A graded submission. */
export type GradedContent = {
  /** The instructor's, without a name. */
  readonly report: Report;
  /** Its place in the journal; absent where it is graded anew each time: it could not be read, or the grader failed. */
  readonly key?: string;
  readonly origin: "graded" | "journal" | "duplicate";
  /** Time that grading took, seconds; 0 where nothing was graded. */
  readonly seconds: number;
};

/** Grades each content once, in this run and over all runs that share a journal. */
export class ContentGrader {
  readonly #session: Pick<GradingSession, "grade" | "graderError">;
  readonly #journal: Journal;
  readonly #underWay = new Map<string, Promise<GradedContent>>();
  readonly #gradedNow = new Set<string>();

  constructor(session: Pick<GradingSession, "grade" | "graderError">, journal: Journal) {
    this.#session = session;
    this.#journal = journal;
  }

  /**
   * Grades one submission, or finds what it was graded with before.
   * @param shownPath What messages call it.
   * @param again Grade it even where the journal has it; once in a run.
   */
  async grade(path: string, shownPath: string, again: (before: Report) => boolean): Promise<GradedContent> {
    const read = await readSubmission(path);
    if (read === undefined && (await isGone(path))) {
      const error = new Error(`"${shownPath}" was removed after the class was listed; run the same command again`);
      return { report: this.#session.graderError("", error), origin: "graded", seconds: 0 };
    }
    if (read === undefined) return this.#run(path, shownPath);
    const key = this.#journal.name(read.content);
    const same = this.#underWay.get(key);
    if (same !== undefined) return { ...(await same), origin: "duplicate", seconds: 0 };
    const graded = this.#gradeOrFind(read.content, again, () => this.#run(read.files, shownPath));
    this.#underWay.set(key, graded);
    try {
      return await graded;
    } finally {
      this.#underWay.delete(key);
    }
  }

  /** What a submission was graded with before; undefined where the journal has nothing of it. */
  async find(path: string): Promise<GradedContent | undefined> {
    const read = await readSubmission(path);
    if (read === undefined) return undefined;
    const report = await this.#journal.read(read.content);
    const key = this.#journal.name(read.content);
    return report === undefined ? undefined : { report, key, origin: "journal", seconds: 0 };
  }

  async #gradeOrFind(
    content: string,
    again: (before: Report) => boolean,
    grade: () => Promise<Omit<GradedContent, "key">>,
  ): Promise<GradedContent> {
    const key = this.#journal.name(content);
    const before = await this.#journal.read(content);
    const isNew = this.#gradedNow.has(key);
    if (before !== undefined && (isNew || !again(before))) {
      return { report: before, key, origin: isNew ? "duplicate" : "journal", seconds: 0 };
    }
    const graded = await grade();
    // It costs nobody points and is to be graded again: by the next run.
    if (isGraderError(graded.report)) return graded;
    await this.#journal.write(content, graded.report);
    this.#gradedNow.add(key);
    return { ...graded, key };
  }

  async #run(source: SubmissionSource, shownPath: string): Promise<GradedContent> {
    const start = performance.now();
    const { report } = await this.#session
      .grade(source, "")
      .catch((error: unknown) => ({ report: this.#session.graderError("", error) }));
    const seconds = (performance.now() - start) / 1000;
    // What was not read is graded in its place; of an archive's file the name is ours.
    const message =
      typeof source === "string"
        ? report.message?.replaceAll(`"${basename(source)}"`, `"${shownPath}"`)
        : report.message;
    return { report: { ...report, ...(message !== undefined && { message }) }, origin: "graded", seconds };
  }
}

/** Somebody changes the class while it is graded; nobody's work is the worse for it. */
const isGone = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === "ENOENT",
  );

/** Whether any of it could not be judged by our own fault. */
function isGraderError({ status, exercises }: Report): boolean {
  return (
    status === "grader-error" || exercises.some(({ cases }) => cases.some(({ outcome }) => outcome === "grader-error"))
  );
}
