import { openCache } from "../../assignments/storage/cache.ts";
import { misconceptionOutcomes } from "../../reference/misconceptions/misconception-outcomes.ts";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { Findings, Table } from "../../reports/report/verification.ts";
import { checkOf } from "./subject/check.ts";
import type { Subject } from "./subject/subject.ts";
import { auditExercise, auditProblems, type ExerciseAudit, type Measured } from "./tolerances/audit.ts";
import { casesOf, float64Values, nativeValues, plainValues } from "./tolerances/reference-values.ts";

/**
 * Proves that every tolerance is neither too tight nor too wide: noise (the reference on the other backends and in
 * float64) is at most a tenth of it, and the nearest misconception is at least ten times as far off.
 */
export async function proveTolerances(subject: Subject): Promise<Findings> {
  const { assignment, seed, misconceptionsFile, cacheDirectory } = subject;
  const cases = casesOf(subject);
  const cache = openCache("misconceptions", cacheDirectory);
  const { values: expected } = await nativeValues(subject, cases);
  const repeated = [
    await plainValues(subject, cases),
    await plainValues(subject, cases, "cpu"),
    await float64Values(subject, cases),
  ];
  const misconceptions = await misconceptionOutcomes(assignment, cases, { seed, misconceptionsFile, cache });
  const audits = assignment.manifest.exercises.map((exercise) =>
    auditExercise(exercise, { cases, expected, repeated, misconceptions }),
  );
  const left = audits.reduce((sum, { judgedByProperties }) => sum + judgedByProperties, 0);
  const all = audits.reduce((sum, { compared }) => sum + compared, 0);
  return {
    summary: `${quantity(all, "case")} audited, ${left} left out because only properties judge them`,
    checks: audits.map((audit) => checkOf(audit.exercise.id, auditProblems(audit))),
    table: toTable(audits),
  };
}

function toTable(audits: readonly ExerciseAudit[]): Table {
  return {
    columns: ["exercise", "rtol", "atol", "noise", "spare below", "signal", "spare above", "nearest misconception"],
    rows: audits.map(({ exercise, compared, noise, signal }) => {
      const { rtol, atol } = exercise.comparison;
      const stated = [exercise.id, figure(rtol), figure(atol)];
      if (compared === 0) return [...stated, "judged by properties", "", "", "", ""];
      return [
        ...stated,
        noise === undefined ? "" : figure(noise.distance),
        noise === undefined ? "" : times(1 / noise.distance),
        signal === undefined ? "no misconceptions" : signalText(signal),
        signal === undefined ? "" : times(signal.distance),
        signal?.at ?? "",
      ];
    }),
  };
}

/** A misconception that shows in the form of the answer, not in its numbers, is detected whatever the tolerance. */
const signalText = ({ distance }: Measured): string =>
  distance === Number.POSITIVE_INFINITY ? "other form" : figure(distance);

const times = (factor: number): string => (factor === Number.POSITIVE_INFINITY ? "any" : `${figure(factor)} x`);

function figure(value: number): string {
  if (value === 0) return "0";
  if (value >= 0.1 && value < 1000) return String(Number(value.toPrecision(2)));
  return value
    .toExponential(value >= 1 ? 0 : 1)
    .replace(/\.0e/, "e")
    .replace("e+", "e");
}
