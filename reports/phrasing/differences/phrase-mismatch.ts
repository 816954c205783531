import type { Mismatch } from "../../report/report.ts";
import { codeSpan } from "../text/code-span.ts";
import { phraseKind } from "../text/phrase-kind.ts";
import { phraseList } from "../text/phrase-list.ts";
import { type NamedExercise, phrasePlace } from "../text/phrase-place.ts";
import { phraseShape } from "../text/phrase-shape.ts";
import { toClause } from "../text/to-clause.ts";
import { phraseDifference } from "./phrase-difference.ts";

/**
 * What differs and where, in one sentence for the student.
 * @param exercise Named when the result as a whole is meant.
 */
export function phraseMismatch(mismatch: Mismatch, exercise: NamedExercise): string {
  const place = phrasePlace(mismatch.path, exercise);
  switch (mismatch.code) {
    case "kind":
      return `${place} is ${phraseKind(mismatch.actualKind ?? "something else")}; expected ${phraseKind(mismatch.expectedKind ?? "another kind of value")}.`;
    case "missing-keys":
      return `${place} lacks ${phraseKeys(mismatch)}.`;
    case "extra-keys":
      return `${place} has ${phraseKeys(mismatch)}, which ${mismatch.keys?.length === 1 ? "is" : "are"} not expected there.`;
    case "length":
      return `${place} has ${phraseCount(mismatch.actualLength)}; expected ${mismatch.expectedLength ?? "another number"}.`;
    case "shape":
      return `${place} has shape ${phraseShape(mismatch.actualShape ?? [])}; expected ${phraseShape(mismatch.expectedShape ?? [])}.`;
    case "dtype":
      return `${place} holds ${mismatch.actualDtype ?? "another type"} numbers; expected ${mismatch.expectedDtype ?? "another type"}.`;
    case "non-finite":
    case "values":
      return `${place}: ${phraseElements(mismatch)}.`;
    case "property":
      return mismatch.property === undefined
        ? "Your result lacks a property that every right answer has."
        : `Your result lacks a property that every right answer has: ${toClause(mismatch.property.sentence)}.`;
    case "state-kept":
      return "Called again with the same inputs, the function gave another result: it keeps something between calls.";
    case "input-changed":
      return `The call changed its input ${codeSpan(mismatch.path)}; a function must leave its inputs as they were.`;
    default:
      mismatch.code satisfies never;
      return `${place} differs.`;
  }
}

function phraseKeys(mismatch: Mismatch): string {
  const keys = mismatch.keys ?? [];
  return `the ${keys.length === 1 ? "key" : "keys"} ${phraseList(keys.map(codeSpan))}`;
}

function phraseCount(length: number | undefined): string {
  return length === 1 ? "1 item" : `${length ?? "another number of"} items`;
}

function phraseElements(mismatch: Mismatch): string {
  const { differing, total, index } = mismatch;
  const difference = phraseDifference(mismatch);
  if (total === 1) return difference ?? "the value differs";
  const where = index === undefined || index.length === 0 ? "" : `at [${index.join(", ")}]: `;
  if (differing === undefined || total === undefined) return `${where}${difference ?? "the values differ"}`;
  const counted =
    differing === total
      ? `all ${total} values differ`
      : `${differing} of ${total} values ${differing === 1 ? "differs" : "differ"}`;
  return difference === null ? counted : `${counted}; ${differing === 1 ? "" : "worst "}${where}${difference}`;
}
