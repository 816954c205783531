import type { StudentResult } from "./class-result.ts";

/** An assignment or a quiz in the gradebook of a course. */
export type GradebookWork = {
  readonly id: string;
  readonly title: string;
  readonly kind: "assignment" | "quiz";
  /** Id of its group. */
  readonly group: string;
  /** What it counts beside the others of its group. */
  readonly weight: number;
  readonly week: number;
  /** Absent where nothing of it has been graded yet. */
  readonly maxScore?: number;
  /** Folders in which its results are, relative to the gradebook, forward slashes. */
  readonly folders: readonly string[];
};

/** What a student has of one piece of work. */
export type GradebookCell = {
  readonly work: string;
  /** `not-graded`: nothing of it has been graded yet, so that it counts for nobody. */
  readonly status: StudentResult["status"] | "not-graded";
  /** Points that count. Absent where there are none: `not-graded`, `grader-error`. */
  readonly score?: number;
  readonly maxScore?: number;
  /** What lateness cost, after late days of the term. */
  readonly late?: { readonly lateSeconds: number; readonly lateDaysUsed: number; readonly points: number };
  /** One of the lowest of its group, which do not count. */
  readonly isDropped?: true;
};

/** By which rule a student is in danger. Percentages are of the points that could be reached. */
export type Danger =
  | { readonly rule: "total"; readonly percent: number; readonly below: number }
  | { readonly rule: "missing"; readonly work: readonly string[] }
  | { readonly rule: "fall"; readonly work: string; readonly percent: number; readonly before: number };

/** A student in the gradebook of a course. */
export type GradebookStudent = Pick<StudentResult, "student" | "name" | "email" | "section"> & {
  /** In the order of the course. */
  readonly cells: readonly GradebookCell[];
  /** Percent of each group that has something that counts, by id. */
  readonly groups: Readonly<Record<string, number>>;
  /** Percent over all groups that have something that counts, by their weights; absent where none has. */
  readonly total?: number;
  readonly letter?: string;
  /** Where the course has late days. */
  readonly lateDays?: { readonly used: number; readonly left: number };
  readonly dangers: readonly Danger[];
};

/** The marks of a course: what its pages and exports are made from. */
export type Gradebook = {
  readonly title: string;
  readonly groups: readonly { readonly id: string; readonly title: string; readonly weight: number }[];
  /** In the order of the course. */
  readonly work: readonly GradebookWork[];
  readonly letterGrades: readonly { readonly grade: string; readonly from: number }[];
  /** Sorted by id. */
  readonly students: readonly GradebookStudent[];
};
