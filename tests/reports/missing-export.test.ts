import { expect, it } from "vitest";
import { renderHtml } from "../../reports/pages/render-html.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import { summarise } from "../../reports/phrasing/summarise.ts";
import type { Report } from "../../reports/report/report.ts";
import { validateReport } from "../../reports/report/validate-report.ts";
import { renderText } from "../../reports/terminal/render-text.ts";
import { w2OptimizationReport } from "../fixtures/w2-optimization-report.ts";

const report = w2OptimizationReport();
const exercises = report.exercises.map((exercise) => {
  if (exercise.id !== "updateLr") return exercise;
  const changed = { ...exercise, missingExport: { onlyDefault: false, defined: "updateLr" } };
  return { ...changed, summary: summarise(changed) };
});
const notExported: Report = { ...report, exercises };

it("a function that is not exported is reported so on the terminal, on the page and in JSON, and never as not implemented", () => {
  const view = validateReport(JSON.parse(JSON.stringify(studentView(notExported))));
  expect(view.exercises.find(({ id }) => id === "updateLr")).toMatchObject({
    status: "not-implemented",
    missingExport: { defined: "updateLr" },
    summary: "Not exported: `updateLr` is defined, but the grader cannot call it; write `export function updateLr`.",
  });
  const [page, text] = [renderHtml(view), renderText(view, { color: false, width: 80 })];
  expect(page).toContain("not exported");
  expect(`${page}${text}`).not.toMatch(/not implemented/i);
  expect(text.replaceAll(/\s+/g, " ")).toContain("Not exported: `updateLr` is defined, but the grader cannot call it;");
});
