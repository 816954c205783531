import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Check, Findings } from "../../reports/report/verification.ts";
import { findSurvivors } from "./mistakes/find-survivors.ts";
import { openMistakeVerdicts } from "./mistakes/mistake-verdicts.ts";
import { runMistakes } from "./mistakes/run-mistakes.ts";
import { isAbout, readEquivalentMutants } from "./mutants/equivalent-mutants.ts";
import { makeMutants } from "./mutants/make-mutants.ts";
import type { Mutant } from "./mutants/mutation.ts";
import { reachedExercises } from "./mutants/reached-exercises.ts";
import { checkOf, type OnProgress } from "./subject/check.ts";
import type { Subject } from "./subject/subject.ts";

/**
 * Proves that the cases detect generic mistakes too: every mutant of the reference loses points, or is recorded, with a
 * reason, as equivalent to the reference. A record that is no longer needed is an error as well.
 */
export async function proveMutants(subject: Subject, onProgress: OnProgress): Promise<Findings> {
  const { referenceFile, equivalentMutantsFile, assignment } = subject;
  const source = await readFile(referenceFile, "utf8");
  const records = await readEquivalentMutants(equivalentMutantsFile);
  const reached = reachedExercises(
    source,
    assignment.manifest.exercises.map(({ id }) => id),
  );
  const fates = await runMistakes(subject, makeMutants(source), {
    reachedBy: ({ unit }) => reached.get(unit) ?? [],
    verdicts: await openMistakeVerdicts(subject, "mutants"),
    onProgress,
  });
  return findSurvivors({
    fates,
    records,
    isAbout,
    isRight: () => false,
    survivorCheck: (mutant) => survivorCheck(mutant, basename(referenceFile)),
    phraseRecord: ({ unit, kind, change }) => `"${kind}: ${change}" in ${unit}`,
    words: { unit: "function", mistakes: "mutants", recorded: "recorded as equivalent" },
  });
}

function survivorCheck({ unit, kind, line, lineText, change, text }: Mutant, file: string): Check {
  const mutated = (text.split("\n")[line - 1] ?? "").trim();
  return checkOf(`${unit}:${line} ${kind}: ${change}`, [
    `survives every case: ${kind} in ${unit}, ${file}:${line}`,
    `- ${lineText}`,
    `+ ${mutated === lineText ? change : mutated}`,
  ]);
}
