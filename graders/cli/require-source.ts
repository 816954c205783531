import { resolve } from "node:path";
import type { Manifest } from "../../assignments/catalog/manifest.ts";
import { openSubmission, type SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import { SubmissionError } from "../../sandbox/bundle/submission-error.ts";
import { UsageError } from "./output.ts";

/**
 * Makes sure that there is source text to grade. The reason why not is the one that a report would give, which names no folder; here,
 * where the path was typed, the folder is what is most often wrong.
 * @throws {UsageError}
 */
export function requireSource(files: SubmissionFiles, path: string, { sourceBytes }: Manifest["limits"]): void {
  try {
    openSubmission(files, sourceBytes);
  } catch (error) {
    const isUnreadable = error instanceof SubmissionError && error.unreadable;
    throw isUnreadable ? new UsageError(`${error.message}; looked at ${resolve(path)}`) : error;
  }
}
