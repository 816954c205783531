import { createHash, createHmac } from "node:crypto";
import { atOnce, type Steps } from "../steps/in-turns.ts";
import { RandomState } from "../values/random-state.ts";
import type { Case, CaseInputs, Visibility } from "./case.ts";
import type { Assignment } from "./catalog.ts";
import type { Exercise } from "./manifest.ts";
import { varyCases } from "./vary-case.ts";

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
 * The cases of an assignment, in the order of its manifest, of each exercise first the visible, then the hidden ones, last the
 * variations of these that the manifest asks for, which are hidden too. A case depends on its own place alone: adding others does not change it.
 * @throws TypeError where hidden cases are asked for without a secret.
 * @throws RangeError where an exercise is asked for that the assignment has not, or the seed is no integer.
 */
export function generateCases(
  assignment: Pick<Assignment, "manifest" | "generators">,
  selection: CaseSelection,
): Case[] {
  return atOnce(generatingCases(assignment, selection));
}

/** {@link generateCases}, exercise by exercise and case by case: some generators train a network. */
export function* generatingCases(
  { manifest, generators }: Pick<Assignment, "manifest" | "generators">,
  selection: CaseSelection,
): Steps<Case[]> {
  const { visibility, seed, secret, exercises } = selection;
  if (!Number.isSafeInteger(seed)) throw new RangeError(`Cannot generate cases: seed is ${seed}, must be an integer`);
  for (const id of exercises ?? []) {
    if (manifest.exercises.some((exercise) => exercise.id === id)) continue;
    throw new RangeError(`Cannot generate cases: exercise is "${id}", must be one of "${manifest.id}"`);
  }

  const draw = (exercise: Exercise, shown: Visibility, index: number, again?: string): CaseInputs => {
    const generator = generators[exercise.id];
    if (generator === undefined) throw new TypeError(`Cannot generate cases: "${exercise.id}" has no generator`);
    const place = { assignment: manifest.id, exercise: exercise.id, index };
    const random = new RandomState(
      shown === "visible"
        ? deriveSeed({ ...place, visibility: "visible" })
        : deriveSeed({ ...place, visibility: "hidden", seed, secret: secretOf(secret), again }),
    );
    return generator(random, index, shown);
  };
  const casesOf = function* (exercise: Exercise, shown: Visibility): Steps<Case[]> {
    const drawn: Case[] = [];
    for (let i = 0; i < exercise.cases[shown]; i++) {
      drawn.push({ id: `${shown}-${i + 1}`, exercise: exercise.id, visibility: shown, ...draw(exercise, shown, i) });
      yield;
    }
    return drawn;
  };

  const all: Case[] = [];
  for (const exercise of manifest.exercises) {
    if (!(exercises?.includes(exercise.id) ?? true)) continue;
    all.push(...(yield* casesOf(exercise, "visible")));
    if (visibility === "visible") continue;
    const hidden = yield* casesOf(exercise, "hidden");
    const varied = varyCases(exercise, hidden, (index, parameter, attempt) =>
      draw(exercise, "hidden", index, `${parameter}/${attempt}`),
    );
    all.push(...hidden, ...varied);
    yield;
  }
  return all;
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
  | {
      readonly visibility: "hidden";
      readonly seed: number;
      readonly secret: string;
      /** Which other drawing of the case it is, for a variation. */
      readonly again?: string | undefined;
    }
);

/**
 * The seed of one case: the first four bytes, big-endian, of SHA-256 over the case's name, or for a hidden case of
 * HMAC-SHA-256 under the course secret. Nobody without the secret can make the hidden cases, and no case depends on
 * how many others there are.
 * @returns Integer in [0, 2^32 - 1].
 */
export function deriveSeed(place: CasePlace): number {
  const name = `${place.assignment}/${place.exercise}/${place.visibility}/${place.index}`;
  if (place.visibility === "visible") return createHash("sha256").update(name).digest().readUInt32BE(0);
  const { seed, secret, again } = place;
  const drawing = again === undefined ? `${name}/${seed}` : `${name}/${seed}/${again}`;
  return createHmac("sha256", secret).update(drawing).digest().readUInt32BE(0);
}
