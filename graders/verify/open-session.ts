import { GradingSession, type SessionOptions } from "../grading-session.ts";
import type { Subject } from "./subject.ts";

/** What a session of a proof is about, where it is not everything. */
export type SessionChoice = Partial<Pick<SessionOptions, "exercises" | "seed" | "caseIds">>;

/** Opens a session on the cases of the assignment under proof, by default all of them. */
export function openSession(subject: Subject, choice: SessionChoice = {}): Promise<GradingSession> {
  const { assignment, seed, secret, workers, cacheDirectory } = subject;
  const options = { visibility: "all", seed, secret, workers, cacheDirectory } as const;
  return GradingSession.open({ assignment: assignment.manifest.id, ...options, ...choice });
}
