import { join } from "node:path";
import { type Assignment, openAssignment } from "../../../assignments/catalog/catalog.ts";
import { referenceFolder } from "../../../assignments/catalog/course.ts";
import { openTemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";
import { misconceptionsFileOf } from "../../../reference/misconceptions/misconception-sources.ts";
import { referenceFileOf } from "../../../reference/oracle/oracle.ts";

/** An assignment under proof. */
export type Subject = {
  readonly assignment: Assignment;
  /** Absolute path of the reference solution. */
  readonly referenceFile: string;
  /** Absolute path of the module with its misconceptions. */
  readonly misconceptionsFile: string;
  /** Absolute path of the record of mutants that nobody can tell from the reference. */
  readonly equivalentMutantsFile: string;
  readonly seed: number;
  /** Hidden cases under proof derive from this secret, the same on every machine. */
  readonly secret: string;
  /** Folder of all caches. */
  readonly cacheDirectory: string;
  /** Worker processes. */
  readonly workers: number;
  /** Folder for the sources that are made on the way; gone at the end. */
  readonly scratch: string;
};

/** No course's cases: a proof must not depend on a secret that the machine may not have. */
export const verifySecret = "the cases that gradecheck verify proves are no secret";

/** The seed of the cases under proof, and the one they are made again with. */
export const verifySeeds = { first: 1, other: 2 } as const;

/**
 * Opens an assignment for proof.
 * @throws UnknownAssignmentError, ManifestError
 */
export async function openSubject(
  id: string,
  options: { readonly cacheDirectory: string; readonly workers: number },
): Promise<Subject & AsyncDisposable> {
  const assignment = await openAssignment(id);
  const scratch = openTemporaryFolder("verify");
  return {
    assignment,
    referenceFile: referenceFileOf(id),
    misconceptionsFile: misconceptionsFileOf(id),
    equivalentMutantsFile: join(referenceFolder(id), "equivalent-mutants.json"),
    seed: verifySeeds.first,
    secret: verifySecret,
    ...options,
    scratch: scratch.path,
    [Symbol.asyncDispose]: () => scratch[Symbol.asyncDispose](),
  };
}
