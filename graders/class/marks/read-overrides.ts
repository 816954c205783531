import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import { suggestName } from "../../../assignments/catalog/suggest-name.ts";
import { formatPoints } from "../../../reports/phrasing/text/format-number.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import type { Override, OverrideSubject } from "./overrides.ts";

const columns = ["student", "exercise", "points", "delta", "reason"] as const;
type Cells = Readonly<Record<(typeof columns)[number], string>>;

/**
 * Reads `overrides.csv`: a header with `student`, `exercise`, `points`, `delta` and `reason` in any order, separated by
 * commas or semicolons. `exercise` is empty for the whole assignment. A change above the maximum needs the words "extra
 * credit" or "bonus" in its reason.
 * @param bytes The file, UTF-8.
 * @param file Its name, for messages.
 * @throws RangeError with a line for every mistake, each naming the row (the header is row 1) and what to do.
 */
export function readOverrides(bytes: Uint8Array, file: string, subject: OverrideSubject): Override[] {
  const [header = [], ...rows] = readRows(bytes, file);
  const names = header.map((name) => name.trim().toLowerCase());
  const mistakes = headerMistakes(names);
  if (mistakes.length > 0) throw overridesError(file, mistakes);
  const overrides: Override[] = [];
  const rowOf = new Map<string, number>();
  for (const [at, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const row = at + 2;
    const read = cells.length === names.length ? readRow(cellsOf(names, cells), subject) : widthMistake(cells, names);
    if (typeof read === "string") mistakes.push(`row ${row}: ${read}`);
    else {
      const key = JSON.stringify([read.student, read.exercise]);
      const first = rowOf.get(key);
      if (first !== undefined) mistakes.push(`row ${row}: row ${first} is about the same mark, keep one of the two`);
      rowOf.set(key, first ?? row);
      overrides.push(read);
    }
  }
  if (mistakes.length > 0) throw overridesError(file, mistakes);
  return overrides;
}

function overridesError(file: string, mistakes: readonly string[]): RangeError {
  const head = `Cannot apply the overrides in ${printable(basename(file))}`;
  return new RangeError(
    mistakes.length === 1 ? `${head}: ${mistakes[0]}` : [`${head}:`, ...mistakes.map((line) => `  ${line}`)].join("\n"),
  );
}

function readRows(bytes: Uint8Array, file: string): string[][] {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const firstLine = text.split("\n", 1)[0] ?? "";
    // In many countries spreadsheets separate values by semicolons.
    const delimiter = firstLine.includes(";") && !firstLine.includes(",") ? ";" : ",";
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw overridesError(file, [
      error instanceof TypeError ? "it is not UTF-8: save it as CSV UTF-8" : printable(reason),
    ]);
  }
}

function headerMistakes(names: readonly string[]): string[] {
  const known: readonly string[] = columns;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const meant = suggestName(unknown, known);
    const rename = meant === undefined ? "remove it" : `"${meant}" was probably meant`;
    return [`there is no column ${quote(unknown)}: ${rename}; columns are ${columns.join(", ")}`];
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return [`the column "${twice}" appears twice: keep one of them`];
  const missing = ["student", "exercise", "reason"].filter((name) => !names.includes(name));
  if (missing.length > 0) return [`the first row lacks ${missing.join(" and ")}: columns are ${columns.join(", ")}`];
  const hasChange = names.includes("points") || names.includes("delta");
  return hasChange ? [] : ["the first row lacks points or delta: one of the two is needed"];
}

function cellsOf(names: readonly string[], cells: readonly string[]): Cells {
  const cell = (name: string): string => cells[names.indexOf(name)]?.trim() ?? "";
  const [student, exercise, points, delta, reason] = columns.map(cell);
  return {
    student: student ?? "",
    exercise: exercise ?? "",
    points: points ?? "",
    delta: delta ?? "",
    reason: reason ?? "",
  };
}

const widthMistake = (cells: readonly string[], names: readonly string[]): string =>
  `it has ${cells.length} cells, the first row ${names.length}: put text that contains a comma into quotes`;

/** @returns The override, or what is wrong with it. */
function readRow(cells: Cells, { exercises, maxScore, students }: OverrideSubject): Override | string {
  const { student, exercise, reason } = cells;
  if (student === "") return "student is empty, must be the id of a student";
  if (!students.has(student))
    return `there is no student ${quote(student)}${suggestion(student, [...students])}: fix the id, or remove the row`;
  const meant = exercises.find(({ id }) => id === exercise);
  if (exercise !== "" && meant === undefined) {
    const ids = exercises.map(({ id }) => id);
    return `there is no exercise ${quote(exercise)}${suggestion(exercise, ids) || `, must be empty or one of ${ids.join(", ")}`}`;
  }
  if (reason === "") return "reason is empty, must say why: the student will read it";
  const isExtraCredit = /\b(extra credit|bonus)\b/i.test(reason);
  const change = readChange(cells, meant?.maxScore ?? maxScore, isExtraCredit);
  if (typeof change === "string") return change;
  return { student, ...(meant !== undefined && { exercise: meant.id }), change, reason, isExtraCredit };
}

function readChange({ points, delta }: Cells, most: number, isExtraCredit: boolean): Override["change"] | string {
  if (points !== "" && delta !== "")
    return `it has both points (${quote(points)}) and delta (${quote(delta)}), must have one`;
  if (points === "" && delta === "") return "it has neither points nor delta, must have one";
  const [name, text] = points === "" ? (["delta", delta] as const) : (["points", points] as const);
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return `${name} is ${quote(text)}, must be a number with a point, as in 2.5`;
  const value = Number(text);
  if (name === "points" && value < 0) return `points is ${text}, must be >= 0; to take points off, use delta`;
  if (value < -most) return `delta is ${text}, but there are only ${formatPoints(most)} points to take off`;
  if (value > most && !isExtraCredit)
    return `${name} is ${text}, but the most is ${formatPoints(most)}; if more is meant, write "extra credit" into the reason`;
  return name === "points" ? { points: value } : { delta: value };
}

function suggestion(asked: string, known: readonly string[]): string {
  const meant = suggestName(asked, known);
  return meant === undefined ? "" : ` (${quote(meant)}?)`;
}

const quote = (text: string): string => `"${printable(text.slice(0, 80))}"`;
