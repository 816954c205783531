import { encodePath } from "../pages/page-text.ts";
import { cutText } from "../phrasing/text/code-span.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { StudentResult } from "../report/class-result.ts";

const usualLength = 120;

/** A student for a template: the name, or the id where there is none, and the page if there is one. */
export type StudentLink = { readonly label: string; readonly href: string | null };

/**
 * A student as a link to the instructor's page.
 * @throws RangeError if the page is no relative path.
 */
export function studentLink({ name, student, page }: Pick<StudentResult, "name" | "student" | "page">): StudentLink {
  const label = name === undefined || name.trim() === "" ? student : name;
  return { label: showText(label), href: page === undefined ? null : encodePath(page) };
}

/**
 * Text from a roster, an archive or a submission, made safe and cut to a length.
 * @param limit Most characters.
 */
export function showText(text: string, limit = usualLength): string {
  return cutText(printable(text), limit);
}
