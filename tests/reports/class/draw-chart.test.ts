import { expect, test } from "vitest";
import { drawChart } from "../../../reports/class/draw-chart.ts";
import { exercisesChart } from "../../../reports/class/exercises-chart.ts";
import { histogramChart } from "../../../reports/class/histogram-chart.ts";
import { exerciseStatistics } from "../../../reports/class/statistics/exercise-statistics.ts";
import { scoreHistogram } from "../../../reports/class/statistics/score-histogram.ts";
import { classResult } from "../../fixtures/class-result.ts";
import { readHtml } from "../../fixtures/read-html.ts";

const result = classResult(50);
const bins = scoreHistogram(
  result.students.map(({ score }) => score),
  100,
);
const specs = [
  histogramChart(bins, 50),
  exercisesChart(exerciseStatistics(result).exercises),
  exercisesChart(exerciseStatistics(classResult(1)).exercises),
];

test("drawChart() draws well-formed SVG in the theme's colours only, without role, class or address", async () => {
  for (const spec of specs) {
    const { content, width } = await drawChart(spec);
    expect(width).toBe(360);
    const tags = readHtml(content);
    const attributes = new Set(tags.flatMap((tag) => tag.attributes));
    for (const attribute of attributes) expect(attribute).not.toMatch(/^(?:class|role|aria|href|xlink|style|on)/);
    const colors = [...content.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
    expect(colors.length).toBeGreaterThan(10);
    for (const color of colors) expect(color).toMatch(/^(?:none|var\(--(?:text|muted|line|link)\))$/);
  }
});

test("drawChart() draws the same bytes again", async () => {
  for (const spec of specs) expect(await drawChart(spec)).toEqual(await drawChart(structuredClone(spec)));
});

test("histogramChart() draws a bar of the right height for every bin, and the pass mark at its place", async () => {
  const spec = histogramChart(scoreHistogram([5, 5, 5, 5, 15, 15], 20), 5);
  const { content } = await drawChart(spec);
  const bars = [...content.matchAll(/<path d="M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)h[^"]*" fill="var\(--link\)"/g)];
  expect(bars).toHaveLength(10);
  const heights = bars.map(([, , , , height]) => Number(height));
  expect(heights[2]).toBe(118);
  expect(heights[7]).toBe(59);
  expect(heights.filter((height) => height === 0)).toHaveLength(8);
  // 20 points over 332 pixels from 12 on: 5 points lie at 95.
  expect(content).toContain('<line transform="translate(95,6)" y2="130" stroke="var(--text)" stroke-dasharray="4,3"/>');
});

test("exercisesChart() draws no dot where discrimination is undefined", async () => {
  const undefinedBecause = "same-points-here" as const;
  const none = { id: "a", difficulty: { value: 1 }, full: 3, discrimination: { value: null, undefinedBecause } };
  const some = { ...none, discrimination: { value: -0.34 } };
  const dots = async (list: Parameters<typeof exercisesChart>[0]) =>
    (await drawChart(exercisesChart(list))).content.match(/<path transform/g)?.length ?? 0;
  expect(await dots([none, none])).toBe(0);
  expect(await dots([none, some])).toBe(1);
  expect((await drawChart(exercisesChart([some]))).content).toContain(">−0.4<");
});
