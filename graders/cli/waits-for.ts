import type { QueueOfWork } from "../queue/queue-status.ts";
import type { Misfit } from "../queue/requirement.ts";

/** What people call the jobs of a queue: the assignment or quiz, and its version. */
export const titleOf = ({ requirement: { settings, workVersion } }: Pick<QueueOfWork, "requirement">): string =>
  `${settings.assignment} ${workVersion}`;

/**
 * What jobs wait for that no worker takes, as a clause.
 * @param workers How many there are.
 * @returns undefined where one takes them, or none wait.
 */
export function waitsFor({ waiting, misfits, requirement }: QueueOfWork, workers: number): string | undefined {
  if (waiting === 0) return undefined;
  if (workers === 0) return "no worker is there; start one with gradecheck worker";
  if (misfits.length === 0) return undefined;
  const needs: Readonly<Record<Misfit, string>> = {
    version: `gradecheck ${requirement.graderVersion}`,
    secret: `the course secret ${requirement.secretId}`,
    assignment: `the course with ${titleOf({ requirement })}`,
    backend: "the backend and the expected values of who has queued them",
    tampered: "what they required when they were queued: somebody has changed that in the database",
  };
  return `they wait for a worker with ${misfits.map((one) => needs[one]).join(", and with ")}`;
}
