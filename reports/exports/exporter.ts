import type { ClassResult, StudentResult } from "../report/class-result.ts";
import type { Report } from "../report/report.ts";
import type { ClassExport } from "./csv-table.ts";

/** A format in which a class can be exported: everything that is said of it anywhere. */
export type Exporter = {
  /** What `--export` takes. */
  readonly name: string;
  /** What it can be told. */
  readonly options?: readonly ExportOption[];
} & (
  | { readonly forClass: ClassExporter; readonly forStudent?: undefined }
  | { readonly forStudent: StudentFile; readonly forClass?: undefined }
);

/** Makes one file of the class. */
type ClassExporter = {
  /** Relative to the output folder. */
  readonly file: string;
  /** @throws {ExportError} where the importer would refuse it, or silently drop a part. */
  readonly make: (result: ClassResult, facts: ExportFacts) => ClassExport;
};

/** A file that is made for each student. */
export type StudentFile = {
  /** Relative to the output folder. */
  readonly folder: string;
  readonly extension: string;
  /** @param report The student's view. */
  readonly make: (result: StudentResult, report: Report) => string;
};

/** An option of an exporter, on the command line and in `batch.json`. */
export type ExportOption = {
  /** `canvasLayout` */
  readonly name: string;
  /** `--canvas-layout <kind>` */
  readonly flag: string;
  readonly description: string;
  /** JSON Schema of its values. */
  readonly schema: { readonly enum: readonly string[] } | { readonly type: "integer"; readonly minimum: number };
};

/** What was told, by the names of the options. Each value is what its option's schema allows. */
type ExportSettings = {
  /** What the assignment is called on the platform; default its own title. */
  readonly title?: string;
  readonly [option: string]: unknown;
};

/** What a file of the class is made from besides the class. */
export type ExportFacts = {
  readonly settings: ExportSettings;
  /** Version of gradecheck. */
  readonly version: string;
  readonly now: Date;
  /** What the file held until now, where it is there. */
  readonly before?: string;
};
