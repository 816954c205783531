import { findAssignment } from "../../../assignments/catalog/catalog.ts";
import { loadManifest } from "../../../assignments/catalog/load-manifest.ts";
import { withProgress } from "../../../reports/phrasing/phrase-progress.ts";
import type { Report, TypeErrors } from "../../../reports/report/report.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import type { ProgressOf } from "../../class/run/student-grader.ts";
import { chooseExercises } from "../../session/choose-exercises.ts";
import { GradingSession } from "../../session/grading-session.ts";
import type { SessionOptions } from "../../session/session-options.ts";
import type { SessionProcesses } from "../../session/start-processes.ts";
import { submissionName } from "../../session/submission-name.ts";
import type { TypeWatch } from "../../types/type-watch.ts";
import { withTypeErrors } from "../../types/with-type-errors.ts";
import type { ExitCode } from "../output.ts";
import { requireSource } from "../require-source.ts";
import { type TellOptions, tellCheck } from "../tell-check.ts";
import { tellRead } from "../tell-read.ts";

/** Options of `gradecheck check`. */
export type CheckOptions = TellOptions & {
  readonly exercise?: readonly string[];
  /** Check again whenever the submission changes. */
  readonly watch?: boolean;
  /** Look for type errors. Default true. */
  readonly types?: boolean;
  /** Folder of what earlier checks printed with `json`. */
  readonly previous?: string;
};

/**
 * Checks a submission, and again where that is asked for, and tells the results.
 * @param processes Of the session, which were started ahead and end with it.
 * @throws {UsageError} where there is no source text to check.
 */
export async function checkSubmission(
  path: string,
  options: CheckOptions,
  sessionOptions: SessionOptions,
  processes: SessionProcesses,
): Promise<ExitCode> {
  const files = await readSubmission(path);
  await using types = await openTypes(sessionOptions.assignment, options);
  // From now on, while everything is made ready to grade it.
  const first = types?.look(files);
  // Whoever opens the session says what is wrong with the assignment.
  first?.catch(() => undefined);
  await using session = await GradingSession.open(sessionOptions, processes);
  requireSource(files, path, session.manifest.limits);
  const name = submissionName(path);
  const progressOf = await readEarlier(session, name, options);
  const complete = (report: Report, found: TypeErrors | undefined): Report => {
    const typed = withTypeErrors(report, found, session.manifest.typeErrors);
    return withProgress(typed, progressOf(name, typed));
  };
  tellRead(path);
  if (options.watch) {
    const { watchSubmission } = await import("../watch-submission.ts");
    return await watchSubmission({ path, name, files, session, types, complete, options });
  }
  const report = await session.grade(files, { name }, { isLast: true });
  return tellCheck(session, complete(report, await first), options);
}

/** What earlier checks are compared with: of the student's own, and believed only where they are reports at all. */
async function readEarlier(
  { manifest }: GradingSession,
  name: string,
  { previous }: CheckOptions,
): Promise<ProgressOf> {
  if (previous === undefined) return () => undefined;
  const { readEarlierReports } = await import("../../class/progress/read-earlier-reports.ts");
  return readEarlierReports(previous, { assignment: manifest.id, visibility: "visible", students: [name] });
}

/**
 * Has TypeScript look at a submission, unless it was told not to. What is wrong with the assignment is told by who grades by it.
 */
async function openTypes(assignment: string, { types = true, exercise }: CheckOptions): Promise<TypeWatch | undefined> {
  const directory = await findAssignment(assignment);
  const manifest = types ? await loadManifest(directory).catch(() => undefined) : undefined;
  if (manifest === undefined) return undefined;
  const { TypeWatch } = await import("../../types/type-watch.ts");
  const { id, limits } = manifest;
  const exercises = chooseExercises(manifest, exercise).map((one) => one.id);
  return new TypeWatch({ id, directory, exercises }, { sourceBytes: limits.sourceBytes });
}
