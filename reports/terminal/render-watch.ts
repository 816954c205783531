import { inLanguage, languageOf } from "../messages/language.ts";
import { message } from "../messages/message.ts";
import { countCases } from "../phrasing/phrase-outcomes.ts";
import { formatFixed } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ExerciseReport, Report } from "../report/report.ts";
import { createPaint } from "./paint.ts";
import type { TextOptions } from "./render-text.ts";
import { wrapText } from "./text-width.ts";

/** What a new version of a submission mends and breaks, in one sentence and a blank line before it; of one without failures before and after, nothing. */
export function renderChange(before: Report, after: Report, { color, width }: TextOptions): string {
  return inLanguage(languageOf(after), () => {
    if (after.status !== "graded") return "";
    const mended = listChanges(before, after);
    const broken = listChanges(after, before);
    const change = mended === "" ? (broken === "" ? "same" : "broken") : broken === "" ? "mended" : "both";
    const { passed, total } = countCases(after.exercises);
    if (change === "same" && passed === total) return "";
    const paint = createPaint(color);
    const text = message("watch.change", { change, mended, broken });
    return `\n${wrapText(text, width)
      .map((line) => paint("bold", line))
      .join("\n")}\n`;
  });
}

/** The exercises with cases that fail in the one report and pass in the other: how many, where others fail still. */
function listChanges(failing: Report, passing: Report): string {
  return passing.exercises
    .flatMap((exercise) => {
      const passed = new Set(passedOf(exercise));
      const other = failing.exercises.find(({ id }) => id === exercise.id);
      const otherPassed = other === undefined ? [] : passedOf(other);
      const count = [...passed].filter((id) => !otherPassed.includes(id)).length;
      if (count === 0) return [];
      return [message("watch.cases-of", { exercise: printable(exercise.id), count })];
    })
    .join(", ");
}

const passedOf = ({ cases }: ExerciseReport): readonly string[] =>
  cases.flatMap(({ id, outcome }) => (outcome === "passed" ? [id] : []));

/**
 * What was checked, with what result and after how long: one line below a check of a submission that is watched.
 * @param name Of the file or folder.
 */
export function renderStatus(report: Report, name: string, tookMs: number): string {
  return inLanguage(languageOf(report), () => {
    const { passed, total } = countCases(report.exercises);
    const verdict = report.status !== "graded" ? "none" : passed === total ? "all" : "some";
    return message("watch.status", {
      file: printable(name),
      verdict,
      passed,
      total,
      seconds: formatFixed(tookMs / 1000, 2),
    });
  });
}
