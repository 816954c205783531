import type { Value } from "../../assignments/values/value.ts";
import { type MessageKey, message } from "../messages/message.ts";
import type { ExerciseReport, Mismatch, NumberText, Shape } from "../report/report.ts";
import { codeSpan } from "./text/code-span.ts";
import { formatNumber, formatPair } from "./text/format-number.ts";
import { phraseList, toClause } from "./text/sentence.ts";

/** What a phrase needs to know about the exercise. */
export type NamedExercise = Pick<ExerciseReport, "id">;

/**
 * What differs and where, in one sentence for the student.
 * @param exercise Named when the result as a whole is meant.
 */
export function phraseMismatch(mismatch: Mismatch, exercise: NamedExercise): string {
  const { code, path, keys = [], property } = mismatch;
  const place = path === "" ? message("mismatch.place", { name: codeSpan(exercise.id) }) : codeSpan(path);
  switch (code) {
    case "kind":
      return message(isNotPlain(mismatch) ? "mismatch.kind-tensor" : "mismatch.kind", {
        place,
        ...phraseKinds(mismatch),
      });
    case "missing-keys":
    case "extra-keys": {
      const facts = { place, count: keys.length, keys: phraseKeys(keys) };
      const { surplusKeys: surplus = [] } = mismatch;
      if (surplus.length === 0) return message(`mismatch.${code}`, facts);
      return message("mismatch.other-keys", { ...facts, surplus: phraseKeys(surplus), more: surplus.length });
    }
    case "length":
      return message("mismatch.length", { place, ...phraseLengths(mismatch) });
    case "shape":
      return message("mismatch.shape", { place, ...phraseShapes(mismatch) });
    case "dtype":
      return message("mismatch.dtype", { place, ...phraseTypes(mismatch, "mismatch.other-type") });
    case "non-finite":
    case "values":
      return (
        phraseTruth(mismatch, place, "mismatch.truth") ??
        message("mismatch.values", { place, elements: phraseElements(mismatch) })
      );
    case "property":
      return property === undefined
        ? message("mismatch.some-property")
        : message("mismatch.property", { property: toClause(property.sentence) });
    case "input-changed":
    case "input-disposed":
      return message(`mismatch.${code}`, { path: codeSpan(path) });
    default:
      return message(`mismatch.${code}`);
  }
}

/** What differs, as a clause: no capital, no full stop, and no numbers that a table shows better. */
export function phraseMismatchBriefly(mismatch: Mismatch): string {
  const { code, path, keys = [], property } = mismatch;
  const place = path === "" ? message("briefly.place") : codeSpan(path);
  switch (code) {
    case "kind":
      return message("briefly.kind", { place, ...phraseKinds(mismatch) });
    case "missing-keys":
    case "extra-keys":
      return message(`briefly.${code}`, { place, keys: phraseKeys(keys) });
    case "length":
      return message("briefly.length", {
        place,
        found: mismatch.actualLength ?? message("briefly.other-number"),
        expected: mismatch.expectedLength ?? message("briefly.expected-number"),
      });
    case "shape":
      return message("briefly.shape", { place, ...phraseShapes(mismatch) });
    case "dtype":
      return message("briefly.dtype", { place, ...phraseTypes(mismatch, "briefly.expected-type") });
    case "non-finite": {
      const { actualAt: found, expectedAt: expected } = mismatch;
      const other = message("briefly.other-value");
      return message("briefly.non-finite", { place, found: found ?? other, expected: expected ?? other });
    }
    case "values":
      return phraseTruth(mismatch, place, "briefly.truth") ?? phraseValuesBriefly(mismatch, place);
    case "property":
      return property === undefined
        ? message("briefly.some-property")
        : message("briefly.property", { property: toClause(property.sentence) });
    case "input-changed":
    case "input-disposed":
      return message(`briefly.${code}`, { path: codeSpan(path) });
    default:
      return message(`briefly.${code}`);
  }
}

/** A tensor where plain numbers are asked. */
const isNotPlain = ({ actualKind, expectedKind }: Mismatch): boolean =>
  actualKind === "tensor" && (expectedKind === "array" || expectedKind === "list");

/** @returns undefined where the mismatch is not about a truth value or a text. */
function phraseTruth(
  { actualValue, expectedValue }: Mismatch,
  place: string,
  key: "mismatch.truth" | "briefly.truth",
): string | undefined {
  if (actualValue === undefined || expectedValue === undefined) return undefined;
  return message(key, { place, found: codeSpan(actualValue), expected: codeSpan(expectedValue) });
}

