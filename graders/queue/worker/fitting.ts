import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import type { JobQueue } from "../../session/ports.ts";
import { type Misfit, queueOf, type Requirement } from "../requirement.ts";

/** What a worker is. */
export type WorkerFacts = { readonly version: string; readonly secretId: string };

/** What grades submissions of one kind of work. */
export type OpenGrading = AsyncDisposable & {
  /** Of the assignment or quiz, as reports have it. */
  readonly version: string;
  readonly grading: {
    /** Everything that a report follows from besides the submission. */
    readonly fingerprint: string;
    readonly notesOn: (files: SubmissionFiles) => Promise<readonly string[]>;
    readonly queue: Pick<JobQueue, "run">;
  };
};

/** Opens what grades under a requirement. @throws where the course has no such work, or the machine fails. */
export type OpenWork = (requirement: Requirement) => Promise<OpenGrading>;

/** What grades the jobs of a queue, or why nothing of this worker can. @property why Where opening it has failed. */
export type Fitting =
  | { readonly kind: "fits"; readonly grading: OpenGrading }
  | { readonly kind: "misfit"; readonly misfit: Misfit; readonly why?: string };

/** Opens what grades, and makes sure that it grades exactly as whoever put the jobs in would. */
export async function tryFitting(
  { queue, requirement }: { readonly queue: string; readonly requirement: Requirement },
  facts: WorkerFacts,
  open: OpenWork,
): Promise<Fitting> {
  // What can be told without opening anything.
  if (requirement.graderVersion !== facts.version) return { kind: "misfit", misfit: "version" };
  if (requirement.secretId !== facts.secretId) return { kind: "misfit", misfit: "secret" };
  if (queueOf(requirement) !== queue) return { kind: "misfit", misfit: "tampered" };
  try {
    const opened = await open(requirement);
    if (opened.grading.fingerprint === requirement.fingerprint) return { kind: "fits", grading: opened };
    await opened[Symbol.asyncDispose]();
    return { kind: "misfit", misfit: opened.version === requirement.workVersion ? "backend" : "assignment" };
  } catch (error) {
    return { kind: "misfit", misfit: "assignment", why: error instanceof Error ? error.message : String(error) };
  }
}
