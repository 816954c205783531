import type { CaseReport } from "../../report/report.ts";
import { hasHeatMap } from "./heat-map-view.ts";

/** More would look alike, and make a page large. */
const most = { visible: 2, hidden: 1 };

/** The cases of an exercise that have pictures: of those where there is something to be seen, the first. */
export function picturedCases(cases: readonly CaseReport[]): ReadonlySet<CaseReport> {
  const shown = cases.filter(({ mismatch }) => mismatch !== undefined && (hasHeatMap(mismatch) || mismatch.drawings));
  const first = (visibility: CaseReport["visibility"]) =>
    shown.filter((one) => one.visibility === visibility).slice(0, most[visibility]);
  return new Set([...first("visible"), ...first("hidden")]);
}
