import { phraseAdjustments } from "../phrasing/phrase-adjustments.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ClassResult, StudentResult } from "../report/class-result.ts";
import { type ClassExport, cellFault, csvTable, textCell } from "./csv-table.ts";
import { ExportError } from "./export-error.ts";
import type { Exporter } from "./exporter.ts";
import { markOf, namesOf, warnOfMissingMarks } from "./mark.ts";

const identifiers = ["Username", "ID number", "Email address"] as const;

/** How Moodle finds its students. */
export type MoodleOptions = {
  /** Which column: usernames and id numbers are the students' ids here. Default `Email address`. */
  readonly identifier?: (typeof identifiers)[number];
  /** Default: the assignment's title. */
  readonly title?: string;
  /** Ids of who takes part, as far as that is known: somebody else aborts Moodle's whole import. */
  readonly participants?: ReadonlySet<string>;
};

const importer = "Moodle";

/** `--export moodle` */
export const moodle: Exporter = {
  name: "moodle",
  options: [
    {
      name: "moodleColumn",
      flag: "--moodle-column <name>",
      description: "how Moodle identifies students",
      schema: { enum: identifiers },
    },
  ],
  forClass: {
    file: "moodle.csv",
    make: (result, { settings: { title, moodleColumn } }) =>
      moodleCsv(result, {
        ...(title !== undefined && { title }),
        ...(moodleColumn !== undefined && { identifier: moodleColumn as (typeof identifiers)[number] }),
      }),
  },
};

/**
 * The class as a file for Moodle's grade import, which takes all of it or nothing: every student has an identifier, every
 * grade lies within 0 and the maximum (extra credit is cut off, with a warning), `-` stands where there is no mark.
 * @throws {ExportError} for what would abort the import.
 */
export function moodleCsv(result: ClassResult, options: MoodleOptions = {}): ClassExport {
  const { identifier = "Email address", title = result.assignmentTitle, participants } = options;
  refuseMoodleTitle(title, identifier);
  const identify = identifyFor(identifier);
  refuseStudents(result.students, identifier, identify);
  const strangers = result.students.filter(({ student }) => participants?.has(student) === false);
  if (strangers.length > 0)
    throw new ExportError(
      importer,
      `not among the participants: ${namesOf(strangers)}; one unknown student aborts the import, leave them out`,
    );
  const beyond = result.students.filter((student) => gradeOf(student) > result.maxScore);
  const rows = result.students.map((student) => [
    identify(student),
    cellOf(student, result),
    feedbackOf(student, result),
  ]);
  return {
    text: csvTable([[identifier, title, `${title} (feedback)`], ...rows]),
    warnings: [
      ...(beyond.length === 0
        ? []
        : [
            `${namesOf(beyond)} reached more than ${formatPoints(result.maxScore)} points, which Moodle does not take: cut off there`,
          ]),
      ...warnOfMissingMarks(result, "-"),
    ],
  };
}

/** Who is in a gradebook. */
export type MoodleStudent = Pick<StudentResult, "student" | "email">;

/** What a Moodle column finds a student by. */
const identifyFor =
  (identifier: string) =>
  ({ student, email = "" }: MoodleStudent): string =>
    identifier === "Email address" ? email : student;

function refuseMoodleTitle(title: string, identifier: string): void {
  const fault = title === identifier ? "is the name of the column beside it" : cellFault(title);
  if (fault !== null) throw new ExportError(importer, `the title "${printable(title)}" ${fault}; give another title`);
}

/** A grade item of Moodle. */
export type MoodleColumn<Student> = {
  readonly title: string;
  readonly maxScore: number;
  /** undefined where there is no mark. */
  readonly pointsOf: (student: Student) => number | undefined;
};

/**
 * A file for Moodle's grade import, with a column for each grade item; points above the maximum are cut off there.
 * @throws {ExportError} for what would abort the import.
 */
export function moodleTable<Student extends MoodleStudent>(
  students: readonly Student[],
  columns: readonly MoodleColumn<Student>[],
  identifier: NonNullable<MoodleOptions["identifier"]>,
): string {
  for (const { title } of columns) refuseMoodleTitle(title, identifier);
  const identify = identifyFor(identifier);
  refuseStudents(students, identifier, identify);
  const cell = ({ pointsOf, maxScore }: MoodleColumn<Student>, student: Student): string => {
    const points = pointsOf(student);
    return points === undefined ? "-" : formatPoints(Math.min(points, maxScore));
  };
  return csvTable([
    [identifier, ...columns.map(({ title }) => title)],
    ...students.map((student) => [identify(student), ...columns.map((column) => cell(column, student))]),
  ]);
}

function refuseStudents(
  students: readonly MoodleStudent[],
  identifier: string,
  identify: (student: MoodleStudent) => string,
): void {
  const unknown = students.filter((student) => cellFault(identify(student)) !== null);
  if (unknown.length > 0)
    throw new ExportError(
      importer,
      `there is no usable ${identifier} of ${namesOf(unknown)}; add it to the roster, or choose another identifier`,
    );
  const shared = [...Map.groupBy(students, (student) => identify(student).toLowerCase()).values()].find(
    ({ length }) => length > 1,
  );
  if (shared !== undefined)
    throw new ExportError(importer, `${namesOf(shared)} have the same ${identifier}; mend the roster`);
}

const gradeOf = (student: StudentResult): number => {
  const mark = markOf(student);
  return mark.kind === "points" ? mark.points : 0;
};

function cellOf(student: StudentResult, { maxScore }: ClassResult): string {
  const mark = markOf(student);
  return mark.kind === "points" ? formatPoints(Math.min(mark.points, maxScore)) : "-";
}

/** What was changed after grading; the rest is on the feedback page. */
function feedbackOf(student: StudentResult, { exercises }: ClassResult): string {
  const steps = phraseAdjustments(student, exercises);
  return textCell(steps.map(({ what, change, why }) => `${what} (${change}): ${why}`).join(" "));
}
