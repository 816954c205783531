import type { CaseReport, NumberText, Report } from "../report/report.ts";

/** Something that the manifest says of an exercise, before and after; absent where the exercise was not part of the assignment. */
export type SettingChange = {
  readonly setting: "points" | "rtol" | "atol" | "dtype" | "scoring" | "skipWhenPrerequisiteFails";
  readonly before: string;
  readonly after: string;
};

/** What the two assignments say differently of an exercise. */
export type ExerciseChange = {
  readonly id: string;
  readonly title: string;
  readonly kind: "changed" | "added" | "removed";
  readonly settings: readonly SettingChange[];
};

/** A case that ended otherwise than before, or is judged by another reference value. */
export type CaseChange = {
  readonly id: string;
  readonly title?: string;
  /** Absent where the case is new, or gone. */
  readonly before?: CaseReport["outcome"];
  readonly after?: CaseReport["outcome"];
  /** The value that was expected at one place, where both gradings tell it, under equal tolerances. */
  readonly expected?: { readonly path: string; readonly before: NumberText; readonly after: NumberText };
};

/** An exercise of one student whose points, or cases, are not what they were. */
export type ExerciseScoreChange = {
  readonly id: string;
  readonly title: string;
  /** Points; absent where the exercise is new, or gone. */
  readonly before?: number;
  readonly after?: number;
  /** What the manifest says differently. */
  readonly settings: readonly SettingChange[];
  readonly cases: readonly CaseChange[];
};

/** What else decides a student's points. */
export type OtherChange =
  | { readonly what: "submission" }
  | { readonly what: "status"; readonly before: StudentStatus; readonly after: StudentStatus }
  | { readonly what: "seed"; readonly before: number; readonly after: number }
  | { readonly what: "backend"; readonly before: Report["backend"]; readonly after: Report["backend"] }
  /** Points taken off. */
  | { readonly what: "late"; readonly before: number; readonly after: number }
  /** The points that an override gives; absent where there is none. */
  | { readonly what: "override"; readonly exercise?: string; readonly before?: number; readonly after?: number };

/** Status of a student in a class. */
export type StudentStatus = Report["status"] | "missing";

/** A student for whom something is not what it was. */
export type ScoreChange = {
  /** Text from outside: anything can stand in it. */
  readonly student: string;
  readonly name?: string;
  readonly kind: "moved" | "new" | "vanished";
  /** Points in the end, after overrides and lateness; absent for a student who is new, or gone. */
  readonly before?: number;
  readonly after?: number;
  /** After minus before, points; a missing side counts 0. */
  readonly delta: number;
  /** In the order of the assignment. */
  readonly exercises: readonly ExerciseScoreChange[];
  readonly others: readonly OtherChange[];
};

/** What a comparison of two gradings is about. */
export type RegradeFacts = {
  readonly assignmentTitle: string;
  /** Students of each grading, and of both. */
  readonly before: number;
  readonly after: number;
  readonly both: number;
  /** Ids of all exercises, in the order of the later assignment; what was removed comes last. */
  readonly order: readonly string[];
  /** What the assignments say differently. */
  readonly exercises: readonly ExerciseChange[];
};
