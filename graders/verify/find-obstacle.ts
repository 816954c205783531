import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import type { ProofId } from "../../reports/report/verification.ts";
import { openSession, type Subject, verifySeeds } from "./subject/subject.ts";
import { casesOf, nativeValues } from "./tolerances/reference-values.ts";

/** Something that several proofs need, and the proofs that cannot be finished without it. */
type Prerequisite = { readonly stops: readonly ProofId[]; readonly attempt: (subject: Subject) => Promise<unknown> };

const graded = ["reference", "also-right", "misconceptions", "namings", "mutants", "variants", "determinism"] as const;
const compared = [...graded, "tolerances", "backends", "arguments", "spread"] as const;

/** Each depends on those before it. */
const prerequisites: readonly Prerequisite[] = [
  { stops: [...compared, "consistency"], attempt: generateAll },
  { stops: [...compared, "conformance"], attempt: ({ referenceFile }) => import(pathToFileURL(referenceFile).href) },
  { stops: [...compared, "conformance"], attempt: (subject) => nativeValues(subject, casesOf(subject)) },
  { stops: graded, attempt: gradeStarter },
];

/**
 * After a proof that could not be finished, looks for a cause that stops others too: cases that cannot be made, a
 * reference that cannot be loaded, expected values that cannot be computed, a sandbox that does not start.
 * @returns The proofs with this cause; none where the failure is the proof's own.
 */
export async function findObstacle(subject: Subject, unfinished: ProofId): Promise<readonly ProofId[]> {
  for (const { stops, attempt } of prerequisites) {
    const works = await attempt(subject).then(
      () => true,
      () => false,
    );
    if (!works) return stops.includes(unfinished) ? stops : [];
  }
  return [];
}

async function generateAll({ assignment, secret }: Subject): Promise<void> {
  for (const seed of Object.values(verifySeeds)) generateCases(assignment, { visibility: "all", seed, secret });
}

/** Only its top level runs, which is enough to see whether a worker starts. */
async function gradeStarter(subject: Subject): Promise<void> {
  const bytes = await readFile(join(subject.assignment.directory, "starter.ts"));
  await using session = await openSession(subject);
  await session.grade({ name: "starter.ts", bytes }, { name: "starter" });
}
