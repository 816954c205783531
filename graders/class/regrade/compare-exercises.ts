import { isDeepStrictEqual } from "node:util";
import type { CaseChange, ExerciseScoreChange } from "../../../reports/regrade/score-change.ts";
import type { ExerciseChange } from "../../../reports/report/manifest-change.ts";
import type { CaseReport, ExerciseReport, Mismatch, Report } from "../../../reports/report/report.ts";

/** Made by `shareEqual()`: many students have the same change in the same case. */
export type Share = (change: CaseChange) => CaseChange;

/**
 * The exercises of one submission whose points or cases differ between two reports. Points are as graded, before
 * overrides.
 * @param before Absent where there is no report, as for a student who handed in nothing.
 * @param changes How the manifests differ.
 * @returns In the order of the later report; removed exercises come last.
 */
export function compareExercises(
  before: Report | undefined,
  after: Report | undefined,
  changes: readonly ExerciseChange[],
  share: Share,
): ExerciseScoreChange[] {
  const old = new Map(before?.exercises.map((exercise) => [exercise.id, exercise]));
  const now = new Map(after?.exercises.map((exercise) => [exercise.id, exercise]));
  const ids = [...now.keys(), ...[...old.keys()].filter((id) => !now.has(id))];
  // Without a report on either side, there are no cases to compare.
  const isWhole = before !== undefined && after !== undefined;
  return ids.flatMap((id) => {
    const [earlier, later] = [old.get(id), now.get(id)];
    const settings = changes.find((change) => change.id === id)?.settings ?? [];
    const isEquallyJudged = !settings.some(
      ({ setting }) => setting === "rtol" || setting === "atol" || setting === "dtype",
    );
    const cases = isWhole ? compareCases(earlier?.cases ?? [], later?.cases ?? [], isEquallyJudged).map(share) : [];
    if (cases.length === 0 && earlier?.score === later?.score) return [];
    return [{ id, title: (later ?? earlier)?.title ?? id, ...pointsOf(earlier, later), settings, cases }];
  });
}

function pointsOf(
  before: ExerciseReport | undefined,
  after: ExerciseReport | undefined,
): Pick<ExerciseScoreChange, "before" | "after"> {
  return {
    ...(before !== undefined && { before: before.score }),
    ...(after !== undefined && { after: after.score }),
  };
}

function compareCases(
  before: readonly CaseReport[],
  after: readonly CaseReport[],
  isEquallyJudged: boolean,
): CaseChange[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const now = new Map(after.map((one) => [one.id, one]));
  const ids = [...now.keys(), ...[...old.keys()].filter((id) => !now.has(id))];
  return ids.flatMap((id) => {
    const [earlier, later] = [old.get(id), now.get(id)];
    const expected = isEquallyJudged ? compareExpected(earlier?.mismatch, later?.mismatch) : undefined;
    if (earlier?.outcome === later?.outcome && expected === undefined) return [];
    const title = (later ?? earlier)?.title;
    return [
      {
        id,
        ...(title !== undefined && { title }),
        ...(earlier !== undefined && { before: earlier.outcome }),
        ...(later !== undefined && { after: later.outcome }),
        ...(expected !== undefined && { expected }),
      },
    ];
  });
}

/** A difference of the reference values, as far as two mismatches at the same place show it. */
function compareExpected(before: Mismatch | undefined, after: Mismatch | undefined): CaseChange["expected"] {
  if (before === undefined || after === undefined || before.path !== after.path) return undefined;
  const { path } = after;
  if (
    isDeepStrictEqual(before.index, after.index) &&
    before.expectedAt !== undefined &&
    after.expectedAt !== undefined
  ) {
    return Object.is(before.expectedAt, after.expectedAt)
      ? undefined
      : { path, before: before.expectedAt, after: after.expectedAt };
  }
  const [old, now] = [before.expectedPreview, after.expectedPreview];
  if (old === undefined || now === undefined || !isDeepStrictEqual(old.shape, now.shape)) return undefined;
  const at = old.values.findIndex((value, i) => i < now.values.length && !Object.is(value, now.values[i]));
  const [oldValue, newValue] = [old.values[at], now.values[at]];
  return oldValue === undefined || newValue === undefined ? undefined : { path, before: oldValue, after: newValue };
}
