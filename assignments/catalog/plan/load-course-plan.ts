import { existsSync } from "node:fs";
import { join } from "node:path";
import { type JsonProblem, ManifestError } from "../../storage/json-problem.ts";
import { loadJson } from "../../storage/load-json.ts";
import { assignmentsFolder, CourseError, listAssignments, listQuizzes } from "../course.ts";
import type { LateSettings } from "../manifest.ts";
import schema from "./course-plan.schema.json" with { type: "json" };
import type { CourseLateSettings, CourseSettings, DangerRules, LetterGrade, WorkGroup } from "./course-plan.ts";
import { CoursePlanError } from "./course-plan-error.ts";
import { type CourseParts, findPlanProblems } from "./find-plan-problems.ts";
import { follows } from "./is-course-plan.ts";
import { readLocalTime } from "./local-time.ts";

/** The file of a course's plan, in its folder `assignments`. */
const planFile = "course.json";

/** One assignment or quiz in the plan of a course. */
export type PlannedWork = {
  readonly id: string;
  readonly kind: "assignment" | "quiz";
  /** Id of its group. */
  readonly group: string;
  /** What it counts beside the others of its group. */
  readonly weight: number;
  readonly due: Date;
  /** After this nothing counts any more. */
  readonly hardDeadline?: Date;
};

/** A week of a course. */
export type PlannedWeek = {
  readonly week: number;
  readonly title: string;
  /** Its first day, `2026-10-12`. */
  readonly starts?: string;
  readonly work: readonly PlannedWork[];
};

/** What a course consists of, with all defaults. */
export type CoursePlan = {
  readonly title: string;
  /** A name of the IANA database. */
  readonly timeZone: string;
  /** Their weights add up to 100. */
  readonly groups: readonly Required<WorkGroup>[];
  readonly weeks: readonly PlannedWeek[];
  /**
   * What lateness costs, with the late days of the whole term; the hard deadline is with each work. Undefined where the course does not say:
   * then due dates cost nothing.
   */
  readonly late?: Omit<CourseLateSettings, "hardDeadline">;
  /** From the best to the one from 0; empty where totals have no letters. */
  readonly letterGrades: readonly LetterGrade[];
  readonly danger: Required<DangerRules>;
};

/**
 * The plan of a course.
 * @param root Folder of the assignments' folders; by default the course's.
 * @returns undefined for a course that has none.
 * @throws {CoursePlanError} listing everything that is wrong with it.
 */
export async function loadCoursePlan(root = assignmentsFolder()): Promise<CoursePlan | undefined> {
  const file = join(root, planFile);
  if (!existsSync(file)) return undefined;
  if (!("Temporal" in globalThis)) {
    throw new CourseError(
      `Cannot read "${file}": its calendar needs Node 26 or newer, this is ${process.versions.node}`,
    );
  }
  const [assignments, quizzes] = await Promise.all([listAssignments(root), listQuizzes(root)]);
  const parts: CourseParts = { assignments, quizzes };
  const findProblems = (settings: CourseSettings): JsonProblem[] => findPlanProblems(settings, parts);
  try {
    return planOf(await loadJson<CourseSettings>(file, root, { schema, follows, findProblems }), parts);
  } catch (error) {
    if (error instanceof ManifestError) throw new CoursePlanError(file, error.problems, { cause: error });
    throw error;
  }
}

/** @param settings Without a problem. */
function planOf(settings: CourseSettings, { quizzes }: CourseParts): CoursePlan {
  const { title, timeZone, groups, weeks, late, letterGrades = [], danger } = settings;
  const instant = (text: string): Date => {
    const reading = readLocalTime(text, timeZone);
    if ("rule" in reading) throw new RangeError(`"${text}" ${reading.rule}`);
    return reading.instant;
  };
  const { hardDeadline: last, ...policy } = late ?? {};
  return {
    title,
    timeZone,
    groups: groups.map((group) => ({ dropLowest: 0, ...group })),
    weeks: weeks.map((week) => ({
      ...week,
      work: week.work.map(({ id, group, due, weight = 1, hardDeadline = last }) => ({
        ...{ id, kind: quizzes.includes(id) ? ("quiz" as const) : ("assignment" as const), group, weight },
        due: instant(due),
        ...(hardDeadline !== undefined && { hardDeadline: instant(hardDeadline) }),
      })),
    })),
    ...(late !== undefined && { late: policy }),
    letterGrades,
    danger: { totalBelow: 50, missing: 2, fall: 25, ...danger },
  };
}

/** All work of a course, in its order. */
export const plannedWork = ({ weeks }: Pick<CoursePlan, "weeks">): readonly PlannedWork[] =>
  weeks.flatMap(({ work }) => work);

/**
 * What the plan of a course says of lateness in one piece of its work, as a manifest would say it. Late days are not in it: they are
 * counted over the whole term, where all results are together.
 * @returns undefined where the plan does not have that work, or does not say what lateness costs.
 */
export function plannedLate(plan: CoursePlan, id: string): LateSettings | undefined {
  const work = plannedWork(plan).find((one) => one.id === id);
  if (work === undefined || plan.late === undefined) return undefined;
  const { lateDays: _, ...policy } = plan.late;
  const { due, hardDeadline } = work;
  return {
    ...policy,
    due: writeInstant(due),
    ...(hardDeadline !== undefined && { hardDeadline: writeInstant(hardDeadline) }),
  };
}

/** `2026-10-18T21:59:00Z` */
const writeInstant = (date: Date): string => date.toISOString().replace(".000Z", "Z");
