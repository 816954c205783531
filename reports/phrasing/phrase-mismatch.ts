import type { Value } from "../../assignments/values/value.ts";
import type { ExerciseReport, Mismatch, NumberText, Shape } from "../report/report.ts";
import { codeSpan } from "./text/code-span.ts";
import { formatNumber, formatPair } from "./text/format-number.ts";
import { phraseList, quantity, toClause } from "./text/sentence.ts";

/** What a phrase needs to know about the exercise. */
export type NamedExercise = Pick<ExerciseReport, "id">;

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
    case "other-draws":
      return "The function returns the right values, but draws more, fewer or other numbers from `rng` than it should: whoever draws next gets other numbers.";
    case "state-kept":
      return "Called again after other calls, with the same inputs, the function gave another result: it keeps something from call to call.";
    case "unrepeatable":
      return "Called twice with the same inputs, the function gave two different results; the same inputs must give the same result.";
    case "fails-again":
      return "Called again with the same inputs, the function failed, though the first call was right.";
    case "input-changed":
      return `The call changed its input ${codeSpan(mismatch.path)}; a function must leave its inputs as they were.`;
    case "input-disposed":
      return `The call disposed of its input ${codeSpan(mismatch.path)}; whoever called the function may still need it.`;
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
  return length === undefined ? "another number of items" : quantity(length, "item");
}

function phraseElements(mismatch: Mismatch): string {
  const { differing, total, index } = mismatch;
  const difference = phraseDifference(mismatch);
  if (total === 1) return difference ?? "the value differs";
  const where = index === undefined || index.length === 0 ? "" : `at [${index.join(", ")}]: `;
  if (differing === undefined || total === undefined) return `${where}${difference ?? "the values differ"}`;
  const summary =
    differing === total
      ? `all ${total} values differ`
      : `${differing} of ${total} values ${differing === 1 ? "differs" : "differ"}`;
  return difference === null ? summary : `${summary}; ${differing === 1 ? "" : "worst "}${where}${difference}`;
}

/** What differs, as a clause: no capital, no full stop, and no numbers that a table shows better. */
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
    case "other-draws":
      return "the values are right, but more, fewer or other numbers are drawn from `rng` than should be";
    case "state-kept":
      return "called again after other calls, with the same inputs, the function gave another result: it keeps something from call to call";
    case "unrepeatable":
      return "called twice with the same inputs, the function gave two different results";
    case "fails-again":
      return "called again with the same inputs, the function failed";
    case "input-changed":
      return `the call changed its input ${codeSpan(mismatch.path)}`;
    case "input-disposed":
      return `the call disposed of its input ${codeSpan(mismatch.path)}`;
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

/**
 * The worst element of a mismatch in words: `found 0.5, expected 0.25 (off by 0.25, 100 %)`.
 * @returns null where the mismatch does not name one.
 */
function phraseDifference(mismatch: Mismatch): string | null {
  const { expectedAt, actualAt } = mismatch;
  if (expectedAt === undefined || actualAt === undefined) return null;
  const [found, expected] = formatPair(actualAt, expectedAt);
  return `found ${found}, expected ${expected}${phraseOff(expectedAt, actualAt)}`;
}

function phraseOff(expected: NumberText, found: NumberText): string {
  if (typeof expected === "string" || typeof found === "string") return "";
  const off = Math.abs(found - expected);
  if (off === 0 || !Number.isFinite(off)) return "";
  const relative = (100 * off) / Math.abs(expected);
  const percent = Number.isFinite(relative) ? `, ${formatNumber(relative, 3)} %` : "";
  return ` (off by ${formatNumber(off, 3)}${percent})`;
}

/**
 * The subject of a sentence about a place in a result.
 * @param path `""` for the result itself, otherwise as in `Mismatch.path`: `"parameters.W1"`.
 */
function phrasePlace(path: string, exercise: NamedExercise): string {
  return path === "" ? `The result of ${codeSpan(exercise.id)}` : codeSpan(path);
}

const kindWords: Readonly<Record<Value["kind"], string>> = {
  undefined: "`undefined`",
  number: "a number",
  boolean: "a boolean",
  string: "a string",
  rng: "a random generator",
  optimizer: "an optimizer",
  tensor: "a tensor",
  array: "an array of numbers",
  list: "a list",
  record: "a dictionary",
};

/** A kind of value in words: `"record"` is `a dictionary`. Unknown kinds are quoted. */
function phraseKind(kind: string): string {
  return Object.hasOwn(kindWords, kind) ? kindWords[kind as Value["kind"]] : codeSpan(kind);
}

/** A shape, or an index into one: `[3, 1]`. A scalar's shape is explained, because `[]` says little. */
function phraseShape(shape: Readonly<Shape>): string {
  return shape.length === 0 ? "[] (a single number)" : `[${shape.join(", ")}]`;
}
