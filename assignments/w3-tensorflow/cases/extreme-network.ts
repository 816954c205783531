import { type Layer, mapMatrix } from "../../values/matrix.ts";
import type { RandomState } from "../../values/random-state.ts";
import { type Drawn, drawNetwork } from "./draw-network.ts";

/** What is much larger than all that is drawn: a feature that is seen in the logits, and one that holds units down; and a bias. */
const [largest, huge, large] = [1.2e4, 1e4, 20];

/** Features that switch things on and off, and the unit that looks at the second of them alone. */
const [first, second, switchUnit] = [0, 1, 1];

/**
 * A network of which whole layers fall silent, with a batch of six examples:
 * 1. all units of the first layer are held down by far, so that what a leak lets through is seen;
 * 2. the same of the second layer;
 * 3. the largest of all features, which makes activations and logits as large;
 * 4. features that are all 0; and two ordinary ones. One unit stands at exactly 0 in every example.
 */
export function drawExtremes(random: RandomState): Drawn {
  const { network, X, labels } = drawNetwork(random, { units: [5, 6, 5, 4], m: 6 });
  const [one, two, three] = network;
  if (one === undefined || two === undefined || three === undefined) {
    throw new RangeError("Cannot draw a network: it has no three layers");
  }
  return { network: [switched(one), silenced(two), lifted(three)], X: mapMatrix(X, feature), labels };
}

const below = (weight: number): number => -Math.fround(1 + Math.abs(weight));

function feature(drawn: number, row: number, example: number): number {
  if (row === first) return example === 0 ? huge : example === 2 ? -largest : 0;
  if (row === second) return example === 1 ? huge : 0;
  return example === 3 ? 0 : drawn;
}

const switched = ({ W, b }: Layer): Layer => ({
  W: mapMatrix(W, (weight, unit, input) => {
    if (unit === 0) return 0;
    if (unit === switchUnit) return input === second ? 1 : 0;
    return input === first ? below(weight) : input === second ? 0 : weight;
  }),
  b: mapMatrix(b, (bias, unit) => (unit === 0 ? 0 : unit === switchUnit ? below(bias) : bias)),
});

/** The switch holds all units down; without it the first one passes its bias on, and whatever is large. */
const silenced = ({ W, b }: Layer): Layer => ({
  W: mapMatrix(W, (weight, unit, input) =>
    input === switchUnit ? below(weight) : unit === 0 ? Math.abs(weight) : weight,
  ),
  b: mapMatrix(b, (bias, unit) => (unit === 0 ? -below(bias) : bias)),
});

/** Two biases are much larger than what is drawn, of either sign. */
const lifted = ({ W, b }: Layer): Layer => ({
  // The first unit passes on the most where features are large: so no logit is what little is left of large sums.
  W: mapMatrix(W, (weight, unit, input) => (input === 0 ? below(weight) * (unit % 2 === 0 ? 1 : -1) : weight)),
  b: mapMatrix(b, (bias, unit) => (unit < 2 ? large * (1 - 2 * unit) : bias)),
});
