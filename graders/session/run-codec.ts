import { decodeValue } from "../../assignments/values/decode-value.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { CaseRun, SubmissionRun } from "../../sandbox/replies/case-run.ts";

/** Our own bytes, checked by the cache: only the nesting is bounded, which a value's own limit already is. */
const limits = { depth: 42, elements: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };

/** What the sandbox told of a submission, as bytes for the cache: JSON in which the values are numbered, and the values. */
export function encodeRun(run: SubmissionRun): Uint8Array {
  const values: Value[] = [];
  const numbered = (one: CaseRun): unknown =>
    one.outcome === "returned" ? { ...one, value: values.push(one.value) - 1 } : one;
  const text = JSON.stringify(run.loaded ? { ...run, cases: run.cases.map(numbered) } : run);
  return encodeValue({ kind: "list", items: [{ kind: "string", value: text }, ...values] });
}

/**
 * Reads it back.
 * @returns undefined where the bytes are none, so that the submission is run anew.
 */
export function decodeRun(bytes: Uint8Array): SubmissionRun | undefined {
  const decoded = decodeValue(bytes, limits);
  if (!decoded.ok || decoded.value.kind !== "list") return undefined;
  const [text, ...values] = decoded.value.items;
  if (text?.kind !== "string") return undefined;
  const run: SubmissionRun = JSON.parse(text.value);
  if (!run.loaded) return run;
  const cases = run.cases.map((one): CaseRun => {
    if (one.outcome !== "returned") return one;
    const value = values[Number(one.value)];
    if (value === undefined) throw new RangeError(`Cannot read a run: it has no value ${Number(one.value)}`);
    return { ...one, value };
  });
  return { ...run, cases };
}
