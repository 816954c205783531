import { expect, test } from "vitest";
import { renderClassIndex } from "../../../reports/pages/render-class-index.ts";
import { classRows } from "../../fixtures/class-rows.ts";
import { hostileReport, hostileText } from "../../fixtures/hostile-report.ts";
import { readHtml } from "../../fixtures/read-html.ts";

test("renderClassIndex() links every submission by a percent-encoded relative address", () => {
  const html = renderClassIndex(classRows());
  readHtml(html);
  expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    "student-001/feedback.html",
    "%CE%A9mega%20%C3%85ngstr%C3%B6m/feedback.html",
    "student-003/feedback.html",
    "student-004/feedback.html",
  ]);
});

test("renderClassIndex() shows totals, and how many passed each exercise", () => {
  const html = renderClassIndex(classRows());
  expect(html).toContain("<dt>Mean</dt><dd>39.58 of 90 (44 %)</dd>");
  expect(html).toContain("<dt>Median</dt><dd>28.75 of 90 (32 %)</dd>");
  expect(html).toContain("<dt>To be graded again</dt><dd>1</dd>");
  expect(html.match(/1 of 2 passed<\/span><\/span><\/li>/g)).toHaveLength(7);
  expect(html.match(/2 of 2 passed<\/span><\/span><\/li>/g)).toHaveLength(1);
});

test("renderClassIndex() gives every icon of a row a text alternative", () => {
  const html = renderClassIndex(classRows());
  const cells = [...html.matchAll(/<td class="class-glyph">(.*)<\/td>/g)].map(([, cell]) => cell ?? "");
  expect(cells).toHaveLength(4 * 8);
  const filled = cells.filter((cell) => cell !== "");
  expect(filled).toHaveLength(2 * 8);
  for (const cell of filled) expect(cell).toMatch(/<span class="sr">[a-z ]+<\/span>/);
});

test("renderClassIndex() shows hostile text as text and refuses an absolute path", () => {
  const row = { name: hostileText, path: hostileText, report: hostileReport(), note: hostileText };
  const html = renderClassIndex([row]);
  readHtml(html);
  expect(html).not.toMatch(/<script|<img|href="[^"]*:/);
  expect(html).toContain("{{name}}");
  expect(() => renderClassIndex([{ ...row, path: "//elsewhere/x" }])).toThrow(RangeError);
});

test("renderClassIndex() writes an index of nothing", () => {
  expect(renderClassIndex([])).toContain("<h1>No submissions</h1>");
});
