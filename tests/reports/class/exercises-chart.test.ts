import { expect, test } from "vitest";
import { exercisesChart } from "../../../reports/class/exercises-chart.ts";
import type { ExerciseStatistics } from "../../../reports/class/statistics/exercise-statistics.ts";

/** What is written below the axis of discrimination, where the lowest exercise has this one. */
function labelsDownTo(discrimination: number): string[] {
  const exercise = { difficulty: { value: 0.5 }, discrimination: { value: discrimination } } as ExerciseStatistics;
  const ticks = exercisesChart([exercise]).data?.find(({ name }) => name === "ticks");
  return (ticks as { values: readonly { readonly label: string }[] }).values.map(({ label }) => label);
}

test("exercisesChart() writes no label over another, however far down the axis goes", () => {
  expect(labelsDownTo(0.3)).toEqual(["0", "1", "0.5", "0.2"]);
  expect(labelsDownTo(-0.05)).toEqual(["0", "1", "", "0.5", "0.2"]);
  expect(labelsDownTo(-0.65)).toEqual(["0", "1", "−0.7", "0.5", ""]);
});
