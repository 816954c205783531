import type { StudentRemark } from "../../report/class-result.ts";

/** A remark on a student's result, for an instructor; of attempts for the student as well. One sentence. */
export function phraseRemark(remark: StudentRemark): string {
  switch (remark.kind) {
    case "attempts-left-out": {
      const { graded, attempts, because } = remark;
      const why = because === "limits" ? ", because too many of them ran into a limit" : "";
      return `Only the last ${graded} of ${attempts} attempts were graded${why}.`;
    }
    case "late-time-unknown":
      return "Canvas marks this as late but gives no time, so no points were taken off. Add a submitted_at column to the roster.";
    default:
      return remark satisfies never;
  }
}
