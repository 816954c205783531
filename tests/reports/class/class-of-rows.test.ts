import { expect, test } from "vitest";
import { askedQuestions } from "../../../graders/quiz/asked-questions.ts";
import { classOfRows, partsOf } from "../../../reports/class/class-of-rows.ts";
import { renderClassPage } from "../../../reports/class/render-class-page.ts";
import type { ClassRow } from "../../../reports/terminal/render-class-table.ts";
import { classRows, quizRows } from "../../fixtures/class-rows.ts";
import { hostileReport, hostileText } from "../../fixtures/hostile-report.ts";
import { readHtml } from "../../fixtures/read-html.ts";
import { smallKey, smallQuiz } from "../../fixtures/small-quiz.ts";

type Rows = readonly [ClassRow, ...ClassRow[]];

async function pageOf(rows: Rows): Promise<string> {
  const html = await renderClassPage(classOfRows(rows), { parts: partsOf(rows) });
  return html.replace(/<script>[\s\S]*<\/script>/, "");
}

const page = await pageOf(classRows());
const rowsOf = (html: string): readonly string[] => html.match(/<tr><th scope="row"><a.*<\/tr>/g) ?? [];

test("the class page of graded submissions links each by a percent-encoded relative address, and the page to hand out", async () => {
  readHtml(page);
  const links = (html: string) =>
    [...(html.match(/<tbody>\n<tr><th scope="row"><a[\s\S]*?<\/tbody>/)?.[0] ?? "").matchAll(/href="([^"]*)"/g)].map(
      ([, href]) => href,
    );
  expect(links(page)).toEqual([
    "student-001/feedback.html",
    "%CE%A9mega%20%C3%85ngstr%C3%B6m/feedback.html",
    "student-003/feedback.html",
    "student-004/feedback.html",
  ]);
  expect(page).not.toContain("Feedback</th>");
  expect(links(await pageOf(quizRows())).slice(0, 2)).toEqual(["students/ada.html", "feedback/ada.html"]);
});

test("the class page of graded submissions shows totals, and how many have all points of each exercise", () => {
  expect(page).toContain("<dt>Mean, of 90</dt><dd>39.58</dd>");
  expect(page).toContain("<dt>Median</dt><dd>28.75</dd>");
  expect(page).toContain("<dt>To be graded again</dt><dd>1</dd>");
  expect(page).toContain("<dt>Not gradable</dt><dd>1</dd>");
  expect(page.match(/<td class="number">1 \(50 %\)<\/td>/g)).toHaveLength(7);
  expect(page.match(/<td class="number">2 \(100 %\)<\/td>/g)).toHaveLength(1);
});

test("the class page of graded submissions gives every sign of a row a text alternative", () => {
  const signs = rowsOf(page).map((row) =>
    [...row.matchAll(/<td class="(pass|part|fail|none|skip|fault|)"><\/td>/g)].map(([, sign = ""]) => sign),
  );
  expect(signs.map(({ length }) => length)).toEqual([8, 8, 8, 8]);
  const filled = new Set(signs.flat().filter((sign) => sign !== ""));
  expect(filled.size).toBeGreaterThan(1);
  for (const sign of filled)
    expect(page).toMatch(new RegExp(`\\.${sign}:empty::before \\{\\n  content: ".";\\n  content: "." / "[a-z ]+";`));
});

test("the class page of graded submissions has nothing of rosters, lateness and sections", () => {
  for (const absent of ["Section", "Late<", "Raw<", "Nothing handed in", "Files that match no student", "Missing"])
    expect(page).not.toContain(absent);
});

test("the class page of graded submissions shows hostile text as text and refuses an absolute path", async () => {
  const row = { name: hostileText, path: hostileText, report: hostileReport() };
  const html = await pageOf([row]);
  readHtml(html);
  expect(html).not.toMatch(/<script|<img|href="[^"]*:/);
  expect(html).toContain("{{name}}");
  await expect(pageOf([{ ...row, path: "//elsewhere/x" }])).rejects.toThrow(RangeError);
});

test("the class page of a quiz speaks of questions, right and not right, and lists no mistakes", async () => {
  const html = await pageOf(quizRows());
  readHtml(html);
  expect(html).toContain('<h2 id="exercises">Questions</h2>');
  expect(html).toContain("</span> not answered</span>");
  expect(html.replaceAll(/<style>[\s\S]*?<\/style>|<[^>]*>/g, "")).not.toMatch(/exercise|passed|mistake|by hand/i);
});

test("the class page of a quiz says what was answered only where it was told what is right", async () => {
  const basis = { quiz: smallQuiz, seed: 1, ...smallKey };
  const html = await renderClassPage(classOfRows(quizRows(), askedQuestions(basis)), { parts: "questions" });
  readHtml(html);
  expect(html).toContain('<h2 id="answers">Answers</h2>');
  expect(html).toContain("✓ right");
  expect(await pageOf(quizRows())).not.toContain("✓ right");
});

test("the class page of one submission has no charts", async () => {
  const [first] = quizRows();
  expect(await pageOf([first])).not.toContain("<svg");
  expect(await pageOf(quizRows())).toContain('<svg class="chart"');
});
