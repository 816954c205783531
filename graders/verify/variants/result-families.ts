import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { Family } from "./family.ts";
import type { Occurring } from "./occurring.ts";

const limits = [1, 6, 10, 100] as const;
const justBelow = 0.9;
const tiny = 1e-7;
const addend = 1e-6;
const decimals = [2, 4, 6] as const;
const digits = [3, 5, 7, 10] as const;
const few = 64;

/** What is known of an exercise's results. */
export type Results = {
  /** In the expected values. */
  readonly occurring: Occurring;
  readonly comparison: Comparison;
  /** In no case the value itself counts: random draws. */
  readonly isFree: boolean;
};

/** How a result can be wrong whatever the function computes. */
export function resultFamilies({ occurring, comparison, isFree }: Results): Family[] {
  const valued = [...ranges(occurring), ...rounded(occurring, comparison), ...nearlyRight(occurring, comparison)];
  return [...(isFree ? [] : valued), ...belowLargest(occurring), ...cut(occurring), ...cast(occurring, comparison)];
}

const family = (kind: string, change: string, expression: string): Family => ({
  kind,
  change,
  expression: `call.onResult(right, ${expression})`,
});

function ranges({ numbers }: Occurring): Family[] {
  const isShare = numbers.least >= 0 && numbers.most <= 1;
  if (isShare) return [];
  return limits.map((most) => ({
    ...family("result clipped", `to ${most}`, `change.clipTo(${most})`),
    ...(numbers.largest > most ? {} : { unseen: `no case has a result above ${most}` }),
  }));
}

function belowLargest({ numbers }: Occurring): Family[] {
  const largest = Number((justBelow * numbers.largest).toPrecision(3));
  return largest > 0 ? [family("result clipped", "below the largest that occurs", `change.clipTo(${largest})`)] : [];
}

/** Whoever rounds to what the tolerance leaves open is right. */
function rounded({ numbers }: Occurring, { atol, rtol }: Comparison): Family[] {
  if (numbers.areWhole) return [];
  return [
    ...decimals.map((count) => ({
      ...family("result rounded", `to ${count} decimals`, `change.toDecimals(${count})`),
      ...within(0.5 * 10 ** -count, atol + rtol * numbers.smallest),
    })),
    ...digits.map((count) => ({
      ...family("result rounded", `to ${count} digits`, `change.toDigits(${count})`),
      ...within(5 * 10 ** -count, rtol + atol / numbers.largest),
    })),
  ];
}

function nearlyRight({ numbers }: Occurring, { atol, rtol }: Comparison): Family[] {
  const tolerance = atol + rtol * numbers.smallest;
  const shifted = {
    ...family("result shifted", `by ${addend}`, `change.plus(${addend})`),
    ...within(addend, tolerance),
  };
  if (numbers.areWhole) return [shifted];
  const dropped = {
    ...family("small result dropped", `below ${tiny}`, `change.dropBelow(${tiny})`),
    ...(numbers.smallest < tiny ? {} : { unseen: `no case has a result but 0 below ${tiny}` }),
    ...within(tiny, atol),
  };
  const floored = {
    ...family("result floored", `to ${addend}`, `change.atLeast(${addend})`),
    ...(numbers.least < addend ? {} : { unseen: `no case has a result below ${addend}` }),
    ...within(addend, atol),
  };
  return [shifted, dropped, ...(numbers.least >= 0 ? [floored] : [])];
}

/** Rounding is seldom as wrong as it can be. */
const spare = 5;

const within = (error: number, tolerance: number): { readonly isAllowed?: true } =>
  error <= spare * tolerance ? { isAllowed: true } : {};

function cut({ longestAxis, freeAxes, lastLayer }: Occurring): Family[] {
  const long = {
    ...family("rest left out", `after the first ${few}`, `change.firstOnly(${few}, ${JSON.stringify(freeAxes)})`),
    ...(longestAxis > few ? {} : { unseen: `no case has more than ${few} of anything in its result` }),
  };
  const deep = {
    ...family("rest left out", "under keys of two digits", "change.withoutSecondDigit"),
    ...(lastLayer > 9 ? {} : { unseen: "no case has a tenth layer in its result" }),
  };
  return [...(longestAxis > 0 ? [long] : []), ...(lastLayer > 0 ? [deep] : [])];
}

/** Whole numbers are the same in any dtype, and the manifest may take any. */
function cast({ hasTensors, numbers }: Occurring, { dtype }: Comparison): Family[] {
  if (!hasTensors) return [];
  const isBoolean = numbers.areWhole && numbers.least >= 0 && numbers.most <= 1;
  const allowed = { isAllowed: true } as const;
  return [
    {
      ...family("result cast", "to int32", 'change.castTo("int32")'),
      ...(dtype === "int" || (dtype === "any" && numbers.areWhole) ? allowed : {}),
    },
    { ...family("result cast", "to bool", 'change.castTo("bool")'), ...(dtype === "any" && isBoolean ? allowed : {}) },
  ];
}
