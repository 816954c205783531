import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const here = new URL("../..", import.meta.url).href;
const program = `
const load = (path) => import(new URL(path, ${JSON.stringify(here)}).href);
const { createHash } = await import("node:crypto");
const { w2OptimizationReport } = await load("tests/fixtures/w2-optimization-report.ts");
const { classRows } = await load("tests/fixtures/class-rows.ts");
const { renderHtml } = await load("reports/pages/render-html.ts");
const { renderText } = await load("reports/terminal/render-text.ts");
const { classOfRows } = await load("reports/class/class-of-rows.ts");
const { classResult } = await load("tests/fixtures/class-result.ts");
const { renderClassPage } = await load("reports/class/render-class-page.ts");
const { renderClassTable } = await load("reports/terminal/render-class-table.ts");
const { studentView } = await load("reports/phrasing/student-view.ts");
const options = { color: true, width: 80 };
const report = w2OptimizationReport();
const outputs = [JSON.stringify(studentView(report)), renderHtml(report), renderText(report, options), await renderClassPage(classOfRows(classRows())), renderClassTable(classRows(), options), await renderClassPage(classResult(40))];
console.log(outputs.map((output) => createHash("sha256").update(output).digest("hex")).join(" "));
`;

async function hashes(environment: Record<string, string>, cwd: string): Promise<string> {
  const arguments_ = ["--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)(process.execPath, arguments_, { cwd, env: environment });
  return stdout;
}

test("reports and pages are the same bytes whatever the time zone, language, folder and terminal", async () => {
  const here = await hashes({ TZ: "UTC", LANG: "C", NO_COLOR: "1", COLUMNS: "40" }, process.cwd());
  const there = await hashes(
    { TZ: "Asia/Kathmandu", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8", FORCE_COLOR: "3", COLUMNS: "200" },
    tmpdir(),
  );
  expect(here.split(" ")).toHaveLength(6);
  expect(there).toBe(here);
});
