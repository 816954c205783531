import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { summariseSubmission } from "../../../reports/class/summarise-submission.ts";
import type { StudentFile } from "../../../reports/exports/exporter.ts";
import { phraseRemark, withAdjustments } from "../../../reports/phrasing/phrase-adjustments.ts";
import { previousScore, withProgress } from "../../../reports/phrasing/phrase-progress.ts";
import type { ClassResult, StudentRemark, StudentResult } from "../../../reports/report/class-result.ts";
import type { Adjustments, Progress, Report } from "../../../reports/report/report.ts";
import type { RosterEntry, SubmissionAttempt } from "../attempts/submission-attempt.ts";
import { type FinalMark, finalMark } from "../marks/final-mark.ts";
import type { LatePolicy } from "../marks/late-policy.ts";
import type { Override } from "../marks/overrides.ts";
import { pageFolders, writePages } from "../page-folders.ts";
import type { BatchFolder } from "./batch-folder.ts";
import type { ContentGrader, GradedContent } from "./content-grader.ts";
import { shareEqual } from "./share-equal.ts";

/** Adds to a report what was found in its submission. */
export type WithTypes = (path: string, report: Report) => Promise<Report>;

/**
 * What has come of the earlier attempts of a student.
 * @param student Id, or name of the submission.
 * @param report Of the attempt that counts.
 * @returns undefined where there are none.
 */
export type ProgressOf = (student: string, report: Report) => Progress | undefined;

/** What the students of a class are graded by. */
export type StudentGraderOptions = {
  readonly grader: Pick<ContentGrader, "grade" | "find">;
  readonly folder: BatchFolder;
  readonly exercises: ClassResult["exercises"];
  readonly policy: LatePolicy | undefined;
  readonly overrides: ReadonlyMap<string, readonly Override[]>;
  readonly roster: ReadonlyMap<string, RosterEntry>;
  /** Whether to grade something again that has a result. */
  readonly again: (student: string, before: Report) => boolean;
  /** Whether a student is to be graded; of the others earlier results count. */
  readonly isChosen: (student: string) => boolean;
  /** The report with the type errors of what lies at a path, where they are looked for. Default none. */
  readonly withTypes?: WithTypes | undefined;
  /** What has come of earlier attempts, where their reports were given. Default none. */
  readonly progressOf?: ProgressOf | undefined;
  /** What is made for each student besides pages. */
  readonly files: readonly StudentFile[];
};

/** A student's result, and what it took. */
export type GradedStudent = {
  readonly result: StudentResult;
  /** How each attempt came by its report, in order. */
  readonly attempts: readonly Pick<GradedContent, "origin" | "seconds">[];
};

/** Attempts of a student that may compete; of more, the last ones by the platform's order. */
export const mostAttempts = 20;
/** Attempts that ran into a limit, after which no older ones are graded: each of them may take longer than a whole class. */
export const mostAtLimits = 5;

/** Grades students one by one and writes their pages; keeps nothing but what it returns. */
export class StudentGrader {
  readonly #options: StudentGraderOptions;
  readonly #share = shareEqual();

  constructor(options: StudentGraderOptions) {
    this.#options = options;
  }

  /**
   * Grades what a student handed in. No student may take more than a share of the time: see {@link mostAttempts} and
   * {@link mostAtLimits}, which follow from what was handed in and not from a clock, so that each run does the same.
   * @param competing Attempts that compete, in order, at least one: of several the one with the best mark counts, of equal ones the later.
   * @param page Name of the student's files, without extension.
   * @param attempts How many attempts there are in all.
   * @returns undefined where the student is not chosen and an attempt has no result.
   */
  async grade(
    competing: readonly SubmissionAttempt[],
    page: string,
    attempts: number,
  ): Promise<GradedStudent | undefined> {
    let best: GradedAttempt | undefined;
    const origins: GradedContent[] = [];
    let atLimits = 0;
    for (const attempt of competing.slice(-mostAttempts).reverse()) {
      if (atLimits === mostAtLimits) break;
      const graded = await this.#gradeOrFind(attempt);
      if (graded === undefined) return undefined;
      origins.unshift(graded);
      if (hitLimit(graded.report)) atLimits++;
      const mark = this.#mark(attempt, graded.report);
      if (best === undefined || mark.score > best.mark.score) best = { attempt, graded, mark };
    }
    if (best === undefined) throw new RangeError("Cannot grade a student who handed in nothing");
    const remarks = remarksOn(best.attempt, { graded: origins.length, of: competing.length, atLimits });
    const report = withProgress(
      best.graded.report,
      this.#options.progressOf?.(best.attempt.student, best.graded.report),
    );
    const counted = { ...best, graded: { ...best.graded, report } };
    const result = this.#compact(studentResult(counted, remarks, { page, attempts }));
    await this.#write(result, report, page);
    return { result, attempts: origins.map(({ origin, seconds }) => ({ origin, seconds })) };
  }

