import type { Comparison } from "../../assignments/catalog/manifest.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { Mismatch } from "../../reports/report/report.ts";
import type { Difference } from "./compare/agree.ts";
import { type DescribedDifference, describeDifference } from "./compare/describe-difference.ts";
import { differencesOf } from "./compare/differences.ts";
import { expectedBlock, numericBlock } from "./compare/numeric-block.ts";
import { surroundings } from "./compare/surroundings.ts";
import type { CompareContext } from "./recognise/factors.ts";
import { recogniseItems } from "./recognise/recognise-items.ts";
import { recogniseRelations } from "./recognise/recognise-relations.ts";
import { gatherFacts } from "./recognise/relation-facts.ts";

type Findings = NonNullable<Mismatch["findings"]>;

/** From the most severe to the least: what is wrong further up makes everything below it meaningless. */
const severities: readonly Mismatch["code"][] = [
  "kind",
  "missing-keys",
  "extra-keys",
  "length",
  "shape",
  "dtype",
  "non-finite",
  "values",
];

const listedPlaces = 20;

/** Places of one result whose relations are looked for. */
const relatedPlaces = 8;

/**
 * Compares what a student's function returned with what was expected: kind first, then keys, list length, shape, dtype
 * kind and values, each element by `|actual - expected| <= atol + rtol * |expected|`. Where only the verdict counts, `agree` is faster.
 *
 * Nothing is broadcast. The order of a record's keys is irrelevant; missing, extra and repeated keys are wrong; a member
 * that is undefined counts as absent. A number and a rank-0 tensor are interchangeable. Nested arrays stand for
 * themselves only. Non-finite values match exactly. `atol` is capped for small tensors, see appliedAtol.
 *
 * @param expected What the reference returned
 * @param actual What the submission returned
 * @param context The call's argument names and arguments, by which factors and inputs are named in the findings
 * @returns Undefined if they agree. Otherwise the most severe difference, of equals the one that is furthest out of
 *   tolerance, then the first; with the other places that differ and the relations that were recognised.
 */
export function compare(
  expected: Value,
  actual: Value,
  comparison: Comparison,
  context: CompareContext,
): Mismatch | undefined {
  const differences = differencesOf(expected, actual, comparison);
  const described = differences.map((difference) => ({ difference, ...describeDifference(difference, comparison) }));
  const [first, ...others] = described;
  if (first === undefined) return undefined;
  const worst = others.reduce((best, next) => (isWorse(next, best) ? next : best), first);
  const { mismatch } = worst;
  const elsewhere = new Set(differences.map(({ path }) => path));
  elsewhere.delete(mismatch.path);
  const items = recogniseItems(expected, actual, comparison);
  const relations = findSomewhere(expected, worst.difference, differences, comparison, context);
  const findings = items === undefined ? relations : [items];
  return {
    ...mismatch,
    ...surplusBeside(mismatch, described),
    ...surroundings(worst.difference, mismatch),
    ...(elsewhere.size === 0 ? {} : { alsoAt: [...elsewhere].slice(0, listedPlaces) }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

/**
 * How the values of each wrong place are related to the right ones, for the first few places.
 * @returns By path; an empty list where no relation was recognised.
 */
export function findingsByPlace(
  expected: Value,
  actual: Value,
  comparison: Comparison,
  context: CompareContext,
): ReadonlyMap<string, Findings> {
  const places = differencesOf(expected, actual, comparison).slice(0, relatedPlaces);
  return new Map(places.map((place) => [place.path, relationsAt(place, expected, comparison, context)]));
}

/** Keys where others are missing: mostly the same under another name. */
function surplusBeside({ code, path }: Mismatch, all: readonly DescribedDifference[]): Pick<Mismatch, "surplusKeys"> {
  if (code !== "missing-keys") return {};
  const beside = all.find(({ mismatch }) => mismatch.code === "extra-keys" && mismatch.path === path);
  return beside?.mismatch.keys === undefined ? {} : { surplusKeys: beside.mismatch.keys };
}

function isWorse(candidate: DescribedDifference, best: DescribedDifference): boolean {
  const rank = severities.indexOf(candidate.mismatch.code) - severities.indexOf(best.mismatch.code);
  return rank < 0 || (rank === 0 && candidate.excess > best.excess);
}

/** The relations at the worst place; where there is none, those at the first of the others that has some. */
function findSomewhere(
  expected: Value,
  worst: Difference,
  all: readonly Difference[],
  comparison: Comparison,
  context: CompareContext,
): Findings {
  const found = relationsAt(worst, expected, comparison, context);
  if (found.length > 0 || (worst.code !== "values" && worst.code !== "shape")) return found;
  for (const difference of all.filter((one) => one !== worst).slice(0, relatedPlaces)) {
    const elsewhere = relationsAt(difference, expected, comparison, context);
    if (elsewhere.length > 0) return elsewhere.map((finding) => ({ ...finding, path: difference.path }));
  }
  return [];
}

const known = new WeakMap<Difference, { readonly context: CompareContext; readonly findings: Findings }>();

/** The relations at one place: looked for when the case is described, and not again when its findings are confirmed. */
function relationsAt(place: Difference, result: Value, comparison: Comparison, context: CompareContext): Findings {
  const before = known.get(place);
  if (before?.context.args === context.args && before.context.parameters === context.parameters) return before.findings;
  const findings = findRelations(place, result, comparison, context);
  known.set(place, { context, findings });
  return findings;
}

function findRelations(
  { code, path, expected: wanted, actual: found }: Difference,
  result: Value,
  comparison: Comparison,
  context: CompareContext,
): Findings {
  if (code !== "shape" && code !== "values") return [];
  const [expected, actual] = [expectedBlock(wanted), numericBlock(found)];
  if (expected === undefined || actual === undefined) return [];
  return recogniseRelations(gatherFacts({ result, path, expected, actual, comparison, context }));
}
