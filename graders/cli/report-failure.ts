import { CommanderError } from "commander";
import { UnknownAssignmentError } from "../../assignments/catalog/catalog.ts";
import { CourseError } from "../../assignments/catalog/course.ts";
import { CoursePlanError } from "../../assignments/catalog/plan/course-plan-error.ts";
import { CourseSecretError } from "../../assignments/storage/course-secret-error.ts";
import { ManifestError } from "../../assignments/storage/json-problem.ts";
import { isMachineFailure, MachineFailure, phraseMachineFailure } from "../../assignments/storage/machine-failure.ts";
import { NoHomeError } from "../../assignments/storage/user-directory.ts";
import { IntakeError } from "../class/attempts/workspace.ts";
import { BatchError } from "../class/batch-error.ts";
import { EarlierReportsError } from "../class/progress/earlier-reports-error.ts";
import { GradebookError } from "../course/gradebook/gradebook-error.ts";
import { DatabaseError } from "../database/database-error.ts";
import { KitError } from "../session/kit.ts";
import { type ExitCode, exitCode, tell, UsageError } from "./output.ts";

/** Says in one line what went wrong; of a failure of our own, everything. @returns The exit code for it. */
export function reportFailure(error: unknown): ExitCode {
  // Commander has printed its own message; help and version end with code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage;
  if (error instanceof CoursePlanError || error instanceof GradebookError) {
    for (const line of error.lines) tell(`gradecheck: ${line}`);
    return exitCode.usage;
  }
  const badInput = [
    UsageError,
    UnknownAssignmentError,
    ManifestError,
    CourseError,
    KitError,
    CourseSecretError,
    NoHomeError,
    IntakeError,
    BatchError,
    EarlierReportsError,
    DatabaseError,
    RangeError,
  ];
  if (badInput.some((kind) => error instanceof kind)) {
    tell(`gradecheck: ${(error as Error).message}`);
    return exitCode.usage;
  }
  const kept = "everything graded so far is kept: fix that and rerun the same command";
  if (error instanceof MachineFailure) {
    tell(`gradecheck: ${error.message}; ${kept}`);
    return exitCode.graderError;
  }
  if (isMachineFailure(error)) {
    const { syscall, path = "" } = error;
    tell(`gradecheck: Cannot ${syscall}${path === "" ? "" : ` "${path}"`}: ${phraseMachineFailure(error)}; ${kept}`);
    return exitCode.graderError;
  }
  tell(`gradecheck failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, {
    lines: true,
  });
  return exitCode.graderError;
}
