import { describe, expect, test } from "vitest";
import { inLanguage } from "../../../reports/messages/language.ts";
import { renderHtml } from "../../../reports/pages/render-html.ts";
import { phraseExerciseProgress, phraseHistory, phraseProgress } from "../../../reports/phrasing/phrase-progress.ts";
import type { Progress, Report } from "../../../reports/report/report.ts";
import { renderText } from "../../../reports/terminal/render-text.ts";
import { caseOf, reportOf } from "../../graders/class/run/small-grading.ts";

const one = { id: "gd", change: "open", before: 2.5, after: 5 } as const;
const withProgress = (progress: Partial<Progress>, more: Partial<Report> = {}): Report => ({
  ...reportOf({ gd: [caseOf("1", "passed"), caseOf("2", "wrong")] }),
  progress: { attempts: [2.5], exercises: [one], ...progress },
  ...more,
});
const sentence = (report: Report) => phraseProgress(report)?.sentence;

describe("phraseProgress()", () => {
  test("counts what is mended, new and open, with points where the totals are equal", () => {
    const exercises = [one, { ...one, change: "mended" as const }, { ...one, change: "new" as const }, one];
    const counts = "Since your last attempt: 1 fixed, 1 newly failing, 2 still open";
    expect(sentence(withProgress({ exercises }))).toBe(`${counts}; 2.5 → 5 of 10 points.`);
    expect(sentence(withProgress({ exercises, attempts: [] }))).toBe(`${counts}.`);
    expect(sentence(withProgress({ exercises }, { visibility: "visible" }))).toBe(`${counts}.`);
    const late = { adjustments: { rawScore: 5, score: 1, overrides: [] } };
    expect(sentence(withProgress({ exercises }, late))).toBe(`${counts}; 2.5 → 5 of 10 points as graded.`);
    expect(inLanguage("de", () => sentence(withProgress({ exercises })))).toBe(
      "Seit dem letzten Versuch: 1 behoben, 1 neu gescheitert, 2 noch offen; 2,5 → 5 von 10 Punkten.",
    );
  });

  test("counts nothing where the assignment has changed and nothing could be compared", () => {
    const changed: Progress["changed"] = ["assignment", "hidden-cases"];
    expect(phraseProgress(withProgress({ exercises: [], changed }))).toEqual({
      sentence: "Since your last attempt: 2.5 → 5 of 10 points.",
      notes: [
        "The assignment has changed since. Exercises are compared where they are worth the same points.",
        "Other hidden cases are run than at the last attempt.",
      ],
    });
    expect(sentence(withProgress({ exercises: [], attempts: [], changed }))).toContain("none of the exercises");
    expect(sentence(withProgress({ exercises: [] }))).toContain("0 fixed, 0 newly failing, 0 still open");
    expect(phraseProgress(reportOf({}))).toBeNull();
  });
});

test("phraseExerciseProgress() says what has come of an exercise, and points that differ", () => {
  expect(phraseExerciseProgress(one, false)).toBe("Still open since your last attempt: 2.5 → 5 points");
  expect(phraseExerciseProgress({ ...one, after: 2.5 }, false)).toBe("Still open since your last attempt");
  expect(phraseExerciseProgress({ ...one, mistake: "same" }, true)).toContain("the same known mistake");
  expect(phraseExerciseProgress({ ...one, mistake: "other" }, true)).toContain("another known mistake");
});

test("phraseHistory() lists more than two attempts", () => {
  expect(phraseHistory(withProgress({}))).toEqual([]);
  expect(phraseHistory(withProgress({ attempts: [1, 2] }))).toEqual([
    { name: "Attempt 1", score: 1 },
    { name: "Attempt 2", score: 2 },
    { name: "This attempt", score: 5 },
  ]);
  expect(phraseHistory(withProgress({ attempts: [1, 2] }, { visibility: "visible" }))).toEqual([]);
});

test("pages and terminal show it to students and instructors alike, and nothing where there is none", () => {
  for (const audience of ["student", "instructor"] as const) {
    const report = withProgress({}, { audience });
    const { progress, ...without } = report;
    const words = "0 fixed, 0 newly failing, 1 still open; 2.5 → 5 of 10 points";
    for (const show of [renderHtml, (given: Report) => renderText(given, { color: false, width: 120 })]) {
      expect(show(report)).toContain(words);
      expect(show(without)).not.toContain("last attempt");
    }
    expect(renderHtml(report)).toContain(
      '<p class="since open">Still open since your last attempt: 2.5 → 5 points</p>',
    );
    expect(renderHtml(without)).not.toContain("since");
  }
});
