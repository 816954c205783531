import { phraseCase } from "../phrasing/phrase-case.ts";
import { phraseMisconceptions, summaryWithoutMisconception } from "../phrasing/phrase-misconceptions.ts";
import { phraseObservations } from "../phrasing/phrase-observation.ts";
import { phraseHidden } from "../phrasing/phrase-outcomes.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ExerciseReport } from "../report/report.ts";

/**
 * What a platform tells a student of an exercise: the summary, the recognised mistake, each visible case that did not pass, the
 * hints, and of the hidden cases how many passed. Lines of plain text.
 * @param exercise Of a student's view of the report.
 */
export function exerciseLines(exercise: ExerciseReport): string[] {
  const mistakes = phraseMisconceptions(exercise);
  const visible = exercise.cases.filter(({ visibility, outcome }) => visibility === "visible" && outcome !== "passed");
  const isIdle = exercise.status === "not-implemented" || exercise.status === "skipped";
  const hidden = isIdle ? null : phraseHidden(exercise.cases);
  const lines = [
    summaryWithoutMisconception(exercise),
    ...(exercise.question?.feedback ?? []),
    ...(mistakes === null
      ? []
      : mistakes.mistakes.map(({ name, explanation }) =>
          [`${mistakes.heading}: ${name}`, ...(explanation === null ? [] : [explanation])].join(" "),
        )),
    ...phraseObservations(exercise),
    ...(isIdle ? [] : visible).map((one) => {
      const { what, findings } = phraseCase(one, exercise);
      const title = one.title === undefined ? "" : ` (${one.title})`;
      return [`${one.id}${title}: ${what}`, ...findings].join(" ");
    }),
    ...(exercise.status === "passed" ? [] : exercise.hints.map((hint) => `Hint: ${hint}`)),
    ...(hidden === null ? [] : [hidden]),
  ];
  return lines.map((line) => printable(line));
}
