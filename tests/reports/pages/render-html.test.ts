import { expect, test } from "vitest";
import { renderHtml } from "../../../reports/pages/render-html.ts";
import { studentView } from "../../../reports/phrasing/student-view.ts";
import type { Adjustments, Report } from "../../../reports/report/report.ts";
import { checkReport } from "../../fixtures/check-report.ts";
import { hostileReport } from "../../fixtures/hostile-report.ts";
import { picturedReport } from "../../fixtures/pictured-report.ts";
import { readHtml } from "../../fixtures/read-html.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

const tags = new Set(
  "html head meta title style body svg defs symbol circle path rect use div header main nav footer section p h1 h2 h3 span strong bdi code wbr table caption thead tbody tr th td mark dl dt dd details summary pre a figure figcaption g text".split(
    " ",
  ),
);

const adjustments: Adjustments = {
  rawScore: 28.75,
  score: 40,
  late: { lateSeconds: 86_400, daysCounted: 1, lateDaysUsed: 0, points: 6, sentence: "Handed in 1 day late." },
  overrides: [
    { from: 24, to: 40, reason: "Explained it" },
    { exercise: "randomMiniBatches", from: 13.75, to: 15, reason: "The last batch was right <b> \u202e" },
  ],
};

function visibleText(html: string): string {
  return html
    .replace(/<style>[\s\S]*<\/style>/, "")
    .replaceAll(/<wbr>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&#x60;", "`")
    .replaceAll("&#x3D;", "=")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ");
}

test("renderHtml() makes a well-formed page of known tags, without script, style attribute or request", () => {
  const adjusted = { ...w2OptimizationReport(), adjustments };
  const reports = [
    w2OptimizationReport(),
    studentView(w2OptimizationReport()),
    hostileReport(),
    adjusted,
    picturedReport(),
  ];
  for (const report of reports) {
    const html = renderHtml(report);
    const found = readHtml(html);
    expect(found.filter(({ name }) => !tags.has(name))).toEqual([]);
    const attributes = new Set(found.flatMap((tag) => tag.attributes));
    for (const attribute of attributes)
      expect(attribute).not.toMatch(/^on|^(?:src|srcset|action|formaction|data|ping)$/);
    expect(html).not.toMatch(/<script|javascript:|@import|url\(/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].filter(([, href = ""]) => !href.startsWith("#"))).toEqual([]);
    expect(html).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  }
});

test("renderHtml() links only to places that the page has", () => {
  const html = renderHtml(w2OptimizationReport());
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
});

test("renderHtml() shows hostile text as text", () => {
  const html = renderHtml(hostileReport());
  const text = visibleText(html);
  expect(text).toContain("<script>alert(1)</script>");
  expect(text).toContain("{{name}} {{{x}}} {{> page}}");
  expect(text).toContain("' onmouseover='x' &amp;");
  expect(text).toContain("\\u0000 \\u001b[31mred");
  expect(text).toContain("\\u202etxt.exe\\u2066");
  expect(html).not.toMatch(/(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
});

test("renderHtml() tells the student what was expected, what was found and how far apart they are", () => {
  const text = visibleText(renderHtml(studentView(w2OptimizationReport())));
  for (const fact of [
    "28.75 of 90 points",
    "32 %",
    "TensorFlow, through @tensorflow/tfjs-node",
    "expected [2, 3]",
    "found [2, 3]",
    "Underlined: out of tolerance. Boxed: the worst.",
    "all 6 values differ; worst at [0, 2]",
    "Largest error 0.145",
    "Largest relative error 24.1 %",
    "Tolerance 1e-6 + 1e-5 × |expected|",
    "Also different: parameters.b1 , parameters.W2 , parameters.b2",
    "The step goes in the opposite direction",
    "What probably happened The gradient is added instead of subtracted. A gradient points to where the cost grows.",
    "Hint. The gradient points uphill.",
    "submission.ts:74:31",
    "shape was read from something that is undefined . Probably a tensor was expected, but its key is not in the dictionary",
    "Console output",
    "Hidden cases: 1 of 3 passed; 2 wrong.",
    "Skipped because updateLr did not pass.",
  ])
    expect(text).toContain(fact);
  expect(text).not.toContain("Instructor");
});

test("renderHtml() marks an instructor's copy and every hidden detail in it", () => {
  const html = renderHtml(w2OptimizationReport());
  expect(html).toContain("<strong>Instructor&#39;s copy.</strong>".replace("&#39;", "'"));
  const hidden = [...html.matchAll(/<details class="case private"[\s\S]*?<\/summary>/g)].map(([head]) => head);
  expect(hidden.length).toBeGreaterThan(5);
  for (const head of hidden) expect(head).toContain("hidden, instructor only");
  for (const [head] of html.matchAll(/<details class="case"[\s\S]*?<\/summary>/g)) expect(head).toContain("visible-");
});

test("renderHtml() names every status in words beside its icon", () => {
  const html = renderHtml(w2OptimizationReport());
  const icons = [...html.matchAll(/<use href="#icon-(\w+)"\/><\/svg>([^<]*)/g)];
  expect(icons.length).toBeGreaterThan(20);
  for (const [, , words = ""] of icons) expect(words.trim()).toMatch(/^[a-z ]{5,}$/);
});

test("renderHtml() shows lateness and changes by hand in lines of their own, the final score at the head", () => {
  const report = studentView(w2OptimizationReport());
  const text = visibleText(renderHtml(report, adjustments));
  expect(text).toContain("40 of 90 points 44 % As graded 28.75");
  expect(text).toContain("Mini-batches, changed by hand 13.75 → 15 The last batch was right <b> \\u202e");
  expect(text).toContain("Late −6 Handed in 1 day late. Changed by hand 24 → 40 Explained it");
  expect(text).toContain("13.75 of / 15");
  expect(renderHtml({ ...report, adjustments })).toBe(renderHtml(report, adjustments));
  expect(visibleText(renderHtml(report))).not.toContain("As graded");
});

test("renderHtml() shows no points where the grader failed, unless they were given by hand", () => {
  const report: Report = { ...w2OptimizationReport(), status: "grader-error" };
  expect(visibleText(renderHtml(report, { ...adjustments, overrides: [] }))).not.toContain("points");
  expect(visibleText(renderHtml(report, adjustments))).toContain("40 of 90 points");
});

test("renderHtml() writes a page for what could not be graded", () => {
  const report: Report = {
    ...w2OptimizationReport(),
    score: 0,
    exercises: [],
    message: "submission.ts:3:7: `x` is taken",
  };
  const broken = visibleText(renderHtml({ ...report, status: "not-gradable" }));
  expect(broken).toContain("Nothing could be graded: submission.ts:3:7: x is taken");
  expect(broken).toContain("0 of 90 points");
  const failed = visibleText(renderHtml({ ...report, status: "grader-error" }));
  expect(failed).toContain("The grader failed, through no fault of this submission");
  expect(failed).not.toContain("points");
});

test("renderHtml() counts the cases of a check, names no points, and says that hidden cases count too", () => {
  const text = visibleText(renderHtml(checkReport()));
  expect(text).toContain("8 of 22 visible cases pass Hidden cases count too;");
  expect(text).toContain("Velocity at the start initializeVelocity passed 3 of 3 Momentum step");
  expect(text).not.toMatch(/\d points|\d \/ \d|\d of \//);
});
