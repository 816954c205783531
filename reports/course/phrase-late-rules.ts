import type { LateSettings } from "../../assignments/catalog/manifest.ts";
import { message } from "../messages/message.ts";
import { formatPoints, phraseDuration } from "../phrasing/text/format-number.ts";

/**
 * What lateness costs, in sentences.
 * @param late.lateDays Days that may be late for nothing over the whole course.
 */
export function phraseLateRules(late: Omit<LateSettings, "due" | "hardDeadline">): string[] {
  const { graceMinutes = 0, percentPerDay = 0, percentOf = "score", capPercent = 100, lateDays = 0 } = late;
  const percent = formatPoints(percentPerDay);
  return [
    ...(graceMinutes > 0 ? [message("course.grace", { time: phraseDuration(Math.round(graceMinutes * 60)) })] : []),
    percentPerDay > 0 ? message(`course-per-day.${percentOf}`, { percent }) : message("course.late-for-nothing"),
    ...(percentPerDay > 0 && capPercent < 100
      ? [message("course.late-cap", { percent: formatPoints(capPercent) })]
      : []),
    ...(lateDays > 0 ? [message("course.late-days", { count: lateDays })] : []),
  ];
}
