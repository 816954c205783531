import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StudentResult } from "../../../reports/report/class-result.ts";
import type { Intake } from "../attempts/submission-attempt.ts";
import { batchFolder, classFile } from "./batch-folder.ts";

/** What importers look at of a student, but for the marks. */
export type ExpectedStudent = Pick<StudentResult, "student" | "status" | "name" | "email" | "section">;

/** What is graded of a class. */
type Part = {
  readonly out: string;
  readonly isRetry: boolean;
  /** Of everything that was handed in, what is graded. */
  readonly chosen: Pick<Intake, "attempts" | "missing">;
};

/**
 * Who will be in a class when a run has ended, known before it begins: whom it grades, and who stays.
 * @param part undefined where everybody is graded.
 */
export function expectedStudents(
  { attempts, missing }: Pick<Intake, "attempts" | "missing">,
  part: Part | undefined,
): ExpectedStudent[] {
  if (part === undefined) return people(missing, attempts);
  const before = studentsIn(part.out);
  // What an interrupted run has graded comes in too.
  if (before === undefined) return people(missing, hasJournal(part.out) ? attempts : part.chosen.attempts);
  const known = new Map(before.map((student) => [student.student, student]));
  for (const student of people(part.chosen.missing, part.chosen.attempts)) {
    if (known.has(student.student) || !part.isRetry) known.set(student.student, student);
  }
  if (!part.isRetry) {
    for (const student of people(missing, [])) if (!known.has(student.student)) known.set(student.student, student);
  }
  return [...known.values()];
}

function people(missing: Intake["missing"], attempts: Intake["attempts"]): ExpectedStudent[] {
  const all = new Map<string, ExpectedStudent>();
  for (const { id, ...entry } of missing) all.set(id, person({ ...entry, student: id }, "missing"));
  for (const attempt of attempts) all.set(attempt.student, person(attempt, "graded"));
  return [...all.values()];
}

function person(
  { student, name, email, section }: Omit<ExpectedStudent, "status">,
  status: ExpectedStudent["status"],
): ExpectedStudent {
  return {
    student,
    status,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(section !== undefined && { section }),
  };
}

/** Before the key is known; whoever has changed the file is found out before anything is graded. */
function studentsIn(folder: string): ExpectedStudent[] | undefined {
  try {
    const { students } = JSON.parse(readFileSync(join(folder, classFile), "utf8")) as { students: ExpectedStudent[] };
    return students.filter(({ student }) => typeof student === "string");
  } catch {
    return undefined;
  }
}

function hasJournal(folder: string): boolean {
  try {
    return readdirSync(batchFolder(folder).results).length > 0;
  } catch {
    return false;
  }
}
