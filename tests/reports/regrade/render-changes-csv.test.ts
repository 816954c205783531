import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { renderChangesCsv } from "../../../reports/regrade/render-changes-csv.ts";
import { scoreChanges } from "../../fixtures/score-changes.ts";

const moves = scoreChanges();

test("renderChangesCsv() gives every move a line, defuses formulas and leaves negative numbers alone", () => {
  const rows = parse(renderChangesCsv(moves));
  expect(rows.map((row) => row.slice(0, 6))).toEqual([
    ["student", "name", "change", "before", "after", "move"],
    ["'=ada", "Ada Ångström", "down", "60", "47.5", "-12.5"],
    ["new-one", "", "new", "", "8", "8"],
    ["old-one", "", "vanished", "8", "", "-8"],
    ["bob", "", "up", "30.3", "32.8", "2.5"],
    ["eve", "", "same points", "10", "10", "0"],
  ]);
  expect(rows[1]?.[6]).toContain("rtol 0.001 → 0.00001");
});

test.each(["=cmd()", "+1", "-1", "@x", "＝x"])("renderChangesCsv() defuses %j", (student) => {
  const [, row] = parse(
    renderChangesCsv([{ student, name: student, kind: "new", after: 1, delta: 1, exercises: [], others: [] }]),
  );
  expect(row?.slice(0, 2)).toEqual([`'${student}`, `'${student}`]);
});
