import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { numberValue } from "../values/case-value.ts";
import type { RandomState } from "../values/random-state.ts";

type Scenario = {
  readonly title: string;
  /** Which costs are lower than which: 0 is the lowest, and equal ranks are equal costs. */
  readonly ranks: readonly number[];
  readonly patience: number;
  /** What costs are multiplied by. */
  readonly scale?: number;
  /** What is added to all of them. */
  readonly offset?: number;
  /** By how much a rank is above the one below. */
  readonly gap?: readonly [low: number, high: number];
};

/** So many epochs after epoch 3 without a new best, each a little worse than the one before; then all gets better. */
const rising = (epochs: number): number[] => [
  ...[4, 3, 2, 1],
  ...Array.from({ length: epochs }, (_, i) => 5 + i),
  ...[0, 0, 0],
];

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "stops before costs fall again", ranks: [4, 6, 2, 3, 5, 1, 0], patience: 2 },
    { title: "never stops early", ranks: [4, 5, 2, 0, 1, 3], patience: 3 },
    { title: "a cost as low as the best is no new best", ranks: [3, 1, 2, 1, 2, 0], patience: 3 },
  ],
  hidden: [
    { title: "new bests, with worse epochs between them", ranks: [8, 6, 7, 9, 4, 5, 2, 3, 10, 11, 12, 1], patience: 4 },
    { title: "a cost as low as the best, then worse ones", ranks: [4, 1, 2, 1, 3, 5, 6], patience: 4 },
    { title: "patience 1", ranks: [5, 3, 2, 4, 1, 0], patience: 1 },
    { title: "patience reached at the last epoch", ranks: [4, 2, 5, 3, 6], patience: 3 },
    { title: "a new best when patience is all but over", ranks: [6, 4, 7, 5, 2, 3, 8, 9, 1], patience: 3 },
    { title: "costs that fall without a new best", ranks: [8, 1, 7, 6, 5, 4, 3, 2, 0], patience: 4 },
    { title: "equal costs", ranks: [0, 0, 0, 0, 0], patience: 3 },
    { title: "one epoch", ranks: [0], patience: 2 },
    { title: "the last epoch is the best", ranks: [5, 4, 3, 2, 1, 0], patience: 2 },
    { title: "the first epoch is the best", ranks: [0, 3, 1, 4, 2, 5], patience: 4 },
    { title: "patience of more epochs than there are", ranks: [3, 0, 2, 4, 1], patience: 12 },
    { title: "large costs, a wait of 70 epochs", ranks: rising(80), patience: 70, scale: 4000 },
    { title: "large costs that lie close together", ranks: [4, 5, 1, 2, 3, 0], patience: 3, scale: 1e4, offset: 40 },
    { title: "costs below 0", ranks: [5, 6, 1, 3, 4, 2, 0], patience: 3, offset: -20 },
    { title: "tiny costs", ranks: [4, 2, 1, 3, 5, 0], patience: 2, scale: 1e-9 },
    {
      title: "a new best by less than float32 can tell",
      ranks: [6, 3, 5, 2, 4, 1, 7, 8, 0],
      patience: 2,
      offset: 0.5,
      gap: [1e-9, 3e-9],
    },
    { title: "a wait of more than 1000 epochs", ranks: rising(1010), patience: 1005 },
  ],
  small: [
    { title: "stops before costs fall again", ranks: [2, 1, 3, 4, 0], patience: 2 },
    { title: "a cost as low as the best", ranks: [1, 0, 0, 2], patience: 2 },
    { title: "a cost as low as the best, never stops early", ranks: [1, 0, 0], patience: 2 },
    { title: "patience 1", ranks: [1, 2, 0], patience: 1 },
    { title: "patience reached at the last epoch", ranks: [1, 0, 2, 3], patience: 2 },
    { title: "a new best when patience is all but over", ranks: [3, 1, 2, 0], patience: 2 },
    { title: "new bests, with worse epochs between them", ranks: [5, 3, 4, 1, 2, 6, 0], patience: 3 },
    { title: "costs that fall without a new best", ranks: [5, 1, 4, 3, 2, 0], patience: 3 },
    { title: "one epoch", ranks: [0], patience: 1 },
    { title: "the last epoch is the best", ranks: [2, 1, 0], patience: 2 },
    { title: "patience of more epochs than there are", ranks: [0, 1, 2], patience: 12 },
    { title: "large costs", ranks: [2, 1, 3, 4, 0], patience: 2, scale: 4000 },
    { title: "costs below 0", ranks: [2, 1, 3, 4, 0], patience: 2, offset: -20 },
    { title: "tiny costs", ranks: [2, 1, 3, 4, 0], patience: 2, scale: 1e-9 },
    {
      title: "a new best by less than float32 can tell",
      ranks: [4, 2, 1, 3, 0],
      patience: 2,
      offset: 0.5,
      gap: [1e-9, 3e-9],
    },
    { title: "a wait of 70 epochs", ranks: rising(75), patience: 70 },
  ],
};

/** Cases of `earlyStopping`. */
export const earlyStoppingCases: CaseGenerator = (random, index, visibility) => {
  const { title, ranks, patience, scale = 1, offset, gap = [0.02, 0.12] } = pickScenario(scenarios, index, visibility);
  const levels = drawLevels(random, Math.max(...ranks) + 1, offset ?? gap[1], gap);
  const data = Float64Array.from(ranks, (rank) => scale * (levels[rank] ?? 0));
  return { title, args: [{ kind: "array", shape: [data.length], data }, numberValue(patience)] };
};

/** Costs of each rank, from the lowest: the first is above `lowest` by a gap too. */
function drawLevels(
  random: RandomState,
  count: number,
  lowest: number,
  [low, high]: readonly [low: number, high: number],
): number[] {
  let level = lowest;
  return Array.from({ length: count }, () => {
    level += low + random.random() * (high - low);
    return level;
  });
}
