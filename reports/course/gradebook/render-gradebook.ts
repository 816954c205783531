import { compileTemplate } from "../../pages/compile-template.ts";
import type { Gradebook, GradebookStudent } from "../../report/gradebook.ts";
import { type GradebookPageOptions, type GradebookView, gradebookView } from "./gradebook-view.ts";
import { type TermView, termView } from "./term-view.ts";

const renderClass = compileTemplate<GradebookView>("course/gradebook-page");
const renderTermPage = compileTemplate<TermView>("course/term-page");

/** The gradebook of a course for instructors: one self-contained HTML file without script, the same bytes for the same gradebook. */
export async function renderGradebook(gradebook: Gradebook, options: GradebookPageOptions): Promise<string> {
  return renderClass(await gradebookView(gradebook, options));
}

/** What one student has reached in a course, to hand out: nothing of anybody else is in it. */
export function renderTerm(student: GradebookStudent, gradebook: Omit<Gradebook, "students">): string {
  return renderTermPage(termView(student, gradebook));
}
