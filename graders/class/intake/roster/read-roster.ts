import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { isMachineFailure } from "../../../../assignments/storage/machine-failure.ts";
import { printable } from "../../../../reports/phrasing/text/printable.ts";
import { readInstant } from "../../attempts/read-instant.ts";
import type { RosterEntry } from "../../attempts/submission-attempt.ts";
import { IntakeError } from "../../attempts/workspace.ts";
import { findRosterColumns, type RosterColumns } from "./roster-columns.ts";

/**
 * A student of the roster with the other ids that the roster has for this student: logins, ids of learning platforms.
 */
export type RosterRow = {
  readonly entry: RosterEntry;
  readonly aliases: readonly string[];
  /** The ids that the roster marks as a learning platform's. */
  readonly platformIds?: readonly string[];
};

/** A row of the file with its line number, for messages. */
type Row = { readonly cells: readonly string[]; readonly line: number };

const largestBytes = 16 * 2 ** 20;
const longestId = 200;

/**
 * Reads a roster: CSV with commas, semicolons or tabs, UTF-8. Its headers tell which column is which.
 * @param path Appears in every message.
 * @throws {IntakeError} where it cannot be read, with the line and what to do.
 */
export async function readRoster(path: string): Promise<readonly RosterRow[]> {
  const [header, ...rows] = await parseRows(await readText(path), path);
  if (header === undefined) throw broken(path, "it is empty");
  const found = findRosterColumns(header.cells);
  if ("problem" in found) throw broken(path, found.problem);
  const lines = new Map<string, number>();
  const students = rows.flatMap((row): readonly RosterRow[] => {
    if (row.cells.length > header.cells.length) {
      const counts = `it has ${row.cells.length} cells, but there are ${header.cells.length} columns`;
      throw broken(path, `${counts}; put cells with a separator in them into quotes`, row.line);
    }
    const student = readRow(row, found.columns, path);
    if (student === undefined) return [];
    const { id } = student.entry;
    const before = lines.get(id);
    if (before !== undefined) throw broken(path, `"${id}" is on line ${before} already; remove one`, row.line);
    lines.set(id, row.line);
    return [student];
  });
  if (students.length === 0) throw broken(path, "it lists no students");
  return students;
}

async function readText(path: string): Promise<string> {
  const failed = (error: NodeJS.ErrnoException): never => {
    if (isMachineFailure(error)) throw error;
    throw broken(path, error.code === "ENOENT" ? "there is no such file" : (error.code ?? error.message));
  };
  const found = await stat(path).catch(failed);
  if (!found.isFile()) throw broken(path, "it is not a file");
  if (found.size > largestBytes) throw broken(path, `it has ${found.size} bytes, too many for a roster`);
  const bytes = await readFile(path).catch(failed);
  const save = "save it as CSV in UTF-8";
  if (bytes.subarray(0, 2).toString("latin1") === "PK") throw broken(path, `it is a workbook or archive; ${save}`);
  if (bytes.includes(0)) throw broken(path, `it is UTF-16 or not text at all; ${save}`);
  if (!isUtf8(bytes)) throw broken(path, `it is not UTF-8; ${save}`);
  return bytes.toString("utf8").replace(/^\ufeff/, "");
}