  /** Results are kept until the class is complete; what they have in common is kept once. */
  #compact(result: StudentResult): StudentResult {
    const { summary, exercises } = result;
    return {
      ...result,
      exercises: this.#share(exercises),
      ...(summary !== undefined && {
        summary: { ...summary, exercises: this.#share(summary.exercises.map((exercise) => this.#share(exercise))) },
      }),
    };
  }

  async #gradeOrFind({ student, path, shownPath }: SubmissionAttempt): Promise<GradedContent | undefined> {
    const { grader, isChosen, again, withTypes } = this.#options;
    const graded = isChosen(student)
      ? await grader.grade(path, shownPath, (before) => again(student, before))
      : await grader.find(path);
    if (graded === undefined || withTypes === undefined) return graded;
    return { ...graded, report: await withTypes(path, graded.report) };
  }

  #mark({ student, submittedAt }: SubmissionAttempt, report: Report): FinalMark {
    const { exercises, policy, overrides, roster } = this.#options;
    return finalMark({
      summary: summariseSubmission(report),
      exercises,
      policy,
      entry: roster.get(student),
      submittedAt,
      overrides: overrides.get(student) ?? [],
      typeErrors: report.typeErrors,
    });
  }

  async #write(result: StudentResult, report: Report, page: string): Promise<void> {
    const left = (result.remarks ?? []).filter(({ kind }) => kind === "attempts-left-out").map(phraseRemark);
    const notes = [...(report.notes ?? []), ...left];
    const submission = { ...report.submission, name: result.name ?? result.student };
    const named = { ...report, submission, ...(notes.length > 0 && { notes }) };
    const full = withAdjustments(named, adjustmentsOf(result));
    const own = await writePages(this.#options.folder.path, page, full);
    for (const { folder, extension, make } of this.#options.files) {
      await mkdir(join(this.#options.folder.path, folder), { recursive: true });
      await writeWhole(join(this.#options.folder.path, folder, `${page}.${extension}`), make(result, own));
    }
  }
}

/** A graded attempt. */
type GradedAttempt = { readonly attempt: SubmissionAttempt; readonly graded: GradedContent; readonly mark: FinalMark };

const limitOutcomes: ReadonlySet<string> = new Set(["timeout", "memory", "crashed"]);
const hitLimit = ({ exercises }: Report): boolean =>
  exercises.some(({ cases }) => cases.some(({ outcome }) => limitOutcomes.has(outcome)));

function remarksOn(
  { markedLate, submittedAt }: SubmissionAttempt,
  { graded, of, atLimits }: { readonly graded: number; readonly of: number; readonly atLimits: number },
): readonly StudentRemark[] {
  const because = atLimits === mostAtLimits && graded < mostAttempts ? "limits" : "too-many";
  return [
    ...(graded < of ? [{ kind: "attempts-left-out", graded, attempts: of, because } as const] : []),
    ...(markedLate && submittedAt === undefined ? [{ kind: "late-time-unknown" } as const] : []),
  ];
}

function studentResult(
  { attempt: submitted, graded: { report, key }, mark }: GradedAttempt,
  remarks: readonly StudentRemark[],
  { page, attempts }: { readonly page: string; readonly attempts: number },
): StudentResult {
  const { student, name, email, section, submittedAt, attempt } = submitted;
  const previous = previousScore(report);
  return {
    student,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(section !== undefined && { section }),
    status: report.status,
    ...(submittedAt !== undefined && { submittedAt: submittedAt.toISOString() }),
    attempt,
    attempts,
    ...(remarks.length > 0 && { remarks }),
    ...mark,
    summary: summariseSubmission(report),
    ...(previous !== undefined && { previous }),
    ...(key !== undefined && { result: key }),
    page: `${pageFolders.students}/${page}.html`,
    feedback: `${pageFolders.feedback}/${page}.html`,
  };
}

function adjustmentsOf({ rawScore, score, typeErrors, late, overrides }: StudentResult): Adjustments | undefined {
  if (typeErrors === undefined && late === undefined && overrides.length === 0) return undefined;
  return {
    rawScore,
    score,
    ...(typeErrors !== undefined && { typeErrors }),
    ...(late !== undefined && { late }),
    overrides: [...overrides],
  };
}
