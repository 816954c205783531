import { GradingSession } from "../../session/grading-session.ts";
import { openRunMemory } from "../../session/run-memory.ts";
import type { SessionOptions } from "../../session/session-options.ts";
import type { Subject } from "./subject.ts";

/** What a session of a proof is about, where it is not everything. */
export type SessionChoice = Partial<Pick<SessionOptions, "exercises" | "seed">> & {
  /** Names the runs that are remembered together; `none` remembers nothing. Default `first`. */
  readonly attempt?: string;
};

/** Opens a session on the cases of the assignment under proof, by default all of them. */
export async function openSession(
  subject: Subject,
  { attempt = "first", ...choice }: SessionChoice = {},
): Promise<GradingSession> {
  const { assignment, seed, secret, workers, cacheDirectory } = subject;
  const memory = attempt === "none" ? undefined : await openRunMemory(attempt, cacheDirectory);
  const options = { visibility: "all", seed, secret, workers, cacheDirectory, memory } as const;
  return GradingSession.open({ assignment: assignment.manifest.id, ...options, ...choice });
}
