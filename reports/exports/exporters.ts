import { inLanguage, languages } from "../messages/language.ts";
import type { ClassResult } from "../report/class-result.ts";
import { canvas } from "./canvas-csv.ts";
import { junit } from "./class-junit.ts";
import type { ClassExport } from "./csv-table.ts";
import type { Exporter, ExportFacts, ExportOption, StudentFile } from "./exporter.ts";
import { githubClassroom } from "./github-classroom.ts";
import { gradebookCsv } from "./gradebook-csv.ts";
import { gradescope } from "./gradescope-results.ts";
import { lti } from "./lti-scores.ts";
import { moodle } from "./moodle-csv.ts";

/** The formats in which a class can be exported. A new one needs its file and its line here, and nothing else. */
export const exporters: readonly Exporter[] = [canvas, moodle, gradescope, githubClassroom, junit, lti];

/** What exporters can be told. */
export function optionsOf(among: readonly Exporter[]): ExportOption[] {
  return among.flatMap(({ options = [] }) => options);
}

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

/** The plain gradebook. */
export const gradebookFile = "gradebook.csv";

/** The files of a class: the plain gradebook always, and what else was asked for. */
export function classFiles(
  names: readonly string[],
  facts: Pick<ExportFacts, "settings" | "version"> & { readonly now?: Date },
  among = exporters,
): ClassFile[] {
  const chosen = byName(names, among).flatMap(({ forClass }): ClassFile[] => {
    if (forClass === undefined) return [];
    const make: ClassFile["make"] = (result, before) =>
      inEnglish(() =>
        forClass.make(result, { ...facts, now: facts.now ?? new Date(), ...(before !== undefined && { before }) }),
      );
    return [{ file: forClass.file, make }];
  });
  return [{ file: gradebookFile, make: (result) => inEnglish(() => gradebookCsv(result)) }, ...chosen];
}

/** Programs read what is exported, and know no other decimal sign and no other words for a status. */
const inEnglish = <Made>(make: () => Made): Made => inLanguage(languages[0], make);

/** The files of each student that were asked for. */
export function studentFiles(names: readonly string[], among = exporters): StudentFile[] {
  return byName(names, among).flatMap(({ forStudent }) =>
    forStudent === undefined
      ? []
      : [{ ...forStudent, make: (result, report) => inEnglish(() => forStudent.make(result, report)) } as const],
  );
}

/** What earlier runs may have written that is not asked for now: it would be taken for this class's. */
export function filesNotAskedFor(
  names: readonly string[],
  among = exporters,
): { readonly files: readonly string[]; readonly folders: readonly Pick<StudentFile, "folder" | "extension">[] } {
  const others = among.filter(({ name }) => !names.includes(name));
  return {
    files: others.flatMap(({ forClass }) => forClass?.file ?? []),
    folders: others.flatMap(({ forStudent }) => forStudent ?? []),
  };
}

/** In the order in which they were asked for. */
function byName(names: readonly string[], among: readonly Exporter[]): Exporter[] {
  return names.flatMap((name) => among.find((one) => one.name === name) ?? []);
}
