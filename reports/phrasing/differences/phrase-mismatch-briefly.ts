import type { Mismatch } from "../../report/report.ts";
import { codeSpan } from "../text/code-span.ts";
import { phraseKind } from "../text/phrase-kind.ts";
import { phraseList } from "../text/phrase-list.ts";
import { type NamedExercise, phrasePlace } from "../text/phrase-place.ts";
import { phraseShape } from "../text/phrase-shape.ts";
import { toClause } from "../text/to-clause.ts";

/**
 * What differs, as a clause for the middle of a sentence: no capital, no full stop, no numbers that a table shows better.
 */
export function phraseMismatchBriefly(mismatch: Mismatch, exercise: NamedExercise): string {
  const place = mismatch.path === "" ? "the result" : phrasePlace(mismatch.path, exercise);
  switch (mismatch.code) {
    case "kind":
      return `${place} is ${phraseKind(mismatch.actualKind ?? "something else")} instead of ${phraseKind(mismatch.expectedKind ?? "another kind of value")}`;
    case "missing-keys":
      return `${place} lacks ${phraseList((mismatch.keys ?? []).map(codeSpan))}`;
    case "extra-keys":
      return `${place} has ${phraseList((mismatch.keys ?? []).map(codeSpan))} too many`;
    case "length":
      return `${place} has ${mismatch.actualLength ?? "another number of"} instead of ${mismatch.expectedLength ?? "the expected number of"} items`;
    case "shape":
      return `${place} has shape ${phraseShape(mismatch.actualShape ?? [])} instead of ${phraseShape(mismatch.expectedShape ?? [])}`;
    case "dtype":
      return `${place} holds ${mismatch.actualDtype ?? "another type"} instead of ${mismatch.expectedDtype ?? "the expected type"}`;
    case "non-finite":
      return `${place} holds ${mismatch.actualAt ?? "another value"} where ${mismatch.expectedAt ?? "another value"} is expected`;
    case "values":
      return phraseValuesBriefly(mismatch, place);
    case "property":
      return mismatch.property === undefined
        ? "a property of every right answer is missing"
        : `a property of every right answer is missing: ${toClause(mismatch.property.sentence)}`;
    case "state-kept":
      return "the function keeps something between calls: called again with the same inputs, it gave another result";
    case "input-changed":
      return `the call changed its input ${codeSpan(mismatch.path)}`;
    default:
      mismatch.code satisfies never;
      return `${place} differs`;
  }
}

function phraseValuesBriefly({ differing, total }: Mismatch, place: string): string {
  if (total === 1) return `${place} has a wrong value`;
  if (differing === undefined || total === undefined) return `values of ${place} differ`;
  if (differing === total) return `all ${total} values of ${place} differ`;
  return `${differing} of ${total} values of ${place} ${differing === 1 ? "differs" : "differ"}`;
}
