import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Case, type CaseKey, caseKey } from "../../../assignments/catalog/case.ts";
import type { Exercise, Manifest } from "../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../assignments/values/value.ts";
import type { Mistake } from "../mistakes/mistake.ts";
import { argumentFamilies, type Place } from "./argument-families.ts";
import type { Family } from "./family.ts";
import { aloneIn, occurringIn } from "./occurring.ts";
import { resultFamilies } from "./result-families.ts";
import { stateFamilies } from "./state-families.ts";

/** A solution that does something to the arguments, or the results, of one of the reference's functions. */
export type Variant = Mistake & Pick<Family, "unseen" | "isAllowed">;

/** What variants follow from, besides the manifest. */
export type Seen = {
  readonly cases: readonly Case[];
  readonly expected: ReadonlyMap<CaseKey, Value>;
  /** Absolute path of the reference. */
  readonly referenceFile: string;
};

/** What is tried where a case may take longer than others: seconds each, so that only the plainest mistakes are worth it. */
const plainest: ReadonlySet<string> = new Set([
  "argument ignored",
  "zero taken for missing",
  "result remembered",
  "later calls wrong",
]);

/**
 * Makes every variant of every exercise's function: from the names of its parameters, how it is compared, and what occurs in its cases.
 * @returns In the order of the exercises.
 */
export function makeVariants(
  { exercises, limits }: Pick<Manifest, "exercises" | "limits">,
  { cases, expected, referenceFile }: Seen,
): Variant[] {
  return exercises.flatMap((exercise) => {
    const own = cases.filter((one) => one.exercise === exercise.id);
    const places = placesOf(exercise, own);
    const changed = new Set(exercise.mutates);
    // A copy of what is to be changed in place would be changed instead.
    const kept = places.filter(({ name }) => !changed.has(name));
    const isFree = own.every(({ judgedBy }) => judgedBy === "properties");
    const occurring = occurringIn(own.flatMap((one) => expected.get(caseKey(one)) ?? []));
    const families = [
      ...kept.flatMap((place) => [...argumentFamilies(place), ...membersOf(place, own).flatMap(argumentFamilies)]),
      ...resultFamilies({ occurring, comparison: exercise.comparison, isFree }),
      ...stateFamilies(places),
    ];
    const isSlow = (exercise.caseTimeMs ?? 0) > limits.caseTimeMs;
    const worth = isSlow ? families.filter(({ kind }) => plainest.has(kind)) : families;
    return worth.map((family) => toVariant(exercise.id, family, referenceFile));
  });
}

const placesOf = ({ parameters }: Exercise, own: readonly Case[]): Place[] =>
  parameters.map((name, position) => ({ name, position, occurring: occurringIn(argumentsAt(own, position)) }));

const argumentsAt = (own: readonly Case[], position: number): Value[] =>
  own.map(({ args }) => args[position] ?? { kind: "undefined" });

function membersOf({ name, position }: Place, own: readonly Case[]): Place[] {
  return [...aloneIn(argumentsAt(own, position))].map(([key, values]) => ({
    name: `${name}.${key}`,
    position,
    key,
    occurring: occurringIn(values),
  }));
}

const wrap = (name: string): string =>
  JSON.stringify(fileURLToPath(new URL(`./wrap/${name}${extname(import.meta.url)}`, import.meta.url)));

function toVariant(unit: string, { expression, ...family }: Family, referenceFile: string): Variant {
  const text = [
    `import { ${unit} as right } from ${JSON.stringify(`./${basename(referenceFile)}`)};`,
    `import * as call from ${wrap("wrap-call")};`,
    `import * as change from ${wrap("change-value")};`,
    `export const ${unit} = ${expression};`,
  ].join("\n");
  return { unit, ...family, text };
}
