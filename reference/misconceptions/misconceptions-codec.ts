import type { Case } from "../../assignments/catalog/case.ts";
import { memberOf, numberValue, textAt } from "../../assignments/values/case-value.ts";
import { decodeValue } from "../../assignments/values/decode-value.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { MisconceptionOutcomes, VariantOutcome } from "./misconception.ts";

/** Our own bytes, checked by the cache: only the nesting is bounded, which a value's own limit already is. */
const limits = { depth: 40, elements: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };

/** Misconceptions with their outcomes as bytes for the cache. */
export function encodeMisconceptions(misconceptions: readonly MisconceptionOutcomes[]): Uint8Array {
  return encodeValue({ kind: "list", items: misconceptions.map(toValue) });
}

/**
 * Reads them back.
 * @param cases Those of the exercise.
 * @returns undefined where the bytes are none or an outcome is missing, so that they are computed anew.
 */
export function decodeMisconceptions(
  bytes: Uint8Array,
  cases: readonly Case[],
): readonly MisconceptionOutcomes[] | undefined {
  const decoded = decodeValue(bytes, limits);
  if (!decoded.ok || decoded.value.kind !== "list") return undefined;
  const misconceptions = decoded.value.items.map(fromValue);
  const complete = misconceptions.every((one) => one !== undefined && cases.every(({ id }) => one.outcomes.has(id)));
  return complete ? misconceptions.filter((one) => one !== undefined) : undefined;
}

const text = (value: string): Value => ({ kind: "string", value });

const piecesOfCode = ["looksAt", "contradictedBy"] as const;

const toValue = ({ id, exercise, name, explanation, outcomes, ...pieces }: MisconceptionOutcomes): Value => ({
  kind: "record",
  entries: [
    ["id", text(id)],
    ["exercise", text(exercise)],
    ["name", text(name)],
    ["explanation", text(explanation)],
    ...piecesOfCode.flatMap((key): [string, Value][] => {
      const items = pieces[key]?.map(text);
      return items === undefined ? [] : [[key, { kind: "list", items }]];
    }),
    ["outcomes", { kind: "record", entries: [...outcomes].map(([id, outcome]) => [id, fromOutcome(outcome)]) }],
  ],
});

function fromOutcome(outcome: VariantOutcome): Value {
  const entries: [string, Value][] = [["kind", text(outcome.kind)]];
  if (outcome.kind === "returned") {
    entries.push(["value", outcome.value]);
    if (outcome.changedInput !== undefined) entries.push(["changedInput", text(outcome.changedInput)]);
    if (outcome.nextDraw !== undefined) entries.push(["nextDraw", numberValue(outcome.nextDraw)]);
  }
  return { kind: "record", entries };
}

function fromValue(value: Value): MisconceptionOutcomes | undefined {
  const [id, exercise, name, explanation] = ["id", "exercise", "name", "explanation"].map((key) => textAt(value, key));
  const outcomes = memberOf(value, "outcomes");
  if (id === undefined || exercise === undefined || name === undefined || explanation === undefined) return undefined;
  if (outcomes?.kind !== "record") return undefined;
  const known = outcomes.entries.flatMap(([caseId, one]): [string, VariantOutcome][] => {
    const outcome = toOutcome(one);
    return outcome === undefined ? [] : [[caseId, outcome]];
  });
  return { id, exercise, name, explanation, ...piecesIn(value), outcomes: new Map(known) };
}

function piecesIn(value: Value): Pick<MisconceptionOutcomes, (typeof piecesOfCode)[number]> {
  return Object.fromEntries(
    piecesOfCode.flatMap((key) => {
      const list = memberOf(value, key);
      const items =
        list?.kind === "list" ? list.items.flatMap((item) => (item.kind === "string" ? [item.value] : [])) : [];
      return items.length === 0 ? [] : [[key, items]];
    }),
  );
}

function toOutcome(value: Value): VariantOutcome | undefined {
  const [kind, changedInput] = [textAt(value, "kind"), textAt(value, "changedInput")];
  const [returned, nextDraw] = [memberOf(value, "value"), memberOf(value, "nextDraw")];
  if (kind === "threw" || kind === "bad-value") return { kind };
  if (kind !== "returned" || returned === undefined) return undefined;
  return {
    kind,
    value: returned,
    ...(changedInput !== undefined && { changedInput }),
    ...(nextDraw?.kind === "number" && { nextDraw: nextDraw.value }),
  };
}
