import type { ExerciseReport } from "../report/report.ts";

/** For a function that the grader could not call, why in two words; null for one that it could. */
export function phraseMissing({ id, missingExport }: Pick<ExerciseReport, "id" | "missingExport">): string | null {
  if (missingExport === undefined) return null;
  return missingExport.defined === id ? "not exported" : "not found";
}
