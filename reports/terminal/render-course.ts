import type { CourseLateSettings } from "../../assignments/catalog/plan/course-plan.ts";
import { type CourseOverview, shareOf } from "../course/course-overview.ts";
import { formatTime } from "../course/format-time.ts";
import { phraseLateRules } from "../course/phrase-late-rules.ts";
import { message } from "../messages/message.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import { cutToWidth } from "./fit-text.ts";
import { createPaint } from "./paint.ts";
import { renderTable } from "./render-table.ts";

/** Columns of the terminal for a title. */
const titleWidth = 48;

/** A course for a terminal: a table of its work for each week, and how all of it counts. Ends in a line feed. */
export function renderCourse(course: CourseOverview, { color }: { readonly color: boolean }): string {
  const paint = createPaint(color);
  const rules = [
    ...rulesOf(message("course.lateness"), course.late && phraseLateRules(course.late satisfies CourseLateSettings)),
    ...rulesOf(message("course.letters"), lettersOf(course)),
    ...rulesOf(message("course.danger"), dangerOf(course)),
  ];
  const unplanned = course.unplanned.join(", ");
  const blocks = [
    paint("bold", printable(course.title)),
    ...workTables(course).map(({ heading, lines }) => [paint("bold", heading), ...lines].join("\n  ")),
    [paint("bold", message("course.how-it-counts")), ...groupLines(course), ...rules].join("\n  "),
    ...(unplanned === "" ? [] : [message("course.unplanned", { ids: unplanned })]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** One table over all weeks, so that columns are as wide in each. */
function workTables(course: CourseOverview): { readonly heading: string; readonly lines: readonly string[] }[] {
  const columns = ["work", "title", "group", "counts", "points", "due"] as const;
  const [head = "", ...lines] = renderTable(
    {
      columns: columns.map((column) => message(`course-table.${column}`)),
      rows: course.weeks.flatMap(({ work }) =>
        work.map((one) => [
          one.id,
          cutToWidth(printable(one.title), titleWidth),
          one.group,
          message("course.percent", { percent: formatPoints(shareOf(one, course)) }),
          formatPoints(one.points),
          formatTime(one.due, course.timeZone).text,
        ]),
      ),
    },
    3,
  );
  return course.weeks.map(({ week, title, work }) => ({
    heading: message("course.week", { week, title: printable(title) }),
    lines: work.length === 0 ? [message("course.no-work")] : [head, ...lines.splice(0, work.length)],
  }));
}

const groupLines = ({ groups }: CourseOverview): string[] =>
  groups.map(({ id, title, weight, dropLowest }) => {
    const percent = message("course.percent", { percent: formatPoints(weight) });
    const drops = dropLowest === 0 ? "" : `. ${message("course.drop-lowest", { count: dropLowest })}`;
    return `${printable(title)} (${id}): ${percent}${drops}`;
  });

const rulesOf = (heading: string, rules: readonly string[] = []): string[] =>
  rules.length === 0 ? [] : [`${heading}: ${rules.join(" ")}`];

const lettersOf = ({ letterGrades }: CourseOverview): string[] =>
  letterGrades.length === 0
    ? []
    : [
        letterGrades
          .map(
            ({ grade, from }) => `${printable(grade)} ≥ ${message("course.percent", { percent: formatPoints(from) })}`,
          )
          .join(", "),
      ];

function dangerOf({ danger: { totalBelow, missing, fall } }: CourseOverview): string[] {
  const rules = [
    ...(totalBelow > 0 ? [message("course.danger-total", { percent: formatPoints(totalBelow) })] : []),
    message("course.danger-missing", { count: missing }),
    message("course.danger-fall", { points: formatPoints(fall) }),
  ];
  return [rules.join("; ")];
}
