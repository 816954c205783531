import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { type Subject, verifySecret, verifySeeds } from "../../../graders/verify/subject/subject.ts";
import { misconceptionsFileOf } from "../../../reference/misconceptions/misconception-sources.ts";
import { referenceFileOf } from "../../../reference/oracle/oracle.ts";
import type { Findings } from "../../../reports/report/verification.ts";

/** @property scratch A folder for what breaks it; gone at the end. */
type ScratchSubject = Subject & AsyncDisposable & { readonly scratch: string };

/**
 * An assignment under proof, to be broken in one place.
 * @param exercises Those it is reduced to; default all.
 */
export async function subjectOf(id: string, exercises?: readonly string[]): Promise<ScratchSubject> {
  const assignment = await openAssignment(id);
  const wanted = assignment.manifest.exercises.filter((exercise) => exercises?.includes(exercise.id) ?? true);
  const [first, ...others] = wanted;
  if (first === undefined) throw new RangeError(`Cannot test ${id}: it has none of the exercises`);
  const scratch = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
  return {
    assignment: { ...assignment, manifest: { ...assignment.manifest, exercises: [first, ...others] } },
    referenceFile: referenceFileOf(id),
    misconceptionsFile: misconceptionsFileOf(id),
    equivalentMutantsFile: join(scratch, "no-equivalent-mutants.json"),
    alsoRightFolder: join(scratch, "also-right"),
    equivalentVariantsFile: join(scratch, "no-equivalent-variants.json"),
    scoreSpreadsFile: join(scratch, "no-score-spreads.json"),
    seed: verifySeeds.first,
    secret: verifySecret,
    cacheDirectory: userDirectory("cache", process.env),
    workers: 1,
    scratch,
    [Symbol.asyncDispose]: () => rm(scratch, { recursive: true, force: true }),
  };
}

/** What failed, each in one line: `name: details`. */
export function failuresOf({ checks }: Findings): string[] {
  return checks
    .filter(({ outcome }) => outcome === "failed")
    .map(({ name, details }) => `${name}: ${details.join("; ")}`);
}

/** For proofs whose progress nobody watches. */
export const unwatched = (): void => undefined;
