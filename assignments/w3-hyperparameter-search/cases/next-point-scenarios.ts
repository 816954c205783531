import type { Scenarios } from "../../catalog/case.ts";
import type { Range } from "./draw-numbers.ts";
import type { Search } from "./gaussian-process.ts";
import type { WrongRule } from "./wrong-choices.ts";

/** What a case of `proposeNext` is about. */
export type Scenario = {
  readonly title: string;
  readonly n: number;
  /** Default 2. */
  readonly dimensions?: number;
  readonly count: number;
  /** Default 1 to 1.5. */
  readonly lengthScale?: Range;
  /** Default 0.05 to 0.15. */
  readonly noise?: Range;
  readonly y?: Range;
  /** Left out: undefined is passed. */
  readonly xi?: Range;
  /** Of coordinates; default -2 to 2. */
  readonly range?: Range;
  /** How many more candidates lie near the last observations. */
  readonly besideLast?: number;
  /** The best candidate comes again, behind all others. */
  readonly hasEqual?: true;
  /** Where the answer stands, if that matters. */
  readonly at?: "first" | "last";
  /** What must give another answer. */
  readonly against: readonly WrongRule[];
  /** The answer changes with every argument. */
  readonly isVaried?: true;
  /** The answer is another where an argument is limited in one of these ways. */
  readonly limited?: readonly Limit[];
};

type Limit = (search: Search) => Search;

const lengthScaleUpTo =
  (most: number): Limit =>
  (search) => ({ ...search, lengthScale: Math.min(most, search.lengthScale) });

const valuesUpTo =
  (most: number): Limit =>
  (search) => ({ ...search, y: search.y.map((value) => Math.min(most, value)) });

const scales: Range = [0.6, 0.9];

/** The scenarios of `proposeNext`. */
export const scenarios: Scenarios<Scenario> = {
  visible: [
    {
      title: "8 candidates in one dimension",
      n: 4,
      dimensions: 1,
      count: 8,
      lengthScale: scales,
      against: ["greatest mean", "greatest std"],
    },
    {
      title: "6 candidates in 2 dimensions, xi is 0",
      n: 5,
      count: 6,
      xi: [0, 0],
      against: ["greatest mean", "greatest std"],
    },
    {
      title: "the best candidate twice",
      n: 3,
      dimensions: 1,
      count: 5,
      lengthScale: scales,
      hasEqual: true,
      against: ["greatest mean"],
    },
  ],
  hidden: [
    {
      title: "9 candidates in 2 dimensions",
      n: 5,
      count: 9,
      xi: [0.02, 0.02],
      isVaried: true,
      against: ["greatest mean", "greatest std"],
    },
    {
      title: "xi passed as undefined matters",
      n: 5,
      dimensions: 1,
      count: 12,
      lengthScale: [3, 5],
      noise: [0.01, 0.02],
      y: [0.1, 0.2],
      against: ["xi 0", "greatest mean"],
    },
    {
      title: "xi is 0 matters",
      n: 5,
      dimensions: 1,
      count: 12,
      lengthScale: [3, 5],
      noise: [0.01, 0.02],
      y: [0.1, 0.2],
      xi: [0, 0],
      against: ["default xi", "greatest std"],
    },
    { title: "a large xi", n: 5, count: 12, xi: [0.8, 1.2], against: ["default xi", "xi 0"] },
    {
      title: "the best candidate twice, in 2 dimensions",
      n: 5,
      count: 6,
      hasEqual: true,
      against: ["greatest mean", "greatest std"],
    },
    {
      title: "noise 0",
      n: 5,
      count: 9,
      lengthScale: [0.6, 0.9],
      noise: [0, 0],
      against: ["probability", "upper bound", "wide upper bound"],
    },
    {
      title: "large noise",
      n: 6,
      dimensions: 1,
      count: 12,
      lengthScale: scales,
      noise: [0.5, 0.8],
      against: ["noise of the observation", "noise ignored", "noise not squared"],
    },
    {
      title: "all values are negative",
      n: 5,
      dimensions: 1,
      count: 12,
      y: [-4, -1],
      against: ["best from 0", "best of means"],
    },
    {
      title: "the best value is neither first nor last",
      n: 6,
      count: 12,
      against: ["last value", "first value", "lowest value", "mean value"],
    },
    { title: "the first candidate", n: 5, count: 7, at: "first", against: ["lowest", "minimum", "variance"] },
    { title: "the last candidate", n: 5, count: 7, at: "last", against: ["lowest", "minimum", "variance"] },
    { title: "one candidate", n: 3, count: 1, against: [] },
    {
      title: "large values and coordinates",
      n: 4,
      count: 7,
      lengthScale: [30, 50],
      y: [27.5, 30],
      range: [2800, 3000],
      at: "last",
      against: ["greatest std"],
      limited: [lengthScaleUpTo(10), valuesUpTo(6), valuesUpTo(10), valuesUpTo(27)],
    },
    {
      title: "tiny coordinates",
      n: 4,
      count: 7,
      lengthScale: [1e-8, 2e-8],
      range: [-3e-8, 3e-8],
      at: "last",
      against: ["greatest mean"],
    },
    {
      title: "66 observations",
      n: 66,
      dimensions: 1,
      count: 3,
      lengthScale: [0.3, 0.5],
      range: [-30, 30],
      besideLast: 5,
      against: ["rest of observations ignored"],
    },
    {
      title: "70 candidates, of which the last is chosen",
      n: 5,
      count: 70,
      at: "last",
      against: ["greatest mean", "greatest std"],
    },
  ],
  small: [
    { title: "one observation, 2 candidates", n: 1, dimensions: 1, count: 2, lengthScale: scales, against: [] },
    {
      title: "2 observations, 2 candidates",
      n: 2,
      dimensions: 1,
      count: 2,
      lengthScale: scales,
      against: ["greatest mean"],
    },
    {
      title: "the more certain candidate",
      n: 2,
      dimensions: 1,
      count: 2,
      lengthScale: scales,
      against: ["greatest std"],
    },
    {
      title: "the best candidate twice",
      n: 1,
      dimensions: 1,
      count: 2,
      lengthScale: scales,
      hasEqual: true,
      against: [],
    },
    { title: "one candidate", n: 1, dimensions: 1, count: 1, lengthScale: scales, against: [] },
    {
      title: "3 candidates, xi is 1",
      n: 2,
      dimensions: 1,
      count: 3,
      lengthScale: scales,
      xi: [1, 1],
      against: ["default xi"],
    },
    { title: "negative values", n: 2, dimensions: 1, count: 3, y: [-4, -1], against: ["best from 0"] },
    {
      title: "large noise",
      n: 2,
      dimensions: 1,
      count: 3,
      lengthScale: scales,
      noise: [0.5, 0.8],
      against: ["noise of the observation"],
    },
    {
      title: "the first value is the best",
      n: 2,
      dimensions: 1,
      count: 3,
      lengthScale: scales,
      against: ["last value"],
    },
  ],
};
