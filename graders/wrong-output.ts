import { createHash } from "node:crypto";
import type { Value } from "../assignments/value.ts";
import type { CaseReport } from "../reports/report.ts";
import type { CaseRun } from "../sandbox/case-run.ts";

/** Significant digits that count: two ways to compute the same wrong formula differ in the last ones of a float32. */
const digits = 4;
/** Of one tensor; the first ones tell two mistakes apart. */
const mostNumbers = 2000;

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
  const hash = createHash("sha256");
  let found = false;
  for (const { id, outcome } of cases) {
    const run = outcome === "wrong" ? runOf(id) : undefined;
    if (run?.outcome !== "returned") continue;
    found = true;
    hash.update(`${id}\0`);
    addValue(run.value, (text) => hash.update(text));
  }
  return found ? hash.digest("hex").slice(0, 16) : undefined;
}

function addValue(value: Value, add: (text: string) => void): void {
  switch (value.kind) {
    case "tensor":
    case "array":
      add(`${value.kind} ${value.shape.join("x")}:`);
      addNumbers(value.data, add);
      return;
    case "list":
      add(`list ${value.items.length}:`);
      for (const item of value.items) addValue(item, add);
      return;
    case "record":
      add(`record ${value.entries.length}:`);
      for (const [key, entry] of value.entries) {
        add(`${key.length}:${key}`);
        addValue(entry, add);
      }
      return;
    case "number":
      addNumbers([value.value], add);
      return;
    default:
      add(`${JSON.stringify(value)};`);
  }
}

function addNumbers(numbers: ArrayLike<number>, add: (text: string) => void): void {
  const texts: string[] = [];
  for (let i = 0; i < Math.min(numbers.length, mostNumbers); i++) {
    const number = numbers[i] ?? 0;
    // Minus zero is zero here.
    texts.push(number === 0 ? "0" : number.toPrecision(digits));
  }
  add(`${texts.join(",")};`);
}
