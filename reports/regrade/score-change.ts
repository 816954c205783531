import type { ExerciseChange, SettingChange } from "../report/manifest-change.ts";
import type { CaseReport, NumberText, Report } from "../report/report.ts";

/** A case that has another outcome than before, or is judged by another reference value. */
export type CaseChange = {
  readonly id: string;
  readonly title?: string;
  /** Absent where the case is new, or gone. */
  readonly before?: CaseReport["outcome"];
  readonly after?: CaseReport["outcome"];
  /** The expected value at one place, where both gradings have it and the tolerances are equal. */
  readonly expected?: { readonly path: string; readonly before: NumberText; readonly after: NumberText };
};

/** An exercise in which the points or the cases of one student changed. */
export type ExerciseScoreChange = {
  readonly id: string;
  readonly title: string;
  /** Points; absent where the exercise is new, or gone. */
  readonly before?: number;
  readonly after?: number;
  /** How the manifests differ. */
  readonly settings: readonly SettingChange[];
  readonly cases: readonly CaseChange[];
};

/** Other reasons for a student's points. */
export type OtherChange =
  | { readonly what: "submission" }
  | { readonly what: "status"; readonly before: StudentStatus; readonly after: StudentStatus }
  | { readonly what: "seed"; readonly before: number; readonly after: number }
  | { readonly what: "backend"; readonly before: Report["backend"]; readonly after: Report["backend"] }
  /** Points taken off. */
  | { readonly what: "late"; readonly before: number; readonly after: number }
  /** The points that an override sets; absent where there is none. */
  | { readonly what: "override"; readonly exercise?: string; readonly before?: number; readonly after?: number };

/** Status of a student in a class. */
type StudentStatus = Report["status"] | "missing";

/** A student whose result changed. */
export type ScoreChange = {
  /** Text from outside: it can contain anything. */
  readonly student: string;
  readonly name?: string;
  readonly kind: "changed" | "new" | "vanished";
  /** Final points, after overrides and lateness; absent where the student is not in this grading. */
  readonly before?: number;
  readonly after?: number;
  /** After minus before, points; a missing side counts 0. */
  readonly delta: number;
  /** In the order of the assignment. */
  readonly exercises: readonly ExerciseScoreChange[];
  readonly others: readonly OtherChange[];
};

/** The two gradings that a comparison is about. */
export type RegradeFacts = {
  readonly assignmentTitle: string;
  /** How many students are in each grading, and in both. */
  readonly before: number;
  readonly after: number;
  readonly both: number;
  /** Ids of all exercises in the order of the later assignment; removed ones come last. */
  readonly order: readonly string[];
  /** How the assignments differ. */
  readonly exercises: readonly ExerciseChange[];
};
