import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { jsonText } from "../../reports/json-text.ts";
import { renderHtml } from "../../reports/pages/render-html.ts";
import type { Report } from "../../reports/report.ts";
import { writeWhole } from "../write-whole.ts";

/** Data alone goes to standard output; files are written unless only data was asked for. */
export function outputFolder({ out, json }: { readonly out?: string; readonly json?: boolean }): string | undefined {
  return out ?? (json ? undefined : "feedback");
}

/** Writes a report as JSON and as a page. @param base Path of both files without extension; its folder is made. */
export async function writeReport(base: string, report: Report): Promise<void> {
  await mkdir(dirname(base), { recursive: true });
  await writeWhole(`${base}.json`, `${jsonText(report, 2)}\n`);
  await writeWhole(`${base}.html`, renderHtml(report));
}
