import { canvasCsv } from "../../../reports/exports/canvas-csv.ts";
import { classJunit } from "../../../reports/exports/class-junit.ts";
import type { ClassExport } from "../../../reports/exports/csv-table.ts";
import { githubClassroom } from "../../../reports/exports/github-classroom.ts";
import { gradebookCsv } from "../../../reports/exports/gradebook-csv.ts";
import { gradescopeResults } from "../../../reports/exports/gradescope-results.ts";
import { ltiScores } from "../../../reports/exports/lti-scores.ts";
import { moodleCsv } from "../../../reports/exports/moodle-csv.ts";
import type { ClassResult, StudentResult } from "../../../reports/report/class-result.ts";
import type { Report } from "../../../reports/report/report.ts";
import type { BatchSettings } from "./batch-settings.ts";

/** What `--export` takes. */
export type ExportName = NonNullable<BatchSettings["exports"]>[number];

/** A file that is made from the whole class. */
export type ClassFile = {
  /** Relative to the output folder. */
  readonly file: string;
  /**
   * @param before What the file held until now, where it is there.
   * @throws {ExportError} where the importer would refuse it, or silently drop a part.
   */
  readonly make: (result: ClassResult, before?: string) => ClassExport;
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
export type ExportOptions = Pick<BatchSettings, "title" | "canvasLayout" | "canvasId" | "moodleColumn"> & {
  /** Version of gradecheck. */
  readonly version: string;
  /** The time; a parameter for tests. */
  readonly now?: Date;
};

/** Names of the files of a class, by export. */
const classFileNames = {
  canvas: "canvas.csv",
  moodle: "moodle.csv",
  junit: "junit.xml",
  lti: "lti-scores.jsonl",
} as const satisfies Partial<Record<ExportName, string>>;

const filesOfStudents: Readonly<Partial<Record<ExportName, StudentFile>>> = {
  gradescope: { folder: "gradescope", extension: "json", make: gradescopeResults },
  "github-classroom": { folder: "github-classroom", extension: "txt", make: githubClassroom },
};

/** The files of a class: the plain gradebook always, and what else was asked for. */
export function classFiles(names: readonly ExportName[], options: ExportOptions): ClassFile[] {
  const { canvasLayout: layout, canvasId: assignmentId, moodleColumn: identifier, title, version } = options;
  const named = title !== undefined && { title };
  const makers: Partial<Record<ExportName, ClassFile["make"]>> = {
    canvas: (result) =>
      canvasCsv(result, { ...named, ...(layout && { layout }), ...(assignmentId !== undefined && { assignmentId }) }),
    moodle: (result) => moodleCsv(result, { ...named, ...(identifier && { identifier }) }),
    junit: (result) => classJunit(result, { version }),
    lti: (result, before) => ltiScores(result, { now: options.now ?? new Date(), ...(before && { before }) }),
  };
  const files: Readonly<Partial<Record<ExportName, string>>> = classFileNames;
  const chosen = names.flatMap((name): ClassFile[] => {
    const [file, make] = [files[name], makers[name]];
    return file === undefined || make === undefined ? [] : [{ file, make }];
  });
  return [{ file: gradebookFile, make: gradebookCsv }, ...chosen];
}

/** The files of each student that were asked for. */
export function studentFiles(names: readonly ExportName[]): StudentFile[] {
  return names.flatMap((name) => filesOfStudents[name] ?? []);
}

/** What earlier runs may have written that is not asked for now: it would be taken for this class's. */
export function filesNotAskedFor(names: readonly ExportName[]): {
  readonly files: readonly string[];
  readonly folders: readonly Pick<StudentFile, "folder" | "extension">[];
} {
  const isOther = ([name]: readonly [string, unknown]): boolean => !names.some((one) => one === name);
  return {
    files: Object.entries(classFileNames)
      .filter(isOther)
      .map(([, file]) => file),
    folders: Object.entries(filesOfStudents)
      .filter(isOther)
      .map(([, files]) => files),
  };
}
