import { describe, expect, test } from "vitest";
import { makeGradebook } from "../../../../graders/course/gradebook/make-gradebook.ts";
import { gradebookTable } from "../../../../reports/course/gradebook/gradebook-tables.ts";
import { gradebookView } from "../../../../reports/course/gradebook/gradebook-view.ts";
import { phraseDanger } from "../../../../reports/course/gradebook/phrase-danger.ts";
import { renderGradebook, renderTerm } from "../../../../reports/course/gradebook/render-gradebook.ts";
import { workCorrelations, workStatistics } from "../../../../reports/course/gradebook/work-statistics.ts";
import { inLanguage } from "../../../../reports/messages/language.ts";
import type { Gradebook, GradebookStudent } from "../../../../reports/report/gradebook.ts";
import { classOf, termClasses, termOverview, termPlan } from "../../../fixtures/term.ts";

const of = (...classes: ReturnType<typeof classOf>[]): Gradebook =>
  makeGradebook(termPlan, termOverview, classes, (folder) => `../${folder}`).gradebook;
const term = of(...termClasses(40));
const options = { dangerBelow: 50, pageOf: (student: string) => `feedback/${student}.html` };
const studentIn = (gradebook: Gradebook, id: string): GradebookStudent => {
  const found = gradebook.students.find(({ student }) => student === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};

describe("workStatistics() and workCorrelations()", () => {
  test("count what was handed in, and leave out what was not", () => {
    const book = of(classOf("a1", { ada: 80, bo: 60, cy: { status: "missing" }, di: { status: "grader-error" } }));
    expect(workStatistics(book)[0]).toEqual({
      ...{ id: "a1", graded: 2, missing: 1, failed: 1, late: 0, mean: 70, median: 70 },
    });
    expect(workStatistics(book)[1]).toMatchObject({ graded: 0, missing: 0, mean: null });
  });

  test("correlate each two pieces of work over ten students at least", () => {
    const ten = Array.from({ length: 10 }, (_, i) => `s${i}`);
    const rising = Object.fromEntries(ten.map((id, i) => [id, 10 * i]));
    const falling = Object.fromEntries(ten.map((id, i) => [id, 90 - 5 * i]));
    const book = of(
      classOf("a1", rising),
      classOf("q1", falling),
      classOf("a2", { ...rising, s3: { status: "missing" } }),
    );
    const [, [first] = [], [second] = []] = workCorrelations(book);
    expect(first).toBeCloseTo(-1, 12);
    expect(second).toBeNull();
  });
});

describe("renderGradebook()", () => {
  test("links to the classes and the students' pages, and shows what is dropped, missing and not graded", async () => {
    const view = await gradebookView(term, options);
    expect(view.work.map(({ href }) => href)).toEqual([
      ...["a1", "q1", "a2", "a3"].map((id) => `../results/${id}/index.html`),
      null,
    ]);
    const kinds = new Set(view.students.flatMap(({ cells }) => cells.map(({ kind }) => kind)));
    expect(kinds).toEqual(new Set(["points", "dropped", "missing", "fault", "none"]));
    expect(view.correlations?.columns.map(({ number }) => number)).toEqual(["1", "2", "3"]);
    expect(view.correlations?.rows.map(({ number }) => number)).toEqual(["2", "3", "4"]);
    expect(view.letters.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  });

  test("escapes names, and is the same every time", async () => {
    const hostile = "<img src=x onerror=alert(1)>\u202e";
    const book = of(classOf("a1", { ada: { score: 1, name: hostile }, "=cmd|' /C calc'!A0": 2 }));
    const page = await renderGradebook(book, options);
    expect(page).not.toContain("<img");
    expect(page).not.toContain("\u202e");
    expect(await renderGradebook(book, options)).toBe(page);
    expect(gradebookTable(book)).toContain("'=cmd|");
  });

  test("shows twenty of many in danger, and the others when asked", async () => {
    const failing = Object.fromEntries(Array.from({ length: 23 }, (_, i) => [`s${i}`, 10]));
    const book = of(classOf("a1", { ...failing, good: 90 }));
    const { dangers, moreDangers } = await gradebookView(book, options);
    expect([dangers.length, moreDangers.length]).toEqual([20, 3]);
    const page = await renderGradebook(book, options);
    expect(page).toContain("<details><summary>3 more</summary>");
    expect(page.startsWith("<!doctype html>")).toBe(true);
    expect(await renderGradebook(of(classOf("a1", { ada: 10, bo: 90 })), options)).not.toContain(" more</summary>");
  });

  test("says in words by which rule somebody is in danger", () => {
    const dangers = [
      { rule: "total", percent: 41.5, below: 50 },
      { rule: "missing", work: ["a2", "q2"] },
      { rule: "fall", work: "a3", percent: 40, before: 71.25 },
    ] as const;
    expect(dangers.map((danger) => phraseDanger(danger, term))).toEqual([
      "The total is 41.5 %, below 50 %.",
      "Not handed in: Deeper and Quiz 2.",
      "Deepest: 40 %, after 71.25 % on average before.",
    ]);
    expect(inLanguage("de", () => dangers.map((danger) => phraseDanger(danger, term)))).toEqual([
      "Das Gesamtergebnis ist 41,5 %, unter 50 %.",
      "Nicht abgegeben: Deeper und Quiz 2.",
      "Deepest: 40 %, davor im Mittel 71,25 %.",
    ]);
  });
});

describe("renderTerm()", () => {
  test("tells a student of each mark what there is to tell, and nothing of anybody else", () => {
    const book = of(
      classOf("a1", { ada: { score: 80, daysLate: 2 }, "another-student": 33 }),
      classOf("a2", { ada: { score: 90, daysLate: 2 }, "another-student": 44 }),
      classOf("a3", { "another-student": 55 }),
      classOf("q1", { ada: { status: "not-gradable", score: 0 } }),
    );
    const page = renderTerm(studentIn(book, "ada"), book);
    for (const words of [
      "Late days of the term: 3 used, 0 left.",
      "1 day and 23 hours late, 2 late days used: 0 points off",
      "1 day and 23 hours late, 1 late day used: 9 points off",
      "not handed in; one of the lowest results, which do not count",
      "could not be loaded",
      "not graded yet",
      "81 of 100",
    ]) {
      expect(page).toContain(words);
    }
    expect(page.slice(page.indexOf("<body>"))).not.toMatch(/another|33|44|55/);
  });
});
