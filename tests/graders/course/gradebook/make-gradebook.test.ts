import { describe, expect, test } from "vitest";
import { makeGradebook } from "../../../../graders/course/gradebook/make-gradebook.ts";
import type { ClassResults } from "../../../../graders/course/gradebook/read-results.ts";
import { classOf, termOverview, termPlan } from "../../../fixtures/term.ts";

const gradebookOf = (...classes: ClassResults[]) =>
  makeGradebook(termPlan, termOverview, classes, (folder) => `../${folder}`);
const studentOf = (student: string, ...classes: ClassResults[]) =>
  gradebookOf(...classes).gradebook.students.find((one) => one.student === student);

describe("makeGradebook()", () => {
  test("weighs work in its group and groups in the total, and drops the lowest", () => {
    const ada = studentOf(
      "ada",
      classOf("a1", { ada: 40 }),
      classOf("a2", { ada: 80 }),
      classOf("a3", { ada: 95 }),
      classOf("q1", { ada: 60 }),
      classOf("q2", { ada: 70 }),
    );
    expect(ada?.cells.map(({ work, isDropped = false }) => [work, isDropped])).toEqual([
      ["a1", true],
      ["q1", false],
      ["a2", false],
      ["a3", false],
      ["q2", false],
    ]);
    // (80 + 2 * 95) / 3 = 90; 0.7 * 90 + 0.3 * 65 = 82.5
    expect(ada).toMatchObject({ groups: { programming: 90, quizzes: 65 }, total: 82.5, letter: "B", dangers: [] });
  });

  test("counts only what is graded, by the weights that are left, and keeps one result of each group", () => {
    expect(studentOf("ada", classOf("a1", { ada: 90 }))).toMatchObject({
      groups: { programming: 90 },
      total: 90,
      letter: "A",
      cells: [{ score: 90 }, { status: "not-graded" }, { status: "not-graded" }, {}, {}],
    });
    const failed = classOf("a1", { ada: { status: "grader-error", score: 100 } });
    const ada = studentOf("ada", failed, classOf("q1", { ada: 50 }));
    expect(ada?.cells[0]).toEqual({ work: "a1", status: "grader-error", maxScore: 100 });
    expect(ada).toMatchObject({ groups: { quizzes: 50 }, total: 50 });
  });

  test("counts what was not handed in as 0, whether a roster says so or the student is in other work alone", () => {
    const classes = [
      classOf("a1", { ada: 80, bo: { status: "missing" } }),
      classOf("a2", { ada: 80, bo: 60 }),
      classOf("a3", { ada: 80 }),
    ];
    const bo = studentOf("bo", ...classes);
    expect(bo?.cells.map(({ status }) => status)).toEqual(["missing", "not-graded", "graded", "missing", "not-graded"]);
    // The lowest is dropped, which is the first of those with 0: (60 + 2 * 0) / 3.
    expect(bo).toMatchObject({ total: 20, letter: "F" });
    expect(bo?.dangers.map(({ rule }) => rule)).toEqual(["total", "missing"]);
  });

  test("uses the late days of the term in the order of the course, where they help", () => {
    const classes = [
      classOf("a1", { ada: { score: 80, daysLate: 2 } }),
      classOf("q1", { ada: 0 }),
      classOf("a2", { ada: { score: 80, daysLate: 4 } }),
    ];
    const ada = studentOf("ada", ...classes);
    expect(ada?.cells[0]).toMatchObject({ score: 80, late: { lateDaysUsed: 2, points: 0 } });
    // One day is left; three of the four cost 10 % each.
    expect(ada?.cells[2]).toMatchObject({ score: 56, late: { lateDaysUsed: 1, points: 24 } });
    expect(ada?.lateDays).toEqual({ used: 3, left: 0 });
  });

  test("leaves lateness as it is where a mark was set by hand, or another policy counted", () => {
    const whole = { from: 72, to: 72, reason: "as agreed" };
    const byHand = classOf("a1", { ada: { score: 80, daysLate: 1, overrides: [whole] } });
    expect(studentOf("ada", byHand)?.lateDays).toEqual({ used: 0, left: 3 });
    const other = { ...classOf("a1", { ada: { score: 80, daysLate: 1 } }), late: "of another policy" };
    const made = gradebookOf(other);
    expect(made.gradebook.students[0]?.cells[0]).toMatchObject({ score: 72, late: { points: 8, lateDaysUsed: 0 } });
    expect(made.remarks).toEqual([
      "Late days of the term are not used in a1: lateness there was counted by another policy than the course's",
    ]);
  });

  test("finds a fall of the last result, and none in what is missing", () => {
    const before = [classOf("a1", { ada: 90 }), classOf("q1", { ada: 80 })];
    expect(studentOf("ada", ...before, classOf("a2", { ada: 60 }))?.dangers).toEqual([
      { rule: "fall", work: "a2", percent: 60, before: 85 },
    ]);
    expect(studentOf("ada", ...before, classOf("a2", { ada: 60.01 }))?.dangers).toEqual([]);
    expect(studentOf("ada", ...before, classOf("a2", { bo: 60 }))?.dangers).toEqual([]);
  });

  test("puts the sections of a class together, and what is known of a student anywhere", () => {
    const one = classOf("a1", { ada: { score: 80, name: "Ada" } }, "tue");
    const other = classOf("a1", { bo: 70 }, "thu");
    const quiz = classOf("q1", { ada: { score: 80, email: "ada@example.org", name: "" }, bo: 70 });
    const { gradebook, remarks } = gradebookOf(one, other, quiz);
    expect(remarks).toEqual([]);
    expect(gradebook.work[0]?.folders).toEqual(["../thu", "../tue"]);
    expect(gradebook.students.map(({ student, name, email }) => ({ student, name, email }))).toEqual([
      { student: "ada", name: "Ada", email: "ada@example.org" },
      { student: "bo", name: undefined, email: undefined },
    ]);
  });

  test("refuses two results of one student, and work that is not in the course, in a line each", () => {
    const twice = [classOf("a1", { ada: 1, bo: 2, cy: 3 }, "first"), classOf("a1", { bo: 4, cy: 5 }, "second")];
    expect(() => gradebookOf(...twice)).toThrow(
      /^Cannot make the gradebook: "bo" has two results for a1, in "first" and in "second", and so has 1 other student; name the folder whose results count$/,
    );
    expect(() => gradebookOf(classOf("a11", { ada: 1 }, "extra"))).toThrow(
      'Cannot make the gradebook: "extra" holds results of "a11", which is not in course.json ("a1"?); add it there, or leave the folder out',
    );
  });

  test("tells of students who are in one work alone", () => {
    const { remarks } = gradebookOf(classOf("a1", { ada: 1, bo: 2 }), classOf("q1", { ada: 1, "bo@example.org": 2 }));
    expect(remarks).toEqual([
      'In the results of one work alone: "bo", "bo@example.org"; are their ids the same everywhere?',
    ]);
  });
});
