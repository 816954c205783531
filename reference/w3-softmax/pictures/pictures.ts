import type { TopLevelSpec } from "vega-lite";
import { RandomState } from "../../../assignments/values/random-state.ts";
import { colours, dashes, type Picture, type Pictures, type Say } from "../../pictures/picture.ts";

type Point = { readonly x: number; readonly y: number };
type Labelled = Point & { readonly k: number };
/** The score of a class is `w · (x, y) + b`. */
type Scorer = { readonly w: readonly [number, number]; readonly b: number };

type Panel = Extract<TopLevelSpec, { hconcat: unknown }>["hconcat"][number];

const logits = [1, 3, -0.5, 2];

/** Half the side of the plane that is shown. */
const reach = 4;
const steps = 60;
const learningRate = 0.5;
/** Where the points of each class lie. */
const centres: readonly Point[] = [
  { x: -2.2, y: 0.5 },
  { x: 0.7, y: 2.3 },
  { x: 2.2, y: -0.7 },
  { x: -0.7, y: -2.3 },
];

function softmax(z: readonly number[]): number[] {
  const exponentials = z.map((logit) => Math.exp(logit - Math.max(...z)));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}

const scoreOf = ({ w, b }: Scorer, { x, y }: Point): number => w[0] * x + w[1] * y + b;

function drawPoints(): Labelled[] {
  const random = new RandomState(5);
  return centres.flatMap((centre, k) =>
    Array.from({ length: 14 }, () => {
      const [dx = 0, dy = 0] = random.randn(2);
      return { x: centre.x + 0.75 * dx, y: centre.y + 0.75 * dy, k };
    }),
  );
}

/** Softmax regression of the points, from zeros. */
function train(points: readonly Labelled[]): { readonly model: readonly Scorer[]; readonly costs: readonly number[] } {
  let model: readonly Scorer[] = centres.map(() => ({ w: [0, 0], b: 0 }));
  const costs: number[] = [];
  for (let i = 0; i <= steps; i++) {
    const predicted = points.map((point) => softmax(model.map((scorer) => scoreOf(scorer, point))));
    const mean = (of: (p: Labelled, a: readonly number[]) => number): number =>
      points.reduce((sum, point, j) => sum + of(point, predicted[j] ?? []), 0) / points.length;
    costs.push(mean((point, a) => -Math.log(a[point.k] ?? 1)));
    model = model.map(({ w, b }, k): Scorer => {
      const slope = (along: (point: Point) => number): number =>
        learningRate * mean((point, a) => ((a[k] ?? 0) - Number(point.k === k)) * along(point));
      return { w: [w[0] - slope(({ x }) => x), w[1] - slope(({ y }) => y)], b: b - slope(() => 1) };
    });
  }
  return { model, costs };
}

/** The corners of the region in which class k has the largest score: the square, cut by a line for each other class. */
function regionOf(model: readonly Scorer[], k: number): readonly Point[] {
  const corners: readonly Point[] = [
    { x: -reach, y: -reach },
    { x: reach, y: -reach },
    { x: reach, y: reach },
    { x: -reach, y: reach },
  ];
  const own = model[k];
  if (own === undefined) return [];
  return model.reduce(
    (polygon, other) => cut(polygon, (point) => scoreOf(own, point) - scoreOf(other, point)),
    corners,
  );
}

/** The part of a polygon where a linear function is not negative. @see Sutherland & Hodgman 1974, Reentrant polygon clipping */
function cut(polygon: readonly Point[], lead: (point: Point) => number): readonly Point[] {
  return polygon.flatMap((point, i) => {
    const before = polygon.at(i - 1) ?? point;
    const [here, there] = [lead(point), lead(before)];
    const share = there / (there - here);
    const border = { x: before.x + share * (point.x - before.x), y: before.y + share * (point.y - before.y) };
    const crosses = here < 0 !== there < 0;
    return [...(crosses ? [border] : []), ...(here < 0 ? [] : [point])];
  });
}

