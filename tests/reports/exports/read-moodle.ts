import { parse } from "csv-parse/sync";

/** The course that a file is imported into. */
export type MoodleCourse = {
  readonly identifier: string;
  readonly users: ReadonlySet<string>;
  readonly grademin: number;
  readonly grademax: number;
};

/** What Moodle's grade import makes of a file. */
export type MoodleImport = ReadonlyMap<string, { readonly grade: number | null; readonly feedback: string }>;

/**
 * Reads a file by the rules of Moodle's grade import: the first row are headers, then all of it is taken or nothing.
 * @throws Error for the first thing that aborts the import.
 */
export function readMoodle(text: string, { identifier, users, grademin, grademax }: MoodleCourse): MoodleImport {
  const [header = [], ...rows]: string[][] = parse(text, { relax_column_count: true });
  if (new Set(header).size !== header.length || header.includes("")) throw new Error("headers are no names");
  const user = header.indexOf(identifier);
  const feedback = header.findIndex((name) => name.endsWith(" (feedback)"));
  const grade = header.findIndex((_, at) => at !== user && at !== feedback);
  if (user < 0 || feedback < 0 || grade < 0) throw new Error("a column is missing");
  const grades = new Map<string, { grade: number | null; feedback: string }>();
  for (const row of rows) {
    if (row.length !== header.length) throw new Error("too few or too many columns");
    const name = row[user] ?? "";
    if (!users.has(name)) throw new Error(`unknown user ${JSON.stringify(name)}`);
    if (grades.has(name)) throw new Error(`${name} is there twice`);
    grades.set(name, { grade: readGrade(row[grade] ?? "", grademin, grademax), feedback: row[feedback] ?? "" });
  }
  return grades;
}

function readGrade(text: string, least: number, most: number): number | null {
  if (text === "-") return null;
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`bad grade ${JSON.stringify(text)}`);
  const grade = Number(text);
  if (grade < least || grade > most) throw new Error(`grade ${text} out of range`);
  return grade;
}
