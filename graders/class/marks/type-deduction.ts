import { sumPoints } from "../../../assignments/values/round-points.ts";
import type { TypeDeduction } from "../../../reports/report/class-result.ts";
import type { Report, TypeErrors } from "../../../reports/report/report.ts";

/**
 * What type errors cost a student.
 * @param score Points before, of which no more can be taken off.
 * @returns undefined where there are none, or they cost nothing.
 */
export function typeDeduction(found: TypeErrors | undefined, score: number): TypeDeduction | undefined {
  if (found?.points === undefined || found.points === 0) return undefined;
  return { errors: found.errors.length + (found.more ?? 0), points: Math.min(score, found.points) };
}

/** The report of a single submission with what its type errors cost: nothing else changes the score there. */
export function withTypeDeduction(report: Report): Report {
  const { score } = report;
  const typeErrors = typeDeduction(report.typeErrors, score);
  if (typeErrors === undefined) return report;
  const reached = sumPoints([score, -typeErrors.points]);
  return { ...report, adjustments: { rawScore: score, score: reached, typeErrors, overrides: [] } };
}
