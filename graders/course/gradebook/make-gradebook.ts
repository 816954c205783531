import { type CoursePlan, type PlannedWork, plannedLate } from "../../../assignments/catalog/plan/load-course-plan.ts";
import { suggestName } from "../../../assignments/catalog/suggest-name.ts";
import { type CourseOverview, overviewWork } from "../../../reports/course/course-overview.ts";
import { phraseList } from "../../../reports/phrasing/text/sentence.ts";
import type { StudentResult } from "../../../reports/report/class-result.ts";
import type { Gradebook, GradebookStudent, GradebookWork } from "../../../reports/report/gradebook.ts";
import { latePolicy } from "../../class/marks/late-policy.ts";
import { lateInput } from "../../class/run/class-inputs.ts";
import { findDangers } from "./find-dangers.ts";
import { GradebookError } from "./gradebook-error.ts";
import type { ClassResults } from "./read-results.ts";
import { type GradedColumn, termCells } from "./term-cells.ts";
import { termTotal } from "./term-total.ts";

/** A gradebook, and what is to be said of how it came about. */
export type MadeGradebook = { readonly gradebook: Gradebook; readonly remarks: readonly string[] };

/**
 * Puts the results of all work of a course together.
 * @param plan Of the course; its weights, drops, late days and letters.
 * @param course The same with the titles of its work.
 * @param classes Several of one work are parts of a class, such as its sections.
 * @param linkTo The path to a folder from where the gradebook is written.
 * @throws {GradebookError} with a line for each class of work that is not in the plan, and each student with two results for one work.
 */
export function makeGradebook(
  plan: CoursePlan,
  course: CourseOverview,
  classes: readonly ClassResults[],
  linkTo: (folder: string) => string,
): MadeGradebook {
  const planned = overviewWork(course);
  refuseUnknown(planned, classes);
  refuseTwice(classes);
  const columns = course.weeks.flatMap(({ week, work }) =>
    work.map((one): GradedColumn => columnOf(plan, { ...one, week }, classes, linkTo)),
  );
  const work = columns.map((column) => column.work);
  const students = knownStudents(classes).map((student): GradebookStudent => {
    const { cells, lateDays } = termCells(student.student, columns, plan);
    const total = termTotal(cells, work, plan);
    return { ...student, ...total, ...(lateDays !== undefined && { lateDays }), dangers: findDangers(total, plan) };
  });
  const { title, groups, letterGrades } = course;
  return {
    gradebook: { title, groups, work, letterGrades, students },
    remarks: [...remarkPolicies(plan, columns, classes), ...remarkStrangers(classes)],
  };
}

function refuseUnknown(planned: readonly PlannedWork[], classes: readonly ClassResults[]): void {
  const ids = planned.map(({ id }) => id);
  const unknown = classes.filter(({ result }) => !ids.includes(result.assignment));
  if (unknown.length === 0) return;
  throw new GradebookError(
    unknown.map(({ folder, result: { assignment } }) => {
      const meant = suggestName(assignment, ids);
      const help = meant === undefined ? "" : ` ("${meant}"?)`;
      return `"${folder}" holds results of "${assignment}", which is not in course.json${help}; add it there, or leave the folder out`;
    }),
  );
}

function refuseTwice(classes: readonly ClassResults[]): void {
  const folderOf = new Map<string, string>();
  const lines: string[] = [];
  for (const { folder, result } of classes) {
    for (const { student } of result.students) {
      const key = JSON.stringify([result.assignment, student]);
      const first = folderOf.get(key);
      if (first === undefined) folderOf.set(key, folder);
      else lines.push(`"${student}" has two results for ${result.assignment}, in "${first}" and in "${folder}"`);
    }
  }
  const [first] = lines;
  if (first === undefined) return;
  const others = lines.length - 1;
  const more = others === 0 ? "" : `, and so ${others === 1 ? "has 1 other student" : `have ${others} other students`}`;
  throw new GradebookError([`${first}${more}; name the folder whose results count`]);
}

function columnOf(
  plan: CoursePlan,
  { id, title, kind, group, weight, week }: CourseOverview["weeks"][number]["work"][number] & { readonly week: number },
  classes: readonly ClassResults[],
  linkTo: (folder: string) => string,
): GradedColumn {
  const own = classes
    .filter(({ result }) => result.assignment === id)
    .sort((a, b) => (linkTo(a.folder) < linkTo(b.folder) ? -1 : 1));
  const common = { id, title, kind, group, weight, week, folders: own.map(({ folder }) => linkTo(folder)) };
  const [first] = own;
  if (first === undefined) return { work: common };
  const policy = policyOf(plan, id);
  const work: GradebookWork = { ...common, maxScore: first.result.maxScore };
  const results = new Map(own.flatMap(({ result }) => result.students.map((one) => [one.student, one] as const)));
  const isOwnPolicy = policy !== undefined && own.every(({ late }) => late === lateInput(policy));
  return { work, results, ...(isOwnPolicy && { policy }) };
}

function policyOf(plan: CoursePlan, id: string): ReturnType<typeof latePolicy> | undefined {
  const late = plannedLate(plan, id);
  return late === undefined ? undefined : latePolicy(late, "course.json");
}

type Person = Pick<StudentResult, "student" | "name" | "email" | "section">;

/** Everybody who is in any of the classes, with what is known of them anywhere, sorted by id. */
function knownStudents(classes: readonly ClassResults[]): Person[] {
  const known = new Map<string, Person>();
  for (const { result } of classes) {
    for (const { student, name, email, section } of result.students) {
      const found = { ...(name && { name }), ...(email && { email }), ...(section && { section }) };
      known.set(student, { student, ...found, ...known.get(student) });
    }
  }
  return [...known.values()].sort((a, b) => (a.student < b.student ? -1 : 1));
}

/** Where late days would help, and cannot be used. */
function remarkPolicies(
  { late }: Pick<CoursePlan, "late">,
  columns: readonly GradedColumn[],
  classes: readonly ClassResults[],
): string[] {
  if ((late?.lateDays ?? 0) === 0) return [];
  const others = columns.filter(({ work, policy }) => {
    const own = classes.filter(({ result }) => result.assignment === work.id);
    return policy === undefined && own.some(({ result }) => result.students.some((one) => one.late !== undefined));
  });
  if (others.length === 0) return [];
  const names = phraseList(others.map(({ work }) => work.id));
  return [
    `Late days of the term are not used in ${names}: lateness there was counted by another policy than the course's`,
  ];
}

/** Ids that are in one class alone are mostly those of somebody whom another class knows by another id. */
function remarkStrangers(classes: readonly ClassResults[]): string[] {
  if (classes.length < 2) return [];
  const works = new Map<string, Set<string>>();
  for (const { result } of classes) {
    for (const { student } of result.students) {
      works.set(student, (works.get(student) ?? new Set()).add(result.assignment));
    }
  }
  const distinct = new Set(classes.map(({ result }) => result.assignment)).size;
  const single = [...works].filter(([, in_]) => in_.size === 1).map(([student]) => `"${student}"`);
  if (distinct < 2 || single.length === 0) return [];
  const shown = single.slice(0, 5).sort();
  const more = single.length > shown.length ? ` and ${single.length - shown.length} more` : "";
  return [`In the results of one work alone: ${shown.join(", ")}${more}; are their ids the same everywhere?`];
}
