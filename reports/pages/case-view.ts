import { message } from "../messages/message.ts";
import { phraseCase } from "../phrasing/phrase-case.ts";
import { phraseInputs } from "../phrasing/phrase-inputs.ts";
import { formatNumber } from "../phrasing/text/format-number.ts";
import { type MatrixPair, type MatrixView, previewMatrices, previewMatrix } from "../phrasing/text/preview-matrix.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { CaseInput, CaseReport, ExerciseReport, Mismatch, NumberText } from "../report/report.ts";
import { type FailureView, failureView } from "./failure-view.ts";
import { type RichText, richText } from "./page-text.ts";
import { drawingViews } from "./pictures/drawing-view.ts";
import { type HeatMapView, heatMapView } from "./pictures/heat-map-view.ts";
import type { DrawingView } from "./pictures/plot.ts";
import { outcomeView, type StatusView } from "./status-view.ts";

/** A name and a value, one line of a list of facts. */
export type FactView = { readonly name: string; readonly value: string };

/** A case of the page, and where it is. */
export type CaseLink = { readonly id: string; readonly anchor: string };

/** How a case is shown. */
export type CaseLook = {
  /** Whether the details are shown without a click. */
  readonly isOpen: boolean;
  /** Whether there are pictures, where there is something to be seen in them. */
  readonly isPictured: boolean;
  /** Sentences that the exercise says already. */
  readonly told: readonly string[];
  /** Whether the exercise shows what the failure means and where it came from. */
  readonly isExplained: boolean;
  readonly sameAs: CaseLink | null;
  /** Whether sentences are enough, without values. */
  readonly isBrief: boolean;
};

/** A failing case in detail, for a template. */
export type CaseView = {
  readonly anchor: string;
  readonly id: string;
  readonly title: string | null;
  /** What the title is in, where that is not the language of the page. */
  readonly foreign: "en" | null;
  readonly isHidden: boolean;
  readonly isOpen: boolean;
  readonly status: StatusView;
  /** The case that ended in the same way and tells how. */
  readonly sameAs: CaseLink | null;
  /** Null where the exercise says it already. */
  readonly what: RichText | null;
  readonly findings: readonly RichText[];
  /** The values as a picture, before the matrices; null where there is none. */
  readonly heatMap: HeatMapView | null;
  readonly drawings: readonly DrawingView[];
  readonly matrices: MatrixPair | null;
  /** Whether the matrices are shown on demand, since the picture shows them too. */
  readonly isValuesClosed: boolean;
  /** What the marks in the matrices mean. */
  readonly legend: string | null;
  readonly facts: readonly FactView[];
  readonly alsoAt: readonly string[];
  readonly failure: FailureView | null;
  readonly console: string | null;
  /** The inputs of the call; null where the report has none. */
  readonly inputs: InputsView | null;
  /** For a grader-error: what went wrong in the grader. */
  readonly cause: string | null;
};

const previewSize = { rows: 8, columns: 6 };
const inputSize = { rows: 16, columns: 12 };

/** @param anchor Unique in the page. */
export function caseView(
  caseReport: CaseReport,
  exercise: Pick<ExerciseReport, "id" | "language">,
  anchor: string,
  { isOpen, isPictured, told, isExplained, sameAs, isBrief }: CaseLook,
): CaseView {
  const { id, visibility, outcome, title, inputs, console, cause } = caseReport;
  const mismatch = sameAs === null && !isBrief ? caseReport.mismatch : undefined;
  const { what, findings } = phraseCase(caseReport, exercise);
  const matrices = mismatch === undefined ? null : previewMatrices(mismatch, previewSize);
  const heatMap = mismatch === undefined || !isPictured ? null : heatMapView(mismatch);
  return {
    anchor,
    id: printable(id),
    title: title === undefined ? null : printable(title),
    foreign: exercise.language ?? null,
    isHidden: visibility !== "visible",
    isOpen,
    status: outcomeView(outcome),
    sameAs,
    what: sameAs !== null || told.includes(what) ? null : richText(what),
    findings: sameAs === null ? findings.filter((finding) => !told.includes(finding)).map(richText) : [],
    heatMap,
    drawings: mismatch === undefined || !isPictured ? [] : drawingViews(mismatch),
    isValuesClosed: heatMap !== null && (mismatch?.total ?? 0) > previewSize.rows * previewSize.columns,
    matrices,
    legend: matrices === null ? null : phraseLegend(matrices.found),
    facts: mismatch === undefined ? [] : mismatchFacts(mismatch),
    alsoAt: (mismatch?.alsoAt ?? []).map((path) => printable(path)),
    failure: isExplained || sameAs !== null ? null : failureView(caseReport),
    console: console === undefined || console === "" ? null : printedLines(console, isBrief),
    inputs: inputs === undefined ? null : inputsView(inputs),
    cause: cause === undefined ? null : printable(cause, { lines: true }),
  };
}

function phraseLegend({ rows }: MatrixView): string | null {
  const marks = rows.flatMap(({ cells }) => cells.map(({ mark }) => mark));
  if (marks.includes("worst")) return message(marks.includes("differs") ? "legend.both" : "legend.worst");
  return marks.includes("differs") ? message("legend.differs") : null;
}

/** Characters of the console in brief. */
const mostPrinted = 1000;

function printedLines(console: string, isBrief: boolean): string {
  const isCut = isBrief && console.length > mostPrinted;
  return printable(isCut ? `${console.slice(0, mostPrinted)} …` : console, { lines: true });
}

/** What the sentence about a mismatch does not tell; of a single number it tells how far it is off. */
function mismatchFacts(mismatch: Mismatch): readonly FactView[] {
  const { total, rtol, atol } = mismatch;
  const { maxAbsoluteError, maxRelativeError } = total === 1 ? {} : mismatch;
  const facts: FactView[] = [];
  const add = (name: string, value: string) => facts.push({ name, value });
  if (maxAbsoluteError !== undefined) add(message("fact.largest-error"), formatNumber(maxAbsoluteError, 3));
  if (maxRelativeError !== undefined) add(message("fact.largest-relative-error"), formatPercent(maxRelativeError));
  if (rtol !== undefined && atol !== undefined) add(message("fact.tolerance"), phraseTolerance(rtol, atol));
  return facts;
}

function formatPercent(fraction: NumberText): string {
  return typeof fraction === "string" ? fraction : `${formatNumber(100 * fraction, 3)} %`;
}

function phraseTolerance(rtol: number, atol: number): string {
  if (rtol === 0 && atol === 0) return message("fact.no-tolerance");
  if (rtol === 0) return `${formatNumber(atol, 3)}`;
  const relative = message("fact.relative-tolerance", { rtol: formatNumber(rtol, 3) });
  return atol === 0 ? relative : `${formatNumber(atol, 3)} + ${relative}`;
}

/** The inputs of a case, for a template. */
type InputsView = {
  /** In a line: extents of tensors, small values. */
  readonly brief: string;
  /** Numbers with a shape have a matrix, everything else a text. */
  readonly inputs: readonly {
    readonly path: string;
    readonly text: string | null;
    readonly matrix: MatrixView | null;
  }[];
};

/** @param inputs Of one case, at least one. */
function inputsView(inputs: readonly CaseInput[]): InputsView {
  return {
    brief: printable(phraseInputs(inputs).join("; ")),
    inputs: inputs.map(({ path, text, preview }) => ({
      path: printable(path),
      text: text === undefined ? null : printable(text),
      matrix: preview === undefined ? null : previewMatrix(preview, inputSize),
    })),
  };
}
