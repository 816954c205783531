import { explainCase } from "../phrasing/errors/explain-case.ts";
import { phraseErrorPlace } from "../phrasing/phrase-case.ts";
import { phraseExcerpt } from "../phrasing/phrase-source.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { CaseReport, ThrownError } from "../report/report.ts";
import { type RichText, richText } from "./page-text.ts";
import { type SourceView, sourceView } from "./source-view.ts";

/** What an error, or a number that is none, means and where it came from, for a template. */
export type FailureView = {
  /** A thrown error in full, where a sentence cannot hold it. */
  readonly error: { readonly text: string; readonly place: string | null } | null;
  /** What it means, and what to try. */
  readonly explanation: { readonly what: RichText; readonly tryThis: RichText } | null;
  /** The lines of the submission around its place. */
  readonly excerpt: SourceView | null;
};

/** The view of how a case failed; null where there is no more to say than that it did. */
export function failureView(caseReport: CaseReport): FailureView | null {
  const { error } = caseReport;
  const excerpt = error === undefined ? null : phraseExcerpt(error);
  const view = {
    error: error === undefined ? null : wholeError(error),
    explanation: explanationView(caseReport),
    excerpt: excerpt === null ? null : sourceView(excerpt),
  };
  return Object.values(view).every((part) => part === null) ? null : view;
}

function wholeError(error: ThrownError): FailureView["error"] {
  const text = printable(`${error.name}: ${error.message}`, { lines: true });
  const isTold = text.length <= 160 && !text.includes("\n");
  return isTold ? null : { text, place: phraseErrorPlace(error) };
}

function explanationView(caseReport: CaseReport): FailureView["explanation"] {
  const explanation = explainCase(caseReport);
  if (explanation === null) return null;
  return { what: richText(explanation.what), tryThis: richText(explanation.tryThis) };
}
