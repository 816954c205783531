import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../assignments/catalog/course.ts";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import { loadCourseTexts, translateTitle } from "../../assignments/catalog/translate-texts.ts";
import { drawCandidates } from "../../graders/counterexample/candidates.ts";
import { textsOfKit } from "../../graders/release/release-kit.ts";
import { misconceptionsFileOf } from "../../reference/misconceptions/misconception-sources.ts";
import { misconceptionTexts } from "../../reference/misconceptions/misconception-texts.ts";
import { readMisconceptions } from "../../reference/misconceptions/read-misconceptions.ts";

const assignments = await listAssignments();

/** Words in formulas, which are all that may differ there. */
const wordsInFormulas: Readonly<Record<string, string>> = {
  difference: "Differenz",
  " from ": " aus ",
  "where ": "wo ",
  elsewhere: "sonst",
  "cross-entropy": "Kreuzentropie",
  penalty: "Strafterm",
  yours: "gefunden",
  expected: "erwartet",
  " where ": " wo ",
  " elsewhere ": " sonst ",
  deviation: "Abweichung",
  rows: "Zeilen",
  columns: "Spalten",
};

describe.each(assignments)("the German texts of %s", async (id) => {
  const assignment = await openAssignment(id);
  const loaded = await loadCourseTexts(assignment.directory, "de", assignment.manifest);
  if (loaded === undefined) throw new Error("no texts");
  const texts = loaded;

  test("each exercise has its own", () => {
    expect(Object.keys(texts.exercises)).toEqual(assignment.manifest.exercises.map((exercise) => exercise.id));
  });

  test("each part of the title of a case has one, whatever is drawn", () => {
    const drawn = [1, 2, 3, 4].flatMap((seed) => generateCases(assignment, { visibility: "all", seed, secret: "a" }));
    const left = { cases: Object.fromEntries(Object.keys(texts.cases).map((form) => [form, ""])) };
    const untranslated = [...drawn, ...drawCandidates(assignment)].filter(({ title }) =>
      /[^, ]/.test(translateTitle(title, left)),
    );
    expect([...new Set(untranslated.map(({ title }) => title))]).toEqual([]);
  });

  test("they keep the numbers and names of a title", () => {
    const gapsOf = (text: string): string[] => text.match(/\{\w\}/g) ?? [];
    for (const [form, text] of Object.entries(texts.cases)) expect(gapsOf(text), form).toEqual(gapsOf(form));
  });

  test("each misconception has them, and there are no others", async () => {
    const misconceptions = await readMisconceptions(misconceptionsFileOf(id));
    const said = await misconceptionTexts(id, "de");
    expect(Object.keys(said).sort()).toEqual(misconceptions.map((one) => one.id).sort());
  });

  test("each property has one, and there are no others", () => {
    for (const exercise of assignment.manifest.exercises)
      expect(Object.keys(texts.exercises[exercise.id]?.sentences ?? {}).sort(), exercise.id).toEqual(
        (assignment.properties[exercise.id] ?? []).map((one) => one.id).sort(),
      );
  });

  test("those of a kit name its visible cases, and no hidden ones", () => {
    const cases = generateCases(assignment, { visibility: "all", seed: 1, secret: "a" });
    const titles = (visibility: string): string[] =>
      cases.filter((one) => one.visibility === visibility).map(({ title }) => title);
    const given = textsOfKit(
      texts,
      cases.filter(({ visibility }) => visibility === "visible"),
    );
    expect(Object.keys(given.cases).sort()).toEqual([...new Set(titles("visible"))].sort());
    const told = JSON.stringify(given);
    expect(told).not.toContain('"sentences"');
    const hidden = titles("hidden").filter((title) => !titles("visible").includes(title));
    expect(hidden.filter((title) => told.includes(JSON.stringify(title)))).toEqual([]);
    expect(hidden.filter((title) => told.includes(JSON.stringify(translateTitle(title, texts))))).toEqual([]);
  });
});

test.each(assignments)(
  "the German handout of %s has the functions, code and formulas of the English one",
  async (id) => {
    const { directory, manifest } = await openAssignment(id);
    const [english = "", german = ""] = ["README.md", "README.de.md"].map((name) =>
      readFileSync(join(directory, name), "utf8"),
    );
    const of = (text: string, what: RegExp): string[] => text.match(what) ?? [];
    for (const what of [/^#+ \d\. .*$/gm, /```ts[\s\S]*?```/g, /^ {3}```sh[\s\S]*?```/gm])
      expect(of(german, what)).toEqual(of(english, what));
    const inGerman = (formula: string): string =>
      formula.replace(/\\text\{(.*?)\}/g, (_, words: string) => `\\text{${wordsInFormulas[words] ?? words}}`);
    const apart = /\$\$[\s\S]*?\$\$/g;
    expect(of(german, apart)).toEqual(of(english, apart).map(inGerman));
    const inProse = (text: string, what: RegExp): string[] => {
      const prose = text
        .replaceAll(/^ *```[\s\S]*?^ *```$/gm, "")
        .replaceAll(apart, "")
        .replaceAll(/\s+/g, " ");
      return [...new Set(of(prose, what))].sort();
    };
    expect(inProse(german, /`[^`]+`/g)).toEqual(inProse(english, /`[^`]+`/g));
    expect(inProse(german, /\$[^$]+\$/g)).toEqual(
      inProse(english, /\$[^$]+\$/g)
        .map(inGerman)
        .sort(),
    );
    for (const exercise of manifest.exercises)
      expect(german).toMatch(new RegExp(`## \\d\\. \`${exercise.id}\`\\s+_${exercise.points} Punkte\\._`));
  },
);

test("numbers and names of a title stay where they are", async () => {
  const { directory, manifest } = await openAssignment("w2-optimization");
  const texts = await loadCourseTexts(directory, "de", manifest);
  expect(translateTitle("epoch 2, decay rate 1", texts ?? { cases: {} })).toBe("Epoche 2, Abnahmerate 1");
});
