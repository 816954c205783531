import type { ClassResult, StudentResult } from "../../reports/class/class-result.ts";
import { type CanvasLayout, canvasCsv } from "../../reports/exports/canvas-csv.ts";
import { classJunit } from "../../reports/exports/class-junit.ts";
import type { ClassExport } from "../../reports/exports/csv-table.ts";
import { githubClassroom } from "../../reports/exports/github-classroom.ts";
import { gradebookCsv } from "../../reports/exports/gradebook-csv.ts";
import { gradescopeResults } from "../../reports/exports/gradescope-results.ts";
import { ltiScores } from "../../reports/exports/lti-scores.ts";
import { type MoodleOptions, moodleCsv } from "../../reports/exports/moodle-csv.ts";
import type { Report } from "../../reports/report.ts";

/** What `--export` takes. */
export type ExportName = "canvas" | "moodle" | "gradescope" | "github-classroom" | "junit" | "lti";

/** A file that is made from the whole class. */
export type ClassFile = {
  /** Relative to the output folder. */
  readonly file: string;
  /** @throws {ExportError} where the importer would refuse it, or silently drop a part. */
  readonly make: (result: ClassResult) => ClassExport;
};

/** A file that is made for each student. */
export type StudentFile = {
  /** Relative to the output folder. */
  readonly folder: string;
  readonly extension: string;
  /** @param report The student's view. */
  readonly make: (result: StudentResult, report: Report) => string;
};

/** The plain gradebook. */
export const gradebookFile = "gradebook.csv";

/** How learning platforms are to be met. */
export type ExportOptions = {
  readonly canvasLayout?: CanvasLayout | undefined;
  readonly canvasId?: number | undefined;
  readonly moodleColumn?: MoodleOptions["identifier"] | undefined;
  /** Of the assignment on the platform; default its own. */
  readonly title?: string | undefined;
  /** Version of gradecheck. */
  readonly version: string;
};

/** The files of a class: the plain gradebook always, and what else was asked for. */
export function classFiles(names: readonly ExportName[], options: ExportOptions): ClassFile[] {
  const { canvasLayout: layout, canvasId: assignmentId, moodleColumn: identifier, title, version } = options;
  const named = title !== undefined && { title };
  const files: Partial<Record<ExportName, ClassFile>> = {
    canvas: {
      file: "canvas.csv",
      make: (result) =>
        canvasCsv(result, { ...named, ...(layout && { layout }), ...(assignmentId !== undefined && { assignmentId }) }),
    },
    moodle: {
      file: "moodle.csv",
      make: (result) => moodleCsv(result, { ...named, ...(identifier && { identifier }) }),
    },
    junit: { file: "junit.xml", make: (result) => classJunit(result, { version }) },
    lti: { file: "lti-scores.jsonl", make: (result) => ltiScores(result, { timestamp: new Date() }) },
  };
  const gradebook = { file: gradebookFile, make: gradebookCsv };
  return [gradebook, ...names.flatMap((name) => files[name] ?? [])];
}

/** The files of each student that were asked for. */
export function studentFiles(names: readonly ExportName[]): StudentFile[] {
  const files: Partial<Record<ExportName, StudentFile>> = {
    gradescope: { folder: "gradescope", extension: "json", make: gradescopeResults },
    "github-classroom": { folder: "github-classroom", extension: "txt", make: githubClassroom },
  };
  return names.flatMap((name) => files[name] ?? []);
}
