import type { CoursePlan, PlannedWeek, PlannedWork } from "../../assignments/catalog/plan/load-course-plan.ts";

/** A piece of work as people are told of it. */
export type OverviewWork = PlannedWork & {
  readonly title: string;
  /** What the title is in, where that is not the language that is being written. */
  readonly foreign?: "en";
  readonly points: number;
  /** How many functions or questions there are. */
  readonly parts: number;
};

/** A course as people are told of it, in the language that is being written. Due dates are those that count. */
export type CourseOverview = Omit<CoursePlan, "weeks"> & {
  readonly weeks: readonly (Omit<PlannedWeek, "work"> & { readonly work: readonly OverviewWork[] })[];
  /** Ids of assignments and quizzes that the plan does not have. */
  readonly unplanned: readonly string[];
};

/** All work of a course, in its order. */
export const overviewWork = ({ weeks }: Pick<CourseOverview, "weeks">): readonly OverviewWork[] =>
  weeks.flatMap(({ work }) => work);

/** What a piece of work counts, in percent of the total, as long as nothing is dropped. */
export function shareOf(work: PlannedWork, course: Pick<CourseOverview, "groups" | "weeks">): number {
  const group = course.groups.find(({ id }) => id === work.group);
  const all = overviewWork(course).filter(({ group }) => group === work.group);
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  return ((group?.weight ?? 0) * work.weight) / sum;
}
