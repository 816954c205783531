import type { Check, Findings } from "../../reports/report/verification.ts";
import { findSurvivors } from "./mistakes/find-survivors.ts";
import { openMistakeVerdicts } from "./mistakes/mistake-verdicts.ts";
import { type Fate, runMistakes } from "./mistakes/run-mistakes.ts";
import { checkOf, type OnProgress } from "./subject/check.ts";
import type { Subject } from "./subject/subject.ts";
import { casesOf, nativeValues } from "./tolerances/reference-values.ts";
import { isAbout, readEquivalentVariants } from "./variants/equivalent-variants.ts";
import { makeVariants, type Variant } from "./variants/make-variants.ts";

/**
 * Proves that the cases look at every argument and every part of a result, in every range, and at what is kept from call to call: every
 * variant of the reference's calls loses points, or is recorded, with a reason, as equivalent to the reference.
 */
export async function proveVariants(subject: Subject, onProgress: OnProgress): Promise<Findings> {
  const { equivalentVariantsFile, referenceFile, assignment } = subject;
  const records = await readEquivalentVariants(equivalentVariantsFile);
  const cases = casesOf(subject);
  const { values: expected } = await nativeValues(subject, cases);
  const variants = makeVariants(assignment.manifest, { cases, expected, referenceFile });
  // What changes nothing in any case, or nothing that counts, is not worth running.
  const told = variants.filter(({ unseen, isAllowed }) => unseen === undefined && !isAllowed);
  const ran = await runMistakes(subject, told, {
    reachedBy: ({ unit }) => [unit],
    verdicts: await openMistakeVerdicts(subject, "variants"),
    onProgress,
  });
  const killedBy = new Map(ran.map((fate) => [fate.mistake, fate.killedBy]));
  const fates = variants.map((mistake): Fate<Variant> => ({ mistake, killedBy: killedBy.get(mistake) ?? null }));
  return findSurvivors({
    fates,
    records,
    isAbout,
    isRight: ({ isAllowed = false }) => isAllowed,
    survivorCheck,
    phraseRecord: ({ unit, kind, change }) => `"${change === undefined ? kind : `${kind}: ${change}`}" in ${unit}`,
    words: { unit: "exercise", mistakes: "variants", recorded: "explained" },
  });
}

function survivorCheck({ unit, kind, change, unseen }: Variant): Check {
  return checkOf(`${unit} ${kind}: ${change}`, [`survives every case${unseen === undefined ? "" : `: ${unseen}`}`]);
}
