import { createHash } from "node:crypto";
import type { SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import { hashSubmission } from "../../sandbox/bundle/read-submission.ts";

/**
 * Names a result by all that it follows from.
 * @param fingerprint Everything but the submission, see `gradingFingerprint`.
 * @returns 40 hexadecimal digits.
 */
export function resultKey(fingerprint: string, files: SubmissionFiles): string {
  return createHash("sha256")
    .update(`${fingerprint}\0${hashSubmission(files)}`)
    .digest("hex")
    .slice(0, 40);
}
