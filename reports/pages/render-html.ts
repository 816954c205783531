import type { Report } from "../report.ts";
import { compileTemplate } from "./compile-template.ts";
import { type PageView, pageView } from "./page-view.ts";

const renderPage = compileTemplate<PageView>("feedback-page");

/**
 * The feedback page: one self-contained HTML file without script, made for the report's audience.
 */
export function renderHtml(report: Report): string {
  return renderPage(pageView(report));
}
