import type { Misconception } from "../../misconceptions/misconception.ts";
import { variantsOf } from "./variants-of.ts";

type Box = { readonly low: readonly number[]; readonly high: readonly number[] };

type Ranked = { readonly point: readonly number[]; readonly score: number; readonly place: number };

type Compare = (one: Ranked, other: Ranked) => number;

const variant = variantsOf<(points: number[][], scores: number[], keep: number) => Box>("coarseToFine", "box");

const ranked = (points: readonly number[][], scores: readonly number[], compare: Compare): Ranked[] =>
  points.map((point, place) => ({ point, score: scores[place] ?? Number.NaN, place })).sort(compare);

const compareTexts = (one: string, other: string): number => Number(one > other) - Number(one < other);

const byScore: Compare = (one, other) => other.score - one.score;

function boxOf(kept: readonly Ranked[]): Box {
  const columns = (kept[0]?.point ?? []).map((_, k) => kept.map(({ point }) => point[k] ?? Number.NaN));
  return { low: columns.map((values) => Math.min(...values)), high: columns.map((values) => Math.max(...values)) };
}

/** What students write instead of the box around the best points. */
export const boxMisconceptions: readonly Misconception[] = [
  variant(
    "lowest-scores",
    "The points of lowest score are kept.",
    "A score is better the higher it is. A cost would be better the lower it is, but no costs are passed here. " +
      "Look at the direction in which you sort.",
    (points, scores, keep) => boxOf(ranked(points, scores, (one, other) => one.score - other.score).slice(0, keep)),
  ),
  variant(
    "later-of-equals",
    "Of points with equal scores the later ones are kept.",
    "Where more points have the score at the border than there is room for, the earlier ones stay. Look at what " +
      "happens to equal scores when you sort, or turn a sorted list round.",
    (points, scores, keep) =>
      boxOf(ranked(points, scores, (one, other) => other.score - one.score || other.place - one.place).slice(0, keep)),
  ),
  variant(
    "all-of-equals",
    "All points that have the score at the border are kept, more than asked for.",
    "keep says how many points count, exactly. A comparison with the score of the last one that is kept lets in " +
      "every other point of the same score.",
    (points, scores, keep) => {
      const border = scores.toSorted((a, b) => b - a)[keep - 1] ?? 0;
      return boxOf(ranked(points, scores, byScore).filter(({ score }) => score >= border));
    },
  ),
  variant(
    "border-left-out",
    "Only points above the score at the border are kept, fewer than asked for.",
    "The last of the points to keep has that score itself. A comparison that does not let equals in leaves it " +
      "out.",
    (points, scores, keep) => {
      const border = scores.toSorted((a, b) => b - a)[keep - 1] ?? 0;
      return boxOf(ranked(points, scores, byScore).filter(({ score }) => score > border));
    },
  ),
  variant(
    "one-too-few",
    "One point fewer than asked for is kept.",
    "Count the points that you keep when keep is 1: it should be one, not none. Look at where the list is cut.",
    (points, scores, keep) => boxOf(ranked(points, scores, byScore).slice(0, keep - 1)),
  ),
  variant(
    "one-too-many",
    "One point more than asked for is kept.",
    "Count the points that you keep when keep is 1: it should be one, not two. Look at where the list is cut, or " +
      "where a loop ends.",
    (points, scores, keep) => boxOf(ranked(points, scores, byScore).slice(0, keep + 1)),
  ),
  variant(
    "all-points",
    "The box holds all points.",
    "The search becomes finer because only the best points count. Look at where keep is used, if it is.",
    (points, scores) => boxOf(ranked(points, scores, byScore)),
  ),
  variant(
    "best-only",
    "Only the best point counts, so that low and high are equal.",
    "A box around one point has no inside to search on. keep says how many of the best points it has to hold.",
    (points, scores) => boxOf(ranked(points, scores, byScore).slice(0, 1)),
  ),
  variant(
    "points-not-sorted",
    "The first points of the list are kept, whatever their scores are.",
    "Sorted scores do not know any more which points they belong to. Sort the places of the points by score, or " +
      "points and scores together.",
    (points, scores, keep) => boxOf(ranked(points, scores, () => 0).slice(0, keep)),
  ),
  variant(
    "sorted-as-text",
    "The scores are sorted as text.",
    "Without a comparison sort orders its items by their letters: 9 comes after 1000 and -2 after -1. Numbers " +
      "need a comparison of numbers.",
    (points, scores, keep) =>
      boxOf(
        ranked(points, scores, (one, other) => compareTexts(String(other.score), String(one.score))).slice(0, keep),
      ),
  ),
  variant(
    "between-best-and-last",
    "The box lies between the best point and the last one that is kept.",
    "The points between them in rank may lie anywhere, and the box has to hold them too. For each coordinate, " +
      "look at all points that are kept.",
    (points, scores, keep) => {
      const kept = ranked(points, scores, byScore).slice(0, keep);
      return boxOf([...kept.slice(0, 1), ...kept.slice(-1)]);
    },
  ),
  variant(
    "corners-are-points",
    "low and high are two of the points instead of the bounds of each coordinate.",
    "A point may have a high first coordinate and a low second one, so it is no corner of the box. The lowest and " +
      "highest values are looked for in each coordinate on its own.",
    (points, scores, keep) => {
      const kept = ranked(points, scores, byScore).slice(0, keep);
      return { low: kept.at(-1)?.point ?? [], high: kept[0]?.point ?? [] };
    },
  ),
  variant(
    "rows-for-columns",
    "Lowest and highest values are taken within each point instead of each coordinate.",
    "The coordinates of one point are different hyperparameters, which cannot be compared. low and high have one " +
      "number for each coordinate, that is, for each column.",
    (points, scores, keep) => {
      const kept = ranked(points, scores, byScore).slice(0, keep);
      return {
        low: kept.map(({ point }) => Math.min(...point)),
        high: kept.map(({ point }) => Math.max(...point)),
      };
    },
  ),
  variant(
    "begins-at-zero",
    "The search for the lowest and highest values begins at 0.",
    "Where all coordinates are negative, none of them exceeds 0, and the box reaches up to a place where no point " +
      "is; where all are positive, it reaches down to 0. Begin with a value that is there, or with infinity.",
    (points, scores, keep) => {
      const { low, high } = boxOf(ranked(points, scores, byScore).slice(0, keep));
      return { low: low.map((value) => Math.min(0, value)), high: high.map((value) => Math.max(0, value)) };
    },
  ),
  variant(
    "bounds-exchanged",
    "low and high are exchanged.",
    "low holds the lowest value of each coordinate and high the highest.",
    (points, scores, keep) => {
      const { low, high } = boxOf(ranked(points, scores, byScore).slice(0, keep));
      return { low: high, high: low };
    },
  ),
];
