import type { Manifest } from "../../assignments/catalog/manifest.ts";

/** Which candidate a token names. */
export type NamedCase = { readonly exercise: string; readonly caseId: string };

const form = /^([a-z0-9-]+):(\d+\.\d+\.\d+):([A-Za-z_$][\w$]*):(small-[1-9]\d{0,2}):([1-9]\d?)$/;

/**
 * What a student types to see a case again: assignment, version, exercise, scenario and the number of its drawing, which are its public seed.
 * There is nothing else in it: `w2-optimization:1.0.0:updateLr:small-3:1`.
 */
export const tokenOf = ({ id, version }: Pick<Manifest, "id" | "version">, { exercise, caseId }: NamedCase): string =>
  `${id}:${version}:${exercise}:${caseId}`;

/**
 * The candidate that a token names.
 * @throws {RangeError} with one line for a person where it is none of this assignment.
 */
export function readToken(text: string, { id, version, exercises }: Manifest): NamedCase {
  const [, assignment, ofVersion, exercise = "", scenario, drawing] = form.exec(text) ?? [];
  const cannot = (why: string): RangeError => new RangeError(`Cannot show case ${JSON.stringify(text)}: ${why}`);
  if (assignment === undefined) {
    throw cannot("a token looks like w2-optimization:1.0.0:updateLr:small-3:1; copy it from your feedback page");
  }
  if (assignment !== id) throw cannot(`it is of assignment "${assignment}", not "${id}"`);
  if (ofVersion !== version) throw cannot(`it is of version ${ofVersion} of "${id}"; this is version ${version}`);
  if (!exercises.some((one) => one.id === exercise)) throw cannot(`"${id}" has no function "${exercise}"`);
  return { exercise, caseId: `${scenario}:${drawing}` };
}

/** Nothing is drawn under this name. */
export const unknownCase = (text: string, { exercise, caseId }: NamedCase): RangeError =>
  new RangeError(`Cannot show case ${JSON.stringify(text)}: "${exercise}" has no case ${caseId}`);
