import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { studentFiles } from "../../../reports/exports/exporters.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import type { ClassResult, StudentResult } from "../../../reports/report/class-result.ts";
import { BatchError } from "../batch-error.ts";
import { classFile } from "./batch-folder.ts";
import type { BatchSettings } from "./batch-settings.ts";
import { type ClassInputs, type InputName, otherInput } from "./class-inputs.ts";
import { openClass } from "./class-text.ts";
import { readBatchSettings } from "./read-batch-settings.ts";

/** What `--retry` takes: `failed` also means what could not be graded or hit a limit. */
export type RetryKind = "failed" | "grader-error";

/** A class of which some students are graded; everybody else in it stays as is. */
export type PartialRun = {
  readonly before: ClassResult;
  /** Ids of who is graded. */
  readonly students: ReadonlySet<string>;
  /** They are graded again though nothing has changed, and nobody comes in; otherwise they were named, and who is new comes in. */
  readonly isRetry: boolean;
};

/** Which part of a class is asked for. */
export type WantedPart = {
  readonly retry?: RetryKind | undefined;
  /** Whether students were named. */
  readonly isNamed: boolean;
  /** Ids of those named, else of all. */
  readonly chosen: ReadonlySet<string>;
};

/**
 * Finds in the results of a batch who stays as is.
 * @param folder Output folder of the batch.
 * @param now Under which key the class was written, see `classText`; the version of the assignment, and what decides marks now.
 * @returns undefined where everybody is graded, or where students are named of a class that was never graded to its end.
 * @throws {BatchError} where there is nothing to retry, or the others would have been graded otherwise today.
 */
export async function planPartialRun(
  folder: string,
  { retry, isNamed, chosen }: WantedPart,
  settings: BatchSettings,
  now: { readonly key: Uint8Array; readonly version: string; readonly inputs: ClassInputs },
): Promise<PartialRun | undefined> {
  if (retry === undefined && !isNamed) return undefined;
  const what = retry === undefined ? "grade only some of the class" : "retry";
  const without = `run without ${retry === undefined ? "--student" : "--retry"}`;
  const refuse = (why: string): never => {
    throw new BatchError(printable(`Cannot ${what} in "${folder}": ${why}`));
  };
  const text = await readFile(join(folder, classFile), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    return retry === undefined ? undefined : refuse(`no batch has finished there; ${without}`);
  });
  if (text === undefined) return undefined;
  const before =
    openClass(text, now.key) ??
    refuse(`its ${classFile} was not written by a batch with this course secret, or has changed since; ${without}`);
  if (before.assignmentVersion !== now.version) {
    refuse("the assignment has changed since; see gradecheck regrade, which grades everybody");
  }
  const other = otherInput(before.inputs, now.inputs) ?? (await otherSetting(folder, settings));
  if (other !== undefined) refuse(`${phraseOther(other, settings)}; ${without}`);
  const told = await readBatchSettings(folder);
  const files = studentFiles(settings.exports ?? []).map(({ folder: name }) => name);
  const missing = files.find((name) => !studentFiles(told?.exports ?? []).some((one) => one.folder === name));
  if (missing !== undefined) refuse(`the others have no files for ${missing} yet; ${without}`);
  if (retry === undefined) return { before, students: chosen, isRetry: false };
  const again = before.students.filter(retry === "failed" ? hasFailed : hasGraderError);
  const students = new Set(again.map(({ student }) => student)).intersection(chosen);
  return { before, students, isRetry: true };
}

/** A run that was interrupted has written pages by its own settings, and no class. */
async function otherSetting(folder: string, settings: BatchSettings): Promise<InputName | undefined> {
  const told = await readBatchSettings(folder);
  const names = ["seed", "attempt", "exercises", "submissions"] as const;
  return names.find((name) => JSON.stringify(told?.[name]) !== JSON.stringify(settings[name]));
}

function phraseOther(name: InputName, settings: BatchSettings): string {
  if (name === "basis") return "what grades differs from the earlier run (gradecheck, the assignment, its values)";
  const isFile = name === "roster" || name === "overrides" || (name === "late" && settings.late?.endsWith(".json"));
  const file = isFile ? settings[name] : undefined;
  if (file !== undefined) return `"${file}" has changed since the earlier run`;
  return `"${name}" differs from the earlier run`;
}

/** Whether the grader failed on any part of a student's work. */
export function hasGraderError({ status, summary }: Pick<StudentResult, "status" | "summary">): boolean {
  return status === "grader-error" || (summary?.exercises.some(({ isIncomplete }) => isIncomplete) ?? false);
}

function hasFailed(student: StudentResult): boolean {
  if (student.status === "not-gradable" || hasGraderError(student)) return true;
  return student.summary?.exercises.some(({ limits = [] }) => limits.length > 0) ?? false;
}
