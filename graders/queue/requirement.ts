import { createHmac } from "node:crypto";
import { authenticationKey } from "../../assignments/storage/course-secret.ts";
import type { BatchSettings } from "../class/run/batch-settings.ts";

/** What a worker must be to take a job, and what it needs to know to grade it. All jobs of a queue have the same. */
export type Requirement = {
  /** Everything that a report follows from besides the submission, see `gradingFingerprint`. */
  readonly fingerprint: string;
  /** Of gradecheck. */
  readonly graderVersion: string;
  /** Of the assignment or quiz, as reports have it. */
  readonly workVersion: string;
  /** Names the course secret without telling it. */
  readonly secretId: string;
  readonly settings: GradingSettings;
};

/** What of the settings of a batch decides reports. */
type GradingSettings = Pick<
  BatchSettings,
  "assignment" | "seed" | "exercises" | "counterexamples" | "language" | "isolation"
>;

/**
 * The queue of all jobs with a requirement. Its name follows from all that decides how they are graded: a requirement that somebody has put
 * in the place of another is found out by it.
 */
export function queueOf({ settings: { assignment, isolation }, fingerprint }: Requirement): string {
  const kind = isolation === "process" ? ".process" : "";
  return `${assignment}.${fingerprint.slice(0, 24)}${kind}`;
}

/** Names a course secret: who knows it can tell whether it is theirs, and nobody else learns anything. */
export const secretId = (secret: string): string =>
  createHmac("sha256", authenticationKey(secret, "queue")).update("id").digest("hex").slice(0, 16);

/** Why a worker cannot take jobs: what it lacks, or that somebody has changed what they require. */
export type Misfit = "version" | "secret" | "assignment" | "backend" | "tampered";
