import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { renderClassTable } from "../../../reports/terminal/render-class-table.ts";
import { classRows } from "../../fixtures/class-rows.ts";
import { hostileReport, hostileText } from "../../fixtures/hostile-report.ts";

test("renderClassTable() lists a class and its totals", () => {
  expect(renderClassTable(classRows(), { color: false, width: 90 })).toMatchInlineSnapshot(`
    "student-001     28.75 / 90  not passed: updateParametersWithGd, randomMiniBatches and 5 m…
    Ωmega Ångström     90 / 90  all passed
    student-003         0 / 90  not gradable: submission.ts:3:7: Unexpected token
    student-004              –  the grader failed, to be graded again

    4 submissions, 2 graded, 1 not gradable (score 0), 1 to be graded again · mean 39.58, median 28.75
    "
  `);
  expect(renderClassTable([], { color: false, width: 90 })).toBe("0 submissions, 0 graded\n");
});

test("renderClassTable() keeps within the width, coloured or not", () => {
  const rows = [...classRows(), { name: "n".repeat(99), path: "x", report: hostileReport() }];
  for (const color of [true, false]) {
    const lines = renderClassTable(rows, { color, width: 60 }).split("\n").slice(0, rows.length);
    for (const line of lines) expect(stringWidth(stripVTControlCharacters(line))).toBeLessThanOrEqual(60);
  }
});

test("renderClassTable() shows control characters instead of sending them", () => {
  const rows = [{ name: hostileText, path: "x", report: hostileReport() }];
  expect(renderClassTable(rows, { color: false, width: 900 })).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u202e\u2066]/u);
});
