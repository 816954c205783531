import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { renderChangesCsv, renderChangesText } from "../../../reports/regrade/render-changes.ts";
import { regradeFactsOfFixture, scoreChanges } from "../../fixtures/score-changes.ts";

const changes = scoreChanges();
const facts = regradeFactsOfFixture();

test("renderChangesText() lists each student's change with the reasons, each exercise, and the totals", () => {
  expect(renderChangesText(changes, facts, { color: false, width: 100 })).toMatchInlineSnapshot(`
    "=ada       60 → 47.5  −12.5  override of updateLr none → 5; updateParametersWithAdam 20 → 7.5: rtol
                                 0.001 → 0.00001; visible-1 and hidden-1 passed → wrong; hidden-7 new,
                                 out of time; hidden-8 removed, before: threw an error
    new-one        – → 8     +8  new
    old-one        8 → –     −8  vanished
    bob      30.3 → 32.8   +2.5  another submission counts; points off for lateness 0 → 2; updateLr 5 →
                                 7.5: visible-3 wrong → passed; reference value: parameters.W1 in
                                 visible-2 0.5 → 0.5000001
    eve          10 → 10      0  to be graded again → graded; seed 1 → 2; expected values computed by
                                 cpu → tensorflow; updateLr stays at 10: hidden-1 threw an error → wrong

    initializeAdam: worth 5 → 10; no points change
    updateParametersWithAdam: rtol 0.001 → 0.00001; 0 up, 1 down, mean −0.31; cases changed for 1
    updateLr: 1 up, 0 down, mean +0.06; cases changed for 2
    scheduleLrDecay: added; no points change

    40 students: 1 up, 1 down, 38 with the same points, 1 new, 1 vanished · mean change −0.25
    "
  `);
});

test("renderChangesText() counts what it does not list, and colours changes only on request", () => {
  const text = renderChangesText(changes, facts, { color: true, width: 80, most: 1 });
  expect(text).toContain("and 4 more");
  expect(text).toContain("\u001b[31m−12.5");
  expect(renderChangesText([], { ...facts, exercises: [] }, { color: false, width: 80 })).toBe(
    "40 students: 0 up, 0 down, 40 with the same points\n",
  );
});

test("renderChangesCsv() gives every change a line, defuses formulas and leaves negative numbers alone", () => {
  const rows = parse(renderChangesCsv(changes));
  expect(rows.map((row) => row.slice(0, 6))).toEqual([
    ["student", "name", "change", "before", "after", "difference"],
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
