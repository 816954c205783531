import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { renderClassPage } from "../../../reports/class/render-class-page.ts";
import { speak } from "../../../reports/messages/language.ts";
import type { ClassResult, StudentResult } from "../../../reports/report/class-result.ts";
import { loadFailures } from "../../../sandbox/replies/loading.ts";
import { classResult } from "../../fixtures/class-result.ts";
import { hostileText } from "../../fixtures/hostile-report.ts";
import { readHtml } from "../../fixtures/read-html.ts";
import { liveMarkup, rawControls } from "../../security/unsafe-text.ts";

const result = classResult(30);
const page = await renderClassPage(result);
const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
const withoutScript = (html: string): string => html.replace(`<script>${script}</script>`, "");

const titles = result.exercises.map(({ title }, at) => `${at + 1} ${title}`);

const tableOf = (html: string): string => /<table class="plain students"[\s\S]*?<\/table>/.exec(html)?.[0] ?? "";

/** The headings of the table of students, of which every row has a cell. */
function columnsOf(html: string): readonly string[] {
  const [head = "", ...rows] = [...tableOf(html).matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) => row);
  const columns = [...head.matchAll(/<th [^>]*>(.*?)<\/th>/g)].map(([, cell = ""]) => cell.replaceAll(/<[^>]*>/g, ""));
  for (const row of rows) expect(row.match(/<t[hd][ >]/g)).toHaveLength(columns.length);
  return columns;
}

/** The result with every text from outside replaced. */
function hostileResult(): ClassResult {
  const misconception = { id: hostileText, name: hostileText };
  const students = classResult(30).students.map(
    (student): StudentResult => ({
      ...student,
      student: hostileText,
      name: hostileText,
      section: hostileText,
      email: hostileText,
      ...(student.page === undefined ? {} : { page: hostileText, feedback: hostileText }),
      overrides: [{ exercise: hostileText, from: 0, to: 1, reason: hostileText }],
      ...(student.late === undefined ? {} : { late: { ...student.late, sentence: hostileText } }),
      ...(student.summary === undefined
        ? {}
        : {
            summary: {
              ...student.summary,
              message: hostileText,
              exercises: student.summary.exercises.map((exercise) => ({
                ...exercise,
                id: hostileText,
                status: "failed" as const,
                misconceptions: [misconception],
                mismatches: [hostileText],
                wrongOutput: hostileText,
                limits: ["crashed" as const],
              })),
            },
          }),
    }),
  );
  return {
    ...result,
    assignment: hostileText,
    assignmentTitle: hostileText,
    assignmentVersion: hostileText,
    exercises: [{ id: hostileText, title: hostileText, maxScore: 100 }],
    students,
    unmatched: [{ path: hostileText, reason: hostileText }],
  };
}

