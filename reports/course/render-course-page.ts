import { currentLanguage } from "../messages/language.ts";
import { message } from "../messages/message.ts";
import { compileTemplate } from "../pages/compile-template.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import { type CourseOverview, type OverviewWork, overviewWork, shareOf } from "./course-overview.ts";
import { formatDay, formatTime, type TimeText } from "./format-time.ts";
import { phraseLateRules } from "./phrase-late-rules.ts";

/** Where the parts of a course's site lie, by the id of the work; paths within it, with forward slashes. */
export type SitePaths = {
  readonly page: (id: string) => string | undefined;
  readonly kit: (id: string) => string | undefined;
  readonly calendar: string;
};

type WorkView = {
  readonly title: string;
  readonly foreign: "en" | null;
  readonly id: string;
  readonly page: string | null;
  readonly kit: string | null;
  readonly due: TimeText;
  readonly closes: TimeText | null;
  readonly points: string;
  readonly asks: string;
  readonly counts: string;
};

type CourseView = {
  readonly heading: string;
  readonly lead: string;
  readonly calendar: string;
  readonly weeks: readonly {
    readonly heading: string;
    readonly anchor: string;
    readonly starts: TimeText | null;
    readonly work: readonly WorkView[];
  }[];
  readonly groups: readonly {
    readonly title: string;
    readonly weight: string;
    readonly dropped: string | null;
  }[];
  readonly late: readonly string[];
  readonly letters: readonly Readonly<Record<"grade" | "from", string>>[];
};

const renderPage = compileTemplate<CourseView>("course/course-page");

/** The page of a course: its weeks with their work and deadlines, and how all of it counts. One self-contained HTML file without script. */
export function renderCoursePage(course: CourseOverview, paths: SitePaths): string {
  const work = overviewWork(course);
  const count = (kind: OverviewWork["kind"]): number => work.filter((one) => one.kind === kind).length;
  const counts = { assignments: count("assignment"), quizzes: count("quiz"), weeks: course.weeks.length };
  return renderPage({
    heading: printable(course.title),
    lead: message("course.lead", { ...counts, zone: course.timeZone.replaceAll("_", " ") }),
    calendar: paths.calendar,
    weeks: course.weeks.map(({ week, title, starts, work: own }) => ({
      heading: message("course.week", { week, title: printable(title) }),
      anchor: `week-${week}`,
      starts: starts === undefined ? null : formatDay(starts),
      work: own.map((one) => workView(one, course, paths)),
    })),
    groups: course.groups.map(({ title, weight, dropLowest }) => ({
      title: printable(title),
      weight: message("course.percent", { percent: formatPoints(weight) }),
      dropped: dropLowest === 0 ? null : message("course.drop-lowest", { count: dropLowest }),
    })),
    late: course.late === undefined ? [] : phraseLateRules(course.late),
    letters: course.letterGrades.map(({ grade, from }) => ({
      grade: printable(grade),
      from: message("course.percent", { percent: formatPoints(from) }),
    })),
  });
}

function workView(work: OverviewWork, course: CourseOverview, paths: SitePaths): WorkView {
  const { id, kind, title, foreign, due, hardDeadline, points, parts, group } = work;
  const groupTitle = course.groups.find((one) => one.id === group)?.title ?? group;
  const percent = formatPoints(shareOf(work, course));
  return {
    ...{ id, title: printable(title), foreign: currentLanguage() === "en" ? null : (foreign ?? null) },
    page: paths.page(id) ?? null,
    kit: paths.kit(id) ?? null,
    due: formatTime(due, course.timeZone),
    closes: hardDeadline === undefined ? null : formatTime(hardDeadline, course.timeZone),
    points: formatPoints(points),
    asks: message(kind === "quiz" ? "course.questions" : "course.functions", { count: parts }),
    counts: message("course.share", { percent, group: printable(groupTitle) }),
  };
}
