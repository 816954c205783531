import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answersLimitBytes, readAnswers } from "../../../assignments/quiz/read-answers.ts";
import { gradeAnswers } from "../../../graders/quiz/grade-answers.ts";
import { renderHtml } from "../../../reports/pages/render-html.ts";
import { studentView } from "../../../reports/phrasing/student-view.ts";
import { validateReport } from "../../../reports/report/validate-report.ts";
import { renderText } from "../../../reports/terminal/render-text.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { smallKey, smallQuiz } from "../../fixtures/small-quiz.ts";
import { runHere } from "../run-in-process.ts";

const basis = { quiz: smallQuiz, seed: 1, ...smallKey };

/** As many pieces as a file of answers has room for. */
function filled(open: string, piece: (i: number) => string, close: string): string {
  const pieces = [open];
  let room = answersLimitBytes - open.length - close.length;
  for (let i = 0; ; i++) {
    const next = piece(i);
    room -= next.length;
    if (room < 0) return pieces.join("") + close;
    pieces.push(next);
  }
}

const answers = '{"quiz":"small","answers":{';
const hostile: Readonly<Record<string, string>> = {
  "unknown ids": filled(answers, (i) => `"${i.toString(36)}":1,`, '"z":1}}'),
  "one unknown id again and again": filled(answers, () => `"":1,`, '"z":1}}'),
  "one question again and again": filled(answers, () => `"one":1,\n`, '"z":1}}'),
  "answers again and again": filled('{"quiz":"small",', () => `"answers":{},`, '"answers":{}}'),
  "lists within lists": `${answers}"one":${"[".repeat(130_000)}${"]".repeat(130_000)}}}`,
  "objects without end": filled('{"quiz":"small","answers":', () => '{"":', ""),
  "a long text": `${answers}"word":"${"x".repeat(260_000)}"}}`,
  "a long id": `${answers}"${"`".repeat(260_000)}":1}}`,
  backslashes: `${answers}"word":"${"\\\\".repeat(130_000)}"}}`,
  "quotes that do not close": `${answers}"word":"${'\\"'.repeat(130_000)}`,
  "unknown choices": filled(`${answers}"some":["a",`, (i) => `"${i.toString(36)}",`, '"b"]}}'),
  "one choice again and again": filled(`${answers}"some":["a",`, () => `"a",`, '"b"]}}'),
  "NaN in a list": filled(`${answers}"some":[`, () => "NaN,", "NaN]}}"),
  spaces: `${" ".repeat(262_000)}x`,
  "line feeds": `{"quiz":"small",${"\n".repeat(260_000)}"answers":{}}`,
};

for (const [what, text] of Object.entries(hostile)) {
  test(`gradeAnswers() takes little time and says little of a file full of ${what}`, () => {
    expect(text.length).toBeLessThanOrEqual(answersLimitBytes);
    const before = process.cpuUsage();
    const reading = readAnswers(smallQuiz, new TextEncoder().encode(text));
    const report = validateReport(gradeAnswers(basis, { name: "x", sha256: "0".repeat(64) }, reading));
    const page = renderHtml(studentView(report));
    const words = renderText(report, { color: false, width: 100 });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(800);
    expect(report.score).toBeLessThanOrEqual(2);
    expect(page.length).toBeLessThan(40_000);
    expect(words.length).toBeLessThan(4000);
  });
}

test("gradeAnswers() reads no answer from inherited keys, nor a number that overflows", () => {
  const grade = (text: string) =>
    gradeAnswers(basis, { name: "x", sha256: "0".repeat(64) }, readAnswers(smallQuiz, new TextEncoder().encode(text)));
  for (const text of [
    '{"quiz":"small","__proto__":{"answers":{"one":"b"}}}',
    '{"quiz":"small","answers":{"__proto__":{"one":"b"},"constructor":{"one":"b"}}}',
    '{"quiz":"small","answers":{"number":1e999}}',
    '{"quiz":"small","answers":{"number":-1e999}}',
    '{"quiz":"small","answers":{"number":"1e999"}}',
  ]) {
    expect(grade(text).score, text).toBe(0);
  }
  expect(({} as Record<string, unknown>)["one"]).toBeUndefined();
  expect(grade('{"quiz":"small","answers":{"one":"b","one":"a"}}').score).toBe(0);
  expect(grade('{"quiz":"small","answers":{"one":"a","one":"b"}}').score).toBe(2);
});

test("gradecheck grade of a quiz ends with 0 for a class with hostile files, and with 2 for one that is no text", () =>
  inTemporaryFolder(async (folder) => {
    const put = (name: string, content: string | Uint8Array): Promise<void> => writeFile(join(folder, name), content);
    const quiz = (text: string): string => text.replace('"":1,', "").replace('"small"', '"w1-quiz"');
    await put("a.json", quiz(hostile["one unknown id again and again"] ?? ""));
    await put("b.json", quiz(hostile["objects without end"] ?? ""));
    await put("c.json", Buffer.alloc(answersLimitBytes * 8, "x"));
    await put("d.json", Buffer.from([0xff, 0xfe, 0]));
    await put("two\nlines.json", quiz('{"quiz":"small","answers":{"__proto__":1}}'));
    execFileSync("mkfifo", [join(folder, "e.json")]);
    const names = ["a.json", "b.json", "c.json", "d.json", "e.json", "two\nlines.json"];
    const all = await runHere(folder, "grade", "w1-quiz", ...names, "--json");
    expect(all.code).toBe(0);
    const reports = all.stdout
      .trim()
      .split("\n")
      .map((line) => validateReport(JSON.parse(line)));
    expect(reports.map(({ status, score }) => `${status} ${score}`)).toEqual([
      "graded 0",
      "not-gradable 0",
      "not-gradable 0",
      "not-gradable 0",
      "not-gradable 0",
      "graded 0",
    ]);
    for (const name of ["c.json", "d.json", "e.json"]) {
      const one = await runHere(folder, "grade", "w1-quiz", name);
      expect(one.code, one.stderr).toBe(2);
      expect(one.stderr.trim().split("\n")).toHaveLength(1);
    }
  }));
