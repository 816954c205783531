import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { gradebookCsv } from "../../../reports/exports/gradebook-csv.ts";
import { hostileNames, markedClass, markedStudent } from "../../fixtures/marked-class.ts";

test("gradebookCsv() has the columns in their order, then the exercises, and a row for each student", () => {
  const result = markedClass();
  const { text } = gradebookCsv(result);
  const rows: Record<string, string>[] = parse(text, { columns: true });
  expect(text.split("\r\n")[0]).toBe(
    `student,name,email,assignment,submitted,late_penalty,raw_score,score,max_score,status,${result.exercises.map(({ id }) => id).join(",")}`,
  );
  expect(rows.map(({ student }) => student)).toEqual(result.students.map(({ student }) => student));
  const of = (id: string) => rows.find(({ student }) => student === id);
  expect(of("1001")).toMatchObject({
    raw_score: "0",
    score: "0",
    late_penalty: "0",
    status: "graded",
    max_score: "90",
  });
  expect(of("1002")).toMatchObject({ score: "66.67", submitted: "2026-11-20T17:59:59.000Z" });
  expect(of("1003")).toMatchObject({ raw_score: "28.75", late_penalty: "5.75", score: "23" });
  expect(of("1004")).toMatchObject({ score: "95" });
  expect(of("1005")).toMatchObject({
    raw_score: "",
    score: "",
    late_penalty: "",
    status: "grader-error",
    updateLr: "",
  });
  expect(of("1006")).toMatchObject({ score: "", status: "missing" });
  expect(of("1007")).toMatchObject({ score: "0", status: "not-gradable" });
});

test("gradebookCsv() lets no name be computed, and warns of marks that are not there", () => {
  const { text, warnings } = gradebookCsv(markedClass());
  const cells: string[][] = parse(text);
  for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(cells.map(([, name]) => name)).toContain("'=cmd()");
  expect(cells).toHaveLength(hostileNames.length + 8);
  expect(warnings).toHaveLength(2);
});

test("gradebookCsv() has no column twice", () => {
  const exercises = [{ id: "score", title: "Score", maxScore: 1 }];
  const student = markedStudent("ada", { exercises: [{ id: "score", score: 0.5, maxScore: 1 }] });
  const { text } = gradebookCsv({ ...markedClass([student]), exercises });
  expect(text.split("\r\n")[0]).toMatch(/,status,exercise_score$/);
  expect(text.split("\r\n")[1]).toMatch(/,graded,0\.5$/);
});