/** Rows that are not empty. */
async function parseRows(text: string, path: string): Promise<readonly Row[]> {
  const { CsvError, parse } = await import("csv-parse/sync");
  // Excel may write its separator into the first line.
  const declared = /^sep=(.)\r?\n/.exec(text);
  const body = declared === null ? text : text.slice(declared[0].length);
  const skipped = declared === null ? 0 : 1;
  try {
    const records = parse(body, {
      delimiter: declared?.[1] ?? separatorOf(body),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    return records.map(({ record, info }) => ({ cells: record, line: info.lines + skipped }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = "lines" in error && typeof error["lines"] === "number" ? error["lines"] + skipped : undefined;
    throw broken(path, "its quotes are not closed as CSV requires; double a quote inside quotes", line);
  }
}

/** The separator that is most frequent in the first line. */
function separatorOf(text: string): string {
  const header = /^\s*(.*)/.exec(text)?.[1]?.replace(/"[^"]*"/g, "") ?? "";
  const count = (separator: string): number => header.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function readRow(row: Row, columns: RosterColumns, path: string): RosterRow | undefined {
  const cell = (column: number | undefined): string | undefined =>
    (column === undefined ? undefined : row.cells[column]) || undefined;
  const id = cell(columns.id);
  const name =
    cell(columns.name) ?? ([cell(columns.firstName), cell(columns.lastName)].filter(Boolean).join(" ") || undefined);
  // The second line of a gradebook from Canvas is not a student.
  if (id === undefined && name?.toLowerCase() === "points possible") return undefined;
  if (id === undefined) throw broken(path, "the student's id is empty; fill it in or remove the line", row.line);
  if (id.length > longestId) throw broken(path, `the student's id has ${id.length} characters`, row.line);
  const [email, section] = [cell(columns.email), cell(columns.section)];
  const lateDays = readLateDays(cell(columns.lateDays), path, row.line);
  const submittedAt = readSubmittedAt(cell(columns.submittedAt), path, row.line);
  const platformIds = columns.platformIds.flatMap((column) => cell(column) ?? []);
  const extension = readExtension(cell(columns.extension), path, row.line);
  return {
    entry: {
      id,
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
      ...(section !== undefined && { section }),
      ...(extension !== undefined && { extension }),
      ...(lateDays !== undefined && { lateDays }),
      ...(submittedAt !== undefined && { submittedAt }),
    },
    aliases: columns.aliases.flatMap((column) => cell(column) ?? []),
    ...(platformIds.length > 0 && { platformIds }),
  };
}

function readLateDays(text: string | undefined, path: string, line: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,3}$/.test(text)) throw broken(path, `late days are "${text}", must be a whole number`, line);
  return Number(text);
}

/**
 * A time as Canvas writes it (`2026-03-14T18:00:00Z`), or as in the reports of Canvas and Gradescope (`2026-03-14
 * 18:00:00 UTC`).
 */
function readSubmittedAt(text: string | undefined, path: string, line: number): Date | undefined {
  if (text === undefined) return undefined;
  const time = readInstant(text.replace(/ ?UTC$/, "Z").replace(/ ?([+-]\d\d):?(\d\d)$/, "$1:$2"));
  if (time !== undefined) return time;
  throw broken(
    path,
    `the time "${text}" is not a date with time and zone (2026-03-14T18:00Z, 2026-03-14 18:00:00 +0100)`,
    line,
  );
}

function readExtension(text: string | undefined, path: string, line: number): RosterEntry["extension"] {
  if (text === undefined) return undefined;
  const extension = parseExtension(text);
  if (extension !== undefined) return extension;
  throw broken(
    path,
    `the extension "${text}" is neither days (+2d) nor a date (2026-03-14, 2026-03-14T18:00+01:00)`,
    line,
  );
}

function broken(path: string, problem: string, line?: number): IntakeError {
  const where = line === undefined ? "" : ` line ${line}:`;
  return new IntakeError(printable(`Cannot read roster "${path}":${where} ${problem}`));
}

const days = /^\+?\s*(\d{1,3})\s*d(?:ays?)?$/i;

/**
 * Reads an extension: `+2d` for whole days more, a new due date with its zone (`2026-03-14T18:00+01:00`), or a day
 * (`2026-03-14`), which lasts until it has ended everywhere on earth (UTC-12), so that no student gets less of it than
 * was promised.
 * @returns undefined where it is none of these.
 */
function parseExtension(text: string): RosterEntry["extension"] {
  const more = days.exec(text)?.[1];
  if (more !== undefined) return { days: Number(more) };
  const until = readInstant(text) ?? readInstant(`${text}T23:59:59-12:00`);
  return until && { until };
}
