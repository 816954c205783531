import { phraseCase } from "../phrasing/phrase-case.ts";
import { summaryWithoutMisconception } from "../phrasing/phrase-misconceptions.ts";
import { printable } from "../phrasing/text/printable.ts";
import { toClause } from "../phrasing/text/sentence.ts";
import type { CaseReport, ExerciseReport } from "../report/report.ts";
import { type CaseLink, type CaseLook, type CaseView, caseView } from "./case-view.ts";
import { compileTemplate } from "./compile-template.ts";
import { picturedCases } from "./pictures/pictured-cases.ts";
import { renderedOnce } from "./rendered-once.ts";

/** Hidden cases of an exercise that show values; an instructor who wants those of more has the report. */
const mostHidden = 3;

/** A failing case with its details as markup. */
export type FailingCase = { readonly caseReport: CaseReport; readonly markup: string };

/**
 * The failing cases of an exercise that have something to show. What the exercise says above them, or a case before, is not said again.
 * @param anchor Of the exercise.
 * @param explained The case of which the exercise shows what its failure means.
 * @param isBrief Whether one case has to be enough.
 */
export function failingCases(
  exercise: ExerciseReport,
  anchor: string,
  explained: CaseReport | undefined,
  isBrief: boolean,
): readonly FailingCase[] {
  const pictured = picturedCases(exercise.cases);
  const first = firstFailing(exercise);
  const known = new Map<string, CaseLink>();
  let hidden = 0;
  const shown = exercise.cases.filter(hasDetails).slice(0, isBrief ? 1 : undefined);
  return shown.map((caseReport, at) => {
    const own = { id: printable(caseReport.id), anchor: `${anchor}-case-${at + 1}` };
    const end = endOf(caseReport, exercise);
    const sameAs = known.get(end) ?? null;
    if (sameAs === null) known.set(end, own);
    const { markup } = caseDetails(caseReport, sayingOnly(exercise), own.anchor, {
      isOpen: false,
      isPictured: pictured.has(caseReport),
      told: caseReport === first ? toldOf(caseReport, exercise) : [],
      isExplained: caseReport === explained,
      sameAs,
      isBrief: isBrief || (caseReport.visibility !== "visible" && ++hidden > mostHidden),
    });
    return { caseReport, markup };
  });
}

/** The case of which a summary tells. */
export const firstFailing = ({ cases }: Pick<ExerciseReport, "cases">): CaseReport | undefined =>
  cases.find(({ visibility, outcome }) => visibility === "visible" && outcome !== "passed");

/** The details of a case that fails as hidden ones do. */
export const counterexampleDetails = (shown: CaseReport, exercise: ExerciseReport, anchor: string): string =>
  caseDetails(shown, sayingOnly(exercise), anchor, {
    isOpen: true,
    isPictured: true,
    told: [],
    isExplained: false,
    sameAs: null,
    isBrief: false,
  }).markup;

const renderCase = compileTemplate<CaseView>("case");
/** Compiles what shows a case. */
export const compilingCases = renderCase.compiling;

/** What its cases say of an exercise. */
type ExerciseOfCases = Pick<ExerciseReport, "id" | "language">;

const sayingOnly = ({ id, language }: ExerciseReport): ExerciseOfCases => ({ id, ...(language && { language }) });

const caseDetails = renderedOnce(
  (caseReport: CaseReport, exercise: ExerciseOfCases, anchor: string, look: CaseLook) => ({
    markup: renderCase(caseView(caseReport, exercise, anchor, look)),
  }),
);

/** Everything that is told of how a case ended: of two cases with the same, once is enough. A single number is told by a sentence. */
function endOf(caseReport: CaseReport, exercise: ExerciseOfCases): string {
  const { outcome, mismatch, error, badValue, limit, cause } = caseReport;
  const isNumber = mismatch?.expectedPreview?.shape.length === 0 && mismatch.actualPreview?.shape.length === 0;
  const told = isNumber ? phraseCase(caseReport, exercise) : mismatch;
  // Lines of the submission stand beside the first error only.
  return JSON.stringify([outcome, told, error && { ...error, excerpt: undefined }, badValue, limit, cause]);
}

/** What the summary says of the case already. */
function toldOf(caseReport: CaseReport, exercise: ExerciseReport): readonly string[] {
  const { what, findings } = phraseCase(caseReport, exercise);
  const summary = summaryWithoutMisconception(exercise);
  return [what, ...findings].filter((sentence) => summary.includes(toClause(sentence)));
}

/** Whether a case has more to show than its row in the table. */
function hasDetails({ visibility, outcome, mismatch, error, badValue, limit, console, cause }: CaseReport): boolean {
  if (outcome === "passed" || outcome === "skipped" || outcome === "not-implemented") return false;
  return (
    visibility === "visible" || [mismatch, error, badValue, limit, console, cause].some((fact) => fact !== undefined)
  );
}
