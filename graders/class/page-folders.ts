import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { inTurns } from "../../assignments/steps/in-turns.ts";
import { writeWhole } from "../../assignments/storage/write-whole.ts";
import { renderingHtml } from "../../reports/pages/render-html.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import { safeJson } from "../../reports/phrasing/text/json-text.ts";
import type { Report } from "../../reports/report/report.ts";

/** Whose pages lie where in an output folder: the same for a whole class and for a few submissions. */
export const pageFolders = {
  /** For the instructor, with everything. */
  students: "students",
  /** For the students: to hand out. */
  feedback: "feedback",
} as const;

/** Makes the folders of pages. @param audience `student`: only those to hand out. */
export async function makePageFolders(path: string, audience: Report["audience"] = "instructor"): Promise<void> {
  if (audience === "instructor") await mkdir(join(path, pageFolders.students), { recursive: true });
  await mkdir(join(path, pageFolders.feedback), { recursive: true });
}

/**
 * Writes the pages of a submission and their JSON.
 * @param path The output folder; its folders of pages exist.
 * @param page Name of the files, without extension.
 * @param full The instructor's report.
 * @param audience `student`: nothing that students may not see is written at all.
 * @returns What the student sees.
 */
export async function writePages(
  path: string,
  page: string,
  full: Report,
  audience: Report["audience"] = "instructor",
): Promise<Report> {
  const own = studentView(full);
  if (audience === "instructor") await writeReport(join(path, pageFolders.students, page), full);
  await writeReport(join(path, pageFolders.feedback, page), own);
  return own;
}

async function writeReport(base: string, report: Report): Promise<void> {
  // Small files are written at once: without pauses, the pages of many submissions, or one full of long exceptions, would hold up
  // what workers send.
  await setImmediate();
  const json = JSON.stringify(report, undefined, 2);
  await setImmediate();
  await writeWhole(`${base}.json`, `${safeJson(json)}\n`);
  await setImmediate();
  await writeWhole(`${base}.html`, await inTurns(renderingHtml(report)));
}
