import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import { loadCourseTexts, translateTitle } from "../../../assignments/catalog/translate-texts.ts";
import { textsOfKit } from "../../../graders/release/release-kit.ts";
import { misconceptionTexts } from "../../../reference/misconceptions/misconception-texts.ts";
import { misconceptions } from "../../../reference/w2-optimization/misconceptions.ts";

const assignment = await openAssignment("w2-optimization");
const texts = await loadCourseTexts(assignment.directory, "de", assignment.manifest);

test("w2-optimization: each exercise has its texts in German", () => {
  expect(Object.keys(texts?.exercises ?? {})).toEqual(assignment.manifest.exercises.map(({ id }) => id));
});

test("w2-optimization: the title of each case is in German, whatever is drawn", () => {
  if (texts === undefined) throw new Error("no texts");
  const titles = [1, 2, 3, 4].flatMap((seed) =>
    generateCases(assignment, { visibility: "all", seed, secret: "a" }).map(({ title }) => title),
  );
  const isEnglish = (title: string): boolean =>
    /\b(?:the|of|an?|is|and|with|step|layers?|epoch|examples?|rate|gradients)\b/.test(title);
  expect(titles.map((title) => translateTitle(title, texts)).filter(isEnglish)).toEqual([]);
  expect(translateTitle("epoch 2, decay rate 1", texts)).toBe("Epoche 2, Abnahmerate 1");
});

test("w2-optimization: each misconception has its texts in German, and there are no others", async () => {
  const said = await misconceptionTexts("w2-optimization", "de");
  expect(Object.keys(said).sort()).toEqual(misconceptions.map(({ id }) => id).sort());
});

test("w2-optimization: the texts of a kit name its visible cases, and no hidden ones", () => {
  if (texts === undefined) throw new Error("no texts");
  const cases = generateCases(assignment, { visibility: "all", seed: 1, secret: "a" });
  const titles = (visibility: string): string[] =>
    cases.filter((one) => one.visibility === visibility).map(({ title }) => title);
  const given = textsOfKit(
    texts,
    cases.filter(({ visibility }) => visibility === "visible"),
  );
  expect(Object.keys(given.cases).sort()).toEqual([...new Set(titles("visible"))].sort());
  const told = JSON.stringify(given);
  const hidden = titles("hidden").filter((title) => !titles("visible").includes(title));
  expect(hidden.filter((title) => told.includes(JSON.stringify(title)))).toEqual([]);
  expect(hidden.filter((title) => told.includes(JSON.stringify(translateTitle(title, texts))))).toEqual([]);
});

test("w2-optimization: the German handout has the functions, signatures and formulas of the English one", () => {
  const [english = "", german = ""] = ["README.md", "README.de.md"].map((name) =>
    readFileSync(join(assignment.directory, name), "utf8"),
  );
  const of = (text: string, what: RegExp): string[] => text.match(what) ?? [];
  for (const what of [/^#+ \d\. .*$/gm, /```ts[\s\S]*?```/g, /\$\$[\s\S]*?\$\$/g, /^ {3}```sh[\s\S]*?```/gm])
    expect(of(german, what)).toEqual(of(english, what));
  for (const { id, points } of assignment.manifest.exercises)
    expect(german).toMatch(new RegExp(`## \\d\\. \`${id}\`\\s+_${points} Punkte\\._`));
});
