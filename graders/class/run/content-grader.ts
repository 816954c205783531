import { lstat } from "node:fs/promises";
import { summariseSubmission } from "../../../reports/class/summarise-submission.ts";
import type { Report } from "../../../reports/report/report.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import { withoutName } from "../../../sandbox/bundle/read-submission.ts";
import type { GradedJob, JobQueue, ResultStore } from "../../session/ports.ts";
import { resultKey } from "../../session/result-key.ts";
import { hasGraderError } from "./partial-run.ts";

/** A graded submission. */
export type GradedContent = {
  /** The instructor's, without a name. */
  readonly report: Report;
  /** Its place among the results; absent where the grader failed, so that it is graded anew each time. */
  readonly key?: string;
  /** `stored`: by an earlier run. */
  readonly origin: "graded" | "stored" | "duplicate";
  /** Time that grading took, seconds; 0 where nothing was graded. */
  readonly seconds: number;
};

/** What submissions are graded by. */
export type ContentGraderOptions = {
  /** Reads what was handed in at a path. */
  readonly read: (path: string) => Promise<SubmissionFiles>;
  readonly queue: JobQueue;
  readonly store: ResultStore;
  /** Everything that a result follows from besides the submission, see `gradingFingerprint`. */
  readonly fingerprint: string;
  /** What a report says of the kit that a submission was made from. */
  readonly notesOn: (files: SubmissionFiles) => Promise<readonly string[]>;
  /** The report of a submission that cannot be graded by no fault of its author. */
  readonly graderError: (error: Error) => Report;
};

/** Grades each content once, in this run and over all runs that share a store. */
export class ContentGrader {
  readonly #options: ContentGraderOptions;
  readonly #underWay = new Map<string, Promise<GradedContent>>();
  readonly #gradedNow = new Set<string>();

  constructor(options: ContentGraderOptions) {
    this.#options = options;
  }

  /**
   * Grades one submission, or finds what it was graded with before.
   * @param shownPath What messages call it.
   * @param again Grade it even where there is a result; once in a run.
   */
  async grade(path: string, shownPath: string, again: (before: Report) => boolean): Promise<GradedContent> {
    const { read, queue, graderError } = this.#options;
    const files = withoutName(await read(path));
    // Somebody changes the class while it is graded; nobody's work is the worse for it.
    if ("unread" in files && (await isGone(path))) {
      const error = new Error(`"${shownPath}" was removed after the class was listed; run the same command again`);
      return { report: graderError(error), origin: "graded", seconds: 0 };
    }
    const key = await this.#keyOf(files);
    const same = this.#underWay.get(key);
    if (same !== undefined) return { ...(await same), origin: "duplicate", seconds: 0 };
    const graded = this.#gradeOrFind(key, again, (isAgain) =>
      queue.run({ key, isAgain, files, identity: { name: "" } }),
    );
    this.#underWay.set(key, graded);
    try {
      return await graded;
    } finally {
      this.#underWay.delete(key);
    }
  }

  /** What a submission was graded with before; undefined where there is no result. */
  async find(path: string): Promise<GradedContent | undefined> {
    const key = await this.#keyOf(await this.#options.read(path));
    const report = await this.#options.store.get(key);
    return report === undefined ? undefined : { report, key, origin: "stored", seconds: 0 };
  }

  async #keyOf(files: SubmissionFiles): Promise<string> {
    const { fingerprint, notesOn } = this.#options;
    return resultKey(fingerprint, files, await notesOn(files));
  }

  async #gradeOrFind(
    key: string,
    again: (before: Report) => boolean,
    grade: (isAgain: boolean) => Promise<GradedJob>,
  ): Promise<GradedContent> {
    const { store } = this.#options;
    const before = await store.get(key);
    const isNew = this.#gradedNow.has(key);
    if (before !== undefined && (isNew || !again(before))) {
      return { report: before, key, origin: isNew ? "duplicate" : "stored", seconds: 0 };
    }
    const graded = await grade(before !== undefined);
    // It costs nobody points and is to be graded again: by the next run.
    if (hasGraderError({ status: graded.report.status, summary: summariseSubmission(graded.report) })) {
      return { ...graded, origin: "graded" };
    }
    await store.put(key, graded.report);
    this.#gradedNow.add(key);
    return { ...graded, key, origin: "graded" };
  }
}

const isGone = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === "ENOENT",
  );
