import { createHash, createHmac } from "node:crypto";
import { RandomState } from "../values/random-state.ts";
import type { Case, Visibility } from "./case.ts";
import type { Assignment } from "./catalog.ts";
import type { Exercise } from "./manifest.ts";

/** Which cases to generate. */
export type CaseSelection = {
  readonly visibility: "visible" | "all";
  /** The run's seed, chosen by the instructor; hidden cases depend on it. */
  readonly seed: number;
  /** The course secret; needed for hidden cases. */
  readonly secret?: string | undefined;
  /** Ids of the exercises wanted; by default all. */
  readonly exercises?: readonly string[] | undefined;
};

/**
 * The cases of an assignment, in the order of its manifest, of each exercise first the visible, then the hidden ones.
 * A case depends on its own place alone: adding others does not change it.
 * @throws TypeError where hidden cases are asked for without a secret.
 * @throws RangeError where an exercise is asked for that the assignment has not, or the seed is no integer.
 */
export function generateCases(
  { manifest, generators }: Pick<Assignment, "manifest" | "generators">,
  selection: CaseSelection,
): Case[] {
  const { visibility, seed, secret, exercises } = selection;
  if (!Number.isSafeInteger(seed)) throw new RangeError(`Cannot generate cases: seed is ${seed}, must be an integer`);
  for (const id of exercises ?? []) {
    if (manifest.exercises.some((exercise) => exercise.id === id)) continue;
    throw new RangeError(`Cannot generate cases: exercise is "${id}", must be one of "${manifest.id}"`);
  }

  const caseAt = (exercise: Exercise, shown: Visibility, index: number): Case => {
    const generator = generators[exercise.id];
    if (generator === undefined) throw new TypeError(`Cannot generate cases: "${exercise.id}" has no generator`);
    const place = { assignment: manifest.id, exercise: exercise.id, index };
    const random = new RandomState(
      shown === "visible"
        ? deriveSeed({ ...place, visibility: "visible" })
        : deriveSeed({ ...place, visibility: "hidden", seed, secret: secretOf(secret) }),
    );
    const inputs = generator(random, index, shown);
    return { id: `${shown}-${index + 1}`, exercise: exercise.id, visibility: shown, ...inputs };
  };

  const wanted = manifest.exercises.filter(({ id }) => exercises?.includes(id) ?? true);
  return wanted.flatMap((exercise) => [
    ...Array.from({ length: exercise.cases.visible }, (_, i) => caseAt(exercise, "visible", i)),
    ...Array.from({ length: visibility === "all" ? exercise.cases.hidden : 0 }, (_, i) =>
      caseAt(exercise, "hidden", i),
    ),
  ]);
}

function secretOf(secret: string | undefined): string {
  if (secret === undefined || secret === "") {
    throw new TypeError("Cannot generate hidden cases: secret is missing, must be the course secret");
  }
  return secret;
}

/** Which case a seed is for. Hidden cases also depend on the run's seed and on the course secret. */
export type CasePlace = {
  readonly assignment: string;
  readonly exercise: string;
  /** From 0, counted among the cases of this visibility. */
  readonly index: number;
} & (
  | { readonly visibility: "visible" }
  | { readonly visibility: "hidden"; readonly seed: number; readonly secret: string }
);

/**
 * The seed of one case: the first four bytes, big-endian, of SHA-256 over the case's name, or for a hidden case of
 * HMAC-SHA-256 under the course secret. Nobody without the secret can make the hidden cases, and no case depends on
 * how many others there are.
 * @returns Integer in [0, 2^32 - 1].
 */
export function deriveSeed(place: CasePlace): number {
  const name = `${place.assignment}/${place.exercise}/${place.visibility}/${place.index}`;
  const digest =
    place.visibility === "visible"
      ? createHash("sha256").update(name).digest()
      : createHmac("sha256", place.secret).update(`${name}/${place.seed}`).digest();
  return digest.readUInt32BE(0);
}
