import type { OtherChange, RegradeFacts, ScoreChange } from "../../../reports/regrade/score-change.ts";
import type { AppliedOverride, StudentResult } from "../../../reports/report/class-result.ts";
import type { ExerciseChange } from "../../../reports/report/manifest-change.ts";
import type { Report } from "../../../reports/report/report.ts";
import { compareManifests } from "../../session/compare-manifests.ts";
import type { GradedWork } from "../../session/graded-work.ts";
import { shareEqual } from "../run/share-equal.ts";
import { compareExercises, type Share } from "./compare-exercises.ts";

/** A graded class at one point in time. */
export type GradingSnapshot = {
  readonly work: GradedWork;
  /** Each student appears once. */
  readonly students: readonly StudentResult[];
  /** The instructor's report of a student; undefined where there is none. Called for one student at a time. */
  readonly reportOf: (student: string) => Promise<Report | undefined>;
};

/**
 * The students whose result differs between two gradings of a class, by how much and why. Students without any change
 * are left out; one whose cases changed but not the points has a difference of 0.
 * @returns The largest differences first, up or down alike; then by student.
 */
export async function compareGradings(before: GradingSnapshot, after: GradingSnapshot): Promise<ScoreChange[]> {
  const changes = compareManifests(before.work, after.work);
  const share = shareEqual();
  const old = new Map(before.students.map((result) => [result.student, result]));
  const now = new Map(after.students.map((result) => [result.student, result]));
  const scoreChanges: ScoreChange[] = [];
  for (const student of new Set([...now.keys(), ...old.keys()])) {
    const [earlier, later] = [old.get(student), now.get(student)];
    if (earlier === undefined || later === undefined) scoreChanges.push(newOrVanished(student, earlier, later));
    else {
      const reports = await Promise.all([before.reportOf(student), after.reportOf(student)]);
      scoreChanges.push(...compareStudent([earlier, later], reports, changes, share));
    }
  }
  return scoreChanges.sort(
    (a, b) => Math.abs(b.delta) - Math.abs(a.delta) || (a.student < b.student ? -1 : a.student > b.student ? 1 : 0),
  );
}

/** Facts about the comparison of two gradings, for its renderers. */
export function regradeFacts(before: GradingSnapshot, after: GradingSnapshot): RegradeFacts {
  const old = new Set(before.students.map(({ student }) => student));
  const ids = [after, before].flatMap(({ work }) => work.exercises.map(({ id }) => id));
  return {
    assignmentTitle: after.work.title,
    before: before.students.length,
    after: after.students.length,
    both: after.students.filter(({ student }) => old.has(student)).length,
    order: [...new Set(ids)],
    exercises: compareManifests(before.work, after.work),
  };
}

function newOrVanished(
  student: string,
  before: StudentResult | undefined,
  after: StudentResult | undefined,
): ScoreChange {
  const name = after?.name ?? before?.name;
  return {
    student,
    ...(name !== undefined && { name }),
    kind: before === undefined ? "new" : "vanished",
    ...(before !== undefined && { before: before.score }),
    ...(after !== undefined && { after: after.score }),
    delta: pointsBetween(before?.score ?? 0, after?.score ?? 0),
    exercises: [],
    others: [],
  };
}

function compareStudent(
  [before, after]: readonly [StudentResult, StudentResult],
  [old, now]: readonly [Report | undefined, Report | undefined],
  changes: readonly ExerciseChange[],
  share: Share,
): ScoreChange[] {
  // A result that can no longer be read is not a submission without a result.
  const isLost = old === undefined && before.result !== undefined;
  const exercises = isLost ? [] : compareExercises(old, now, changes, share);
  const others = [...compareReports(old, now), ...compareResults(before, after)];
  const delta = pointsBetween(before.score, after.score);
  if (delta === 0 && exercises.length === 0 && others.length === 0) return [];
  const { student, name } = after;
  const score = { before: before.score, after: after.score };
  return [{ student, ...(name !== undefined && { name }), kind: "changed", ...score, delta, exercises, others }];
}

function compareReports(before: Report | undefined, after: Report | undefined): OtherChange[] {
  if (before === undefined || after === undefined) return [];
  const changes: OtherChange[] = [];
  if (before.submission.sha256 !== after.submission.sha256) changes.push({ what: "submission" });
  if (before.seed !== after.seed) changes.push({ what: "seed", before: before.seed, after: after.seed });
  if (before.backend !== after.backend) changes.push({ what: "backend", before: before.backend, after: after.backend });
  return changes;
}

function compareResults(before: StudentResult, after: StudentResult): OtherChange[] {
  const changes: OtherChange[] = [];
  if (before.status !== after.status) changes.push({ what: "status", before: before.status, after: after.status });
  const late = [before.late?.points ?? 0, after.late?.points ?? 0] as const;
  if (late[0] !== late[1]) changes.push({ what: "late", before: late[0], after: late[1] });
  return [...changes, ...compareOverrides(before, after)];
}

function compareOverrides(before: StudentResult, after: StudentResult): OtherChange[] {
  // Several overrides of one exercise are applied in order: the last one's points count.
  const old = new Map(before.overrides.map((override) => [override.exercise, override]));
  const now = new Map(after.overrides.map((override) => [override.exercise, override]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((exercise): OtherChange[] => {
    const [from, to] = [old.get(exercise), now.get(exercise)];
    if (isSameOverride(from, to)) return [];
    return [
      {
        what: "override",
        ...(exercise !== undefined && { exercise }),
        ...(from !== undefined && { before: from.to }),
        ...(to !== undefined && { after: to.to }),
      },
    ];
  });
}

/** Equal points, or an equal difference: then the score it was applied to has changed, but not the override. */
function isSameOverride(a: AppliedOverride | undefined, b: AppliedOverride | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.to === b.to || pointsBetween(a.from, a.to) === pointsBetween(b.from, b.to);
}

/** A difference of points without the rounding errors of binary fractions: 0.3 - 0.1 is 0.2. */
function pointsBetween(before: number, after: number): number {
  return Number((after - before).toFixed(9)) + 0;
}
