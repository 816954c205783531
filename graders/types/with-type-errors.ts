import type { TypeErrorSettings } from "../../assignments/catalog/manifest.ts";
import { sumPoints } from "../../assignments/values/round-points.ts";
import type { Report, TypeErrors } from "../../reports/report/report.ts";

/**
 * A report that tells of type errors. What could not be graded says why already.
 * @param settings What they cost, by the manifest.
 */
export function withTypeErrors(
  report: Report,
  found: TypeErrors | undefined,
  settings: TypeErrorSettings | undefined,
): Report {
  if (found === undefined || report.status !== "graded") return report;
  return { ...report, typeErrors: settings === undefined ? found : { ...found, points: pointsOff(found, settings) } };
}

function pointsOff({ errors, more = 0 }: TypeErrors, { pointsEach, pointsAtMost }: TypeErrorSettings): number {
  return sumPoints([Math.min(pointsEach * (errors.length + more), pointsAtMost ?? Number.POSITIVE_INFINITY)]);
}
