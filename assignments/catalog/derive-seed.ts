import { createHash, createHmac } from "node:crypto";

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
