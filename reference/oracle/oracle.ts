import { join } from "node:path";
import type { Case, CaseKey, Expected } from "../../assignments/catalog/case.ts";
import { courseModule, referenceFolder } from "../../assignments/catalog/course.ts";
import { type FileCache, openCache } from "../../assignments/storage/cache.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { type Backend, type BackendChoice, detectBackend } from "../tensorflow/detect-backend.ts";
import { decodeExpected, encodeExpected } from "./expected-codec.ts";
import { readKept, writeKept } from "./kept-by-backend.ts";
import { oracleKey } from "./oracle-key.ts";
import type { NamedExercise } from "./run-reference.ts";

/** What the oracle needs to know of an assignment; an `Assignment` of the catalog has it. */
export type OracleAssignment = {
  readonly manifest: { readonly id: string; readonly exercises?: readonly NamedExercise[] };
  readonly contentHash: string;
};

/** How expected values are computed and kept. */
export type OracleOptions = {
  /** The run's seed. */
  readonly seed: number;
  /** Default `auto`. */
  readonly backend?: BackendChoice;
  /** Default: a folder in the user's cache directory. */
  readonly cache?: Pick<FileCache, "read" | "write">;
  /** Absolute path of the reference solution; default the assignment's own. */
  readonly referenceFile?: string;
};

/** What is expected in each case, and where it comes from. */
export type ExpectedValues = {
  readonly backend: "tensorflow" | "cpu";
  /** Why it is not native TensorFlow. */
  readonly note?: string;
  readonly values: ReadonlyMap<CaseKey, Expected>;
};

/**
 * What the reference solution of an assignment, and its alternatives, return for each case. Values are kept by a hash of everything they
 * follow from; TensorFlow is loaded only for values that are not there.
 * @throws Error that names assignment, exercise and case where the reference fails on one.
 * @throws Error on a CI machine where native TensorFlow is wanted and cannot be used.
 */
export async function expectedValues(
  assignment: OracleAssignment,
  cases: readonly Case[],
  options: OracleOptions,
): Promise<ExpectedValues> {
  const { seed, backend: choice = "auto", cache = defaultCache() } = options;
  const referenceFile = options.referenceFile ?? referenceFileOf(assignment.manifest.id);
  const request = { referenceFile, contentHash: assignment.contentHash, seed, cases };

  const detected = detectBackend(choice);
  const keyOf = (backend: Backend): Promise<string> => oracleKey(request, backend);
  const kept = await readKept(cache, keyOf, detected);
  const values = kept && decodeExpected(kept.bytes, cases);
  if (values !== undefined) return result(kept?.backend ?? detected, values);

  const { runReference } = await import("./run-reference.ts");
  const computed = await runReference(
    assignment.manifest.id,
    referenceFile,
    cases,
    choice,
    assignment.manifest.exercises,
  );
  // The backend that was loaded, which may be another than the one detected.
  await writeKept(cache, keyOf, detected, { backend: computed.backend, bytes: encodeExpected(computed.values) });
  return result(computed.backend, computed.values);
}

function result({ backend, note }: Backend, values: ReadonlyMap<CaseKey, Expected>): ExpectedValues {
  return note === undefined ? { backend, values } : { backend, note, values };
}

const defaultCache = (): FileCache => openCache("expected", userDirectory("cache", process.env));

/** Absolute path of an assignment's reference solution. */
export const referenceFileOf = (id: string): string => courseModule(join(referenceFolder(id), "solution"));
