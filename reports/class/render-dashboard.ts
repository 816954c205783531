import { compileTemplate, inlineScript } from "../pages/compile-template.ts";
import type { ClassResult } from "../report/class-result.ts";
import { type DashboardOptions, type DashboardView, dashboardView } from "./dashboard-view.ts";

const renderPage = compileTemplate<DashboardView>("class-dashboard");
const script = inlineScript(new URL("./dashboard-script.js", import.meta.url));

/**
 * The dashboard of a class, for instructors: one self-contained HTML file that links to the pages of the students. Its
 * only script is its own, allowed by its hash; nothing is loaded or sent. The same bytes for the same result.
 * @throws RangeError if a path is not relative, or `passShare` is not in 0 to 1.
 */
export async function renderDashboard(result: ClassResult, options: DashboardOptions = {}): Promise<string> {
  return renderPage(await dashboardView(result, options, script));
}
