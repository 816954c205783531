import type { Report } from "../report/report.ts";
import { withAdjustments } from "../report/with-adjustments.ts";
import { compileTemplate } from "./compile-template.ts";
import { type PageView, pageView } from "./page-view.ts";

const renderPage = compileTemplate<PageView>("feedback-page");

/**
 * The feedback page: one self-contained HTML file without script, made for the report's audience.
 * @param adjustments Lateness and changes by hand, where they are not in the report already; the score that counts is at the head.
 */
export function renderHtml(report: Report, adjustments = report.adjustments): string {
  return renderPage(pageView(withAdjustments(report, adjustments)));
}
