import type { ClassRow } from "../terminal/render-class-table.ts";
import { type ClassIndexView, classIndexView } from "./class-index-view.ts";
import { compileTemplate } from "./compile-template.ts";

const renderIndex = compileTemplate<ClassIndexView>("class-index");

/**
 * The index of a class, for instructors: one self-contained HTML file that links to each submission's page.
 * @throws RangeError if a row's path is not relative.
 */
export function renderClassIndex(rows: readonly ClassRow[]): string {
  return renderIndex(classIndexView(rows));
}
