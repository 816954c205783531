import { expect, test } from "vitest";
import { inLanguage, languages } from "../../../reports/messages/language.ts";
import { renderHtml } from "../../../reports/pages/render-html.ts";
import { phraseClues } from "../../../reports/phrasing/phrase-clue.ts";
import { studentView } from "../../../reports/phrasing/student-view.ts";
import schema from "../../../reports/report/report.schema.json" with { type: "json" };
import type { Clue, ExerciseReport } from "../../../reports/report/report.ts";
import { renderText } from "../../../reports/terminal/render-text.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

const codes = schema.definitions.clue.properties.code.enum as Clue["code"][];
const place = {
  file: "submission.ts",
  firstLine: 3,
  lines: ["  const m = X.length;", "  return m;"],
  marks: [{ line: 3, column: 9, length: 12 }],
};

test.for(languages)("phraseClues() has a sentence for every clue, for one name and for several, in %s", (language) => {
  const sentences = codes.flatMap((code) =>
    [["W1"], ["W1", "b1"]].flatMap((names) =>
      inLanguage(language, () => phraseClues({ clues: [{ code, names, of: "parameters" }] })).map(
        ({ sentence }) => sentence,
      ),
    ),
  );
  // Tensors that are disposed of have no names there.
  expect(new Set(sentences).size).toBe(2 * codes.length - 1);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÄÖÜ`].*[.:?]$/su);
});

test("phraseClues() shows the marked lines beside their sentence", () => {
  const [told] = phraseClues({ clues: [{ code: "made-with", names: ["m"], place }] });
  expect(told?.sentence).toBe("Everything that is wrong uses `m`, and nothing that is right does:");
  expect(told?.lines?.lines[0]).toEqual([
    { text: "const ", isMarked: false },
    { text: "m = X.length", isMarked: true },
    { text: ";", isMarked: false },
  ]);
});

test("clues stand on the student's page and in the terminal, with their lines", () => {
  const [first, ...others] = w2OptimizationReport().exercises;
  const failing = {
    ...first,
    status: "failed",
    clues: [{ code: "made-here", names: ["W1"], place }],
  } as ExerciseReport;
  const report = studentView({ ...w2OptimizationReport(), exercises: [failing, ...others] });
  expect(report.exercises[0]?.clues).toEqual([{ code: "made-here", names: ["W1"], place }]);
  const page = renderHtml(report);
  expect(page).toMatch(/<code[^>]*>W1<\/code> is wrong and is computed here\./);
  expect(page).toContain("X.length</mark>");
  const shown = renderText(report, { color: false, width: 100 });
  expect(shown).toContain("`W1` is wrong and is computed here.");
  expect(shown).toMatch(/const m = X\.length;/);
});
