import { createHash } from "node:crypto";
import { type Case, caseKey } from "../../assignments/catalog/case.ts";
import type { Exercise, Variation } from "../../assignments/catalog/manifest.ts";
import { changesOf } from "../../assignments/catalog/vary-case.ts";
import { absent } from "../../assignments/values/case-value.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { Findings } from "../../reports/report/verification.ts";
import { agree } from "../judge/compare/agree.ts";
import { checkOf } from "./subject/check.ts";
import type { Subject } from "./subject/subject.ts";
import { casesOf, isCompared, nativeValues, type Values } from "./tolerances/reference-values.ts";

/** How well the cases look at one parameter. */
type Looked = {
  readonly parameter: string;
  /** Pairs of cases that differ in it alone, or with what must fit it, and in what is right. */
  readonly pairs: number;
  /** Pairs that differ in it, but not in what is right. */
  readonly alike: number;
  /** Of the pairs, those of which only properties say what is right. */
  readonly byProperties: number;
  /** Why none is needed. */
  readonly reason?: string;
};

/**
 * Proves that no argument can be ignored: for every parameter of every exercise there are two cases that differ in it alone, or in
 * those that the manifest's `variations` change with it, and of which the right answers differ beyond tolerance; or the manifest says
 * why there are none. Where only properties judge, values cannot be compared, and two such cases are enough.
 */
export async function proveArguments(subject: Subject): Promise<Findings> {
  const cases = casesOf(subject);
  const { values } = await nativeValues(subject, cases);
  const looked = subject.assignment.manifest.exercises.map((exercise) => {
    const own = cases.filter((testCase) => testCase.exercise === exercise.id);
    return { exercise, parameters: lookAt(exercise, own, values) };
  });
  const all = looked.flatMap(({ parameters }) => parameters);
  return {
    summary: `${quantity(all.filter(({ pairs }) => pairs > 0).length, "parameter")} of ${all.length} with a pair of cases`,
    checks: looked.map(({ exercise: { id }, parameters }) => checkOf(id, parameters.flatMap(problemOf))),
    figure: { name: "parameters (pairs)", value: `${all.length} (${all.reduce((sum, { pairs }) => sum + pairs, 0)})` },
    table: {
      columns: ["exercise", "cases", "parameters and their pairs", "without"],
      rows: looked.map(({ exercise: { id }, parameters }) => [
        id,
        cases.filter(({ exercise }) => exercise === id).length,
        parameters
          .filter(({ pairs }) => pairs > 0)
          .map(pairsText)
          .join(", "),
        parameters
          .filter(({ pairs }) => pairs === 0)
          .map(({ parameter }) => parameter)
          .join(", "),
      ]),
    },
  };
}

const pairsText = ({ parameter, pairs, byProperties }: Looked): string =>
  `${parameter} ${pairs}${byProperties === pairs ? " (by properties)" : ""}`;

function problemOf({ parameter, pairs, alike, reason }: Looked): string[] {
  if (reason !== undefined) {
    return pairs === 0 ? [] : [`variations.${parameter} says why there is no pair, and there is: delete the reason`];
  }
  if (pairs > 0) return [];
  const found = alike === 0 ? "no two cases differ" : "no right answers differ where two cases differ";
  return [`${found} in ${parameter} alone: let "variations" change it, or say there why nothing needs to`];
}

function lookAt(exercise: Exercise, cases: readonly Case[], values: Values): Looked[] {
  const hashes = cases.map(({ args }) => exercise.parameters.map((_, i) => hashOf(args[i] ?? absent)));
  const pairs = cases.flatMap((one, i) =>
    cases.slice(i + 1).map((other, k) => {
      const [left, right] = [hashes[i], hashes[i + 1 + k]];
      return { one, other, differing: exercise.parameters.filter((_, at) => left?.[at] !== right?.[at]) };
    }),
  );
  return exercise.parameters.map((parameter): Looked => {
    const group = groupOf(exercise, parameter);
    const own = pairs.filter(
      ({ differing }) => differing.includes(parameter) && differing.every((name) => group.has(name)),
    );
    const byProperties = own.filter(({ one, other }) => !isCompared(one) || !isCompared(other));
    const telling = own.filter((pair) => !byProperties.includes(pair) && differ(exercise, pair, values));
    const found = { pairs: telling.length + byProperties.length, byProperties: byProperties.length };
    const variation = exercise.variations?.[parameter];
    const reason = variation && "none" in variation ? { reason: variation.none } : {};
    return { parameter, ...found, alike: own.length - found.pairs, ...reason };
  });
}

/** A parameter and those that change with it. */
function groupOf({ variations = {} }: Exercise, parameter: string): ReadonlySet<string> {
  const groupsOf = (name: string, variation: Variation): string[][] =>
    changesOf(variation).map((change) =>
      typeof change === "object" && change !== null ? [name, ...(change.with ?? [])] : [name],
    );
  const own = variations[parameter];
  const all = Object.entries(variations).flatMap(([name, variation]) => groupsOf(name, variation));
  const groups = own === undefined ? all.filter((group) => group.includes(parameter)) : groupsOf(parameter, own);
  return new Set([parameter, ...groups.flat()]);
}

function differ(
  { comparison }: Exercise,
  { one, other }: { readonly one: Case; readonly other: Case },
  values: Values,
): boolean {
  const [left, right] = [values.get(caseKey(one)), values.get(caseKey(other))];
  return left !== undefined && right !== undefined && !agree(left, right, comparison, undefined, "");
}

const hashOf = (value: Parameters<typeof encodeValue>[0]): string =>
  createHash("sha256").update(encodeValue(value)).digest("base64");
