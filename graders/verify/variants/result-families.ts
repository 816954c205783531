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

/** How a result can be wrong whatever the function computes. @param occurring In the expected values. */
export function resultFamilies(occurring: Occurring, comparison: Comparison): Family[] {
  return [
    ...clipped(occurring),
    ...rounded(occurring, comparison),
    ...nearlyRight(occurring, comparison),
    ...cut(occurring),
    ...cast(occurring, comparison),
  ];
}

const family = (kind: string, change: string, expression: string): Family => ({
  kind,
  change,
  expression: `call.onResult(right, ${expression})`,
});

function clipped({ numbers }: Occurring): Family[] {
  const largest = Number((justBelow * numbers.largest).toPrecision(3));
  const isShare = numbers.least >= 0 && numbers.most <= 1;
  return [
    ...(isShare ? [] : limits).map((most) => ({
      ...family("result clipped", `to ${most}`, `change.clipTo(${most})`),
      ...(numbers.largest > most ? {} : { unseen: `no case has a result above ${most}` }),
    })),
    ...(numbers.largest > 0
      ? [family("result clipped", "below the largest that occurs", `change.clipTo(${largest})`)]
      : []),
  ];
}

/** Whoever rounds to what the tolerance leaves open is right. */
function rounded({ numbers }: Occurring, { atol, rtol }: Comparison): Family[] {
  if (numbers.areWhole) return [];
  return [
    ...decimals.map((count) => ({
      ...family("result rounded", `to ${count} decimals`, `change.toDecimals(${count})`),
      ...within(0.5 * 10 ** -count, atol, "the absolute tolerance"),
    })),
    ...digits.map((count) => ({
      ...family("result rounded", `to ${count} digits`, `change.toDigits(${count})`),
      ...within(5 * 10 ** -count, rtol, "the relative tolerance"),
    })),
  ];
}

function nearlyRight({ numbers }: Occurring, { atol }: Comparison): Family[] {
  const small = {
    ...family("small result dropped", `below ${tiny}`, `change.dropBelow(${tiny})`),
    ...(numbers.smallest < tiny ? {} : { unseen: `no case has a result but 0 below ${tiny}` }),
    ...within(tiny, atol, "the absolute tolerance"),
  };
  return [
    ...(numbers.areWhole ? [] : [small]),
    {
      ...family("result shifted", `by ${addend}`, `change.plus(${addend})`),
      ...within(addend, atol, "the absolute tolerance"),
    },
  ];
}

const within = (error: number, tolerance: number, name: string): { readonly allowed?: string } =>
  error <= tolerance ? { allowed: `${name} is ${tolerance}` } : {};

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
  const allowed = { allowed: "the manifest takes any dtype" };
  return [
    {
      ...family("result cast", "to int32", 'change.castTo("int32")'),
      ...(dtype === "int" || (dtype === "any" && numbers.areWhole) ? allowed : {}),
    },
    { ...family("result cast", "to bool", 'change.castTo("bool")'), ...(dtype === "any" && isBoolean ? allowed : {}) },
  ];
}
