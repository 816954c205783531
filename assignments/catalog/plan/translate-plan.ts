import { existsSync } from "node:fs";
import { join } from "node:path";
import { type JsonProblem, ManifestError } from "../../storage/json-problem.ts";
import { loadJson } from "../../storage/load-json.ts";
import { assignmentsFolder } from "../course.ts";
import { CoursePlanError } from "./course-plan-error.ts";
import schema from "./course-titles.schema.json" with { type: "json" };
import type { CourseTitles } from "./course-titles.ts";
import type { CoursePlan } from "./load-course-plan.ts";

/**
 * The plan of a course with its titles in another language; those that are not there stay.
 * @param root Folder of the assignments' folders; by default the course's.
 * @throws {CoursePlanError} where there are titles of groups or weeks that the plan does not have.
 */
export async function translatePlan(
  plan: CoursePlan,
  language: string,
  root = assignmentsFolder(),
): Promise<CoursePlan> {
  const file = join(root, `course.${language}.json`);
  if (!existsSync(file)) return plan;
  const { title, groups, weeks } = await loadTitles(file, plan);
  return {
    ...plan,
    title,
    groups: plan.groups.map((group) => ({ ...group, title: groups?.[group.id] ?? group.title })),
    weeks: plan.weeks.map((week) => ({ ...week, title: weeks?.[week.week] ?? week.title })),
  };
}

async function loadTitles(file: string, plan: CoursePlan): Promise<CourseTitles> {
  const findProblems = (titles: CourseTitles): JsonProblem[] => findStray(titles, plan);
  try {
    return await loadJson<CourseTitles>(file, plan.title, { schema, findProblems });
  } catch (error) {
    if (error instanceof ManifestError) throw new CoursePlanError(file, error.problems, { cause: error });
    throw error;
  }
}

function findStray({ groups = {}, weeks = {} }: CourseTitles, plan: CoursePlan): JsonProblem[] {
  const known = { groups: plan.groups.map(({ id }) => id), weeks: plan.weeks.map(({ week }) => String(week)) };
  const stray = (of: keyof typeof known, titles: Readonly<Record<string, string>>): JsonProblem[] =>
    Object.entries(titles)
      .filter(([name]) => !known[of].includes(name))
      .map(([name, value]) => ({ path: `${of}.${name}`, value, rule: `must be about one of ${of} in course.json` }));
  return [...stray("groups", groups), ...stray("weeks", weeks)];
}
