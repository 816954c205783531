import { describe, expect, test } from "vitest";
import { readAnswers } from "../../../assignments/quiz/read-answers.ts";
import { gradeAnswers } from "../../../graders/quiz/grade-answers.ts";
import { renderHtml } from "../../../reports/pages/render-html.ts";
import { studentView } from "../../../reports/phrasing/student-view.ts";
import type { ExerciseReport, Report } from "../../../reports/report/report.ts";
import { validateReport } from "../../../reports/report/validate-report.ts";
import { renderText } from "../../../reports/terminal/render-text.ts";
import { rightAnswers, smallKey, smallQuiz } from "../../fixtures/small-quiz.ts";

const basis = { quiz: smallQuiz, seed: 1, ...smallKey };
const submission = { name: "ada", sha256: "0".repeat(64) };

function gradeText(text: string): Report {
  return gradeAnswers(basis, submission, readAnswers(smallQuiz, new TextEncoder().encode(text)));
}
const grade = (answers: unknown): Report => gradeText(JSON.stringify({ quiz: "small", answers }));

function graded(question: string, answer: unknown): ExerciseReport {
  const found = grade({ [question]: answer }).exercises.find(({ id }) => id === question);
  if (found === undefined) throw new Error("the fixture has changed");
  return found;
}

describe("gradeAnswers()", () => {
  test("gradeAnswers() gives full points for right answers, in a report that follows the schema", () => {
    const report = validateReport(grade(rightAnswers));
    expect(report).toMatchObject({
      assignment: "small",
      assignmentVersion: smallKey.version,
      score: 8,
      maxScore: 8,
      status: "graded",
      backend: "cpu",
      seed: 1,
    });
    expect(report.exercises.map(({ status }) => status)).toEqual(Array(5).fill("passed"));
    for (const { cases } of report.exercises)
      expect(cases).toEqual([{ id: "answer", visibility: "visible", outcome: "passed" }]);
    expect(JSON.stringify(grade(rightAnswers))).toBe(JSON.stringify(report));
  });

  test.each([
    ["a", 0, "failed", ["not a"]],
    ["b", 2, "passed", []],
  ])("gradeAnswers() grades a single choice: %s", (answer, score, status, feedback) => {
    expect(graded("one", answer)).toMatchObject({ score, status, question: { feedback, given: expect.any(Array) } });
  });

  test.each([
    [["a", "b", "c"], 3, "passed", [], undefined],
    [["c", "a"], 2, "partial", [], 1],
    [["a", "b", "d"], 1, "partial", ["not d"], 1],
    [["a", "d"], 0, "failed", ["not d"], 2],
    [["d", "e"], 0, "failed", ["not d", "not e"], 3],
    [["a", "b", "c", "d", "e"], 1, "partial", ["not d", "not e"], undefined],
  ])(
    "gradeAnswers() gives right minus wrong over the number of right choices: %j",
    (answer, score, status, feedback, missed) => {
      const { question, ...found } = graded("some", answer);
      expect(found).toMatchObject({ score, status });
      expect(question?.feedback).toEqual(feedback);
      expect(question?.missed).toBe(missed);
    },
  );

  test.each([
    [2.5, 1, []],
    [2.509, 1, []],
    [2.511, 0, ["think of it"]],
    [-2.495, 0, ["other sign"]],
    [1e300, 0, ["think of it"]],
  ])("gradeAnswers() takes a number within the tolerance: %d", (answer, score, feedback) => {
    expect(graded("number", answer)).toMatchObject({ score, question: { feedback } });
    expect(graded("number", 2.5).question?.given).toEqual(["2.5 km"]);
  });

  test.each([
    [["y", "z", "x"], 1, []],
    [["z", "y", "x"], 0, ["y first"]],
    [["y", "x", "z"], 0, ["z next"]],
    [["x", "y", "z"], 0, ["z next"]],
  ])("gradeAnswers() wants the whole order, and gives one reason: %j", (answer, score, feedback) => {
    expect(graded("order", answer)).toMatchObject({ score, question: { feedback } });
  });

  test.each([
    ["EARLY  stop", 1, []],
    ["Dropout.", 0, ["not that"]],
    ["late stopping", 0, ["two words"]],
  ])("gradeAnswers() compares a text by pattern: %s", (answer, score, feedback) => {
    expect(graded("word", answer)).toMatchObject({ score, question: { feedback } });
  });

  test("gradeAnswers() distinguishes missing answers from those that cannot be judged, and grades the others", () => {
    const report = validateReport(grade({ one: "b", number: "2.5", zzz: 1 }));
    expect(report).toMatchObject({ score: 2, status: "graded", notes: [expect.stringContaining("`zzz`")] });
    expect(report.exercises.map(({ status, cases }) => [status, cases[0]?.outcome])).toEqual([
      ["passed", "passed"],
      ["not-implemented", "not-implemented"],
      ["failed", "bad-value"],
      ["not-implemented", "not-implemented"],
      ["not-implemented", "not-implemented"],
    ]);
    expect(report.exercises[2]?.question).toMatchObject({
      given: ['"2.5"'],
      problem: expect.stringContaining("number"),
    });
  });

  test("gradeAnswers() gives a file that is not JSON no points and says why", () => {
    const report = validateReport(gradeText("{"));
    expect(report).toMatchObject({ score: 0, maxScore: 8, status: "not-gradable" });
    expect(report.message).toMatch(/^it is not valid JSON: line 1, column 2/);
  });
});

describe("studentView()", () => {
  test("studentView() shows right answers and explanations only to students who gave them, on page and terminal too", () => {
    const full = grade({ one: "a", some: ["a", "b"], number: 2.5 });
    const view = studentView(full);
    const outputs = [JSON.stringify(view), renderHtml(view), renderText(view, { color: false, width: 100 })];
    for (const output of outputs) {
      expect(output).not.toMatch(/KEY (?:one|some|order|word)|B is|C does|early stopping/);
      expect(output).toContain("not a");
    }
    expect(outputs[1]).toContain("KEY number");
    expect(renderHtml(full)).toContain("KEY one");
    expect(renderText(full, { color: false, width: 100 })).toContain("Right answer: B is");
    expect(view.exercises.map(({ summary }) => summary)).toEqual(full.exercises.map(({ summary }) => summary));
    expect(studentView(view)).toEqual(view);
  });

  test("renderHtml() shows a quiz as questions, not as functions and cases", () => {
    const html = renderHtml(grade({ one: "a" }));
    for (const word of ["not answered", "not right", "Which one?", "Your answer", "Right answer"])
      expect(html).toContain(word);
    expect(html).not.toMatch(/not implemented|Cases passed|Expected values computed/);
  });
});
