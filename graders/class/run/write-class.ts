import { readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { partsOfClass } from "../../../reports/class/part-words.ts";
import { analyseQuestions } from "../../../reports/class/questions/analyse-questions.ts";
import { questionsCsv } from "../../../reports/class/questions/questions-csv.ts";
import { renderClassPage } from "../../../reports/class/render-class-page.ts";
import { renderDurations } from "../../../reports/class/render-durations.ts";
import { ExportError } from "../../../reports/exports/export-error.ts";
import type { Exporter, StudentFile } from "../../../reports/exports/exporter.ts";
import { type ClassFile, exporters, filesNotAskedFor, gradebookFile } from "../../../reports/exports/exporters.ts";
import { message } from "../../../reports/messages/message.ts";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import type { ClassResult } from "../../../reports/report/class-result.ts";
import type { GradedWork } from "../../session/graded-work.ts";
import { type BatchFolder, classFile, manifestFile, removeFolderOf, removeOthers } from "./batch-folder.ts";
import type { BatchSettings } from "./batch-settings.ts";
import type { ClassInputs } from "./class-inputs.ts";
import { classText } from "./class-text.ts";
import { readDurations } from "./read-durations.ts";
import { similarityPage } from "./write-similarity.ts";

/** How long each student took, over all runs. */
export const durationsFile = "durations.jsonl";
const durationsPage = "durations.html";
const questionsFiles = { data: "questions.json", table: "questions.csv" } as const;

/** What is made of a class. */
export type ClassToWrite = {
  readonly folder: BatchFolder;
  readonly settings: Pick<BatchSettings, "exports" | "passShare" | "similarity">;
  readonly work: GradedWork;
  readonly exports: readonly ClassFile[];
  readonly studentFiles: readonly StudentFile[];
  /** Those there are; what others of them have made is removed. */
  readonly exporters?: readonly Exporter[];
  /** Under which the class is written, see `classText`. */
  readonly key: Uint8Array;
  /** What its marks follow from, kept with them. */
  readonly inputs: ClassInputs;
};

/** What there is to say of the files of a class. */
export type ClassRemarks = {
  /** What an importer would drop or change, each with the name of its file. */
  readonly warnings: readonly string[];
  /** Exports that an importer would refuse, and that were not written. */
  readonly refused: readonly string[];
};

/** Writes everything that is made of a whole class, and removes what earlier runs have made of another. */
export async function writeClass(batch: ClassToWrite, result: ClassResult): Promise<ClassRemarks> {
  const { folder, settings, work } = batch;
  await removeStale(batch, result);
  await writeWhole(join(folder.path, manifestFile), `${jsonText(work, 2)}\n`);
  await writeWhole(join(folder.path, classFile), classText({ ...result, inputs: batch.inputs }, batch.key));
  const seconds = await readDurations(join(folder.path, durationsFile));
  await writeWhole(join(folder.path, durationsPage), renderDurations(result, seconds));
  const { passShare, similarity } = settings;
  const parts = partsOfClass(result);
  if (parts === "questions") await writeQuestions(folder, result);
  const links = [
    { path: gradebookFile, text: message("class.gradebook") },
    ...(parts === "questions" ? [{ path: questionsFiles.table, text: message("questions.file") }] : []),
    { path: durationsPage, text: message("durations.eyebrow") },
    ...(similarity ? [{ path: similarityPage, text: message("class.similarities") }] : []),
  ];
  await writeWhole(
    join(folder.path, "index.html"),
    await renderClassPage(result, {
      links,
      parts,
      ...(passShare !== undefined && { passShare }),
    }),
  );
  return writeExports(folder, batch.exports, result);
}

/** How the class has answered each question, for programs and for spreadsheets. */
async function writeQuestions({ path }: BatchFolder, result: ClassResult): Promise<void> {
  const analysis = analyseQuestions(result);
  await writeWhole(join(path, questionsFiles.data), `${jsonText(analysis, 2)}\n`);
  await writeWhole(join(path, questionsFiles.table), questionsCsv(analysis));
}

async function removeStale(batch: ClassToWrite, result: ClassResult): Promise<void> {
  const { folder, settings, studentFiles } = batch;
  const pages = result.students.flatMap(({ page }) => (page === undefined ? [] : [basename(page, ".html")]));
  const keep = new Set(pages.flatMap((page) => [`${page}.html`, `${page}.json`]));
  for (const inner of [folder.students, folder.feedback]) await removeOthers(inner, keep, [".html", ".json"]);
  for (const { folder: name, extension } of studentFiles) {
    const own = new Set(pages.map((page) => `${page}.${extension}`));
    await removeOthers(join(folder.path, name), own, [`.${extension}`]);
  }
  const others = filesNotAskedFor(settings.exports ?? [], batch.exporters ?? exporters);
  for (const { folder: name, extension } of others.folders) await removeFolderOf(join(folder.path, name), extension);
  // The page of similarities is written when the class is; until then an older one would be taken for this class's.
  for (const file of [...others.files, similarityPage]) await rm(join(folder.path, file), { force: true });
}

async function writeExports(
  folder: BatchFolder,
  exports: readonly ClassFile[],
  result: ClassResult,
): Promise<ClassRemarks> {
  const warnings: string[] = [];
  const refused: string[] = [];
  for (const { file, make } of exports) {
    const path = join(folder.path, file);
    try {
      const made = make(result, await readFile(path, "utf8").catch(() => undefined));
      warnings.push(...made.warnings.map((warning) => `${file}: ${warning}`));
      await writeWhole(path, made.text);
    } catch (error) {
      if (!(error instanceof ExportError)) throw error;
      // An older one would be taken for this class's.
      await rm(path, { force: true });
      refused.push(`${file} is not written: ${error.message}`);
    }
  }
  return { warnings, refused };
}
