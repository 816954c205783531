import { expect, test } from "vitest";
import type { CaseReport, Report } from "../../../reports/report/report.ts";
import { renderChange, renderStatus } from "../../../reports/terminal/render-watch.ts";
import { checkReport } from "../../fixtures/check-report.ts";

const plain = { color: false, width: 80 };

/** A check of which only these cases pass: by exercise, their numbers. */
function passing(passed: Readonly<Record<string, readonly number[]>>, language?: "de"): Report {
  const report = checkReport();
  const [one, ...others] = report.exercises;
  if (one === undefined) throw new Error("no exercise");
  const cases = (own: readonly number[]): CaseReport[] =>
    [1, 2, 3].map((n) => ({
      id: `visible-${n}`,
      visibility: "visible",
      outcome: own.includes(n) ? "passed" : "wrong",
    }));
  const exercises = Object.entries(passed).map(([id, own]) => ({ ...(others[0] ?? one), id, cases: cases(own) }));
  return { ...report, ...(language && { language }), exercises };
}

test("renderChange() names the exercises of which cases pass that failed before, and the reverse", () => {
  const before = passing({ f: [1], g: [1, 2, 3], h: [] });
  const say = (after: Report): string => renderChange(before, after, plain);
  expect(say(passing({ f: [1, 2, 3], g: [1, 2, 3], h: [2] }))).toBe(
    "\nSince the last run: fixed: f (2 cases), h (1 case).\n",
  );
  expect(say(passing({ f: [2], g: [1, 2, 3], h: [] }))).toBe(
    "\nSince the last run: fixed: f (1 case); newly failing: f (1 case).\n",
  );
  expect(say(passing({ f: [1], g: [], h: [] }))).toBe("\nSince the last run: newly failing: g (3 cases).\n");
  expect(say(before)).toBe("\nSince the last run: the same cases pass as before.\n");
  expect(say(passing({ f: [1], g: [], h: [] }, "de"))).toBe(
    "\nSeit dem letzten Lauf: neu gescheitert: g (3 Testfälle).\n",
  );
});

test("renderChange() has nothing to say where all is right as before, or nothing could be run", () => {
  const all = passing({ f: [1, 2, 3] });
  expect(renderChange(all, all, plain)).toBe("");
  expect(renderChange(all, { ...all, status: "not-gradable", exercises: [] }, plain)).toBe("");
});

test("renderStatus() says in one line which file, with what result, and how long it took", () => {
  const status = (report: Report, name = "submission.ts"): string => renderStatus(report, name, 123.4);
  const waits = "0.12 s. Waiting for changes; Ctrl-C ends this";
  expect(status(passing({ f: [1] }))).toBe(`submission.ts: 1 of 3 visible cases pass, ${waits}`);
  expect(status(passing({ f: [1, 2, 3] }), "a\nb")).toBe(`a\\nb: all 3 visible cases pass, ${waits}`);
  expect(status({ ...passing({}), status: "not-gradable" })).toBe(`submission.ts: could not be run, ${waits}`);
  expect(status(passing({ f: [1] }, "de"))).toBe(
    "submission.ts: 1 von 3 sichtbaren Testfällen bestanden, 0,12 s. Wartet auf Änderungen; Strg+C beendet das",
  );
});
