import type { Exercise, Manifest } from "../../../../assignments/catalog/manifest.ts";
import type { GradingSnapshot } from "../../../../graders/class/regrade/compare-gradings.ts";
import type { StudentResult } from "../../../../reports/report/class-result.ts";
import type { CaseReport, Mismatch, Report } from "../../../../reports/report/report.ts";

/** An exercise of two cases, worth 10 points. */
export const exercise = (id: string, more: Partial<Exercise> = {}): Exercise => ({
  id,
  title: id.toUpperCase(),
  points: 10,
  parameters: [],
  comparison: { rtol: 1e-3, atol: 0, dtype: "float" },
  cases: { visible: 2, hidden: 0 },
  scoring: { rule: "per-case", weights: { visible: 1, hidden: 1 } },
  hints: ["Look again."],
  ...more,
});

/** An assignment of these exercises. */
export const manifestOf = (first: Exercise, ...others: Exercise[]): Manifest => ({
  schemaVersion: 1,
  id: "a",
  version: "1.0.0",
  week: 1,
  title: "A",
  limits: { caseTimeMs: 1, submissionTimeMs: 1, memoryMb: 8, sourceBytes: 1, consoleBytes: 0 },
  exercises: [first, ...others],
});

/** A visible case. */
export const caseOf = (id: string, outcome: CaseReport["outcome"], mismatch?: Mismatch): CaseReport => ({
  id,
  visibility: "visible",
  outcome,
  title: "plain",
  ...(mismatch !== undefined && { mismatch }),
});

/** An instructor's report with these cases by exercise; each exercise gets 10 points by its share of passed cases. */
export function reportOf(cases: Readonly<Record<string, readonly CaseReport[]>>, more: Partial<Report> = {}): Report {
  const exercises = Object.entries(cases).map(([id, own]) => ({
    id,
    title: id.toUpperCase(),
    score: (10 * own.filter(({ outcome }) => outcome === "passed").length) / own.length,
    maxScore: 10,
    status: "partial" as const,
    misconceptions: [],
    summary: "",
    hints: [],
    cases: [...own],
  }));
  return {
    schemaVersion: 1,
    assignment: "a",
    assignmentTitle: "A",
    assignmentVersion: "1",
    submission: { name: "", sha256: "0".repeat(64) },
    seed: 1,
    backend: "cpu",
    audience: "instructor",
    score: exercises.reduce((sum, { score }) => sum + score, 0),
    maxScore: 10 * exercises.length,
    status: "graded",
    exercises,
    ...more,
  };
}

/** What a snapshot holds of a student. */
export type Entry = { readonly report?: Report; readonly result?: Partial<StudentResult> };

/** A grading; a student without a report has handed in nothing. */
export function snapshotOf(manifest: Manifest, entries: Readonly<Record<string, Entry>>): GradingSnapshot {
  const students = Object.entries(entries).map(([student, { report, result }]): StudentResult => {
    const score = report?.score ?? 0;
    const status = report?.status ?? "missing";
    return { student, status, rawScore: score, score, maxScore: 20, overrides: [], exercises: [], ...result };
  });
  return { work: manifest, students, reportOf: async (student) => entries[student]?.report };
}
