import { expect, test } from "vitest";
import { termCells } from "../../../../graders/course/gradebook/term-cells.ts";
import type { StudentResult } from "../../../../reports/report/class-result.ts";
import type { GradebookWork } from "../../../../reports/report/gradebook.ts";

const work: GradebookWork = {
  ...{ id: "a1", title: "A", kind: "assignment", group: "g", weight: 1, week: 1, maxScore: 100, folders: [] },
};
const due = new Date("2026-11-01T00:00:00Z");
const late = (days: number): StudentResult => ({
  ...{ student: "ada", status: "graded", rawScore: 80, score: 0, maxScore: 100, overrides: [], exercises: [] },
  submittedAt: new Date(due.getTime() + days * 86_400_000).toISOString(),
  late: { lateSeconds: days * 86_400, daysCounted: days, lateDaysUsed: 0, points: 80, sentence: "late" },
});

test("termCells() uses no late day after the hard deadline, where none helps", () => {
  const policy = { due, percentPerDay: 10, hardDeadline: new Date("2026-11-04T00:00:00Z") };
  const cellsOf = (days: number) =>
    termCells("ada", [{ work, results: new Map([["ada", late(days)]]), policy }], { late: { lateDays: 9 } });
  expect(cellsOf(4)).toMatchObject({ cells: [{ score: 0, late: { points: 80 } }], lateDays: { used: 0, left: 9 } });
  expect(cellsOf(3)).toMatchObject({ cells: [{ score: 80, late: { points: 0 } }], lateDays: { used: 3, left: 6 } });
});

test("termCells() counts late days that a class had already given against those of the term", () => {
  const given = {
    ...late(2),
    late: { lateSeconds: 172_800, daysCounted: 0, lateDaysUsed: 2, points: 0, sentence: "" },
  };
  const columns = [
    { work, results: new Map([["ada", { ...given, score: 80 }]]) },
    { work: { ...work, id: "a2" }, results: new Map([["ada", late(2)]]), policy: { due, percentPerDay: 10 } },
  ];
  const { cells, lateDays } = termCells("ada", columns, { late: { lateDays: 3 } });
  expect(cells.map(({ score }) => score)).toEqual([80, 72]);
  expect(lateDays).toEqual({ used: 3, left: 0 });
});
