import { parse } from "csv-parse/sync";

/** What Canvas' gradebook importer makes of a file. */
export type CanvasImport = {
  readonly assignments: readonly { readonly title: string; readonly id?: number; readonly pointsPossible?: string }[];
  readonly students: readonly {
    readonly name: string;
    readonly id: string;
    readonly sisUserId?: string;
    readonly sisLoginId?: string;
    readonly grades: readonly string[];
  }[];
};

const layouts = [
  ["Student", "ID", "Section"],
  ["Student", "ID", "SIS Login ID", "Section"],
  ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"],
];
const dropped = /Current (Score|Points|Grade)|Final (Score|Points|Grade)|Override (Score|Grade|Status)/;

/**
 * Reads a file by the rules of Canvas' gradebook importer: three layouts, its own totals dropped, everything that looks like a
 * number rewritten, the delimiter guessed from the first three lines.
 * @throws Error where the importer refuses the file.
 */
export function readCanvas(text: string): CanvasImport {
  const lines = text.split("\n").slice(0, 3);
  if (fieldCount(lines, ";") > fieldCount(lines, ",")) throw new Error("taken for a file with semicolons");
  const rows: string[][] = parse(text, { relax_column_count: true }).map((row: string[]) => row.map(rewrite));
  const [header = [], ...rest] = rows;
  const layout = layouts.findLast((names) => names.every((name, at) => header[at] === name));
  if (layout === undefined) throw new Error("Invalid header row");
  const columns = header.slice(layout.length).filter((name) => !dropped.test(name));
  const indices = columns.map((name) => header.indexOf(name));
  let points: readonly (string | undefined)[] = [];
  const students: CanvasImport["students"][number][] = [];
  for (const row of rest) {
    const cell = (name: string) => row[layout.indexOf(name)] ?? "";
    if (row[0]?.includes("Points Possible")) points = indices.map((index) => row[index]);
    else if (!row.every((column) => /^\s*(Muted|Manual Posting.*)?\s*$/i.test(column)))
      students.push({
        name: cell("Student"),
        id: cell("ID"),
        ...(layout.includes("SIS User ID") && { sisUserId: cell("SIS User ID") }),
        ...(layout.includes("SIS Login ID") && { sisLoginId: cell("SIS Login ID") }),
        grades: indices.map((index) => (row[index] ?? "").trim()),
      });
  }
  return { assignments: columns.map((name, at) => assignmentOf(name, points[at])), students };
}

function assignmentOf(name: string, pointsPossible: string | undefined): CanvasImport["assignments"][number] {
  const [, title = name, id] = /^(.*)\s\((\d+)\)$/.exec(name) ?? [];
  return {
    title,
    ...(id !== undefined && { id: Number(id) }),
    ...(pointsPossible !== undefined && { pointsPossible }),
  };
}

function rewrite(field: string): string {
  if (!/^-?[0-9.,]+%?$/.test(field)) return field;
  const parts = field.split(/[,.]/);
  const last = parts.pop() ?? "";
  return parts.length === 0 ? last : `${parts.join("")}.${last}`;
}

/** Fields of each of the lines, where all of them have as many; else 0. */
function fieldCount(lines: readonly string[], delimiter: string): number {
  try {
    const counts = new Set(lines.map((line) => (parse(line, { delimiter }) as string[][])[0]?.length ?? 0));
    return counts.size === 1 ? ([...counts][0] ?? 0) : 0;
  } catch {
    return 0;
  }
}
