import { printable } from "../phrasing/text/printable.ts";
import type { ClassResult, StudentResult } from "../report/class-result.ts";
import { type ClassExport, cellFault, csvTable, textCell } from "./csv-table.ts";
import { ExportError } from "./export-error.ts";
import type { Exporter } from "./exporter.ts";
import { markOf, namesOf, warnOfMissingMarks } from "./mark.ts";

const layouts = ["id", "sis-login", "sis-user"] as const;

/** What the students' ids are to Canvas; each is one of the three layouts that its importer knows. */
export type CanvasLayout = (typeof layouts)[number];

/** How the gradebook in Canvas is laid out. */
export type CanvasOptions = {
  /** Default `id`: the numbers that Canvas puts into the names of downloaded files. */
  readonly layout?: CanvasLayout;
  /** Default: the assignment's title. */
  readonly title?: string;
  /** Of the assignment in Canvas. Without it the title must be exactly that in Canvas, or a new assignment is proposed. */
  readonly assignmentId?: number;
};

const importer = "Canvas";
const headers: Readonly<Record<CanvasLayout, readonly string[]>> = {
  id: ["Student", "ID", "Section"],
  "sis-login": ["Student", "ID", "SIS Login ID", "Section"],
  "sis-user": ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"],
};
const reserved = ["Student", "LastName", "FirstName", "ID", "SIS User ID", "SIS Login ID", "Section", "Integration ID"];
// The importer looks for the two words side by side; apart they are refused as well, since a lost column costs all marks.
const dropped = /\b(Current|Final)\b.*\b(Score|Points|Grade)|\b(Override)\b.*\b(Score|Grade|Status)/;
const pointsPossible = "Points Possible";

/** `--export canvas` */
export const canvas: Exporter = {
  name: "canvas",
  options: [
    {
      name: "canvasLayout",
      flag: "--canvas-layout <kind>",
      description: "kind of ids in the roster",
      schema: { enum: layouts },
    },
    {
      name: "canvasId",
      flag: "--canvas-id <number>",
      description: "the assignment's id in Canvas",
      schema: { type: "integer", minimum: 1 },
    },
  ],
  forClass: {
    file: "canvas.csv",
    make: (result, { settings: { title, canvasLayout, canvasId } }) =>
      canvasCsv(result, {
        ...(title !== undefined && { title }),
        ...(canvasLayout !== undefined && { layout: canvasLayout as CanvasLayout }),
        ...(canvasId !== undefined && { assignmentId: canvasId as number }),
      }),
  },
};

/**
 * The class as a file for Canvas' gradebook import. Points have two decimals; who has no mark gets an empty cell.
 * @throws {ExportError} for a title that Canvas drops or reads as something else, and for ids that it would not find.
 */
export function canvasCsv(result: ClassResult, options: CanvasOptions = {}): ClassExport {
  const { layout = "id", assignmentId, title = result.assignmentTitle } = options;
  const column = { title, ...(assignmentId !== undefined && { assignmentId }), maxScore: result.maxScore, pointsOf };
  const isNew =
    "Canvas will propose a new assignment unless you give its number (--canvas-id) or one has exactly this title";
  return {
    text: canvasTable(result.students, [column], layout),
    warnings: [
      ...(assignmentId === undefined ? [`${isNew}: "${title}"`] : []),
      ...warnOfMissingMarks(result, "an empty cell, which takes away a mark that Canvas has already"),
    ],
  };
}

/** An assignment in the gradebook of Canvas. */
export type CanvasColumn<Student> = {
  readonly title: string;
  /** See {@link CanvasOptions}. */
  readonly assignmentId?: number;
  readonly maxScore: number;
  /** undefined where there is no mark. */
  readonly pointsOf: (student: Student) => number | undefined;
};

/** Who is in a gradebook. */
export type CanvasStudent = Pick<StudentResult, "student" | "name" | "email" | "section">;

