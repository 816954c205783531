import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import type { SessionOptions } from "../../session/session-options.ts";
import { startProcesses } from "../../session/start-processes.ts";
import type { ExitCode } from "../output.ts";
import { requireOutputFile } from "../require-output.ts";
import type { CheckOptions } from "./check-submission.ts";

/**
 * `gradecheck check <assignment> <submission>`: the visible cases, for a student at the desk.
 * @throws {UsageError} where there is no source text to check.
 */
export async function checkAssignment(assignment: string, path: string, options: CheckOptions): Promise<ExitCode> {
  for (const file of [options.html, options.classroom]) if (file !== undefined) await requireOutputFile(file);
  const session: SessionOptions = {
    assignment,
    visibility: "visible",
    exercises: options.exercise,
    case: options.case,
    workers: 1,
    cacheDirectory: userDirectory("cache", process.env),
  };
  await using processes = startProcesses(session);
  // They start while the rest of our own code is read, on which half of a check's time is spent, and which leaves no turn to anything
  // else. Where they cannot, whoever prepares the session says why.
  await processes.sandbox.catch(() => undefined);
  const { checkSubmission } = await import("./check-submission.ts");
  return await checkSubmission(path, options, session, processes);
}
