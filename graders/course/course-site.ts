import { findAssignment } from "../../assignments/catalog/catalog.ts";
import { readHandout } from "../../assignments/catalog/handout.ts";
import { loadManifest } from "../../assignments/catalog/load-manifest.ts";
import type { CoursePlan } from "../../assignments/catalog/plan/load-course-plan.ts";
import { loadCourseTexts } from "../../assignments/catalog/translate-texts.ts";
import { courseCalendar } from "../../reports/course/course-calendar.ts";
import { type CourseLine, courseLine } from "../../reports/course/course-line.ts";
import { type CourseOverview, type OverviewWork, overviewWork } from "../../reports/course/course-overview.ts";
import { renderCoursePage } from "../../reports/course/render-course-page.ts";
import { currentLanguage, languages } from "../../reports/messages/language.ts";
import { renderQuizPage } from "../../reports/quiz/render-quiz-page.ts";
import { openSpokenQuiz } from "../quiz/spoken-quiz.ts";
import { handoutPage } from "../release/handout-page.ts";
import { type MakeKit, zipKit } from "../release/kit-maker.ts";
import { openCourseOverview } from "./open-course-overview.ts";

/** The folders of a course's site, and the kinds of files in them. */
export const siteFolders = { handouts: ".html", quizzes: ".html", kits: ".zip" } as const;

/** Its calendar. */
export const calendarFile = "course.ics";

/** The files of a course's site by their paths in it, with forward slashes. */
export type CourseSite = Readonly<Record<string, string | Uint8Array>>;

/**
 * Makes what students see of a course: its page, handouts, quizzes to answer, the calendar of its deadlines, and kits. Of what is right, and of
 * hidden cases, there is nothing in it.
 * @param makeKit Default: there are no kits.
 * @throws {CoursePlanError}, {ManifestError}; {Error} where a handout cannot be made a page.
 */
export async function courseSite(plan: CoursePlan, makeKit?: MakeKit): Promise<CourseSite> {
  const course = await openCourseOverview(plan);
  const pages = new Map<string, readonly [path: string, content: string]>();
  const kits = new Map<string, readonly [path: string, content: Uint8Array]>();
  for (const work of overviewWork(course)) {
    const { id, kind } = work;
    const page = kind === "quiz" ? await quizPage(work, course) : await pageOfHandout(work, course);
    if (page !== undefined) pages.set(id, [`${kind === "quiz" ? "quizzes" : "handouts"}/${id}.html`, page]);
    if (kind === "assignment" && makeKit) kits.set(id, [`kits/${id}.zip`, zipKit(id, await makeKit(id))]);
  }
  const paths = {
    page: (id: string) => pages.get(id)?.[0],
    kit: (id: string) => kits.get(id)?.[0],
    calendar: calendarFile,
  };
  return {
    "index.html": renderCoursePage(course, paths),
    [calendarFile]: courseCalendar(course, plan.title),
    ...Object.fromEntries([...pages.values(), ...kits.values()]),
  };
}

const lineOf = ({ due }: OverviewWork, { title, timeZone }: CourseOverview): CourseLine =>
  courseLine(title, "../index.html", due, timeZone);

async function quizPage(work: OverviewWork, course: CourseOverview): Promise<string> {
  const { quiz, ...spoken } = await openSpokenQuiz(work.id);
  return renderQuizPage(quiz, { ...spoken, student: "", seed: 1, courseLine: lineOf(work, course) });
}

/** @returns undefined for an assignment without a handout. */
async function pageOfHandout(work: OverviewWork, course: CourseOverview): Promise<string | undefined> {
  const directory = await findAssignment(work.id);
  const manifest = await loadManifest(directory);
  const language = currentLanguage();
  const handout = await readHandout(directory, language);
  if (handout === undefined) return undefined;
  const texts = language === languages[0] ? undefined : await loadCourseTexts(directory, language, manifest);
  return handoutPage({ manifest, directory }, { handout, texts, courseLine: () => lineOf(work, course) });
}
