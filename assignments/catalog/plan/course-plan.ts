// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

export type LocalTime = string;

/**
 * course.json, beside the folders of the assignments: what a course consists of, when its work is due, and what it counts. Times without an offset are local in its time zone: 2026-10-18T23:59.
 */
export interface CourseSettings {
  /**
   * Where editors find this schema.
   */
  $schema?: string;
  /**
   * Version of this schema.
   */
  schemaVersion: 1;
  /**
   * What people call the course.
   */
  title: string;
  /**
   * In which times without an offset are meant, and pages show times: a name of the IANA database, such as Europe/Berlin.
   */
  timeZone: string;
  /**
   * Kinds of work that count together. Their weights add up to 100.
   *
   * @minItems 1
   */
  groups: [WorkGroup, ...WorkGroup[]];
  /**
   * In the order of the course.
   *
   * @minItems 1
   */
  weeks: [CourseWeek, ...CourseWeek[]];
  late?: CourseLateSettings;
  /**
   * From the best down to one from 0. Default: totals have no letters.
   *
   * @minItems 1
   */
  letterGrades?: [LetterGrade, ...LetterGrade[]];
  danger?: DangerRules;
}
export interface WorkGroup {
  /**
   * By which work says that it belongs to it.
   */
  id: string;
  /**
   * What people call it.
   */
  title: string;
  /**
   * Percent of the total. 0: it is told, and does not count.
   */
  weight: number;
  /**
   * So many of a student's lowest results do not count; fewer than there is work in the group. Default 0.
   */
  dropLowest?: number;
}
export interface CourseWeek {
  /**
   * Its number; numbers increase.
   */
  week: number;
  /**
   * What it is about.
   */
  title: string;
  /**
   * Its first day. No work of it is due before.
   */
  starts?: string;
  /**
   * Assignments and quizzes, in the order of the course.
   */
  work: CourseWork[];
}
export interface CourseWork {
  /**
   * Of an assignment or a quiz: the name of its folder.
   */
  id: string;
  /**
   * Id of the group in which it counts.
   */
  group: string;
  /**
   * When it is due. Where the manifest has `late`, or `batch` has `--late`, lateness counts from that due date.
   */
  due: LocalTime;
  /**
   * What it counts beside the others of its group. Default 1.
   */
  weight?: number;
  /**
   * After this nothing counts any more: 0 points. Default: that of the course.
   */
  hardDeadline?: LocalTime;
}
/**
 * What lateness costs in all work whose manifest does not say otherwise; `batch` applies it, where `--late` replaces it. Without it, due dates are only shown.
 */
export interface CourseLateSettings {
  /**
   * Minutes after the due date that cost nothing; whoever is later than that is late from the due date on. Default 0.
   */
  graceMinutes?: number;
  /**
   * Off for each begun day. Default 0.
   */
  percentPerDay?: number;
  /**
   * What the percentage is of: the points that were reached (default), or those that could be.
   */
  percentOf?: "score" | "max";
  /**
   * Most that lateness can cost. Default 100.
   */
  capPercent?: number;
  /**
   * After this nothing counts any more: 0 points.
   */
  hardDeadline?: LocalTime;
  /**
   * Days that each student may be late for nothing, over the whole term; counted where all results are together. Default 0.
   */
  lateDays?: number;
}
export interface LetterGrade {
  /**
   * What is written: A, or 1.3.
   */
  grade: string;
  /**
   * Least percentage of the total that gets it.
   */
  from: number;
}
/**
 * By which a student is said to be in danger: any one of these.
 */
export interface DangerRules {
  /**
   * The total so far is below this percentage. Default 50; 0 for never.
   */
  totalBelow?: number;
  /**
   * At least so many pieces of work that are due were not handed in. Default 2.
   */
  missing?: number;
  /**
   * The last result is so many percentage points below the mean of those before. Default 25.
   */
  fall?: number;
}
