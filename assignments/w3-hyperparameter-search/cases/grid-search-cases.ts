import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { recordValue } from "../../values/case-value.ts";
import type { RandomState } from "../../values/random-state.ts";
import { drawNumber, type Range, vectorValue } from "./draw-numbers.ts";

type Scenario = {
  readonly title: string;
  /** How many values each name has, in the order of the names. */
  readonly counts: Readonly<Record<string, number>>;
  /** Powers of ten between which values lie. */
  readonly powers?: Range;
  readonly isSigned?: true;
  /** The first value of every name is 0. */
  readonly hasZeros?: true;
};

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "2 learning rates and 3 numbers of units", counts: { learningRate: 2, units: 3 } },
    { title: "one name", counts: { beta: 3 } },
    { title: "names that are not in alphabetical order", counts: { units: 3, beta: 2 } },
  ],
  hidden: [
    { title: "3 names", counts: { learningRate: 2, units: 3, beta: 2 } },
    { title: "one value for each name", counts: { units: 1, learningRate: 1, beta: 1, layers: 1 } },
    { title: "as many values for each name", counts: { units: 2, layers: 2, learningRate: 2, epochs: 2, beta: 2 } },
    { title: "a last name of one value", counts: { units: 4, beta: 1 } },
    { title: "a first name of one value", counts: { units: 1, beta: 4 } },
    { title: "72 combinations of 4 names", counts: { units: 3, layers: 4, learningRate: 3, beta: 2 } },
    { title: "70 values for one name", counts: { learningRate: 70 } },
    { title: "tiny values", counts: { learningRate: 3, epsilon: 2 }, powers: [-12, -7] },
    { title: "negative values, and 0 for each name", counts: { shift: 3, offset: 2 }, isSigned: true, hasZeros: true },
  ],
  small: [
    { title: "one name, one value", counts: { beta: 1 } },
    { title: "one name, 2 values", counts: { beta: 2 } },
    { title: "2 names", counts: { beta: 2, units: 2 } },
    { title: "names that are not in alphabetical order", counts: { units: 2, beta: 2 } },
    { title: "3 names", counts: { units: 1, layers: 2, beta: 2 } },
    { title: "5 names", counts: { units: 1, layers: 2, beta: 1, epochs: 1, learningRate: 2 } },
    { title: "a last name of one value", counts: { units: 2, beta: 1 } },
    { title: "tiny values", counts: { units: 2, epsilon: 1 }, powers: [-12, -7] },
    { title: "0 for each name", counts: { units: 2, beta: 2 }, hasZeros: true },
  ],
};

/** Cases of `gridSearch`. */
export const gridSearchCases: CaseGenerator = (random, index, list) => {
  const { title, counts, ...kind } = pickScenario(scenarios, index, list);
  const ranges = Object.entries(counts).map(([name, count]) => [name, drawUnsorted(random, count, kind)] as const);
  return { title, args: [recordValue(ranges.map(([name, values]) => [name, vectorValue(values)]))] };
};

type Kind = Pick<Scenario, "powers" | "isSigned" | "hasZeros">;

/** Different values in an order that is neither rising nor, of more than two, falling. */
function drawUnsorted(random: RandomState, count: number, { powers = [-4, 5], isSigned, hasZeros }: Kind): number[] {
  for (;;) {
    const values = Array.from({ length: count }, (_, i) => {
      if (hasZeros && i === 0) return 0;
      const size = Number((10 ** drawNumber(random, powers)).toPrecision(13));
      return isSigned && (i === 1 || random.random() < 0.5) ? -size : size;
    });
    if (count === 1 || (hasZeros && !isSigned)) return values;
    const rises = values.slice(1).map((value, i) => value > (values[i] ?? value));
    if (rises.includes(false) && (count === 2 || rises.includes(true))) return values;
  }
}
