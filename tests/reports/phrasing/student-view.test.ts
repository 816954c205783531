import { expect, test } from "vitest";
import { renderHtml } from "../../../reports/pages/render-html.ts";
import { studentView } from "../../../reports/phrasing/student-view.ts";
import schema from "../../../reports/report/report.schema.json" with { type: "json" };
import type { CaseReport, ExerciseReport, Report } from "../../../reports/report/report.ts";
import { validateReport } from "../../../reports/report/validate-report.ts";
import { renderText } from "../../../reports/terminal/render-text.ts";
import { fillSchema } from "../../fixtures/fill-schema.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

const marker = "HIDDENFACT";
const markerNumber = 777_777;
const outcomes = schema.definitions.caseReport.properties.outcome.enum as CaseReport["outcome"][];
const statuses = schema.definitions.exerciseReport.properties.status.enum as ExerciseReport["status"][];

/** A hidden case with every field of the schema set; `variant` chooses the words of its enumerations. */
function fullHiddenCase(variant: number, outcome: CaseReport["outcome"]): CaseReport {
  const filled = fillSchema(schema, schema.definitions.caseReport, { text: marker, number: markerNumber, variant });
  return { ...(filled as CaseReport), id: `hidden-${variant}`, visibility: "hidden", outcome };
}

/** The fixture with its hidden cases, and a few more of every class, replaced by what `make` returns. */
function withHidden(make: (variant: number, outcome: CaseReport["outcome"]) => CaseReport, summary: string): Report {
  const report = w2OptimizationReport();
  let variant = 0;
  const exercises = report.exercises.map((exercise, at) => {
    const visible = exercise.cases.filter(({ visibility }) => visibility === "visible");
    const hidden = outcomes.map((outcome) => make(variant++, outcome));
    const withoutVisible = { ...exercise, cases: hidden, status: statuses[at % statuses.length] ?? "failed", summary };
    return at % 2 === 0 ? { ...exercise, cases: [...hidden, ...visible], summary } : withoutVisible;
  });
  return { ...report, exercises };
}

const full = withHidden(fullHiddenCase, `${marker} ${markerNumber}`);
const bare = withHidden((variant, outcome) => ({ id: `hidden-${variant}`, visibility: "hidden", outcome }), "");

function renderAll(report: Report): readonly string[] {
  return [JSON.stringify(report), renderHtml(report), renderText(report, { color: true, width: 100 })];
}

test("studentView() lets no fact of a hidden case through to JSON, page or terminal", () => {
  validateReport(full);
  for (const output of renderAll(studentView(full))) {
    expect(output).not.toContain(marker);
    expect(output).not.toContain(String(markerNumber));
  }
  // The marks would be seen if they were there.
  expect(renderHtml(full)).toContain(marker);
  expect(renderHtml(full)).toContain(String(markerNumber));
});

test("studentView() is the same whatever the facts of hidden cases are", () => {
  expect(studentView(full)).toEqual(studentView(bare));
});

test("renderHtml() and renderText() redact a student's report that was not redacted before", () => {
  const careless: Report = { ...full, audience: "student" };
  expect(renderHtml(careless)).toBe(renderHtml(studentView(full)));
  expect(renderText(careless, { color: false, width: 80 })).toBe(
    renderText(studentView(full), { color: false, width: 80 }),
  );
});

test("studentView() keeps visible cases whole and summaries as they were", () => {
  const report = w2OptimizationReport();
  const view = studentView(report);
  const visible = ({ exercises }: Report) =>
    exercises.map(({ cases }) => cases.filter(({ visibility }) => visibility === "visible"));
  expect(visible(view)).toEqual(visible(report));
  expect(view.exercises.map(({ summary }) => summary)).toEqual(report.exercises.map(({ summary }) => summary));
  expect(validateReport(view).audience).toBe("student");
});

test("studentView() names a mistake only where the visible cases alone name it", () => {
  const [step, batches] = studentView(w2OptimizationReport()).exercises;
  expect(step?.misconceptions).toEqual(["adds-the-gradient"]);
  expect(step?.diagnoses?.map(({ id }) => id)).toEqual(["adds-the-gradient"]);
  expect(batches?.misconceptions).toEqual([]);
  expect(batches).not.toHaveProperty("diagnoses");
});

test("studentView() keeps the message of a submission that did not load, not that of a failed grader", () => {
  const report: Report = { ...w2OptimizationReport(), message: "hidden-3 broke", exercises: [] };
  expect(studentView({ ...report, status: "not-gradable" }).message).toBe("hidden-3 broke");
  expect(studentView({ ...report, status: "grader-error" })).not.toHaveProperty("message");
});

test("studentView() applied twice changes nothing more, and never its argument", () => {
  const report = w2OptimizationReport();
  const once = studentView(report);
  expect(studentView(once)).toEqual(once);
  expect(report).toEqual(w2OptimizationReport());
});

test("studentView() keeps the adjustments of the score", () => {
  const adjustments = {
    rawScore: 28.75,
    score: 20,
    late: { lateSeconds: 1, daysCounted: 1, lateDaysUsed: 0, points: 8.75, sentence: "Handed in 1 second late." },
    overrides: [{ exercise: "updateLr", from: 0, to: 0, reason: "seen" }],
  };
  const view = studentView({ ...w2OptimizationReport(), adjustments });
  expect(validateReport(view).adjustments).toEqual(adjustments);
  expect(studentView(view)).toEqual(view);
  expect(studentView(w2OptimizationReport())).not.toHaveProperty("adjustments");
});
