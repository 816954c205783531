import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { ClassResult } from "../../../reports/report/class-result.ts";
import { BatchError } from "../../class/batch-error.ts";
import { classFile } from "../../class/run/batch-folder.ts";
import type { KeptClass } from "../../class/run/class-text.ts";
import { readBatchSettings, settingsFile } from "../../class/run/read-batch-settings.ts";
import { GradebookError } from "./gradebook-error.ts";

/** A graded class, and where it is. */
export type ClassResults = {
  /** As it was named. */
  readonly folder: string;
  readonly result: ClassResult;
  /** What the late policy was, see `lateInput`; absent in classes of earlier versions. */
  readonly late?: string;
};

/**
 * Reads the classes that batches have graded.
 * @throws {GradebookError} with a line for each folder that no batch has written to its end, or that is named twice.
 */
export async function readResults(folders: readonly string[]): Promise<ClassResults[]> {
  const read = await Promise.all(folders.map((folder) => readFolder(folder)));
  const problems = read.filter((one) => typeof one === "string");
  const places = await Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)));
  const twice = folders.filter((_, i) => places.indexOf(places[i] ?? "") !== i);
  const lines = [...problems, ...twice.map((folder) => `"${folder}" is named twice; name it once`)];
  if (lines.length > 0) throw new GradebookError(lines);
  return read.filter((one) => typeof one !== "string");
}

/** @returns What is wrong, where it cannot be used. */
async function readFolder(folder: string): Promise<ClassResults | string> {
  const settings = await readBatchSettings(folder).catch((error: unknown) => {
    if (error instanceof BatchError) return error.message;
    throw error;
  });
  if (typeof settings === "string") return settings;
  if (settings === undefined) {
    return `"${folder}" holds no ${settingsFile}; name output folders of gradecheck batch`;
  }
  const file = join(folder, classFile);
  try {
    const { inputs, ...result } = JSON.parse(await readFile(file, "utf8")) as KeptClass;
    if (!Array.isArray(result.students)) throw new SyntaxError("it lists no students");
    return { folder, result, ...(inputs !== undefined && { late: inputs.late }) };
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === "ENOENT" ? "is not there" : "cannot be read";
    return `"${file}" ${why}; run gradecheck batch ${settings.assignment} with --out "${folder}" to its end first`;
  }
}
