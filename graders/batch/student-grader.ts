import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { ClassResult, StudentResult } from "../../reports/class/class-result.ts";
import { summariseSubmission } from "../../reports/class/summarise-submission.ts";
import { jsonText } from "../../reports/json-text.ts";
import { renderHtml } from "../../reports/pages/render-html.ts";
import type { Adjustments, Report } from "../../reports/report.ts";
import { studentView } from "../../reports/student-view.ts";
import { withAdjustments } from "../../reports/with-adjustments.ts";
import type { HandIn, RosterEntry } from "../intake/hand-in.ts";
import { writeWhole } from "../write-whole.ts";
import type { BatchFolder } from "./batch-folder.ts";
import type { ContentGrader, GradedContent } from "./content-grader.ts";
import type { StudentFile } from "./exports.ts";
import { type FinalMark, finalMark } from "./final-mark.ts";
import type { LatePolicy } from "./late-policy.ts";
import type { Override } from "./overrides.ts";
import { shareEqual } from "./share-equal.ts";

/** What the students of a class are graded by. */
export type StudentGraderOptions = {
  readonly grader: Pick<ContentGrader, "grade" | "find">;
  readonly folder: BatchFolder;
  readonly exercises: ClassResult["exercises"];
  readonly policy: LatePolicy | undefined;
  readonly overrides: ReadonlyMap<string, readonly Override[]>;
  readonly roster: ReadonlyMap<string, RosterEntry>;
  /** Whether to grade something again that the journal has. */
  readonly again: (student: string, before: Report) => boolean;
  /** Whether a student is to be graded; what the journal has of the others counts. */
  readonly isChosen: (student: string) => boolean;
  /** What is made for each student besides pages. */
  readonly files: readonly StudentFile[];
};

/** A student's result, and what it took. */
export type GradedStudent = {
  readonly result: StudentResult;
  /** How each attempt came by its report, in order. */
  readonly attempts: readonly Pick<GradedContent, "origin" | "seconds">[];
};

/** Grades students one by one and writes their pages; keeps nothing but what it returns. */
export class StudentGrader {
  readonly #options: StudentGraderOptions;
  readonly #share = shareEqual();

  constructor(options: StudentGraderOptions) {
    this.#options = options;
  }

  /**
   * Grades what a student handed in.
   * @param handIns Attempts that compete, at least one: of several the one with the best mark counts, of equal ones the later.
   * @param page Name of the student's files, without extension.
   * @param attempts How many attempts there are in all.
   * @returns undefined where the student is not chosen and the journal lacks an attempt.
   */
  async grade(handIns: readonly HandIn[], page: string, attempts: number): Promise<GradedStudent | undefined> {
    const [first] = handIns;
    if (first === undefined) throw new RangeError("Cannot grade a student who handed in nothing");
    let best: { readonly handIn: HandIn; readonly graded: GradedContent; readonly mark: FinalMark } | undefined;
    const origins: GradedContent[] = [];
    for (const handIn of handIns) {
      const graded = await this.#gradeOrFind(handIn);
      if (graded === undefined) return undefined;
      origins.push(graded);
      const mark = this.#mark(handIn, graded.report);
      if (best === undefined || mark.score >= best.mark.score) best = { handIn, graded, mark };
    }
    if (best === undefined) throw new RangeError("Cannot grade a student who handed in nothing");
    const result = this.#compact(studentResult(best.handIn, best.graded, best.mark, { page, attempts }));
    await this.#write(result, best.graded.report, page);
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

  #gradeOrFind({ student, path, shownPath }: HandIn): Promise<GradedContent | undefined> {
    const { grader, isChosen, again } = this.#options;
    return isChosen(student) ? grader.grade(path, shownPath, (before) => again(student, before)) : grader.find(path);
  }

  #mark({ student, submittedAt }: HandIn, report: Report): FinalMark {
    const { exercises, policy, overrides, roster } = this.#options;
    return finalMark({
      summary: summariseSubmission(report),
      exercises,
      policy,
      entry: roster.get(student),
      submittedAt,
      overrides: overrides.get(student) ?? [],
    });
  }

  async #write(result: StudentResult, report: Report, page: string): Promise<void> {
    const { students, feedback } = this.#options.folder;
    const named = { ...report, submission: { ...report.submission, name: result.name ?? result.student } };
    const full = withAdjustments(named, adjustmentsOf(result));
    const own = studentView(full);
    for (const [folder, view] of [
      [students, full],
      [feedback, own],
    ] as const) {
      await writeWhole(join(folder, `${page}.json`), `${jsonText(view, 2)}\n`);
      await writeWhole(join(folder, `${page}.html`), renderHtml(view));
    }
    for (const { folder, extension, make } of this.#options.files) {
      await mkdir(join(this.#options.folder.path, folder), { recursive: true });
      await writeWhole(join(this.#options.folder.path, folder, `${page}.${extension}`), make(result, own));
    }
  }
}

function studentResult(
  handIn: HandIn,
  { report, key }: GradedContent,
  mark: FinalMark,
  { page, attempts }: { readonly page: string; readonly attempts: number },
): StudentResult {
  const { student, name, email, section, submittedAt, attempt } = handIn;
  return {
    student,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(section !== undefined && { section }),
    status: report.status,
    ...(submittedAt !== undefined && { submittedAt: submittedAt.toISOString() }),
    attempt,
    attempts,
    ...mark,
    summary: summariseSubmission(report),
    ...(key !== undefined && { result: key }),
    page: `students/${page}.html`,
    feedback: `feedback/${page}.html`,
  };
}

function adjustmentsOf({ rawScore, score, late, overrides }: StudentResult): Adjustments | undefined {
  if (late === undefined && overrides.length === 0) return undefined;
  return { rawScore, score, ...(late !== undefined && { late }), overrides: [...overrides] };
}