/**
 * A file for Canvas' gradebook import, with a column for each assignment.
 * @throws {ExportError} for a title that Canvas drops or reads as something else, and for ids that it would not find.
 */
export function canvasTable<Student extends CanvasStudent>(
  students: readonly Student[],
  columns: readonly CanvasColumn<Student>[],
  layout: CanvasLayout,
): string {
  for (const { title, assignmentId } of columns) refuseTitle(title, assignmentId);
  refuseIds(students, layout);
  const header = headers[layout];
  const blank = header.slice(1).map(() => "");
  const titles = columns.map(({ title, assignmentId }) =>
    assignmentId === undefined ? title : `${title} (${assignmentId})`,
  );
  return csvTable([
    [...header, ...titles],
    [`    ${pointsPossible}`, ...blank, ...columns.map(({ maxScore }) => maxScore.toFixed(2))],
    ...students.map((student) => [
      ...studentCells(student, layout),
      ...columns.map((column) => column.pointsOf(student)?.toFixed(2) ?? ""),
    ]),
  ]);
}

function refuseTitle(title: string, assignmentId: number | undefined): void {
  const refuse = (reason: string) => {
    throw new ExportError(importer, `the title "${printable(title)}" ${reason}; give another title`);
  };
  const fault = cellFault(title);
  if (fault !== null) refuse(fault);
  const match = dropped.exec(title);
  if (match !== null) refuse(`holds "${match[0]}", and Canvas silently drops columns of its own totals`);
  if (reserved.includes(title)) refuse("is the name of one of Canvas' own columns");
  if (isRewritten(title)) refuse("is read as a number");
  if (assignmentId === undefined && /\(\d+\)$/.test(title))
    refuse("ends like the id of an assignment, and is read as one");
  if (assignmentId !== undefined && !(Number.isSafeInteger(assignmentId) && assignmentId > 0))
    throw new ExportError(
      importer,
      `the id of the assignment is ${assignmentId}; it is the whole number in its address`,
    );
}

function refuseIds(students: readonly CanvasStudent[], layout: CanvasLayout): void {
  const isId = layout === "id" ? isCanvasId : (id: string) => cellFault(id) === null && !isRewritten(id);
  const wrong = students.filter(({ student }) => !isId(student));
  if (wrong.length === 0) return;
  if (layout === "id") {
    const what = "Canvas finds students by its own numbers";
    throw new ExportError(
      importer,
      `${what}, and ${namesOf(wrong)} ${wrong.length === 1 ? "is" : "are"} none; put them into the roster's id, or use the layout with SIS ids or logins`,
    );
  }
  throw new ExportError(
    importer,
    `Canvas would read the ${layout === "sis-user" ? "SIS user id" : "SIS login"} of ${namesOf(wrong)} as something else (a number with a comma or point, a formula, or with spaces); use the layout with Canvas' own numbers`,
  );
}

// An integer as Ruby prints it: "007" is read as 7 and "12a" as 12.
const isCanvasId = (id: string): boolean => /^[1-9]\d{0,18}$/.test(id);

/** Canvas takes the last comma or point of anything that looks like a number for the decimal point, and drops the others. */
function isRewritten(text: string): boolean {
  return /^-?[0-9.,]+%?$/.test(text) && /[.,]/.test(text);
}

function studentCells({ student, name = "", email = "", section = "" }: CanvasStudent, layout: CanvasLayout): string[] {
  // A row whose first cell holds these words is taken for the one with the points possible.
  const shown = name.includes(pointsPossible) ? "" : textCell(name);
  const login = cellFault(email) === null ? email : "";
  const cells = { id: [student], "sis-login": ["", student], "sis-user": ["", student, login] } as const;
  return [shown, ...cells[layout], textCell(section)];
}

function pointsOf(student: StudentResult): number | undefined {
  const mark = markOf(student);
  return mark.kind === "points" ? mark.points : undefined;
}
