import type { Family } from "./family.ts";
import type { Occurring, OccurringNumbers } from "./occurring.ts";

/** A parameter, or a member of one that is a dictionary of settings. */
export type Place = {
  /** `beta`, `options.learningRate` */
  readonly name: string;
  /** Of the argument, from 0. */
  readonly position: number;
  /** Of the member. */
  readonly key?: string;
  readonly occurring: Occurring;
};

const limits = {
  /** What functions clip to: a probability, relu6, a gradient's norm, and what looks large. */
  numbers: [1, 6, 10],
  real: [1, 10],
  whole: [1, 10, 1000],
} as const;
const floors = { real: [1e-3, 0.1], whole: [1, 2] } as const;
const margins = [1e-3, 1e-2] as const;
const tiny = 1e-7;
const few = 64;
/** Of the largest that occurs: clipping it changes at least one number by a tenth. */
const justBelow = 0.9;

/** How the function can be wrong in what it makes of a parameter. */
export function argumentFamilies(place: Place): Family[] {
  const { occurring } = place;
  switch (occurring.kind) {
    case "number":
      return [...clipped(place), ...floored(place), ...missing(place), ...ignored(place)];
    case "numbers":
      return [...clipped(place), ...shares(place), ...small(place), ...cut(place), ...missing(place), ...blank(place)];
    case "boolean":
    case "string":
      return [...missing(place), ...ignored(place)];
    case "optimizer":
      return [
        family(place, "argument ignored", "is another optimizer", "change.plainOptimizer"),
        { ...family(place, "argument ignored", "is made anew", "change.madeAnew"), keepsState: true },
      ];
    case "rng":
      return [
        {
          ...family(place, "extra draw", "after the others", ""),
          expression: `call.drawsMore(right, ${place.position})`,
        },
      ];
    default:
      return missing(place);
  }
}

function family({ name, position, key }: Place, kind: string, change: string, expression: string): Family {
  const changed = key === undefined ? expression : `change.under(${JSON.stringify(key)}, ${expression})`;
  return { kind, change: `${name} ${change}`, expression: `call.onArgument(right, ${position}, ${changed})` };
}

/** @param why Of a family that changes nothing in the cases at hand. */
const unless = (isSeen: boolean, why: string): { readonly unseen?: string } => (isSeen ? {} : { unseen: why });

function clipped(place: Place): Family[] {
  const { kind, numbers } = place.occurring;
  const usual = kind === "numbers" ? limits.numbers : numbers.areWhole ? limits.whole : limits.real;
  const largest = Number((justBelow * numbers.largest).toPrecision(3));
  const all = !isShare(numbers) ? usual : kind === "numbers" ? [] : usual.slice(0, 1);
  return [
    ...all.map((most) => ({
      ...family(place, "argument clipped", `to ${most}`, `change.clipTo(${most})`),
      ...unless(numbers.largest > most, `no case has ${place.name} above ${most}`),
    })),
    ...(numbers.largest > 0
      ? [family(place, "argument clipped", "below the largest that occurs", `change.clipTo(${largest})`)]
      : []),
  ];
}

/** Labels and probabilities, as far as one can see. */
const isShare = ({ least, most }: OccurringNumbers): boolean => least >= 0 && most <= 1;

function shares(place: Place): Family[] {
  const { numbers } = place.occurring;
  if (!isShare(numbers)) return [];
  return margins.map((margin) => ({
    ...family(place, "argument clipped", `to [${margin}, 1 - ${margin}]`, `change.awayFromEnds(${margin})`),
    ...unless(
      numbers.least < margin || numbers.most > 1 - margin,
      `no case has ${place.name} within ${margin} of 0 or 1`,
    ),
  }));
}

function floored(place: Place): Family[] {
  const { numbers } = place.occurring;
  return (numbers.areWhole ? floors.whole : floors.real).map((least) => ({
    ...family(place, "argument floored", `to ${least}`, `change.atLeast(${least})`),
    ...unless(numbers.least < least, `no case has ${place.name} below ${least}`),
  }));
}

function small(place: Place): Family[] {
  const { smallest, areWhole } = place.occurring.numbers;
  if (areWhole) return [];
  return [
    {
      ...family(place, "small argument dropped", `below ${tiny}`, `change.dropBelow(${tiny})`),
      ...unless(smallest < tiny, `no case has anything but 0 below ${tiny} in ${place.name}`),
    },
  ];
}

/** Only along axes and keys that are not the same in every case: the others are fixed by the contract. */
function cut(place: Place): Family[] {
  const { longestAxis, freeAxes, lastLayer } = place.occurring;
  const long = {
    ...family(place, "rest ignored", `after the first ${few}`, `change.firstOnly(${few}, ${JSON.stringify(freeAxes)})`),
    ...unless(longestAxis > few, `no case has more than ${few} of anything in ${place.name}`),
  };
  const deep = {
    ...family(place, "rest ignored", "under keys of two digits", "change.withoutSecondDigit"),
    ...unless(lastLayer > 9, `no case has a tenth layer in ${place.name}`),
  };
  return [...(longestAxis > 0 ? [long] : []), ...(lastLayer > 0 ? [deep] : [])];
}

/** Left out, or taken for left out. */
function missing(place: Place): Family[] {
  const { isOptional, kind, numbers, first } = place.occurring;
  const isNumber = kind === "number";
  const isFalsy = isNumber ? numbers.hasZero : kind === "boolean" || first === "";
  const fallback = isOptional ? "undefined" : isNumber ? "1" : undefined;
  const zero = {
    ...family(
      place,
      "zero taken for missing",
      isOptional ? "takes the default" : "counts as 1",
      `change.orElse(${fallback})`,
    ),
    ...unless(isFalsy, `no case has ${place.name} of 0`),
  };
  return [
    ...(isNumber ? [zero] : []),
    ...(isOptional ? [family(place, "argument ignored", "is the default", "change.always(undefined)")] : []),
  ];
}

function ignored(place: Place): Family[] {
  const { first } = place.occurring;
  return first === undefined
    ? []
    : [family(place, "argument ignored", "is that of the first case", `change.always(${JSON.stringify(first)})`)];
}

const blank = (place: Place): Family[] => [family(place, "argument ignored", "is all zeros", "change.zeros")];
