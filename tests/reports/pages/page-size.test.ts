import { expect, test } from "vitest";
import { renderHtml } from "../../../reports/pages/render-html.ts";
import type { CaseReport, ExerciseReport, Report } from "../../../reports/report/report.ts";
import { expectSmallPages, largestPage } from "../../fixtures/expect-small-pages.ts";
import { drawnTensor, mismatchOf } from "../../fixtures/pictured-report.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

const mismatch = mismatchOf(
  drawnTensor([300, 500]),
  drawnTensor([300, 500], (i, v) => v * Math.sin(i)),
);

/** Each of its cases is wrong in a way of its own and has printed as much as it may. */
function everythingWrong(exercises: number, cases: number): Report {
  const report = w2OptimizationReport();
  const [template] = report.exercises;
  const failing = (at: number, i: number): CaseReport => ({
    id: `${i < 3 ? "visible" : "hidden"}-${i}`,
    visibility: i < 3 ? "visible" : "hidden",
    outcome: "wrong",
    mismatch: { ...mismatch, maxAbsoluteError: 100 * at + i },
    console: "日本語 ".repeat(4000),
  });
  return {
    ...report,
    exercises: Array.from({ length: exercises }, (_, at) => ({
      ...(template as ExerciseReport),
      id: `f${at}`,
      status: "failed" as const,
      cases: Array.from({ length: cases }, (__, i) => failing(at, i)),
    })),
  };
}

test("a page has less than 150 kB, however much there is to show", () => {
  expectSmallPages(everythingWrong(10, 20));
});

test("where there would be too much, the largest exercises show one case, and list the others", () => {
  const report = everythingWrong(1, 2);
  const [large] = everythingWrong(1, 15).exercises;
  const others = report.exercises.map((exercise) => ({ ...exercise, cases: exercise.cases.slice(0, 1) }));
  const html = renderHtml({ ...report, exercises: [...others, { ...(large as ExerciseReport), id: "large" }] });
  expect(Buffer.byteLength(html)).toBeLessThan(largestPage);
  const [, first = "", second = ""] = html.split('<section class="sheet exercise"');
  expect(first.match(/<figure class="picture">/g)).toHaveLength(1);
  expect(second.match(/<details class="case/g)).toHaveLength(1);
  expect(second).toContain("14 other cases");
  expect(second).toMatch(/日本語 +…/);
});

test("values of three hidden cases of an exercise are shown; of more, sentences", () => {
  const [exercise] = everythingWrong(1, 9).exercises;
  const quiet = (exercise as ExerciseReport).cases.map(({ console: _, ...rest }) => rest);
  const html = renderHtml({
    ...w2OptimizationReport(),
    exercises: [{ ...(exercise as ExerciseReport), cases: quiet }],
  });
  const hidden = html.split('<details class="case private">').slice(1);
  expect(hidden.map((one) => one.includes('<table class="matrix">'))).toEqual([true, true, true, false, false, false]);
  for (const one of hidden) expect(one).toMatch(/<p>The result of <code>\w+<\/code>: \d+ of 150000 values differ/);
});
