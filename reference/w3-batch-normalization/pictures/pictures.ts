import { colours, dashes, type Pictures, type Say } from "../../pictures/picture.ts";
import { descents, runningMeans, unitDensities } from "./picture-numbers.ts";

const axis = (title: string) => ({ title, grid: false });

/** Colour and dash of the values of a field, in their order. */
const seriesOf = (field: string, domain: readonly string[]) => ({
  color: { field, scale: { domain: [...domain], range: colours.series.slice(0, domain.length) }, title: null },
  strokeDash: {
    field,
    scale: { domain: [...domain], range: dashes.slice(0, domain.length).map((dash) => [...dash]) },
    title: null,
  },
});

/** The pictures of the handout. */
export const pictures: Pictures = {
  "one-unit": (say) => {
    const names = [
      say("before", "vorher"),
      say("normalized", "normalisiert"),
      say("scaled, shifted", "skaliert, verschoben"),
    ];
    const values = unitDensities().map(({ stage, ...point }) => ({ ...point, stage: names[stage] }));
    return {
      width: 460,
      height: 170,
      data: { values },
      mark: { type: "line", strokeWidth: 2 },
      encoding: {
        x: { field: "z", type: "quantitative", axis: axis(say("value of the unit", "Wert der Einheit")) },
        y: {
          field: "density",
          type: "quantitative",
          axis: axis(say("density of the examples", "Dichte der Beispiele")),
        },
        ...seriesOf("stage", names),
      },
    };
  },
  "cost-bowls": (say) => ({
    hconcat: [
      bowl(say, 0, say("not normalized", "nicht normalisiert")),
      bowl(say, 1, say("normalized", "normalisiert")),
    ],
  }),
  "running-mean": (say) => {
    const { batches, means } = runningMeans();
    const names = means.map(({ momentum }) => `momentum ${momentum}`);
    const x = { field: "batch", type: "quantitative" as const, axis: axis(say("batch", "Batch")) };
    const y = {
      field: "mean",
      type: "quantitative" as const,
      axis: axis(say("mean of the unit", "Mittelwert der Einheit")),
    };
    const lines = means.flatMap(({ momentum, averages }) =>
      averages.map((mean, batch) => ({ batch, mean, series: `momentum ${momentum}` })),
    );
    return {
      width: 460,
      height: 200,
      layer: [
        {
          data: { values: batches.map((mean, i) => ({ batch: i + 1, mean })) },
          mark: { type: "point", filled: true, size: 14, color: colours.muted },
          encoding: { x, y },
        },
        {
          data: { values: lines },
          mark: { type: "line", strokeWidth: 2 },
          encoding: { x, y, ...seriesOf("series", names) },
        },
      ],
    };
  },
};

function bowl(say: Say, which: 0 | 1, title: string) {
  const { contours, path } = descents()[which];
  const x = {
    field: "x",
    type: "quantitative" as const,
    axis: axis(say("one weight", "ein Gewicht")),
    scale: { domain: [-6, 6] },
  };
  const y = {
    field: "y",
    type: "quantitative" as const,
    axis: axis(say("another weight", "ein anderes Gewicht")),
    scale: { domain: [-6, 6] },
  };
  const order = { field: "step", type: "quantitative" as const };
  return {
    title,
    width: 210,
    height: 210,
    layer: [
      {
        data: { values: contours },
        mark: { type: "line" as const, strokeWidth: 1, color: colours.muted, clip: true },
        encoding: { x, y, order, detail: { field: "level", type: "nominal" as const } },
      },
      {
        data: { values: path },
        mark: {
          type: "line" as const,
          strokeWidth: 1.5,
          color: colours.series[0],
          point: { filled: true, size: 18, color: colours.series[0] },
        },
        encoding: { x, y, order },
      },
    ],
  };
}
