import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { SubmissionAttempt } from "../../../../graders/class/attempts/submission-attempt.ts";
import { readIntake } from "../../../../graders/class/intake/read-intake.ts";
import { batchFolder } from "../../../../graders/class/run/batch-folder.ts";
import type { ContentGrader } from "../../../../graders/class/run/content-grader.ts";
import {
  type GradedStudent,
  mostAtLimits,
  mostAttempts,
  StudentGrader,
} from "../../../../graders/class/run/student-grader.ts";
import { renderClassPage } from "../../../../reports/class/render-class-page.ts";
import type { StudentResult } from "../../../../reports/report/class-result.ts";
import { phraseBatch } from "../../../../reports/terminal/phrase-batch.ts";
import { zip } from "../../../fixtures/archives.ts";
import { classResult } from "../../../fixtures/class-result.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { caseOf, reportOf } from "./small-grading.ts";

/** Grades by what the file says: `right`, `wrong` or `loops`; notes in which order. */
class Reader {
  readonly graded: string[] = [];

  readonly grade: ContentGrader["grade"] = async (path) => {
    const text = await readFile(path, "utf8").catch(() => readFile(join(path, "submission.ts"), "utf8"));
    this.graded.push(text);
    const outcome = text.startsWith("right") ? "passed" : text.startsWith("loops") ? "timeout" : "threw";
    const report = reportOf({ gd: [outcome === "threw" ? caseOf("1", "threw") : caseOf("1", outcome)] });
    return { report, origin: "graded", seconds: 1 };
  };

  readonly find: ContentGrader["find"] = async () => undefined;
}

type Outcome = { readonly graded: GradedStudent; readonly order: readonly string[]; readonly page: string };

async function gradeAll(folder: string, attempts: readonly SubmissionAttempt[]): Promise<Outcome> {
  const out = batchFolder(folder);
  for (const path of [out.students, out.feedback]) await mkdir(path, { recursive: true });
  const grader = new Reader();
  const students = new StudentGrader({
    grader,
    folder: out,
    exercises: [{ id: "gd", title: "GD", maxScore: 10 }],
    policy: undefined,
    overrides: new Map(),
    roster: new Map(),
    again: () => false,
    isChosen: () => true,
    files: [],
  });
  const graded = await students.grade(attempts, "ada", attempts.length);
  if (graded === undefined) throw new Error("not graded");
  return { graded, order: grader.graded, page: await readFile(join(out.feedback, "ada.html"), "utf8") };
}

const written = (folder: string, texts: readonly string[]): Promise<SubmissionAttempt[]> =>
  Promise.all(
    texts.map(async (text, i) => {
      const path = join(folder, `${i + 1}.ts`);
      await writeFile(path, text);
      return { student: "ada", path, shownPath: `${i + 1}.ts`, attempt: i + 1 };
    }),
  );

test("StudentGrader.grade() grades the last of hundreds of attempts in a student's own zip, and says so", () =>
  inTemporaryFolder(async (folder) => {
    const attempts = Array.from({ length: 400 }, (_, i) => ({
      name: `${i + 1}/submission.ts`,
      data: `${i === 0 ? "right" : "wrong"} ${i + 1}`,
      stored: true,
    }));
    await mkdir(join(folder, "class"));
    await writeFile(join(folder, "class/ada.zip"), zip(attempts));
    await using intake = await readIntake(join(folder, "class"), { assignment: "a" });
    expect(intake.attempts).toHaveLength(400);
    const { graded, order, page } = await gradeAll(join(folder, "out"), intake.attempts);
    expect(order).toEqual(Array.from({ length: mostAttempts }, (_, i) => `wrong ${400 - i}`));
    expect(graded.result).toMatchObject({ attempt: 400, attempts: 400, score: 0 });
    expect(graded.result.remarks).toEqual([
      { kind: "attempts-left-out", graded: mostAttempts, attempts: 400, because: "too-many" },
    ]);
    expect(page).toContain("Only the last 20 of 400 attempts were graded.");
  }));

test("StudentGrader.grade() grades no older attempts once enough of a student's ran into a limit", () =>
  inTemporaryFolder(async (folder) => {
    const texts = [
      "right 1",
      "wrong 2",
      ...Array.from({ length: mostAtLimits }, (_, i) => `loops ${i + 3}`),
      "wrong 8",
    ];
    const { graded, order, page } = await gradeAll(join(folder, "out"), await written(folder, texts));
    expect(order).toEqual(["wrong 8", "loops 7", "loops 6", "loops 5", "loops 4", "loops 3"]);
    expect(graded.result.remarks).toEqual([{ kind: "attempts-left-out", graded: 6, attempts: 8, because: "limits" }]);
    expect(page).toContain("because too many of them ran into a limit");
  }));

test("StudentGrader.grade() takes the best of a few attempts, the later of equal ones, without a remark", () =>
  inTemporaryFolder(async (folder) => {
    const texts = ["wrong 1", "right 2", "loops 3", "right 4", "wrong 5"];
    const { graded } = await gradeAll(join(folder, "out"), await written(folder, texts));
    expect(graded.result).toMatchObject({ attempt: 4, attempts: 5, score: 10 });
    expect(graded.result).not.toHaveProperty("remarks");
    expect(graded.attempts).toHaveLength(5);
  }));

test("StudentGrader.grade() remarks on a student whom the platform calls late where no time is known", () =>
  inTemporaryFolder(async (folder) => {
    const [late] = await written(folder, ["right"]);
    if (late === undefined) throw new Error("nothing was written");
    const unknown = await gradeAll(join(folder, "out"), [{ ...late, markedLate: true }]);
    expect(unknown.graded.result.remarks).toEqual([{ kind: "late-time-unknown" }]);
    const known = await gradeAll(join(folder, "out"), [{ ...late, markedLate: true, submittedAt: new Date(0) }]);
    expect(known.graded.result).not.toHaveProperty("remarks");
  }));

test("phraseBatch() and renderClassPage() tell every remark on a student", async () => {
  const result = classResult(12);
  const remarks: StudentResult["remarks"] = [
    { kind: "attempts-left-out", graded: 20, attempts: 400, because: "too-many" },
    { kind: "late-time-unknown" },
  ];
  const students = result.students.map((student, i) => (i < 5 ? { ...student, remarks } : student));
  const text = phraseBatch({ ...result, students }, { color: false, width: 100 });
  const id = students[0]?.student ?? "";
  expect(text).toContain("Needs attention:\n");
  expect(text).toContain(`  ${id}: Only the last 20 of 400 attempts were graded.\n`);
  expect(text).toContain(`  ${id}: Canvas marks this as late but gives no time`);
  expect(text).toContain("  and 2 more, see index.html\n");
  const page = await renderClassPage({ ...result, students });
  expect(page).toContain("Attempts and times");
  expect(page.match(/Only the last 20 of 400 attempts/g)).toHaveLength(5);
  expect(page.match(/Canvas marks this as late/g)).toHaveLength(5);
});
