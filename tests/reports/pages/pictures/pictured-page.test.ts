import { expect, test } from "vitest";
import { renderHtml } from "../../../../reports/pages/render-html.ts";
import { studentView } from "../../../../reports/phrasing/student-view.ts";
import type { CaseReport, ExerciseReport } from "../../../../reports/report/report.ts";
import { validateReport } from "../../../../reports/report/validate-report.ts";
import { drawnTensor, mismatchOf, picturedReport } from "../../../fixtures/pictured-report.ts";

const figures = (html: string): string[] => html.match(/<figure[\s\S]*?<\/figure>/g) ?? [];

/** The largest that a heat map can be: 8 by 8 cells that all differ. */
const worst = mismatchOf(
  drawnTensor([300, 500]),
  drawnTensor([300, 500], (i, v) => v * Math.sin(i)),
);

/** Exercises of which no case is right. */
function failing(exercises: number, cases: number, visibility: CaseReport["visibility"]): ExerciseReport[] {
  const [template] = picturedReport().exercises;
  return Array.from({ length: exercises }, (_, at) => ({
    ...(template as ExerciseReport),
    id: `f${at}`,
    cases: Array.from({ length: cases }, (__, i) => ({
      id: `${visibility}-${i + 1}`,
      visibility,
      outcome: "wrong" as const,
      // Of cases that end alike, one is shown.
      mismatch: { ...worst, maxAbsoluteError: i },
    })),
  }));
}

test("a report with pictures is valid, and its page is the same every time", () => {
  const report = picturedReport();
  expect(validateReport(report)).toEqual(report);
  expect(renderHtml(structuredClone(report))).toBe(renderHtml(report));
});

test("the page has a picture of every kind, which says in words what is to be seen, and none of its parts has an id", () => {
  const shown = figures(renderHtml(picturedReport()));
  expect(shown).toHaveLength(picturedReport().exercises.length);
  for (const figure of shown) {
    expect(figure).toMatch(/<svg class="(?:heat|plot)" role="img" aria-label="[^"]{30,}"/);
    expect(figure).not.toMatch(/ id=| style=|NaN"|undefined/);
  }
});

test("a picture has at most 6 kB", () => {
  for (const figure of figures(renderHtml({ ...picturedReport(), exercises: failing(1, 1, "visible") })))
    expect(figure.length).toBeLessThan(6000);
  for (const figure of figures(renderHtml(picturedReport()))) expect(figure.length).toBeLessThan(6000);
});

test("an exercise has at most two pictured cases that are visible and one that is hidden", () => {
  const of = (visibility: CaseReport["visibility"]) =>
    figures(renderHtml({ ...picturedReport(), exercises: failing(2, 4, visibility) })).length;
  expect([of("visible"), of("hidden")]).toEqual([4, 2]);
});

test("a student's page shows no picture of a hidden case, nor its report the numbers", () => {
  const hidden = picturedReport("hidden");
  expect(figures(renderHtml(hidden))).toHaveLength(hidden.exercises.length);
  const student = studentView(hidden);
  expect(figures(renderHtml(student))).toEqual([]);
  expect(JSON.stringify(student)).not.toMatch(/"window"|"drawings"|"expected"/);
  expect(figures(renderHtml({ ...hidden, audience: "student" }))).toEqual([]);
});
