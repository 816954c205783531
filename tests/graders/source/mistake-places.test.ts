import { expect, test } from "vitest";
import { atOnce } from "../../../assignments/steps/in-turns.ts";
import { withExcerpts } from "../../../graders/source/error-excerpts.ts";
import { mistakePlaces as placesBySteps } from "../../../graders/source/mistake-places.ts";
import type { StudentSource } from "../../../graders/source/student-source.ts";
import type { CaseReport, SourcePlace } from "../../../reports/report/report.ts";
import { folderOf, sourceOf } from "./student-code.ts";

const mistakePlaces = (...given: Parameters<typeof placesBySteps>) => atOnce(placesBySteps(...given));
const parameters = ["v", "beta1", "t"];
const diagnosis = (id: string) => ({ id, name: "n", explanation: "e" });

/** Where to look for one mistake in `f`. */
function placeIn(source: StudentSource | string, ...looksAt: string[]): SourcePlace | undefined {
  const given = typeof source === "string" ? sourceOf(source) : source;
  const told = { visibleDiagnoses: [diagnosis("m")] };
  return mistakePlaces(given, { id: "f", parameters }, told, [{ id: "m", looksAt }]).places?.[0];
}

/** How certain it is, and the text of each mark with its line. */
function marksIn(source: StudentSource | string, ...looksAt: string[]): readonly string[] {
  const place = placeIn(source, ...looksAt);
  if (place === undefined) return [];
  const marks = place.marks.map(({ line, column, length }) => {
    const text = place.lines[line - place.firstLine] ?? "";
    return `${line}:${text.slice(column - 1, column - 1 + length)}`;
  });
  return [place.certainty, ...marks];
}

test("mistakePlaces() marks the only place of a name, which is none in a comment, a text or the list of parameters", () => {
  const code =
    "export function f(v, beta1 = 0.9, t) {\n  // beta1\n  const s = 'beta1 ';\n  return v * beta1; /* beta1 */\n}";
  expect(marksIn(code, "beta1")).toEqual(["only-place", "4:beta1"]);
  expect(placeIn(code, "beta1")).toEqual({
    misconception: "m",
    file: "submission.ts",
    firstLine: 1,
    lines: code.split("\n"),
    marks: [{ line: 4, column: 14, length: 5 }],
    certainty: "only-place",
    code: "beta1",
  });
});

test("mistakePlaces() marks up to three places, and of more only the function", () => {
  const uses = (count: number) => `export const f = (v, beta1, t) => {\n${"  v = beta1;\n".repeat(count)}};`;
  expect(marksIn(uses(3), "beta1")).toEqual(["several-places", "2:beta1", "3:beta1", "4:beta1"]);
  expect(marksIn(uses(4), "beta1")).toEqual(["function"]);
  expect(marksIn(uses(4), "beta1", "pow")).toEqual(["function"]);
  expect(marksIn(uses(1), "pow", "beta1")).toEqual(["only-place", "2:beta1"]);
  expect(marksIn(uses(1))).toEqual(["function"]);
});

test("mistakePlaces() tells of a parameter that is never used, under the name that the submission has for it", () => {
  expect(marksIn("export function f(v, b, time) {\n  return v ** b;\n}", "t")).toEqual(["unused-parameter", "1:time"]);
  expect(marksIn("export function f(v, b, time) {\n  return v ** b;\n}", "beta1")).toEqual(["only-place", "2:b"]);
  expect(marksIn("export function f(v, b) {\n  return v ** b;\n}", "1 - beta1", "t")).toEqual(["function"]);
  expect(marksIn("export function f(v, { b }, t) {\n  return v ** b * t;\n}", "beta1")).toEqual(["function"]);
});

test("mistakePlaces() finds expressions, numbers, operators and keys however they are written", () => {
  const body = (line: string) => `export function f(v, beta1, t) {\n  ${line}\n}`;
  expect(marksIn(body("return v*(1-beta1)"), "1 - beta1")).toEqual(["only-place", "2:1-beta1"]);
  expect(marksIn(body("return v * (1 -\n beta1)"), "1 - beta1")).toEqual(["only-place", "2:1 -"]);
  expect(marksIn(body("return .5 * 5e-1 * 0.50"), "0.5")).toEqual(["several-places", "2:.5", "2:5e-1", "2:0.50"]);
  expect(marksIn(body("return v ^ 2"), "^")).toEqual(["only-place", "2:^"]);
  expect(marksIn(body("return [v['db' + 1], v[`db$" + "{t}`], v.db12]"), '"db"')).toEqual([
    "several-places",
    "2:'db'",
    "2:`db",
    "2:db12",
  ]);
  expect(marksIn(body("return [v['dbx'], v[`d$" + "{t}`], db, v.b]"), '"db"')).toEqual(["function"]);
});

test("mistakePlaces() looks into what the function uses of its file, and counts a name that is declared again", () => {
  const helper = "const power = (a, b) => a ** b;\nfunction other(beta1) { return beta1; }\n";
  expect(marksIn(`${helper}export function f(v, beta1, t) { return power(v, t); }`, "**")).toEqual([
    "only-place",
    "1:**",
  ]);
  expect(marksIn(`${helper}export function f(v, beta1, t) { return v.power * beta1; }`, "beta1")).toEqual([
    "only-place",
    "3:beta1",
  ]);
  expect(marksIn(`${helper}export function f(v, beta1, t) { return other(beta1); }`, "beta1")).toEqual([
    "several-places",
    "2:beta1",
    "3:beta1",
  ]);
  const shadowed = "export function f(v, beta1, t) {\n  return ((beta1) => beta1)(beta1);\n}";
  expect(marksIn(shadowed, "beta1")).toEqual(["several-places", "2:beta1", "2:beta1", "2:beta1"]);
});

