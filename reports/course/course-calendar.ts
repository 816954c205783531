import { message } from "../messages/message.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { type CourseOverview, type OverviewWork, overviewWork } from "./course-overview.ts";

/** Bytes of a line, without its end; further ones go into lines that begin with a space. */
const lineBytes = 75;

/**
 * The deadlines of a course as a calendar that programs can subscribe to or import: one event for each piece of work, without a length and
 * without making anybody busy. The same bytes for the same course.
 * @param name What the course is called in its own language: the same deadline is the same event in every language.
 * @see RFC 5545; X-WR-CALNAME and NAME (RFC 7986) are what calendars are called by.
 */
export function courseCalendar(course: CourseOverview, name: string): string {
  const work = overviewWork(course);
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gradecheck//course//EN", "CALSCALE:GREGORIAN"],
    `NAME:${escapeText(course.title)}`,
    `X-WR-CALNAME:${escapeText(course.title)}`,
    `X-WR-TIMEZONE:${escapeText(course.timeZone)}`,
    ...work.flatMap((one) => eventLines(one, course, name)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function eventLines(work: OverviewWork, course: CourseOverview, name: string): string[] {
  const { id, title, due, group, points } = work;
  const week = course.weeks.find((one) => one.work.includes(work))?.week ?? 0;
  const words = message("course.event-about", {
    week,
    group: course.groups.find((one) => one.id === group)?.title ?? group,
    points: formatPoints(points),
  });
  return [
    "BEGIN:VEVENT",
    `UID:${eventId(id, name, course)}`,
    // When the event was made: the course's first moment, as a calendar that is made twice is to be the same.
    `DTSTAMP:${utc(firstMoment(course))}`,
    `DTSTART:${utc(due)}`,
    `SUMMARY:${escapeText(message("course.event", { title }))}`,
    `DESCRIPTION:${escapeText(words)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Stays the same when a deadline moves or a title changes, and differs between courses and years. */
function eventId(id: string, name: string, course: CourseOverview): string {
  const ofCourse = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return `${id}.${firstMoment(course).getUTCFullYear()}@${ofCourse || "course"}.gradecheck`;
}

/** The day on which the course begins, or the first deadline. */
function firstMoment(course: CourseOverview): Date {
  const starts = course.weeks[0]?.starts;
  if (starts !== undefined) return new Date(`${starts}T00:00Z`);
  return new Date(Math.min(...overviewWork(course).map(({ due }) => due.getTime())));
}

/** `20261018T215900Z` */
const utc = (date: Date): string => date.toISOString().replaceAll(/[-:]|\.\d+/g, "");

/** A value of type TEXT. Other control characters than line feeds cannot be in one. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n?|\n/g, String.raw`\n`)
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, "");
}

/** A content line as several, none of which has more than 75 bytes, and none of which begins within a character. */
export function foldLine(line: string): string {
  let folded = "";
  let room = lineBytes;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (bytes > room) {
      folded += "\r\n ";
      room = lineBytes - 1;
    }
    folded += character;
    room -= bytes;
  }
  return folded;
}
