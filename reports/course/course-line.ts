import { message } from "../messages/message.ts";
import { formatTime, type TimeText } from "./format-time.ts";

/** What a page of a course's site says at its top: of which course it is, and when the work on it is due. */
export type CourseLine = {
  readonly title: string;
  /** Leads to the course's page. */
  readonly href: string;
  readonly due: TimeText;
};

/** Says it in the language that is being written. @param href Relative to the page. */
export function courseLine(title: string, href: string, due: Date, timeZone: string): CourseLine {
  const { text, machine } = formatTime(due, timeZone);
  return { title, href, due: { text: message("course.due-at", { time: text }), machine } };
}
