import { pageNames } from "../../graders/class/page-names.ts";
import { classOfRows } from "../../reports/class/class-of-rows.ts";
import { renderClassPage } from "../../reports/class/render-class-page.ts";
import { renderHtml } from "../../reports/pages/render-html.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import type { Report } from "../../reports/report/report.ts";
import { renderClassTable } from "../../reports/terminal/render-class-table.ts";
import { renderText } from "../../reports/terminal/render-text.ts";

/** Everything that `--audience student` can bring before a student, by what it is: names of files too. */
export async function studentArtefacts(report: Report): Promise<Readonly<Record<string, string>>> {
  const view = studentView(report);
  const [page = ""] = pageNames([report.submission.name]);
  const row = { name: report.submission.name, path: `${page}.html`, report: view };
  return {
    fileName: page,
    json: JSON.stringify(view),
    page: renderHtml(view),
    // An instructor's report that was only told to be a student's one.
    carelessPage: renderHtml({ ...report, audience: "student" }),
    terminal: renderText(view, { color: false, width: 100 }),
    colouredTerminal: renderText(view, { color: true, width: 60 }),
    classIndex: await renderClassPage(classOfRows([row])),
    classTable: renderClassTable([row], { color: false, width: 100 }),
  };
}