const points = drawPoints();
const { model, costs } = train(points);

const bars = (say: Say, title: string, values: readonly number[], domain: number[]): Panel => ({
  title,
  width: 150,
  height: 150,
  data: { values: values.map((value, k) => ({ k, value, said: String(Math.round(value * 1000) / 1000) })) },
  encoding: {
    x: { field: "k", type: "nominal", title: say("class", "Klasse"), axis: { labelAngle: 0 } },
    y: { field: "value", type: "quantitative", title: null, scale: { domain }, axis: { tickCount: 5 } },
  },
  layer: [
    { mark: { type: "bar", size: 24 } },
    {
      mark: { type: "text", dy: -8 },
      encoding: { text: { field: "said" }, y: { field: "top", type: "quantitative" } },
    },
  ],
  transform: [{ calculate: "max(datum.value, 0)", as: "top" }],
});

const softmaxAndHardmax: Picture = (say) => ({
  hconcat: [
    bars(say, say("logits", "Logits"), logits, [-1, 3.5]),
    bars(say, "softmax", softmax(logits), [0, 1.15]),
    bars(
      say,
      "hardmax",
      logits.map((logit) => Number(logit === Math.max(...logits))),
      [0, 1.15],
    ),
  ],
});

const decisionRegions: Picture = (say: Say) => {
  const named = (k: number): string => `${say("class", "Klasse")} ${k}`;
  const domain = centres.map((_, k) => named(k));
  const regions = centres.flatMap((_, k) => regionOf(model, k).map((corner, i) => ({ ...corner, i, k: named(k) })));
  const axis = {
    type: "quantitative" as const,
    scale: { domain: [-reach, reach] },
    axis: { tickCount: 5, grid: false },
  };
  return {
    width: 340,
    height: 300,
    encoding: {
      x: { field: "x", ...axis, title: say("first feature", "erstes Merkmal") },
      y: { field: "y", ...axis, title: say("second feature", "zweites Merkmal") },
      color: { field: "k", type: "nominal", title: null, scale: { domain } },
    },
    layer: [
      {
        data: { values: regions },
        mark: { type: "line", interpolate: "linear-closed", filled: true, fillOpacity: 0.22 },
        encoding: { order: { field: "i", type: "quantitative" } },
      },
      {
        data: { values: points.map(({ x, y, k }) => ({ x, y, k: named(k) })) },
        mark: { type: "point", filled: true, opacity: 1, size: 42 },
        encoding: {
          shape: {
            field: "k",
            type: "nominal",
            title: null,
            scale: { domain, range: ["circle", "square", "triangle-up", "diamond"] },
          },
        },
      },
    ],
  };
};

const costOfTraining: Picture = (say) => ({
  width: 380,
  height: 200,
  encoding: { y: { type: "quantitative", title: say("cost", "Kosten"), scale: { domain: [0, 1.6] } } },
  layer: [
    {
      data: { values: costs.map((cost, step) => ({ step, cost })) },
      mark: "line",
      encoding: {
        x: { field: "step", type: "quantitative", title: say("step", "Schritt") },
        y: { field: "cost" },
      },
    },
    {
      data: { values: [{ start: Math.log(4), said: "log 4 ≈ 1.386" }] },
      encoding: { y: { field: "start" } },
      layer: [
        { mark: { type: "rule", strokeDash: [...(dashes[1] ?? [])], color: colours.muted } },
        { mark: { type: "text", align: "right", dy: -7, x: "width" }, encoding: { text: { field: "said" } } },
      ],
    },
  ],
});

/** The pictures of the handout: numbers of a softmax regression that is trained here. */
export const pictures: Pictures = {
  "softmax-and-hardmax": softmaxAndHardmax,
  "decision-regions": decisionRegions,
  "cost-of-training": costOfTraining,
};
