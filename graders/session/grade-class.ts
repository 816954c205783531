import pLimit from "p-limit";
import type { SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import { readSubmission } from "../../sandbox/bundle/read-submission.ts";
import type { LocalQueue } from "./local-queue.ts";
import type { GradedJob } from "./ports.ts";

/** A submission to grade. @property read Called when it is its turn. */
export type Submission = { readonly name: string; readonly read: () => Promise<SubmissionFiles> };

/** A submission on disk. */
export const submissionAt = (path: string, name: string): Submission => ({ name, read: () => readSubmission(path) });

/**
 * Grades submissions side by side and hands each result over the moment it exists. Only as many are read as the queue takes at once, so
 * that memory does not grow with the class.
 * @param onGraded Called in the order in which results arrive, with the position of the submission.
 */
export async function gradeClass(
  queue: Pick<LocalQueue, "width" | "run">,
  submissions: readonly Submission[],
  onGraded: (graded: GradedJob, index: number) => Promise<void>,
): Promise<void> {
  const limit = pLimit(queue.width);
  const grade = async ({ name, read }: Submission, index: number): Promise<void> => {
    await onGraded(await queue.run({ files: await read(), identity: { name } }), index);
  };
  await Promise.all(submissions.map((submission, index) => limit(() => grade(submission, index))));
}
