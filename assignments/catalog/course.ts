import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Environment } from "../storage/user-directory.ts";

/** Names the folder of the course; the option `--course` sets it for one run and the processes that it starts. */
export const courseVariable = "GRADECHECK_COURSE";

/** The course that comes with gradecheck. */
export const bundledCourse: string = fileURLToPath(new URL("../../", import.meta.url)).replace(/[/\\]$/, "");

/** A folder is no course. */
export class CourseError extends Error {
  override readonly name = "CourseError";
}

/**
 * The folder of the course: in it `assignments/<id>/` is what is asked and `reference/<id>/` what is right.
 * @returns Absolute path; the bundled course where the environment names none.
 * @throws {CourseError} where the folder holds no assignments.
 */
export function courseFolder(environment: Environment = process.env): string {
  const named = environment[courseVariable];
  if (named === undefined || named === "") return bundledCourse;
  const folder = resolve(named);
  const assignments = join(folder, "assignments");
  if (!existsSync(assignments) || !statSync(assignments).isDirectory()) {
    throw new CourseError(`Cannot open the course "${named}": it has no folder "assignments"`);
  }
  return folder;
}

/** Folder of the course's assignments and quizzes. */
export const assignmentsFolder = (): string => join(courseFolder(), "assignments");

/** Folder of what is right in an assignment or a quiz. */
export const referenceFolder = (id: string): string => join(courseFolder(), "reference", id);

/** Path of a module of the course: TypeScript, or JavaScript where it was compiled. @param base Path without extension. */
export const courseModule = (base: string): string => (existsSync(`${base}.ts`) ? `${base}.ts` : `${base}.js`);
