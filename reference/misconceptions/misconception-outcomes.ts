import type { Case } from "../../assignments/catalog/case.ts";
import { openCache } from "../../assignments/storage/cache.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { readKept, writeKept } from "../oracle/kept-by-backend.ts";
import type { OracleAssignment, OracleOptions } from "../oracle/oracle.ts";
import { type Backend, detectBackend } from "../tensorflow/detect-backend.ts";
import type { MisconceptionOutcomes } from "./misconception.ts";
import { misconceptionSources, misconceptionsFileOf } from "./misconception-sources.ts";
import { decodeMisconceptions, encodeMisconceptions } from "./misconceptions-codec.ts";
import { misconceptionsKey } from "./misconceptions-key.ts";
import type { RunMisconceptions } from "./outcomes-process.ts";

/** As for expected values. */
export type MisconceptionOptions = Omit<OracleOptions, "referenceFile"> & {
  /** Absolute path; default the assignment's own. */
  readonly misconceptionsFile?: string;
  /** Runs those that are not kept; default in this process. */
  readonly run?: RunMisconceptions | undefined;
};

/**
 * What an assignment's misconceptions do in each of some cases. Outcomes are kept exercise by exercise, by a hash of
 * everything they follow from; TensorFlow is loaded only for those that are not there.
 * @param cases All cases of one exercise or of several.
 * @returns In the order of the misconceptions file, exercise by exercise; empty where the assignment has none.
 * @throws Error on a CI machine where native TensorFlow is wanted and cannot be used.
 */
export async function misconceptionOutcomes(
  assignment: OracleAssignment,
  cases: readonly Case[],
  options: MisconceptionOptions,
): Promise<readonly MisconceptionOutcomes[]> {
  const { seed, backend: choice = "auto" } = options;
  const cache = options.cache ?? openCache("misconceptions", userDirectory("cache", process.env));
  const file = options.misconceptionsFile ?? misconceptionsFileOf(assignment.manifest.id);
  const sources = await misconceptionSources(file);
  if (sources.length === 0) return [];
  const keyOf = (own: readonly Case[], backend: Backend): Promise<string> => {
    const request = { referenceFile: file, contentHash: assignment.contentHash, seed, cases: own };
    return misconceptionsKey(request, sources, backend);
  };

  const detected = detectBackend(choice);
  const groups = [...Map.groupBy(cases, ({ exercise }) => exercise).values()];
  const kept = await Promise.all(
    groups.map(async (own) => {
      const found = await readKept(cache, (backend) => keyOf(own, backend), detected);
      return found && decodeMisconceptions(found.bytes, own);
    }),
  );
  if (kept.every((own) => own !== undefined)) return kept.flat();

  const run = options.run ?? (await import("./run-misconceptions.ts")).runMisconceptions;
  const all: MisconceptionOutcomes[] = [];
  for (const [i, own] of groups.entries()) {
    // Exercise by exercise: which backend computes one must not depend on which others are kept.
    all.push(...(kept[i] ?? (await computed(own))));
  }
  return all;

  async function computed(own: readonly Case[]): Promise<readonly MisconceptionOutcomes[]> {
    const { backend, outcomes } = await run(file, own, choice, assignment.manifest.exercises ?? []);
    // The backend that was loaded, which may be another than the one detected.
    const bytes = encodeMisconceptions(outcomes);
    await writeKept(cache, (of) => keyOf(own, of), detected, { backend, bytes });
    return outcomes;
  }
}
