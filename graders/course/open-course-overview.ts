import { join } from "node:path";
import {
  assignmentsFolder,
  CourseError,
  courseFolder,
  listAssignments,
  listQuizzes,
} from "../../assignments/catalog/course.ts";
import { loadManifest } from "../../assignments/catalog/load-manifest.ts";
import {
  type CoursePlan,
  loadCoursePlan,
  type PlannedWork,
  plannedWork,
} from "../../assignments/catalog/plan/load-course-plan.ts";
import { translatePlan } from "../../assignments/catalog/plan/translate-plan.ts";
import { loadCourseTexts } from "../../assignments/catalog/translate-texts.ts";
import { sumPoints } from "../../assignments/values/round-points.ts";
import type { CourseOverview, OverviewWork } from "../../reports/course/course-overview.ts";
import { currentLanguage, languages } from "../../reports/messages/language.ts";
import { latePolicy } from "../class/marks/late-policy.ts";
import { openSpokenQuiz } from "../quiz/spoken-quiz.ts";

/**
 * The plan of the course.
 * @throws {CourseError} where it has none; {CoursePlanError} where it cannot be used.
 */
export async function requireCoursePlan(): Promise<CoursePlan> {
  const plan = await loadCoursePlan();
  if (plan !== undefined) return plan;
  const how = 'write it; "gradecheck schema course" says what it holds';
  throw new CourseError(
    `Cannot find the plan of the course "${courseFolder()}": it has no assignments/course.json; ${how}`,
  );
}

/**
 * A course in the language that is being written, with what is known of its work.
 * @throws {CoursePlanError}, {ManifestError} where a file of the course cannot be used.
 */
export async function openCourseOverview(plan: CoursePlan): Promise<CourseOverview> {
  const [translated, assignments, quizzes] = await Promise.all([
    translatePlan(plan, currentLanguage()),
    listAssignments(),
    listQuizzes(),
  ]);
  const weeks = await Promise.all(
    translated.weeks.map(async (week) => ({ ...week, work: await Promise.all(week.work.map(describeWork)) })),
  );
  const planned = plannedWork(plan).map(({ id }) => id);
  const unplanned = [...assignments, ...quizzes].filter((id) => !planned.includes(id));
  return { ...translated, weeks, unplanned };
}

const describeWork = (work: PlannedWork): Promise<OverviewWork> =>
  work.kind === "quiz" ? describeQuiz(work) : describeAssignment(work);

async function describeQuiz(work: PlannedWork): Promise<OverviewWork> {
  const { quiz, ...spoken } = await openSpokenQuiz(work.id);
  const points = sumPoints(quiz.questions.map((question) => question.points));
  return { ...work, ...spoken, title: quiz.title, points, parts: quiz.questions.length };
}

/** What a manifest says of lateness comes before the calendar of the course. */
async function describeAssignment(work: PlannedWork): Promise<OverviewWork> {
  const directory = join(assignmentsFolder(), work.id);
  const manifest = await loadManifest(directory);
  const language = currentLanguage();
  const isOwn = language === languages[0];
  const texts = isOwn ? undefined : await loadCourseTexts(directory, language, manifest);
  const { hardDeadline, ...rest } = work;
  const late = manifest.late && latePolicy(manifest.late, `the manifest of ${work.id}`);
  const last = late === undefined ? hardDeadline : late.hardDeadline;
  return {
    ...rest,
    due: late?.due ?? work.due,
    ...(last !== undefined && { hardDeadline: last }),
    title: texts?.title ?? manifest.title,
    ...(!isOwn && texts === undefined && { foreign: languages[0] }),
    points: sumPoints(manifest.exercises.map((exercise) => exercise.points)),
    parts: manifest.exercises.length,
  };
}
