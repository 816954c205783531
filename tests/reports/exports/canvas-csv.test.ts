import { expect, test } from "vitest";
import { type CanvasLayout, canvasCsv } from "../../../reports/exports/canvas-csv.ts";
import { ExportError } from "../../../reports/exports/export-error.ts";
import { markedClass, markedStudent } from "../../fixtures/marked-class.ts";
import { readCanvas } from "./read-canvas.ts";

test("canvasCsv() is read by the importer as it was meant, in each of the three layouts", () => {
  const result = markedClass();
  const layouts: readonly CanvasLayout[] = ["id", "sis-login", "sis-user"];
  for (const layout of layouts) {
    const { text } = canvasCsv(result, { layout, assignmentId: 12345 });
    const read = readCanvas(text);
    expect(read.assignments).toEqual([{ title: "Optimization Methods", id: 12345, pointsPossible: "90.00" }]);
    const ids = result.students.map(({ student }) => student);
    const key = layout === "id" ? "id" : layout === "sis-login" ? "sisLoginId" : "sisUserId";
    expect(read.students.map((student) => student[key])).toEqual(ids);
    const grade = (id: string) => read.students[ids.indexOf(id)]?.grades;
    expect(["1001", "1002", "1003", "1004", "1005", "1006", "1007"].map(grade)).toEqual([
      ["0.00"],
      ["66.67"],
      ["23.00"],
      ["95.00"],
      [""],
      [""],
      ["0.00"],
    ]);
  }
});

test("canvasCsv() sends names harmless, and none that is taken for the row of points", () => {
  const { text } = canvasCsv(markedClass(), { assignmentId: 1 });
  const names = readCanvas(text).students.map(({ name }) => name);
  expect(names).toContain("'=cmd()");
  for (const name of names) expect(name).not.toMatch(/^[=+\-@\t\r]|Points Possible|\n/);
});

test("canvasCsv() says when Canvas will propose a new assignment, and who has no mark", () => {
  expect(canvasCsv(markedClass()).warnings).toMatchInlineSnapshot(`
    [
      "Canvas will propose a new assignment unless you give its number (--canvas-id) or one has exactly this title: "Optimization Methods"",
      ""1005" could not be graded through a failure of the grader and will be graded again: an empty cell, which takes away a mark that Canvas has already",
      ""1006" handed in nothing: an empty cell, which takes away a mark that Canvas has already",
    ]
  `);
  expect(canvasCsv(markedClass([markedStudent("7")]), { assignmentId: 1 }).warnings).toEqual([]);
});

function refusal(options: Parameters<typeof canvasCsv>[1], ids = ["7"]): string {
  try {
    canvasCsv(markedClass(ids.map((id) => markedStudent(id))), options);
    return "accepted";
  } catch (error) {
    expect(error).toBeInstanceOf(ExportError);
    return (error as Error).message;
  }
}

test("canvasCsv() refuses a title that Canvas drops or takes for something else", () => {
  const messages = [
    "Final Score",
    "Week 2 Unposted Current Grade",
    "Override Status",
    "Final project: Score",
    "Student",
    "12,5",
    "Week 2 (2026)",
    "=Week",
    "Week\n2",
    "",
  ].map((title) => refusal({ title }));
  expect(`\n${messages.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    Cannot export to Canvas: the title "Final Score" holds "Final Score", and Canvas silently drops columns of its own totals; give another title
    Cannot export to Canvas: the title "Week 2 Unposted Current Grade" holds "Current Grade", and Canvas silently drops columns of its own totals; give another title
    Cannot export to Canvas: the title "Override Status" holds "Override Status", and Canvas silently drops columns of its own totals; give another title
    Cannot export to Canvas: the title "Final project: Score" holds "Final project: Score", and Canvas silently drops columns of its own totals; give another title
    Cannot export to Canvas: the title "Student" is the name of one of Canvas' own columns; give another title
    Cannot export to Canvas: the title "12,5" is read as a number; give another title
    Cannot export to Canvas: the title "Week 2 (2026)" ends like the id of an assignment, and is read as one; give another title
    Cannot export to Canvas: the title "=Week" starts like a formula; give another title
    Cannot export to Canvas: the title "Week\\n2" holds a line break or a character that cannot be seen; give another title
    Cannot export to Canvas: the title "" is empty; give another title
    "
  `);
  expect(refusal({ title: "Week 2 (2026)", assignmentId: 5 })).toBe("accepted");
  expect(refusal({ title: "Finally scored" })).toBe("accepted");
  expect(refusal({ assignmentId: 1.5 })).toContain("the id of the assignment is 1.5");
});

test("canvasCsv() refuses ids that Canvas would not find, and names them", () => {
  const messages = [
    refusal({}, ["ada", "007", "12a", "8"]),
    refusal({ layout: "sis-login" }, ["1.2.3", "ada"]),
    refusal({ layout: "sis-user" }, ["=1", " a", "b"]),
  ];
  expect(`\n${messages.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    Cannot export to Canvas: Canvas finds students by its own numbers, and "ada", "007" and "12a" are none; put them into the roster's id, or use the layout with SIS ids or logins
    Cannot export to Canvas: Canvas would read the SIS login of "1.2.3" as something else (a number with a comma or point, a formula, or with spaces); use the layout with Canvas' own numbers
    Cannot export to Canvas: Canvas would read the SIS user id of "=1" and " a" as something else (a number with a comma or point, a formula, or with spaces); use the layout with Canvas' own numbers
    "
  `);
  expect(refusal({ layout: "sis-login" }, ["007", "ada.lee@example.org"])).toBe("accepted");
});

test("readCanvas() detects the faults that it is meant to detect", () => {
  expect(() => readCanvas("Name,ID,Section,W2\n")).toThrow("Invalid header row");
  expect(readCanvas("Student,ID,Section,Final Score\n").assignments).toEqual([]);
  expect(readCanvas('Student,ID,Section,W2\nA,1.2.3,x,"1,234.5"\n').students[0]).toMatchObject({
    id: "12.3",
    grades: ["1234.5"],
  });
});
