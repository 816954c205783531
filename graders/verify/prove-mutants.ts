import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Check, Findings, Table } from "../../reports/report/verification.ts";
import { type EquivalentMutant, isAbout, readEquivalentMutants } from "./mutants/equivalent-mutants.ts";
import { makeMutants } from "./mutants/make-mutants.ts";
import { openMutantVerdicts } from "./mutants/mutant-verdicts.ts";
import type { Mutant } from "./mutants/mutation.ts";
import { reachedExercises } from "./mutants/reached-exercises.ts";
import { type MutantFate, runMutants } from "./mutants/run-mutants.ts";
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
  const verdicts = await openMutantVerdicts(subject);
  const reached = reachedExercises(
    source,
    assignment.manifest.exercises.map(({ id }) => id),
  );
  const fates = await runMutants(subject, makeMutants(source), reached, verdicts, onProgress);
  await verdicts.save();
  const survivors = fates.filter(({ killedBy }) => killedBy === null).map(({ mutant }) => mutant);
  const unexplained = survivors.filter((mutant) => !records.some((record) => isAbout(record, mutant)));
  const killed = fates.length - survivors.length;
  return {
    summary:
      `${killed} of ${fates.length} killed (${percent(killed, fates.length)}), ` +
      `${survivors.length - unexplained.length} recorded as equivalent, ${unexplained.length} unexplained`,
    checks: [
      ...unexplained.map((mutant) => survivorCheck(mutant, basename(referenceFile))),
      checkOf("records", staleRecords(records, survivors)),
      ...(unexplained.length === 0 ? [checkOf("mutants", [])] : []),
    ],
    table: toTable(fates, records),
  };
}

function survivorCheck({ unit, kind, line, lineText, change, text }: Mutant, file: string): Check {
  const mutated = (text.split("\n")[line - 1] ?? "").trim();
  return checkOf(`${unit}:${line} ${kind}: ${change}`, [
    `survives every case: ${kind} in ${unit}, ${file}:${line}`,
    `- ${lineText}`,
    `+ ${mutated === lineText ? change : mutated}`,
  ]);
}

function staleRecords(records: readonly EquivalentMutant[], survivors: readonly Mutant[]): string[] {
  return records
    .filter((record) => !survivors.some((mutant) => isAbout(record, mutant)))
    .map(({ unit, kind, change }) => `no survivor is "${kind}: ${change}" in ${unit}: delete the record`);
}

function toTable(fates: readonly MutantFate[], records: readonly EquivalentMutant[]): Table {
  const groups = Map.groupBy(fates, ({ mutant }) => mutant.unit);
  return {
    columns: ["function", "mutants", "killed", "equivalent", "unexplained"],
    rows: [...groups].map(([unit, own]) => {
      const survivors = own.filter(({ killedBy }) => killedBy === null);
      const explained = survivors.filter(({ mutant }) => records.some((record) => isAbout(record, mutant)));
      return [unit, own.length, own.length - survivors.length, explained.length, survivors.length - explained.length];
    }),
  };
}

const percent = (part: number, whole: number): string => `${whole === 0 ? 100 : ((100 * part) / whole).toFixed(1)} %`;
