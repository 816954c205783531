import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { numberValue } from "../../values/case-value.ts";
import type { RandomState } from "../../values/random-state.ts";
import { drawNumbers, drawPoints, pointsValue, type Range, vectorValue } from "./draw-numbers.ts";

type Scenario = {
  readonly title: string;
  readonly n: number;
  readonly keep: number;
  /** Of each coordinate. */
  readonly ranges: readonly Range[];
  readonly scores?: Range;
  /** How many points share the score at the border of `keep`, some within and some without. */
  readonly tied?: number;
  /** What the manifest's `variations` make of it shows as much. */
  readonly isVaried?: true;
};

const usual: readonly Range[] = [
  [-9, 9],
  [20, 90],
];

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "3 of 5 points", n: 5, keep: 3, ranges: usual },
    { title: "equal scores at the border", n: 6, keep: 3, ranges: usual, tied: 4 },
    { title: "keep is 1", n: 4, keep: 1, ranges: usual },
  ],
  hidden: [
    { title: "4 of 8 points in 3 dimensions", n: 8, keep: 4, ranges: [...usual, [-0.9, -0.2]], isVaried: true },
    { title: "keep is 1, one dimension", n: 6, keep: 1, ranges: [[-9, -1]] },
    { title: "all points are kept", n: 5, keep: 5, ranges: usual },
    { title: "one point", n: 1, keep: 1, ranges: usual },
    { title: "4 equal scores at the border", n: 9, keep: 4, ranges: usual, tied: 4 },
    { title: "all scores are equal", n: 6, keep: 3, ranges: usual, scores: [0.5, 0.5] },
    { title: "negative scores of several sizes", n: 12, keep: 4, ranges: usual, scores: [-2000, -0.01] },
    {
      title: "20 of 70 points, large and tiny coordinates",
      n: 70,
      keep: 20,
      ranges: [
        [-9e6, -1e6],
        [1e-9, 9e-8],
      ],
    },
    { title: "tiny scores", n: 8, keep: 3, ranges: usual, scores: [1e-9, 9e-7] },
    {
      title: "3 of 6 points in 70 dimensions",
      n: 6,
      keep: 3,
      ranges: Array.from({ length: 70 }, (): Range => [-9, 9]),
    },
    { title: "12 of 30 points", n: 30, keep: 12, ranges: usual, scores: [2, 2000] },
    { title: "large scores close to each other", n: 9, keep: 3, ranges: usual, scores: [1.9e6, 2e6] },
  ],
  small: [
    { title: "one point", n: 1, keep: 1, ranges: [[1, 9]] },
    { title: "keep is 1", n: 3, keep: 1, ranges: [[1, 9]] },
    { title: "2 of 3 points", n: 3, keep: 2, ranges: [[1, 9]] },
    { title: "all points are kept", n: 2, keep: 2, ranges: [[1, 9]] },
    { title: "equal scores at the border", n: 4, keep: 2, ranges: [[1, 9]], tied: 2 },
    { title: "negative coordinates", n: 3, keep: 2, ranges: [[-9, -1]] },
    { title: "2 dimensions", n: 4, keep: 2, ranges: usual },
    { title: "scores of several sizes", n: 5, keep: 2, ranges: [[1, 9]], scores: [0.01, 2000] },
    { title: "negative scores", n: 4, keep: 2, ranges: [[1, 9]], scores: [-90, -1] },
  ],
};

/** Cases of `coarseToFine`. */
export const coarseToFineCases: CaseGenerator = (random, index, list) => {
  const scenario = pickScenario(scenarios, index, list);
  const { title, n, keep, ranges, isVaried, scores: range } = scenario;
  for (;;) {
    const points = drawPoints(random, n, ranges);
    const scores = drawScores(random, scenario);
    if (!isTelling(points, scores, keep, range !== undefined && spansPowers(...range))) continue;
    const negated = scores.map((score) => -score);
    if (isVaried && !(isTelling(points, scores, 2) && isTelling(points, negated, keep))) continue;
    return { title, args: [pointsValue(points), vectorValue(scores), numberValue(keep)] };
  }
};

function drawScores(
  random: RandomState,
  { n, keep, scores: [low, high] = [0.01, 0.99], tied = 0 }: Scenario,
): number[] {
  const scores = spansPowers(low, high)
    ? drawNumbers(random, n, [Math.log(Math.abs(low)), Math.log(Math.abs(high))]).map(
        (power) => Math.sign(low) * Number(Math.exp(power).toPrecision(13)),
      )
    : drawNumbers(random, n, [low, high]);
  const first = keep - Math.floor(tied / 2);
  const [border = 0, ...others] = scores.toSorted((a, b) => b - a).slice(first, first + tied);
  return scores.map((score) => (others.includes(score) ? border : score));
}

/** Numbers of several sizes are drawn by their logarithm, so that their order as text is another. */
const spansPowers = (low: number, high: number): boolean => high / low > 100 || low / high > 100;

/** Whether it shows in the box which points were kept. @param isText Whether an order as text has to show. */
function isTelling(points: readonly number[][], scores: readonly number[], keep: number, isText = false): boolean {
  if (points.length === 1) return true;
  const all = points.map((_, i) => i);
  const score = (i: number): number => scores[i] ?? 0;
  const best = all.toSorted((i, j) => score(j) - score(i));
  const right = best.slice(0, keep);
  const border = score(right[keep - 1] ?? 0);
  const oneTooFew = best.slice(0, keep - 1);
  const aboveBorder = best.filter((i) => score(i) > border);
  const wrong = [
    all,
    best.slice(0, keep + 1),
    oneTooFew,
    aboveBorder,
    best.filter((i) => score(i) >= border),
    all.toSorted((i, j) => score(j) - score(i) || j - i).slice(0, keep),
    ...(keep > 2 ? [[best[0] ?? 0, best[keep - 1] ?? 0]] : []),
  ];
  const others = [all.slice(0, keep), all.slice(-keep), best.slice(-keep)];
  if (points.length > 64) others.push(best.filter((i) => i < 64).slice(0, keep));
  if (isText) others.push(all.toSorted((i, j) => compareTexts(`${score(j)}`, `${score(i)}`)).slice(0, keep));
  const boxOf = (kept: readonly number[]): string => String(bounds(kept.map((i) => points[i] ?? [])));
  const isSame = (one: readonly number[], other: readonly number[]): boolean =>
    new Set(one).symmetricDifference(new Set(other)).size === 0;
  const [first = [], last = []] = [right[0], right.at(-1)].map((i) => points[i ?? 0]);
  const areCorners = last.every((value, k) => value <= (first[k] ?? value));
  return (
    wrong.every((kept) => isSame(kept, right) || boxOf(kept) !== boxOf(right)) &&
    (isSame(oneTooFew, aboveBorder) || boxOf(oneTooFew) !== boxOf(aboveBorder)) &&
    (keep === points.length || new Set(scores).size === 1 || others.every((kept) => boxOf(kept) !== boxOf(right))) &&
    (keep === 1 || !areCorners || boxOf([right[0] ?? 0, right.at(-1) ?? 0]) !== boxOf(right))
  );
}

const compareTexts = (one: string, other: string): number => Number(one > other) - Number(one < other);

const bounds = (points: readonly (readonly number[])[]): number[] =>
  (points[0] ?? []).flatMap((_, k) => {
    const values = points.map((point) => point[k] ?? 0);
    return [Math.min(...values), Math.max(...values)];
  });