test("mistakePlaces() finds a function under another name or in another file, and none where there are two", () => {
  expect(marksIn("function g(v, beta1) { return beta1 }\nexport { g as f }", "beta1")).toEqual([
    "only-place",
    "1:beta1",
  ]);
  const parts = { "submission.ts": 'export * from "./parts/adam"', "parts/adam.ts": "export const f = (v, b) => b;" };
  expect(placeIn(folderOf(parts), "beta1")).toMatchObject({
    file: "parts/adam.ts",
    certainty: "only-place",
    code: "b",
  });
  expect(placeIn("exports.f = (v, beta1) => beta1", "beta1")).toBeUndefined();
  expect(placeIn("export const f = 1", "beta1")).toBeUndefined();
  expect(placeIn("export function f( { ] }", "beta1")).toBeUndefined();
});

test("mistakePlaces() shows the lines around a mark of a long function, and of a long line what is marked", () => {
  const long = `export function f(v, beta1, t) {\n${"  v += 1;\n".repeat(50)}  v *= beta1;\n  return v;\n}`;
  expect(placeIn(long, "beta1")).toMatchObject({ firstLine: 50, lines: { length: 5 }, certainty: "only-place" });
  expect(placeIn(long, "pow")).toMatchObject({ firstLine: 1, lines: { length: 30 }, certainty: "function", marks: [] });
  const wide = `export const f = (v, beta1, t) => [${"v, ".repeat(300)}beta1, ${"v, ".repeat(300)}];`;
  expect(marksIn(wide, "beta1")).toEqual(["only-place", "1:beta1"]);
  expect(JSON.stringify(placeIn(wide, "beta1")).length).toBeLessThan(500);
  // Two marks that one cut cannot show.
  expect(placeIn(`export const f = (v, beta1, t) => [beta1, ${"v, ".repeat(300)}beta1];`, "beta1")).toBeUndefined();
});

test("mistakePlaces() tells first of what students are told, the same whatever else is known", () => {
  const code = sourceOf(`export function f(v, beta1, t) {\n${"  v += t;\n".repeat(20)}  return beta1 ** t;\n}`);
  const exercise = { id: "f", parameters };
  const known = ["a", "b", "c", "d"].map((id) => ({ id, looksAt: ["beta1"] }));
  const visible = { visibleDiagnoses: [diagnosis("b")] };
  const alone = mistakePlaces(code, exercise, visible, known).places ?? [];
  const all =
    mistakePlaces(code, exercise, { ...visible, diagnoses: known.map(({ id }) => diagnosis(id)) }, known).places ?? [];
  expect(all[0]).toEqual(alone[0]);
  expect(all.map(({ misconception }) => misconception)).toEqual(["b", "a", "c"]);
  expect(JSON.stringify(all).length).toBeLessThan(3000);
  expect(mistakePlaces(code, exercise, {}, known)).toEqual({});
});

test("withExcerpts() shows each place once, of two places at most, the visible cases first", () => {
  const threw = (id: string, line: number): CaseReport => ({
    id,
    visibility: id.startsWith("v") ? "visible" : "hidden",
    outcome: "threw",
    error: { name: "E", message: "m", file: "submission.ts", line, column: 1 },
  });
  const cases = [threw("v1", 1), threw("v2", 1), threw("h1", 2), threw("h2", 3)];
  const shown = withExcerpts(sourceOf("a()\nb()\nc()"), cases);
  expect(shown.map(({ error }) => error?.excerpt?.line)).toEqual([1, undefined, 2, undefined]);
  expect(shown.slice(0, 2)).toEqual(withExcerpts(sourceOf("a()\nb()\nc()"), cases.slice(0, 2)));
});

test("mistakePlaces() never holds others up for long", () => {
  const helpers = Array.from({ length: 800 }, (_, i) => `const h${i} = () => h${i + 1};`).join("\n");
  const looksAt = ['"dW"', "1 - v", "pow", "**", "0.5"] as const;
  const known = ["a", "b", "c"].map((id) => ({ id, looksAt }));
  let longest = 0;
  for (const body of [
    "v;".repeat(3900),
    '"dW1",'.repeat(3900),
    "`dW1`;".repeat(3900),
    "1-".repeat(3900),
    "ä".repeat(190_000),
  ]) {
    const source = sourceOf(`${helpers.slice(0, body.length > 1e5 ? 0 : 900)}\nexport const f = (v) => {${body}1}`);
    const steps = placesBySteps(
      source,
      { id: "f", parameters },
      { visibleDiagnoses: known.map(({ id }) => diagnosis(id)) },
      known,
    );
    for (let start = performance.now(), isDone = false; !isDone; start = performance.now()) {
      isDone = steps.next().done === true;
      longest = Math.max(longest, performance.now() - start);
    }
  }
  expect(longest).toBeLessThan(100);
});
