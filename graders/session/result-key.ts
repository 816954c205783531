import { createHash } from "node:crypto";
import type { SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import { hashSubmission } from "../../sandbox/bundle/read-submission.ts";

/**
 * Names a result by all that it follows from.
 * @param fingerprint Everything but the submission, see `gradingFingerprint`.
 * @param notes What the report says of the submission's kit: it depends on which releases are recorded.
 * @returns 40 hexadecimal digits.
 */
export function resultKey(fingerprint: string, files: SubmissionFiles, notes: readonly string[]): string {
  return createHash("sha256")
    .update([fingerprint, hashSubmission(files), ...notes].join("\0"))
    .digest("hex")
    .slice(0, 40);
}
