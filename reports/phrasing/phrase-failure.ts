import type { CaseReport } from "../report/report.ts";
import { phraseBadValueBriefly } from "./differences/phrase-bad-value.ts";
import { phraseFinding } from "./differences/phrase-finding.ts";
import { phraseMismatchBriefly } from "./differences/phrase-mismatch-briefly.ts";
import { phraseCase } from "./phrase-case.ts";
import type { NamedExercise } from "./text/phrase-place.ts";
import { toClause } from "./text/to-clause.ts";

/** What happened in a case that did not pass, as a clause: no capital, no full stop. The relation to the right values first, where one was found. */
export function phraseFailure(failed: CaseReport, exercise: NamedExercise): string {
  const { mismatch, badValue, outcome } = failed;
  const [finding] = mismatch?.findings ?? [];
  if (outcome === "wrong" && finding !== undefined) return toClause(phraseFinding(finding));
  if (outcome === "wrong" && mismatch !== undefined) return phraseMismatchBriefly(mismatch, exercise);
  if (outcome === "bad-value" && badValue !== undefined) return toClause(phraseBadValueBriefly(badValue));
  return toClause(phraseCase(failed, exercise).what);
}
