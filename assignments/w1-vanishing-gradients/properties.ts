import type { Properties, Property, PropertyFacts } from "../catalog/property.ts";
import { memberOf } from "../values/case-value.ts";
import type { TensorValue, Value } from "../values/value.ts";

/** Room for rounding in float32, as a share of the limit that is looked at. */
const slack = 1 + 1e-4;

const zeroBiases: Property = {
  id: "biases-zero",
  sentence: "All biases must be zero",
  holds: ({ actual }) =>
    namedTensors(actual).every(([name, { data }]) => !name.startsWith("b") || data.every((value) => value === 0)),
};

const inRange: Property = {
  id: "range-of-activation",
  sentence: "Activations of relu must not be below 0, those of tanh must lie between -1 and 1, in the last layer too",
  holds: ({ args: [, , activation], actual }) => {
    const isRelu = activation?.kind === "string" && activation.value === "relu";
    return tensorsIn(actual).every(({ data }) => data.every((a) => (isRelu ? a >= 0 : Math.abs(a) <= slack)));
  },
};

const shares: Property = {
  id: "dead-shares",
  sentence: "dead must hold shares, between 0 and 1",
  holds: ({ actual }) => {
    const dead = memberOf(actual, "dead");
    return dead?.kind !== "array" || dead.data.every((share) => share >= 0 && share <= slack);
  },
};

const withinLimit: Property = {
  id: "within-limit",
  sentence: "No element may be above the limit or below its negative",
  holds: ({ args: [, limit], actual }) =>
    namedTensors(actual).every(([, { data }]) => data.every((g) => Math.abs(g) <= slack * numberIn(limit))),
};

const shortEnough: Property = {
  id: "not-longer-than-max-norm",
  sentence: "All returned gradients together must not be longer than maxNorm",
  holds: ({ args: [, maxNorm], actual }) => {
    const elements = namedTensors(memberOf(actual, "grads")).flatMap(([, { data }]) => [...data]);
    return Math.hypot(...elements) <= slack * numberIn(maxNorm);
  },
};

const sameDirection: Property = {
  id: "same-direction",
  sentence: "Clipping by norm must keep the direction: every element has to be multiplied by the same factor",
  holds: (facts) => {
    const pairs = clippedPairs(facts);
    const [largest = 0, itsClipped = 0] = pairs.reduce(
      (most, pair) => (Math.abs(pair[0]) > Math.abs(most[0]) ? pair : most),
      [0, 0] as readonly [number, number],
    );
    const factor = largest === 0 ? 0 : itsClipped / largest;
    return pairs.every(([given, clipped]) => Math.abs(clipped - factor * given) <= 1e-4 * Math.abs(itsClipped));
  },
};

/** The properties of the assignment, by exercise. */
export const properties: Properties = {
  initializeDeep: [zeroBiases],
  forwardDeep: [inRange],
  activationStatistics: [shares],
  clipByValue: [withinLimit],
  clipByGlobalNorm: [shortEnough, sameDirection],
};

function namedTensors(value: Value | undefined): (readonly [name: string, tensor: TensorValue])[] {
  if (value?.kind !== "record") return [];
  return value.entries.flatMap(([name, member]) => (member.kind === "tensor" ? [[name, member] as const] : []));
}

const tensorsIn = (value: Value): TensorValue[] =>
  value.kind === "list" ? value.items.flatMap((item) => (item.kind === "tensor" ? [item] : [])) : [];

const numberIn = (value: Value | undefined): number => (value?.kind === "number" ? value.value : Number.NaN);

/** Every element before and after clipping; of tensors of other shapes, nothing. */
function clippedPairs({ args: [grads], actual }: PropertyFacts): (readonly [number, number])[] {
  const clipped = new Map(namedTensors(memberOf(actual, "grads")));
  return namedTensors(grads).flatMap(([name, { data }]) => {
    const found = clipped.get(name)?.data;
    if (found?.length !== data.length) return [];
    return Array.from(data, (given, i) => [given, found[i] ?? 0] as const);
  });
}
