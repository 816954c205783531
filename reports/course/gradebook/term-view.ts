import { showText } from "../../class/student-link.ts";
import { message } from "../../messages/message.ts";
import { formatFixed, formatPoints, phraseDuration } from "../../phrasing/text/format-number.ts";
import { printable } from "../../phrasing/text/printable.ts";
import type { Gradebook, GradebookCell, GradebookStudent, GradebookWork } from "../../report/gradebook.ts";
import { cellView } from "./cell-view.ts";

type MarkRow = {
  readonly title: string;
  readonly points: string;
  readonly percent: string;
  /** What else is to be said of the mark. */
  readonly remarks: readonly string[];
  readonly isDropped: boolean;
};

/** A student's page of a course for a template. */
export type TermView = {
  readonly heading: string;
  readonly student: string;
  /** null where nothing counts yet. */
  readonly total: string | null;
  readonly letter: string | null;
  readonly lateDays: string | null;
  readonly groups: readonly {
    readonly title: string;
    readonly weight: string;
    readonly percent: string;
    readonly marks: readonly MarkRow[];
  }[];
};

/** What one student has reached in a course. */
export function termView(student: GradebookStudent, gradebook: Omit<Gradebook, "students">): TermView {
  const { title, groups, work } = gradebook;
  const { total, letter, lateDays } = student;
  return {
    heading: showText(title),
    student: showText(student.name ?? student.student),
    total: total === undefined ? null : percentText(total),
    letter: letter === undefined ? null : printable(letter),
    lateDays: lateDays === undefined ? null : message("gradebook.late-days", lateDays),
    groups: groups.map((group) => ({
      title: printable(group.title),
      weight: message("course.percent", { percent: formatPoints(group.weight) }),
      percent: student.groups[group.id] === undefined ? "" : percentText(student.groups[group.id] ?? 0),
      marks: work.flatMap((one, i) => {
        const cell = student.cells[i];
        return one.group === group.id && cell !== undefined ? [markRow(one, cell)] : [];
      }),
    })),
  };
}

const percentText = (percent: number): string => message("course.percent", { percent: formatFixed(percent, 1) });

function markRow(work: GradebookWork, cell: GradebookCell): MarkRow {
  const { score, maxScore, late, status, isDropped } = cell;
  const view = cellView(cell);
  const hasPoints = score !== undefined && maxScore !== undefined;
  return {
    title: showText(work.title),
    points: hasPoints
      ? message("gradebook.points-of", { score: formatPoints(score), all: formatPoints(maxScore) })
      : "",
    percent: hasPoints && maxScore > 0 ? percentText((100 * score) / maxScore) : "",
    remarks: [
      ...(status === "not-gradable" ? [message("gradebook.not-gradable")] : []),
      ...(view.words === null ? [] : [view.words]),
      ...(late === undefined ? [] : [phraseLate(late)]),
    ],
    isDropped: isDropped === true,
  };
}

function phraseLate({ lateSeconds, lateDaysUsed, points }: GradebookCell["late"] & {}): string {
  const facts = { time: phraseDuration(lateSeconds), points: formatPoints(points), count: lateDaysUsed };
  return message(lateDaysUsed === 0 ? "gradebook.late" : "gradebook.late-with-days", facts);
}
