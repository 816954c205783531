import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { unfinished } from "../../../assignments/storage/unfinished-file.ts";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import {
  gradebookForCanvas,
  gradebookForMoodle,
  gradebookTable,
} from "../../../reports/course/gradebook/gradebook-tables.ts";
import { renderGradebook, renderTerm } from "../../../reports/course/gradebook/render-gradebook.ts";
import type { CanvasLayout } from "../../../reports/exports/canvas-csv.ts";
import type { MoodleOptions } from "../../../reports/exports/moodle-csv.ts";
import { inLanguage, languages } from "../../../reports/messages/language.ts";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import type { Gradebook } from "../../../reports/report/gradebook.ts";
import { lockName, lockOutput } from "../../class/output-lock.ts";
import { pageFolders } from "../../class/page-folders.ts";
import { pageNames } from "../../class/page-names.ts";
import { removeOthers } from "../../class/run/batch-folder.ts";
import { GradebookError } from "./gradebook-error.ts";

/** By this file, the folder of a gradebook is known again. */
const gradebookFile = "gradebook.json";
const exportFiles = { canvas: "canvas.csv", moodle: "moodle.csv" } as const;

/** Formats of learning platforms in which a gradebook can be written. */
export const gradebookFormats = ["canvas", "moodle"] as const;

/** What is written besides the pages. */
export type GradebookExports = {
  readonly formats: readonly (typeof gradebookFormats)[number][];
  readonly canvasLayout?: CanvasLayout;
  readonly moodleColumn?: NonNullable<MoodleOptions["identifier"]>;
};

/**
 * Writes a gradebook: its page, a page for each student, and tables. Nothing is written where an export would be refused.
 * @param dangerBelow Percent of the total below which a student is in danger.
 * @throws {GradebookError} where the folder holds something else; {ExportError} for what a platform would refuse; {BatchError} where nothing can
 *   be written.
 */
export async function writeGradebook(
  folder: string,
  gradebook: Gradebook,
  exports: GradebookExports & { readonly dangerBelow: number },
): Promise<void> {
  await requireGradebookFolder(folder);
  const tables = tablesOf(gradebook, exports);
  await using _lock = await lockOutput(folder);
  await writeWhole(join(folder, gradebookFile), `${jsonText(gradebook, 2)}\n`);
  const feedback = join(folder, pageFolders.feedback);
  await mkdir(feedback, { recursive: true });
  const names = pageNames(gradebook.students.map(({ student }) => student));
  const pages = new Map(gradebook.students.map(({ student }, i) => [student, `${names[i]}.html`]));
  for (const student of gradebook.students) {
    await writeWhole(join(feedback, pages.get(student.student) ?? ""), renderTerm(student, gradebook));
  }
  await removeOthers(feedback, new Set(pages.values()), [".html"]);
  const pageOf = (student: string): string => `${pageFolders.feedback}/${pages.get(student)}`;
  const page = await renderGradebook(gradebook, { dangerBelow: exports.dangerBelow, pageOf });
  await writeWhole(join(folder, "index.html"), page);
  for (const [file, text] of tables) await writeWhole(join(folder, file), text);
  for (const file of Object.values(exportFiles)) if (!tables.has(file)) await rm(join(folder, file), { force: true });
}

/** Programs read them, and know no other decimal sign. */
function tablesOf(gradebook: Gradebook, exports: GradebookExports): ReadonlyMap<string, string> {
  return inLanguage(languages[0], () => {
    const tables = new Map([["gradebook.csv", gradebookTable(gradebook)]]);
    const { formats, canvasLayout, moodleColumn } = exports;
    if (formats.includes("canvas")) tables.set(exportFiles.canvas, gradebookForCanvas(gradebook, canvasLayout));
    if (formats.includes("moodle")) tables.set(exportFiles.moodle, gradebookForMoodle(gradebook, moodleColumn));
    return tables;
  });
}

/** Nothing of somebody else's is overwritten. */
async function requireGradebookFolder(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    const why = error.code === "ENOTDIR" ? "it is a file" : error.code;
    throw new GradebookError([`"${folder}" cannot be written to, ${why}; give a folder`]);
  });
  const other = found.find((name) => name !== lockName && !unfinished.test(name));
  if (other === undefined || found.includes(gradebookFile)) return;
  const whose = `"${folder}" holds "${other}" and no ${gradebookFile}, so no gradebook was written there`;
  throw new GradebookError([`${whose}; give a new or empty folder`]);
}
