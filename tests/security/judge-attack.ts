import type { Report } from "../../reports/report/report.ts";
import type { Attack } from "./attack.ts";
import { differsFrom, told } from "./expectation.ts";

/**
 * Everything that is wrong with what came of an attack: another outcome than expected, too many points, or another exercise
 * that suffered.
 * @returns Sentences; none where all is well.
 */
export function judgeAttack(attack: Attack, report: Report): string[] {
  const problems: string[] = [];
  const ids = report.exercises.map(({ id }) => id);
  const attacked = attackedExercises(attack, ids);
  const difference = differsFrom(attack.expectation, report, attack.scope === "none" ? ids : attacked);
  if (difference !== undefined) problems.push(difference);
  if (report.status !== "graded") return problems;
  const [inside, outside] = [true, false].map((is) =>
    report.exercises.filter(({ id }) => attacked.includes(id) === is),
  );
  const points = (inside ?? []).reduce((sum, { score }) => sum + score, 0);
  if (attack.most !== undefined && points > attack.most) problems.push(`${points} points, more than ${attack.most}`);
  const suffered = (outside ?? []).filter(({ score, maxScore }) => score < maxScore);
  if (suffered.length > 0) problems.push(`out of scope, ${told(suffered)}`);
  return problems;
}

/** Ids of the exercises that the attack is about. */
export function attackedExercises({ scope }: Pick<Attack, "scope">, ids: readonly string[]): readonly string[] {
  if (scope === "module") return ids;
  return scope === "none" ? [] : ids.filter((id) => scope.includes(id));
}
