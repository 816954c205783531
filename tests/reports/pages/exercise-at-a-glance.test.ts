import { expect, test } from "vitest";
import { renderHtml } from "../../../reports/pages/render-html.ts";
import { studentView } from "../../../reports/phrasing/student-view.ts";
import { summarise } from "../../../reports/phrasing/summarise.ts";
import type { CaseReport, ExerciseReport, Report } from "../../../reports/report/report.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

const text = (html: string): string =>
  html
    .replaceAll(/<wbr>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** The part of a page about one exercise. */
function sheetOf(report: Report, at = 0): string {
  const sheets = renderHtml(report).split(/(?=<(?:section|details) class="sheet exercise)|<\/main>/);
  return sheets.find((sheet) => sheet.includes(` id="exercise-${at + 1}"`)) ?? "";
}

/** What is shown without a click. */
function atAGlance(sheet: string): string {
  const closed: boolean[] = [];
  let isSummary = false;
  const shown = sheet.replaceAll(/<(\/?)(\w+)([^>]*)>|[^<]+/g, (part, end, name, attributes = "") => {
    if (name === "details" && end === "/") closed.pop();
    else if (name === "details") closed.push(!attributes.endsWith(" open"));
    else if (name === "summary") isSummary = end !== "/" && !closed.slice(0, -1).includes(true);
    else if (isSummary || !closed.includes(true)) return part;
    return " ";
  });
  return text(shown);
}

const [template] = w2OptimizationReport().exercises;
if (template === undefined) throw new Error("The report has no exercises");

function reportOf(parts: Partial<ExerciseReport>): Report {
  const { diagnoses: _, visibleDiagnoses: __, ...bare } = template as ExerciseReport;
  const exercise = { ...bare, misconceptions: [], ...parts };
  return { ...w2OptimizationReport(), exercises: [{ ...exercise, summary: summarise(exercise) }] };
}

const excerpt = { firstLine: 7, lines: ["  params.W9.shape"], line: 7, column: 3, length: 6 };

const threw = (id: string, message: string, visibility: CaseReport["visibility"] = "visible"): CaseReport => ({
  id,
  visibility,
  outcome: "threw",
  error: {
    name: "TypeError",
    message,
    file: "submission.ts",
    line: 7,
    column: 3,
    ...(id === "visible-1" && { excerpt }),
  },
  inputs: [{ path: "t", text: "1" }],
});

test("an exercise that passed is one line, with its cases on demand", () => {
  const sheet = sheetOf(w2OptimizationReport(), 2);
  expect(sheet).toMatch(/^<details class="sheet exercise closed" id="exercise-3">\n<summary>/);
  expect(atAGlance(sheet)).toMatch(/^Velocity at the start initializeVelocity passed 5 \/ 5 points$/);
  expect(text(sheet)).toContain("hidden-3");
});

test("of an exercise that did not pass, what was asked and what went wrong are seen without a click, and no case", () => {
  const asked = { signature: "updateParametersWithGd(): Params", formulas: ["\\theta", "\\oops{"] };
  const report = w2OptimizationReport();
  const [first, ...others] = report.exercises;
  const sheet = sheetOf(studentView({ ...report, exercises: [{ ...(first as ExerciseReport), asked }, ...others] }));
  expect(atAGlance(sheet)).toBe(
    "Gradient descent step updateParametersWithGd partly passed 1.25 / 10 points " +
      "What was asked updateParametersWithGd(): Params θ \\oops{ " +
      "What probably happened The gradient is added instead of subtracted. A gradient points to where the cost grows. " +
      "Look at the sign in front of the learningRate . 1 of 6 cases passed. " +
      "Hint. The gradient points uphill. Which sign takes a step downhill? " +
      "visible-1 wrong 2 layers visible-2 wrong 3 layers visible-3 wrong 1 unit per layer 3 other cases Hidden cases: 1 of 3 passed; 2 wrong.",
  );
});

test("what an error means and its line stand beside the sentence about it, once; cases that end alike refer to the first", () => {
  const message = "Cannot read properties of undefined (reading 'shape')";
  const cases = [threw("visible-1", message), threw("visible-2", message), threw("visible-3", "Other")];
  const sheet = sheetOf(reportOf({ status: "failed", cases }));
  const shown = atAGlance(sheet);
  expect(shown).toContain("at submission.ts:7:3 . shape was read from something that is undefined .");
  expect(shown).toContain("submission.ts , line 7 marked: params .W9.shape");
  expect(text(sheet).split("was read from something").length).toBe(2);
  expect(text(sheet).split("Cannot read properties").length).toBe(2);
  expect(text(sheet)).toContain("visible-1 threw an error As described above.");
  expect(sheet).toContain('<p>As in <a href="#exercise-1-case-1">visible-1</a>.</p>');
  expect(text(sheet)).toContain("Your function threw TypeError: Other at submission.ts:7:3 .");
});

test("hints are a ladder: the first is seen, each further one is inside of what opens it", () => {
  const cases = [threw("visible-1", "Other")];
  const sheet = sheetOf(reportOf({ status: "failed", cases, hints: ["First.", "Second `b`.", "Third."] }));
  expect(sheet).toContain(`<div class="hint">
<p><strong>Hint 1 of 3.</strong> <span>First.</span></p>
<details>
<summary>Next hint (2 of 3)</summary>
<p><span>Second <code>b</code>.</span></p>
<details>
<summary>Last hint (3 of 3)</summary>
<p><span>Third.</span></p>
</details>
</details>
</div>`);
  expect(atAGlance(sheet)).toMatch(/Hint 1 of 3\. First\. Next hint \(2 of 3\)(?! Second)/);
  expect(sheetOf(reportOf({ status: "failed", cases, hints: [] }))).not.toContain('class="hint"');
});

test("where hidden cases alone fail, a smaller public case says how; their counts are told once", () => {
  const passed: CaseReport = { id: "visible-1", visibility: "visible", outcome: "passed" };
  const counterexample = { token: "w2:1:f:1", case: threw("small-1", "Other") };
  const cases = [passed, threw("hidden-1", "Secret", "hidden")];
  const sheet = sheetOf(studentView(reportOf({ status: "partial", cases, hints: [], counterexample })));
  expect(atAGlance(sheet)).toMatch(
    / 1 of 2 cases passed: all visible ones, and 0 of 1 hidden ones \(1 threw an error\)\. In a smaller public case that fails in the same way, your function threw TypeError: Other at submission\.ts:7:3 \. A smaller case that fails in the same way All 2 cases$/,
  );
  expect(sheet).toContain('<details class="counterexample">');
});
