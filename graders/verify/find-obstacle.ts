import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import type { ProofId } from "../../reports/report/verification.ts";
import { openSession, type Subject, verifySeeds } from "./subject/subject.ts";
import { casesOf, nativeValues } from "./tolerances/reference-values.ts";

/** Something that several proofs stand on, and the proofs that cannot be finished without it. */
type Ground = { readonly stops: readonly ProofId[]; readonly stand: (subject: Subject) => Promise<unknown> };

const graded = ["reference", "misconceptions", "mutants", "determinism"] as const;
const compared = [...graded, "tolerances", "backends"] as const;

/** Each stands on those before it. */
const grounds: readonly Ground[] = [
  { stops: [...compared, "consistency"], stand: generateAll },
  { stops: [...compared, "conformance"], stand: ({ referenceFile }) => import(pathToFileURL(referenceFile).href) },
  { stops: [...compared, "conformance"], stand: (subject) => nativeValues(subject, casesOf(subject)) },
  { stops: graded, stand: gradeStarter },
];

/**
 * Looks, after a proof that could not be finished, for a cause that it has in common with others: cases that cannot be made, a
 * reference that cannot be loaded, expected values that cannot be computed, a sandbox that does not start.
 * @returns The proofs that have this cause; none where the failure is the proof's own.
 */
export async function findObstacle(subject: Subject, unfinished: ProofId): Promise<readonly ProofId[]> {
  for (const { stops, stand } of grounds) {
    const stands = await stand(subject).then(
      () => true,
      () => false,
    );
    if (!stands) return stops.includes(unfinished) ? stops : [];
  }
  return [];
}

async function generateAll({ assignment, secret }: Subject): Promise<void> {
  for (const seed of Object.values(verifySeeds)) generateCases(assignment, { visibility: "all", seed, secret });
}

/** Nothing of it runs but its top level, which is enough to see a worker start. */
async function gradeStarter(subject: Subject): Promise<void> {
  const bytes = await readFile(join(subject.assignment.directory, "starter.ts"));
  await using session = await openSession(subject);
  await session.grade({ name: "starter.ts", bytes }, { name: "starter" });
}
