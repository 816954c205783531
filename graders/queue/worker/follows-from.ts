import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import { resultKey } from "../../session/result-key.ts";
import type { OpenGrading } from "./fitting.ts";

/** What is said of a job whose key does not follow from it. */
export const notOfItsKey =
  "it is not what its key says: somebody has tampered with it, or the worker's machine has other releases of the assignment on record";

/** Whether this submission, graded like this, is what a result of this name is about. */
export async function followsFrom(
  key: string,
  files: SubmissionFiles,
  { fingerprint, notesOn }: OpenGrading["grading"],
): Promise<boolean> {
  // What is graded again has a suffix.
  return key.split(".")[0] === resultKey(fingerprint, files, await notesOn(files));
}
