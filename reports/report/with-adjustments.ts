import type { Adjustments, Report } from "./report.ts";

/** The report with what became of its score; as it is where nothing did. */
export function withAdjustments(report: Report, adjustments: Adjustments | undefined): Report {
  return adjustments === undefined ? report : { ...report, adjustments };
}
