import { openCache } from "../assignments/cache.ts";
import type { Case } from "../assignments/case.ts";
import { userDirectory } from "../assignments/user-directory.ts";
import type { Misconception } from "./misconception.ts";
import { misconceptionSources, misconceptionsFileOf } from "./misconception-sources.ts";
import { decodeMisconceptions, encodeMisconceptions } from "./misconceptions-codec.ts";
import { misconceptionsKey } from "./misconceptions-key.ts";
import type { OracleAssignment, OracleOptions } from "./oracle.ts";
import type { RunMisconceptions } from "./outcomes-process.ts";
import { type Backend, detectBackend } from "./tensorflow/detect-backend.ts";
import type { VariantOutcome } from "./variant-outcome.ts";

/** A misconception and what it does in each case of its exercise. */
export type MisconceptionOutcomes = Omit<Misconception, "implementation"> & {
  /** By case id. */
  readonly outcomes: ReadonlyMap<string, VariantOutcome>;
};

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
      const bytes = await cache.read(await keyOf(own, detected));
      return bytes && decodeMisconceptions(bytes, own);
    }),
  );
  const missing = groups.filter((_, i) => kept[i] === undefined);
  if (missing.length === 0) return kept.flatMap((own) => own ?? []);

  const run = options.run ?? (await import("./run-misconceptions.ts")).runMisconceptions;
  const computed = await run(file, missing.flat(), choice, assignment.manifest.exercises ?? []);
  const ofGroup = ([first]: readonly Case[]): MisconceptionOutcomes[] =>
    computed.outcomes.filter(({ exercise }) => exercise === first?.exercise);
  for (const own of missing) {
    // The backend that was loaded, which may be another than the one detected.
    await cache.write(await keyOf(own, computed.backend), encodeMisconceptions(ofGroup(own)));
  }
  return groups.flatMap((own, i) => kept[i] ?? ofGroup(own));
}
