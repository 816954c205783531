import { expect, test } from "vitest";
import { inLanguage } from "../../reports/messages/language.ts";
import { renderHtml } from "../../reports/pages/render-html.ts";
import { phraseExcerpt, phrasePlace } from "../../reports/phrasing/phrase-source.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import type { ExerciseReport, Report, SourcePlace } from "../../reports/report/report.ts";
import { createPaint } from "../../reports/terminal/paint.ts";
import { renderSource } from "../../reports/terminal/render-source.ts";
import { renderText } from "../../reports/terminal/render-text.ts";
import { textWidth } from "../../reports/terminal/text-width.ts";
import { readHtml } from "../fixtures/read-html.ts";
import { reportWithSource } from "../fixtures/report-with-source.ts";
import { liveMarkup, rawControls } from "../security/unsafe-text.ts";

const paint = createPaint(false);
const place = (certainty: SourcePlace["certainty"], lines: readonly string[], ...columns: number[]): SourcePlace => ({
  misconception: "m",
  file: "s.ts",
  firstLine: 9,
  lines: [...lines],
  marks: columns.map((column) => ({ line: 9, column, length: 4 })),
  certainty,
  code: "beta",
});
const shown = (width: number, text: string, ...columns: number[]): readonly string[] =>
  renderSource(phrasePlace(place("only-place", [text, "}"], ...columns)), paint, width).filter((line) =>
    line.includes(" | "),
  );

test("phrasePlace() says what is known, in both languages", () => {
  const captions = (["only-place", "several-places", "unused-parameter", "function"] as const).map((certainty) => {
    const columns = { "several-places": [1, 8], function: [] as number[] }[certainty as string] ?? [1];
    return phrasePlace(place(certainty, ["beta + beta"], ...columns)).caption;
  });
  expect(captions).toEqual([
    "In this exercise `beta` is used in one place only (`s.ts:9`)",
    "In this exercise `beta` is used in 2 places (`s.ts:9`)",
    "The parameter `beta` is never used (`s.ts:9`)",
    "Your function (`s.ts:9`)",
  ]);
  expect(inLanguage("de", () => phrasePlace(place("only-place", ["beta"], 1)).caption)).toBe(
    "In dieser Aufgabe wird `beta` nur an einer Stelle verwendet (`s.ts:9`)",
  );
});

test("phraseExcerpt() leaves out the indentation that all lines have, and knows nothing without lines", () => {
  const excerpt = { firstLine: 1, lines: ["\t\ta", "", "\t\t\tf(x)"], line: 3, column: 4 };
  const parts = phraseExcerpt({ name: "E", message: "m", file: "s.ts", excerpt })?.lines;
  expect(parts?.map((line) => line.map(({ text, isMarked }) => (isMarked ? `<${text}>` : text)).join(""))).toEqual([
    "a",
    "",
    "\t<f>(x)",
  ]);
  expect(phraseExcerpt({ name: "E", message: "m", file: "s.ts" })).toBeNull();
});

test("renderSource() puts carets below what is marked, whatever the width of the characters before it", () => {
  expect(shown(60, "x = beta * beta", 5, 12)).toEqual([" 9 | x = beta * beta", "   |     ^~~~   ^~~~", "10 | }"]);
  expect(shown(60, "\tx\t= beta", 6)).toEqual([" 9 |   x  = beta", "   |        ^~~~", "10 | }"]);
  expect(shown(60, "'漢字😀', beta", 9)).toEqual([" 9 | '漢字😀', beta", "   |           ^~~~", "10 | }"]);
});

test("renderSource() cuts a long line so that the mark stays, at every width", () => {
  for (const before of ["a + ".repeat(60), "漢字".repeat(60)]) {
    for (let width = 40; width < 100; width += 7) {
      const [line = "", mark = ""] = shown(width, `${before}beta${" + c".repeat(60)}`, before.length + 1);
      expect(textWidth(line)).toBeLessThanOrEqual(width);
      expect(line).toMatch(/\| ….*beta.*…$/);
      expect(mark.indexOf("^")).toBe(textWidth(line.slice(0, line.indexOf("beta"))));
    }
  }
});

test("a page shows lines with their numbers, and names what is marked", () => {
  const page = renderHtml(studentView(reportWithSource()));
  expect(page).toContain('<ol class="source" start="59" aria-label="Lines of your code">');
  expect(page).toContain('<li class="marked">  return v * <mark><span class="sr">marked: </span>beta1</mark>;</li>');
  expect(page.match(/<details open>\s*<summary>In this exercise/g)).toHaveLength(1);
  expect(page.length).toBeLessThan(150_000);
});

test("a terminal shows the line of an error, and the marked lines of a mistake", () => {
  const text = renderText(studentView(reportWithSource()), { color: false, width: 80 });
  expect(text).toContain("  60 |   return v * beta1;\n     |              ^~~~~");
  expect(text).toMatch(/`submission\.ts`, line 12:\n {2}12 \| boom\(\)\n {5}\| \^~~~/);
});

test("a student's view has the places of visible mistakes and the excerpts of visible cases alone", () => {
  const report = reportWithSource();
  const [exercise] = report.exercises;
  const seen = studentView(report).exercises[0] as ExerciseReport;
  expect(exercise?.places?.map(({ misconception }) => misconception)).toEqual(["told", "untold"]);
  expect(seen.places?.map(({ misconception }) => misconception)).toEqual(["told"]);
  expect(seen.cases.map(({ error }) => error?.excerpt?.lines)).toEqual([["boom()"], undefined]);
  expect(JSON.stringify(studentView(report))).not.toContain("secret");
  expect(studentView(studentView(report))).toEqual(studentView(report));
});

test("text of a submission acts neither in a page nor in a terminal", () => {
  const nasty = "</ol><script>alert(1)</script>\u001b[2J\u202e\u200b\ud800 \u0007\r\n\u2028`{{x}}`";
  const report: Report = JSON.parse(
    JSON.stringify(reportWithSource()).replaceAll(/"(?:boom\(\)| {2}return v \* beta1;|submission\.ts)"/g, () =>
      JSON.stringify(nasty),
    ),
  );
  const page = renderHtml(report);
  expect(readHtml(page).flatMap(liveMarkup)).toEqual([]);
  expect(rawControls(page)).toEqual([]);
  expect(rawControls(renderText(report, { color: false, width: 80 }))).toEqual([]);
});
