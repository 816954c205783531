import { inTurns } from "../../assignments/steps/in-turns.ts";
import { compileTemplate, inlineScript } from "../pages/compile-template.ts";
import type { ClassResult } from "../report/class-result.ts";
import { type ClassPageOptions, type ClassPageView, classPageView } from "./class-page-view.ts";

const renderPage = compileTemplate<ClassPageView>("class-page");
const script = inlineScript(new URL("./class-page-script.js", import.meta.url));

/**
 * The class page of a class, for instructors: one self-contained HTML file that links to the pages of the students. Its
 * only script is its own, allowed by its hash; nothing is loaded or sent. The same bytes for the same result.
 * @throws RangeError if a path is not relative, or `passShare` is not in 0 to 1.
 */
export async function renderClassPage(result: ClassResult, options: ClassPageOptions = {}): Promise<string> {
  await inTurns(renderPage.compiling());
  return renderPage(await classPageView(result, options, script()));
}