test("renderClassPage() makes a well-formed page without anything live but its own script, allowed by its hash", () => {
  expect(readHtml(withoutScript(page)).flatMap(liveMarkup)).toEqual([]);
  expect(rawControls(page)).toEqual([]);
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll("&#x3D;", "=");
  expect(policy).toBe(
    `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  );
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(script).not.toMatch(/innerHTML|eval|fetch|XMLHttpRequest|localStorage|https?:/);
  expect(withoutScript(page)).not.toMatch(/javascript:|@import|url\(|https?:|src="/i);
});

test("renderClassPage() shows hostile text as text", async () => {
  const html = await renderClassPage(hostileResult());
  expect(readHtml(withoutScript(html)).flatMap(liveMarkup)).toEqual([]);
  expect(rawControls(html)).toEqual([]);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toMatch(/href="[^"]*:/);
  expect(html).toContain("{{name}}");
});

test("renderClassPage() rejects an address that leaves the folder, and a pass mark that is not a share", async () => {
  const [first] = result.students.filter(({ page: path }) => path !== undefined);
  if (first === undefined) throw new RangeError("Cannot test without a page");
  await expect(renderClassPage({ ...result, students: [{ ...first, page: "/x" }] })).rejects.toThrow(RangeError);
  await expect(renderClassPage(result, { passShare: 50 })).rejects.toThrow(
    "Cannot take 50 as the share to pass with: a number from 0 to 1 is needed",
  );
});

test("renderClassPage() has a row of as many cells as columns for every student, and links to both pages", () => {
  expect(columnsOf(page)).toEqual(["Name", "Id", "Section", "Score", "Raw", "Late", "Status", ...titles, "Feedback"]);
  const table = tableOf(page);
  expect(table.match(/<tr>/g)).toHaveLength(31);
  for (const { page: path, feedback } of result.students) {
    if (path === undefined || feedback === undefined) continue;
    expect(table).toContain(`<a href="${path}">`);
    expect(table).toContain(`<a href="${feedback}">`);
  }
});

test("renderClassPage() says whom the numbers include, and shows every list that needs attention", () => {
  const counted = result.students.filter(({ status }) => status === "graded" || status === "not-gradable");
  const mean = counted.reduce((total, { score }) => total + score, 0) / counted.length;
  expect(page).toContain(`<dt>Mean, of 100</dt><dd>${Number(mean.toFixed(2))}</dd>`);
  expect(page).toContain("Scores count 27 of 30 students.");
  expect(page).toContain("A submission that could not be loaded counts with 0 points (1).");
  expect(page).toContain("Students without a submission do not count (1).");
  for (const heading of [
    "Could not be loaded",
    "To be graded again: the grader failed",
    "Stopped at a limit",
    "Late or changed by hand",
    "Nothing handed in",
    "Files that match no student",
  ])
    expect(page).toContain(`<summary>${heading} `);
  expect(page).toContain("unknown-person/submission.ts");
  expect(page).toContain("The handout was misleading here.");
});

test("renderClassPage() marks what a compiler says as English on a German page, and says itself what is ours", async () => {
  const [first, second, ...others] = result.students;
  if (first === undefined || second === undefined) throw new Error("the fixture has changed");
  const unloaded = (student: StudentResult, told: string): StudentResult => {
    const summary = {
      sha256: "",
      score: 0,
      maxScore: 100,
      exercises: [],
      status: "not-gradable",
      message: told,
    } as const;
    return { ...student, status: "not-gradable", summary };
  };
  const students = [
    unloaded(first, loadFailures.memory),
    unloaded(second, "submission.ts:1: Unexpected token"),
    ...others,
  ];
  speak("de");
  const pages = await Promise.all(
    (["exercises", "questions"] as const).map((parts) => renderClassPage({ ...result, students }, { parts })),
  ).finally(() => speak("en"));
  const [ofAssignment = "", ofQuiz = ""] = pages;
  expect(ofAssignment).toContain("<bdi>Dem Code außerhalb der Funktionen geht der Speicher aus</bdi>");
  expect(ofAssignment).toContain('<bdi lang="en">submission.ts:1: Unexpected token</bdi>');
  expect(ofQuiz).toContain("<bdi>submission.ts:1: Unexpected token</bdi>");
});

test("renderClassPage() links to the other pages of the class", async () => {
  const links = [{ path: "similarity.html", text: "Similar submissions" }];
  const html = await renderClassPage(result, { links });
  expect(html).toContain('<a href="similarity.html">Similar submissions</a>');
  await expect(renderClassPage(result, { links: [{ path: "", text: "Nothing" }] })).rejects.toThrow(RangeError);
});

test("renderClassPage() names every chart and gives its numbers as a table", () => {
  const charts = [
    ...page.matchAll(/<svg class="chart"[^>]* role="img" aria-labelledby="(.*?)" aria-describedby="(.*?)"/g),
  ];
  expect(charts).toHaveLength(2);
  for (const [, title = "", text = ""] of charts) {
    expect(page).toMatch(new RegExp(`<title id="${title}">[^<]+<`));
    expect(page).toMatch(new RegExp(`<desc id="${text}">[^<]+<`));
  }
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(page.match(/<details><summary>As a table<\/summary>/g)).toHaveLength(2);
});

test("renderClassPage() lists students who return the same wrong values", () => {
  expect(page).toMatch(/<strong>\d+ submissions return the same wrong values\.<\/strong>/);
});

test("renderClassPage() leaves out columns and sections that would be empty", async () => {
  const plain = result.students
    .filter(({ status, late, overrides }) => status === "graded" && late === undefined && overrides.length === 0)
    .map(({ student, name = "", status, rawScore, overrides, score, maxScore, exercises }) => ({
      ...{ student, name, status, rawScore, overrides, score, maxScore, exercises },
    }));
  const named = await renderClassPage({ ...result, students: plain, unmatched: [] });
  expect(columnsOf(named)).toEqual(["Name", "Id", "Score", "Status", ...titles]);
  expect(named).not.toContain('id="attention"');
  expect(named).not.toContain('id="mistakes"');
  const nameless = plain.map(({ name, ...student }) => student);
  const html = await renderClassPage({ ...result, students: nameless, unmatched: [] });
  expect(columnsOf(html)).toEqual(["Student", "Score", "Status", ...titles]);
});

test("renderClassPage() says what is undefined for a class of one, and shows an empty class", async () => {
  const one = await renderClassPage({ ...result, students: result.students.slice(3, 4) });
  expect(one).toContain(
    "<dt>Cronbach&#x27;s alpha</dt><dd>undefined: fewer than two students count</dd>".replace("&#x27;", "'"),
  );
  expect(one).toContain("undefined: fewer than two students count</span></td>");
  const nobody = await renderClassPage({ ...result, students: [], unmatched: [] });
  readHtml(withoutScript(nobody));
  expect(withoutScript(nobody)).not.toContain("NaN");
  expect(nobody).not.toContain('<svg class="chart"');
});

test("renderClassPage() keeps to half a kilobyte a student", async () => {
  const [small, large] = [await renderClassPage(classResult(200)), await renderClassPage(classResult(1200))];
  expect((large.length - small.length) / 1000).toBeLessThan(550);
});
