import * as tf from "@tensorflow/tfjs";
import type { Method } from "gradecheck/w2-averages-and-schedules";
import type { TopLevelSpec } from "vega-lite";
import { RandomState } from "../../../assignments/values/random-state.ts";
import { colours, dashes, type Pictures, type Say } from "../../pictures/picture.ts";
import {
  descendSaddle,
  exponentialDecay,
  exponentiallyWeightedAverage,
  inverseSqrtDecay,
  staircaseDecay,
} from "../solution.ts";

const quantitative = "quantitative" as const;

type Row = Readonly<Record<string, number | string>>;

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

const legend = { orient: "bottom", symbolType: "stroke", labelLimit: 0 } as const;

/** Lines that are told apart by colour and dash, of rows with a `series`. @param names In the order of the legend. */
const seriesOf = (names: readonly string[]) => ({
  color: { field: "series", type: "nominal", sort: [...names], title: null, legend } as const,
  strokeDash: {
    field: "series",
    type: "nominal",
    sort: [...names],
    title: null,
    scale: { range: dashes.slice(0, names.length).map((dash) => [...dash]) },
  } as const,
});

const days = 70;
const betas = [0.5, 0.9, 0.97];

/** A year's worth of warming up and cooling down, with days that are off by chance. */
const temperatures = Array.from(new RandomState(3).rand(days), (draw, day) => {
  const season = (day - days / 2) / days;
  return 20 - 30 * season * season + 7 * (draw - 0.5);
});

function averages(say: Say): TopLevelSpec {
  const names = betas.map((beta) => `beta ${beta}`);
  const dots: Row[] = range(days).map((day) => ({ day: day + 1, value: temperatures[day] ?? 0 }));
  const panel = (title: string, biasCorrection: boolean) => {
    const lines: Row[] = betas.flatMap((beta, i) =>
      averaged(beta, biasCorrection).map((value, day) => ({ series: names[i] ?? "", day: day + 1, value })),
    );
    const x = { field: "day", type: quantitative, title: say("day", "Tag"), axis: { grid: false } };
    const y = { field: "value", type: quantitative, title: null, scale: { domain: [0, 24] } };
    return {
      title,
      width: 290,
      height: 220,
      layer: [
        {
          data: { values: dots },
          mark: { type: "point", size: 9, filled: true, color: colours.muted, opacity: 0.7 } as const,
          encoding: { x, y },
        },
        {
          data: { values: lines },
          mark: { type: "line", strokeWidth: 2 } as const,
          encoding: { x, y, ...seriesOf(names) },
        },
      ],
    };
  };
  return {
    hconcat: [
      panel(say("without bias correction", "ohne Bias-Korrektur"), false),
      panel(say("with bias correction", "mit Bias-Korrektur"), true),
    ],
  };
}

const averaged = (beta: number, biasCorrection: boolean): number[] =>
  tf.tidy(() => [...exponentiallyWeightedAverage(tf.tensor1d(temperatures), beta, biasCorrection).dataSync()]);

function schedules(say: Say): TopLevelSpec {
  const curves = {
    [say("exponential, base 0.9", "exponentiell, Basis 0,9")]: (epoch: number) => exponentialDecay(1, epoch, 0.9),
    [say("root, k 1", "Wurzel, k 1")]: (epoch: number) => inverseSqrtDecay(1, epoch, 1),
    [say("steps of 10, factor 0.5", "Stufen zu 10, Faktor 0,5")]: (epoch: number) => staircaseDecay(1, epoch, 10, 0.5),
  };
  const names = Object.keys(curves);
  const values: Row[] = Object.entries(curves).flatMap(([series, rate]) =>
    range(41).map((epoch) => ({ series, epoch, rate: rate(epoch) })),
  );
  return {
    width: 600,
    height: 220,
    data: { values },
    // Between two epochs nothing changes.
    mark: { type: "line", interpolate: "step-after", strokeWidth: 2 },
    encoding: {
      x: { field: "epoch", type: "quantitative", title: say("epoch", "Epoche"), axis: { grid: false } },
      y: {
        field: "rate",
        type: "quantitative",
        title: say("learning rate, at first 1", "Lernrate, anfangs 1"),
      },
      ...seriesOf(names),
    },
  };
}