const phraseKeys = (keys: readonly string[]): string => phraseList(keys.map(codeSpan));

function phraseKinds({ actualKind, expectedKind }: Mismatch): Sides {
  return {
    found: actualKind === undefined ? message("kind.unknown-found") : phraseKind(actualKind),
    expected: expectedKind === undefined ? message("kind.unknown-expected") : phraseKind(expectedKind),
  };
}

type Sides = { readonly found: string; readonly expected: string | number };

function phraseLengths({ actualLength: count, expectedLength }: Mismatch): Sides {
  return {
    found: count === undefined ? message("mismatch.other-items") : message("mismatch.items", { count }),
    expected: expectedLength ?? message("mismatch.other-number"),
  };
}

const phraseShapes = ({ actualShape = [], expectedShape = [] }: Mismatch): Sides => ({
  found: phraseShape(actualShape),
  expected: phraseShape(expectedShape),
});

/** @param unknown What is expected where that is not known. */
const phraseTypes = (
  { actualDtype, expectedDtype }: Mismatch,
  unknown: "mismatch.other-type" | "briefly.expected-type",
): Sides => ({
  found: actualDtype ?? message("mismatch.other-type"),
  expected: expectedDtype ?? message(unknown),
});

function phraseElements(mismatch: Mismatch): string {
  const { differing, total, index } = mismatch;
  const difference = phraseDifference(mismatch);
  if (total === 1) return difference ?? message("elements.one");
  const isPlaced = index !== undefined && index.length > 0;
  const place = (words: string): string =>
    isPlaced ? message("elements.at", { index: index.join(", "), difference: words }) : words;
  if (differing === undefined || total === undefined) return place(difference ?? message("elements.unknown"));
  const elements =
    differing === total ? message("elements.all", { total }) : message("elements.some", { differing, total });
  if (difference === null) return elements;
  return message(isExact(mismatch) ? "elements.first" : "elements.worst", {
    elements,
    differing,
    place: place(difference),
  });
}

function phraseValuesBriefly({ differing, total }: Mismatch, place: string): string {
  if (total === 1) return message("briefly.one-value", { place });
  if (differing === undefined || total === undefined) return message("briefly.values", { place });
  if (differing === total) return message("briefly.all-values", { place, total });
  return message("briefly.some-values", { place, differing, total });
}

/**
 * The worst element of a mismatch in words: `found 0.5, expected 0.25 (off by 0.25, 100 %)`.
 * @returns null where the mismatch does not name one.
 */
function phraseDifference(mismatch: Mismatch): string | null {
  const { expectedAt, actualAt } = mismatch;
  if (expectedAt === undefined || actualAt === undefined) return null;
  const [found, expected] = formatPair(actualAt, expectedAt);
  const distance = isExact(mismatch) ? null : distanceOf(expectedAt, actualAt);
  if (distance === null) return message("difference.values", { found, expected });
  const off = formatNumber(distance.off, 3);
  return distance.percent === null
    ? message("difference.off", { found, expected, off })
    : message("difference.off-percent", { found, expected, off, percent: formatNumber(distance.percent, 3) });
}

/** What must be exact is right or wrong: how far off it is, tells nothing. */
const isExact = ({ rtol, atol }: Mismatch): boolean => rtol === 0 && atol === 0;

function distanceOf(
  expected: NumberText,
  found: NumberText,
): { readonly off: number; readonly percent: number | null } | null {
  if (typeof expected === "string" || typeof found === "string") return null;
  const off = Math.abs(found - expected);
  if (off === 0 || !Number.isFinite(off)) return null;
  const relative = (100 * off) / Math.abs(expected);
  return { off, percent: Number.isFinite(relative) ? relative : null };
}

const kindKeys: Readonly<Record<Value["kind"], MessageKey & `kind.${string}`>> = {
  undefined: "kind.undefined",
  number: "kind.number",
  boolean: "kind.boolean",
  string: "kind.string",
  rng: "kind.rng",
  optimizer: "kind.optimizer",
  tensor: "kind.tensor",
  array: "kind.array",
  list: "kind.list",
  record: "kind.record",
};

/** A kind of value in words: `"record"` is `a dictionary`. Unknown kinds are quoted. */
function phraseKind(kind: string): string {
  return Object.hasOwn(kindKeys, kind) ? message(kindKeys[kind as Value["kind"]]) : codeSpan(kind);
}

/** A shape, or an index into one: `[3, 1]`. A scalar's shape is explained, because `[]` says little. */
function phraseShape(shape: Readonly<Shape>): string {
  return shape.length === 0 ? message("shape.scalar") : `[${shape.join(", ")}]`;
}
