import type { Manifest } from "../../assignments/catalog/manifest.ts";
import type { Report } from "../../reports/report/report.ts";
import type { SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import { chooseExercises } from "../session/choose-exercises.ts";
import { findCompiler } from "../types/find-compiler.ts";
import { typeErrors } from "../types/type-errors.ts";
import { withTypeErrors } from "../types/with-type-errors.ts";
import { UsageError } from "./output.ts";

/** What type errors are looked for in. @property directory The assignment's folder. */
export type TypesSubject = {
  readonly manifest: Manifest;
  readonly directory: string;
  /** Ids of exercises; default all. */
  readonly exercises?: readonly string[] | undefined;
};

/** Adds to the report of a submission what was found in it. @param index Its place among the submissions. */
export type TypesFound = (index: number, report: Report) => Promise<Report>;

/** Has TypeScript look at submissions while they are graded. */
export function lookForTypes(
  { manifest, directory, exercises }: TypesSubject,
  submissions: readonly (() => Promise<SubmissionFiles> | SubmissionFiles)[],
): TypesFound {
  const { id, limits } = manifest;
  const asked = chooseExercises(manifest, exercises).map((exercise) => exercise.id);
  const looking = typeErrors(submissions, { id, directory, exercises: asked }, { sourceBytes: limits.sourceBytes });
  // Whoever asks first learns of a failure; where grading fails, nobody does.
  looking.catch(() => undefined);
  return async (index, report) => withTypeErrors(report, (await looking)[index], manifest.typeErrors);
}

/**
 * Whether type errors are looked for where marks are given: where somebody asks for it, and where they cost points.
 * @throws {UsageError} where they cost points, and there is no compiler: marks would depend on the computer.
 */
export function wantsTypes(
  { id, typeErrors: settings }: Pick<Manifest, "id" | "typeErrors">,
  asked: boolean | undefined,
  hasCompiler = (): boolean => findCompiler() !== undefined,
): boolean {
  if (settings !== undefined && !hasCompiler()) {
    const platform = `${process.platform}-${process.arch}`;
    throw new UsageError(
      `Cannot grade "${id}": type errors cost points there, and TypeScript has no compiler for this computer (${platform})`,
    );
  }
  return settings !== undefined || (asked ?? false);
}