const levels = [-0.75, -0.4, 0, 0.4, 0.8, 1.2];
const [farthestW1, farthestW2] = [1.25, 2.25];
const pathRates: readonly (readonly [method: Method, learningRate: number])[] = [
  ["gd", 0.1],
  ["momentum", 0.1],
  ["rmsprop", 0.04],
];

/** Where f is below a level: for each w2, w1 up to the same distance on both sides. Two pieces where the level is below 0. */
function lowGround(level: number): Row[] {
  const reach = 2 * Math.sqrt(1 + level);
  const [near, far] = [Math.sqrt(Math.max(0, 2 - reach)), Math.sqrt(2 + reach)];
  const pieces = level < 0 ? [[-far, -near] as const, [near, far] as const] : [[-far, far] as const];
  return pieces.flatMap(([first, last], piece) =>
    range(31).map((i) => {
      // Closer to each other at both ends, where the border is steep.
      const share = (i / 30) ** 2 * (3 - i / 15);
      const w2 = first + (last - first) * share;
      const w1 = Math.min(farthestW1, Math.sqrt(Math.max(0, level + w2 * w2 - (w2 * w2 * w2 * w2) / 4)));
      return { piece: `${level} ${piece}`, w2, from: -w1, to: w1 };
    }),
  );
}

function saddle(say: Say): TopLevelSpec {
  const names: Readonly<Record<Method, string>> = {
    gd: say("gradient descent", "Gradientenabstieg"),
    momentum: "Momentum",
    rmsprop: "RMSprop",
  };
  const paths: Row[] = pathRates.flatMap(([method, learningRate]) =>
    pathOf(method, learningRate).map(([w1 = 0, w2 = 0], step) => ({ series: names[method], step, w1, w2 })),
  );
  const places: Row[] = [
    { w1: 0, w2: 0, name: say("saddle", "Sattel") },
    { w1: 0, w2: Math.SQRT2, name: say("minimum", "Minimum") },
    { w1: 0, w2: -Math.SQRT2, name: say("minimum", "Minimum") },
  ];
  const x = { field: "w2", type: quantitative, title: "w2", scale: { domain: [-farthestW2, farthestW2] } };
  const yScale = { scale: { domain: [-farthestW1, farthestW1] }, title: "w1", type: quantitative };
  const drawn = { x: { ...x, axis: { grid: false } }, y: { ...yScale, field: "w1", axis: { grid: false } } };
  return {
    width: 600,
    height: 330,
    layer: [
      {
        data: { values: levels.flatMap(lowGround) },
        mark: { type: "area", fill: colours.muted, fillOpacity: 0.13 },
        encoding: { x, y: { ...yScale, field: "from" }, y2: { field: "to" }, detail: { field: "piece" } },
      },
      {
        data: { values: paths },
        mark: { type: "line", strokeWidth: 1.5 },
        encoding: { ...drawn, order: { field: "step" }, ...seriesOf(Object.values(names)) },
      },
      {
        data: { values: paths },
        mark: { type: "point", size: 14, filled: true, opacity: 1 },
        encoding: { ...drawn, color: seriesOf(Object.values(names)).color },
      },
      {
        data: { values: places },
        mark: { type: "point", shape: "cross", size: 50, filled: true, color: colours.ink, opacity: 1 },
        encoding: drawn,
      },
      {
        data: { values: places },
        mark: { type: "text", dy: 16, fontSize: 12 },
        encoding: { ...drawn, text: { field: "name" } },
      },
    ],
  };
}

const pathOf = (method: Method, learningRate: number): number[][] =>
  tf.tidy(() => descendSaddle(tf.tensor1d([1.1, -0.02]), method, 41, learningRate).arraySync());

/** What the handout shows. */
export const pictures: Pictures = { averages, schedules, saddle };
