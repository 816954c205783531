import { createHash } from "node:crypto";
import { atOnce, type Steps } from "../../assignments/steps/in-turns.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { CaseReport } from "../../reports/report/report.ts";
import type { CaseRun } from "../../sandbox/replies/case-run.ts";

/** Significant digits that count: two ways to compute the same wrong formula differ in the last ones of a float32. */
const digits = 4;
/** Of one tensor; the first ones tell two mistakes apart. */
const mostNumbers = 2000;
/** Numbers and members of one value together: a submission chooses how many there are. */
const mostParts = 50_000;

/**
 * A fingerprint of the wrong values that a function returned: equal where two submissions are wrong in the same way.
 * @param cases Verdicts of one exercise.
 * @param runOf What the function did in a case.
 * @returns 16 hexadecimal digits; undefined where it returned nothing wrong.
 */
export function wrongOutput(
  cases: readonly CaseReport[],
  runOf: (caseId: string) => CaseRun | undefined,
): string | undefined {
  return atOnce(fingerprinting(cases, runOf));
}

/** {@link wrongOutput}, case by case. */
export function* fingerprinting(
  cases: readonly CaseReport[],
  runOf: (caseId: string) => CaseRun | undefined,
): Steps<string | undefined> {
  const hash = createHash("sha256");
  let found = false;
  for (const { id, outcome } of cases) {
    const run = outcome === "wrong" ? runOf(id) : undefined;
    if (run?.outcome !== "returned") continue;
    found = true;
    const print = { texts: [`${id}\0`], left: mostParts };
    addValue(run.value, print);
    hash.update(print.texts.join(""));
    yield;
  }
  return found ? hash.digest("hex").slice(0, 16) : undefined;
}

/** What a value's fingerprint is made of, and how many numbers and members there is room for. */
type Print = { readonly texts: string[]; left: number };

function addValue(value: Value, print: Print): void {
  if (print.left <= 0) return;
  print.left -= 1;
  const { texts } = print;
  switch (value.kind) {
    case "tensor":
    case "array":
      texts.push(`${value.kind} ${value.shape.join("x")}:`);
      addNumbers(value.data, print);
      return;
    case "list":
      texts.push(`list ${value.items.length}:`);
      for (const item of value.items) addValue(item, print);
      return;
    case "record":
      texts.push(`record ${value.entries.length}:`);
      for (const [key, entry] of value.entries) {
        texts.push(`${key.length}:${key}`);
        addValue(entry, print);
      }
      return;
    case "number":
      addNumbers([value.value], print);
      return;
    default:
      texts.push(`${JSON.stringify(value)};`);
  }
}

function addNumbers(numbers: ArrayLike<number>, print: Print): void {
  const texts: string[] = [];
  const count = Math.min(numbers.length, mostNumbers, print.left);
  print.left -= count;
  for (let i = 0; i < count; i++) {
    const number = numbers[i] ?? 0;
    // Minus zero is zero here.
    texts.push(number === 0 ? "0" : number.toPrecision(digits));
  }
  print.texts.push(`${texts.join(",")};`);
}
