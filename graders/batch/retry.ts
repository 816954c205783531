import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClassResult, StudentResult } from "../../reports/class/class-result.ts";
import { printable } from "../../reports/words/printable.ts";
import { BatchError } from "./batch-error.ts";
import { classFile } from "./batch-folder.ts";
import type { BatchSettings } from "./batch-settings.ts";
import { openClass } from "./class-text.ts";
import { studentFiles } from "./exports.ts";
import { readBatchSettings } from "./read-batch-settings.ts";

/** What `--retry` takes: `failed` also means what could not be graded or hit a limit. */
export type RetryKind = "failed" | "grader-error";

/** A class of which some students are graded again; everybody else stays as is. */
export type Retry = {
  readonly before: ClassResult;
  /** Ids of who is graded again. */
  readonly students: ReadonlySet<string>;
};

/** What decides marks: students graded by different ones would not make one class. */
const deciding = ["seed", "attempt", "exercises", "roster", "overrides", "late"] as const;

/**
 * Finds in the results of a batch who is to be graded again.
 * @param folder Output folder of the batch.
 * @param key Under which the class was written, see `classText`.
 * @param version Of the assignment now.
 * @throws {BatchError} where no batch has come to its end there, or the others would have been graded otherwise today.
 */
export async function planRetry(
  folder: string,
  kind: RetryKind,
  settings: BatchSettings,
  { key, version }: { readonly key: Uint8Array; readonly version: string },
): Promise<Retry> {
  const refuse = (why: string): never => {
    throw new BatchError(printable(`Cannot retry in "${folder}": ${why}`));
  };
  const text = await readFile(join(folder, classFile), "utf8").catch(() =>
    refuse("no batch has come to its end there; run without --retry"),
  );
  const before =
    openClass(text, key) ?? refuse(`its ${classFile} is not as a batch has written it; run without --retry`);
  if (before.assignmentVersion !== version) {
    refuse("the assignment has changed since; see gradecheck regrade, which grades everybody");
  }
  const told = await readBatchSettings(folder);
  const other = deciding.find((name) => JSON.stringify(told?.[name]) !== JSON.stringify(settings[name]));
  const files = studentFiles(settings.exports ?? []).map(({ folder: name }) => name);
  const missing = files.find((name) => !studentFiles(told?.exports ?? []).some((one) => one.folder === name));
  if (missing !== undefined) refuse(`the others have no files for ${missing} yet; run without --retry`);
  if (other !== undefined) refuse(`"${other}" is another than in the run before; run without --retry`);
  const students = before.students.filter(kind === "failed" ? hasFailed : hasGraderError);
  return { before, students: new Set(students.map(({ student }) => student)) };
}

/** Whether the grader failed on any part of a student's work. */
export function hasGraderError({ status, summary }: StudentResult): boolean {
  return status === "grader-error" || (summary?.exercises.some(({ isIncomplete }) => isIncomplete) ?? false);
}

function hasFailed(student: StudentResult): boolean {
  if (student.status === "not-gradable" || hasGraderError(student)) return true;
  return student.summary?.exercises.some(({ limits = [] }) => limits.length > 0) ?? false;
}
