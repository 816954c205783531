import type { JsonProblem } from "../storage/json-problem.ts";
import type { Changed, Exercise } from "./manifest.ts";
import { changesOf } from "./vary-case.ts";

/**
 * What is wrong with the variations of an exercise: names that are no parameters, changes that contradict themselves, cases that there
 * are none of.
 * @param path Where they stand: `exercises[0].variations`.
 */
export function findVariationProblems(exercise: Exercise, path: string): JsonProblem[] {
  const { variations = {}, parameters, cases } = exercise;
  return Object.entries(variations).flatMap(([name, variation]): JsonProblem[] => {
    const at = `${path}.${name}`;
    if (!parameters.includes(name)) {
      return [{ path: at, value: variation, rule: `must be named like a parameter: ${parameters.join(", ")}` }];
    }
    const changes = changesOf(variation);
    if (changes.length > 0 && cases.hidden === 0) {
      return [{ path: at, value: variation, rule: "must have a hidden case to change, and cases.hidden is 0" }];
    }
    return changes.flatMap((change, i) => {
      if (typeof change !== "object" || change === null) return [];
      return findChangeProblems(exercise, name, change, Array.isArray(variation) ? `${at}[${i}]` : at);
    });
  });
}

function findChangeProblems(
  { parameters, cases }: Exercise,
  name: string,
  change: Changed,
  path: string,
): JsonProblem[] {
  const problems: JsonProblem[] = [];
  for (const [i, other] of (change.with ?? []).entries()) {
    if (other !== name && parameters.includes(other)) continue;
    problems.push({ path: `${path}.with[${i}]`, value: other, rule: "must be another parameter of the exercise" });
  }
  if (change.to !== undefined && (change.times !== undefined || change.with !== undefined)) {
    problems.push({ path, value: change, rule: "must not have times or with beside to" });
  }
  if (change.of !== undefined && change.of > cases.hidden) {
    problems.push({ path: `${path}.of`, value: change.of, rule: `must be at most cases.hidden, ${cases.hidden}` });
  }
  return problems;
}
