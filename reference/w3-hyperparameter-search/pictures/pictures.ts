import type { TopLevelSpec } from "vega-lite";
import { RandomState } from "../../../assignments/values/random-state.ts";
import { colours, type Pictures, type Say } from "../../pictures/picture.ts";
import { expectedImprovement, gpPosterior, proposeNext } from "../solution.ts";

/** The pictures of the handout. */
export const pictures: Pictures = {
  "grid-and-random": gridAndRandom,
  "uniform-and-log-uniform": uniformAndLogUniform,
  "gaussian-process": gaussianProcess,
};

type Row = Readonly<Record<string, number | string>>;

/** So many digits are drawn; the rest is room in the file. */
const rounded = (value: number): number => Number(value.toPrecision(4));

const [blue, orange, green] = colours.series;

const without = { ticks: false, labels: false, grid: false };

function gridAndRandom(say: Say): TopLevelSpec {
  const places = [1 / 6, 1 / 2, 5 / 6];
  const draws = new RandomState(5).rand(18);
  const searches = [
    { title: say("Grid", "Gitter"), points: places.flatMap((x) => places.map((y) => ({ x, y }))), colour: blue },
    {
      title: say("Random points", "Zufällige Punkte"),
      points: Array.from({ length: 9 }, (_, i) => ({ x: draws[2 * i] ?? 0, y: draws[2 * i + 1] ?? 0 })),
      colour: orange,
    },
  ];
  const axis = { scale: { domain: [0, 1] }, axis: without };
  const important = { field: "x", type: "quantitative" as const, ...axis, title: say("matters", "wichtig") };
  return {
    hconcat: searches.map(({ title, points, colour }) => ({
      title: `${title}: ${new Set(points.map(({ x }) => x)).size} ${say("values that matter", "wichtige Werte")}`,
      data: { values: points.map(({ x, y }) => ({ x: rounded(x), y: rounded(y) })) },
      vconcat: [
        {
          width: 230,
          height: 190,
          mark: { type: "point", filled: true, size: 90, color: colour, opacity: 1 },
          encoding: {
            x: { ...important, title: null },
            y: { field: "y", type: "quantitative", ...axis, title: say("hardly matters", "kaum wichtig") },
          },
        },
        {
          width: 230,
          height: 26,
          mark: { type: "tick", thickness: 2, color: colour, opacity: 1 },
          encoding: { x: important },
        },
      ],
    })),
  };
}

/** Learning rates, ten bars for each power of ten. */
function uniformAndLogUniform(say: Say): TopLevelSpec {
  const draws = [...new RandomState(3).rand(300)];
  const samples = [
    { title: say("Uniform", "Gleichverteilt"), values: draws.map((r) => 1e-4 + (1 - 1e-4) * r), colour: orange },
    {
      title: say("On a logarithmic scale", "Auf logarithmischer Skala"),
      values: draws.map((r) => 1e-4 ** (1 - r)),
      colour: blue,
    },
  ];
  const scale = { domain: [-4, 0] };
  const labels = "['10⁻⁴', '10⁻³', '10⁻²', '10⁻¹', '1'][datum.value + 4]";
  return {
    vconcat: samples.map(({ title, values, colour }) => ({
      title,
      width: 460,
      height: 90,
      data: { values: countsOf(values) },
      mark: { type: "bar", color: colour },
      encoding: {
        x: {
          field: "from",
          type: "quantitative",
          scale,
          title: say("learning rate", "Lernrate"),
          axis: { values: [-4, -3, -2, -1, 0], labelExpr: labels },
        },
        x2: { field: "to" },
        y2: { datum: 0 },
        y: { field: "count", type: "quantitative", title: say("of 300", "von 300"), axis: { tickCount: 4 } },
      },
    })),
  };
}

function countsOf(values: readonly number[]): Row[] {
  return Array.from({ length: 16 }, (_, i) => {
    const [from, to] = [-4 + i / 4, -4 + (i + 1) / 4];
    return { from, to, count: values.filter((value) => Math.log10(value) >= from && Math.log10(value) < to).length };
  });
}

const observed = {
  X: [[0.6], [1.7], [3.1], [4.2], [6.8]],
  y: [0.2, 0.9, -0.5, 0.4, 1.1],
  lengthScale: 0.9,
  noise: 0.05,
};

function gaussianProcess(say: Say): TopLevelSpec {
  const { X, y, lengthScale, noise } = observed;
  const candidates = Array.from({ length: 97 }, (_, i) => [i / 12]);
  const { mean, std } = gpPosterior(X, y, candidates, lengthScale, noise);
  const improvements = expectedImprovement(mean, std, Math.max(...y));
  const rows = candidates.map(([x = 0], i) => {
    const [mu = 0, sigma = 0] = [mean[i], std[i]];
    const all = { x, mean: mu, low: mu - 2 * sigma, high: mu + 2 * sigma, improvement: improvements[i] ?? 0 };
    return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, rounded(value)]));
  });
  const [next = 0] = candidates[proposeNext(X, y, candidates, lengthScale, noise)] ?? [];
  const x = {
    field: "x",
    type: "quantitative" as const,
    scale: { domain: [0, 8] },
    axis: { tickCount: 8, format: "d" },
  };
  const rule = {
    data: { values: [{ x: rounded(next) }] },
    mark: { type: "rule" as const, strokeDash: [4, 3], strokeWidth: 1.5 },
    encoding: { x: { field: "x", type: "quantitative" as const } },
  };
  const value = { type: "quantitative", title: say("score", "Bewertung") } as const;
  return {
    data: { values: rows },
    vconcat: [
      {
        title: {
          text: say(
            "Mean, band of two standard deviations, observations",
            "Mittel, Band von zwei Standardabweichungen, Beobachtungen",
          ),
        },
        width: 460,
        height: 180,
        layer: [
          {
            mark: { type: "area", opacity: 0.22, color: blue },
            encoding: { x: { ...x, title: null }, y: { field: "low", ...value }, y2: { field: "high" } },
          },
          { mark: { type: "line", color: blue }, encoding: { x, y: { field: "mean", ...value } } },
          {
            data: { values: X.map(([at = 0], i) => ({ x: at, y: y[i] ?? 0 })) },
            mark: { type: "point", filled: true, size: 70, color: orange, opacity: 1 },
            encoding: { x, y: { field: "y", ...value } },
          },
          rule,
        ],
      },
      {
        title: say(
          "Expected improvement; dashed: the next point",
          "Erwartete Verbesserung; gestrichelt: der nächste Punkt",
        ),
        width: 460,
        height: 80,
        layer: [
          {
            mark: { type: "area", color: green, opacity: 0.75 },
            encoding: {
              x: { ...x, title: say("hyperparameter", "Hyperparameter") },
              y: { field: "improvement", type: "quantitative", title: "EI", axis: { tickCount: 3 } },
            },
          },
          rule,
        ],
      },
    ],
  };
}
