import { expect, test } from "vitest";
import { renderHtml } from "../../reports/pages/render-html.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import type { TypeErrors } from "../../reports/report/report.ts";
import { renderText } from "../../reports/terminal/render-text.ts";
import { hostileText } from "../fixtures/hostile-report.ts";
import { w2OptimizationReport } from "../fixtures/w2-optimization-report.ts";

const unequal = {
  file: "submission.ts",
  line: 7,
  column: 16,
  length: 4,
  source: "\tconst größe = name; // 日本",
  code: 2322,
  message: "Type 'string' is not assignable to type 'number'.",
};
const unfit = {
  ...unequal,
  file: "lr.ts",
  line: 1,
  column: 14,
  length: 8,
  exercise: "updateLr",
  source: "export const updateLr = 3;",
};

const terminalOf = (typeErrors: TypeErrors, width = 100): string => {
  const text = renderText({ ...w2OptimizationReport(), exercises: [], typeErrors }, { color: false, width });
  return text.split("\n").slice(2).join("\n").trim();
};
const pageOf = (typeErrors: TypeErrors): string =>
  /<section class="sheet types">[\s\S]*?<\/section>/.exec(renderHtml({ ...w2OptimizationReport(), typeErrors }))?.[0] ??
  "";

test("renderText() shows each type error with its line, and what is meant of it", () => {
  expect(terminalOf({ errors: [unequal, unfit], more: 1 })).toMatchInlineSnapshot(`
    "TypeScript finds 3 type errors. They cost no points. One more is not shown.
    submission.ts, line 7, column 16: Type 'string' is not assignable to type 'number'. (TS2322)
      const größe = name; // 日本
                    ^~~~
    lr.ts, line 1, column 14: \`updateLr\` does not have the type that the assignment asks for: Type
    'string' is not assignable to type 'number'. (TS2322)
      export const updateLr = 3;
                   ^~~~~~~~"
  `);
});

test("renderText() shows of a long line what is meant, within the width", () => {
  const source = `const a = ${"x + ".repeat(40)}wrong;`;
  const text = terminalOf({ errors: [{ ...unequal, source, column: source.indexOf("wrong") + 1, length: 5 }] }, 40);
  const [line = "", mark = ""] = text.split("\n").slice(-2);
  expect(line.slice(mark.indexOf("^"), mark.length)).toBe("wrong");
  expect(line.length).toBeLessThanOrEqual(40);
});

test("renderText() and renderHtml() say in one sentence why nothing is known", () => {
  expect(terminalOf({ errors: [], unchecked: "no-compiler" })).toBe(
    "Type errors were not looked for: TypeScript has no compiler for this computer.",
  );
  const page = renderHtml({ ...w2OptimizationReport(), typeErrors: { errors: [], unchecked: "unfinished" } });
  expect(page).toContain("TypeScript did not finish with this submission.");
});

test("renderText() and renderHtml() say nothing where nothing is wrong", () => {
  expect(terminalOf({ errors: [] })).toBe("");
  expect(pageOf({ errors: [] })).toBe("");
});

test("renderHtml() shows up to three type errors, and more of them on demand", () => {
  expect(pageOf({ errors: [unequal, unequal, unequal] })).not.toContain("<details>");
  const folded = pageOf({ errors: [unequal, unequal, unfit, unfit], points: 1.5 });
  expect(folded).toContain("<details>\n<summary>All 4</summary>");
  expect(folded).toContain("Points off for this: 1.5.");
  expect(folded).toContain("<code>updateLr</code> does not have the type that the assignment asks for");
});

test("type errors are shown in German, but for what TypeScript says", () => {
  const page = renderHtml({ ...w2OptimizationReport(), language: "de", typeErrors: { errors: [unequal] } });
  expect(page).toContain("TypeScript findet einen Typfehler");
  expect(page).toContain("Er kostet keine Punkte.");
  expect(page).toContain('<span lang="en">');
});

test("what a student has written is only text among type errors", () => {
  const hostile = { ...unequal, file: hostileText, source: hostileText.slice(0, 200), message: hostileText };
  const page = pageOf({ errors: [hostile] });
  expect(page).not.toMatch(/<script|<img|on\w+="/);
  expect(terminalOf({ errors: [hostile] })).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
});

test("studentView() keeps type errors whole: they are about the student's own files", () => {
  const typeErrors = { errors: [unequal, unfit], more: 2, points: 1 };
  expect(studentView({ ...w2OptimizationReport(), typeErrors }).typeErrors).toEqual(typeErrors);
});
