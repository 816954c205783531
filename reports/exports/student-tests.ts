import { roundPoints } from "../../assignments/values/round-points.ts";
import { phraseAdjustments } from "../phrasing/phrase-adjustments.ts";
import { phraseReportStatus } from "../phrasing/phrase-report.ts";
import { studentView } from "../phrasing/student-view.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { StudentResult } from "../report/class-result.ts";
import type { Report } from "../report/report.ts";
import { exerciseLines } from "./exercise-lines.ts";
import { markOf } from "./mark.ts";

/** What a platform calls a test: something with points. The points of all of them are the mark. */
type StudentTest = {
  readonly name: string;
  readonly score: number;
  /** 0 for what only changes the score: lateness, a change by hand. */
  readonly maxScore: number;
  readonly isPassed: boolean;
  readonly lines: readonly string[];
};

/** A student's result as a platform takes it. */
export type StudentTests =
  | { readonly kind: "tests"; readonly tests: readonly StudentTest[] }
  /** Points without parts: nothing could be run. */
  | { readonly kind: "points"; readonly points: number; readonly message: string }
  /** The grader failed. */
  | { readonly kind: "none"; readonly message: string };

/**
 * A student's result as tests: one for each exercise, then one for type errors that cost points, one for lateness and one for a change of the whole mark. Of
 * hidden cases it holds counts only, whichever version of the report it is made from.
 */
export function studentTests(student: StudentResult, report: Report): StudentTests {
  const shown = studentView(report);
  const message = printable(phraseReportStatus(shown) ?? "");
  const mark = markOf(student);
  if (mark.kind === "none") return { kind: "none", message };
  const whole = student.overrides.filter(({ exercise }) => exercise === undefined);
  const { typeErrors, overrides } = student;
  const told = phraseAdjustments({ ...(typeErrors && { typeErrors }), overrides }, shown.exercises).map(linesOf);
  // Points need something to stand on.
  if (shown.status !== "graded" || shown.exercises.length === 0) {
    const late = student.late === undefined ? [] : [student.late.sentence];
    return {
      kind: "points",
      points: mark.points,
      message: [message, ...late.map((text) => printable(text)), ...told].join("\n"),
    };
  }
  const ofWhole = whole.map(({ from, to, reason }) => changeOf("Changed by hand", to - from, reason));
  const late = student.late === undefined ? [] : [changeOf("Late", -student.late.points, student.late.sentence)];
  const [types] = typeErrors === undefined ? [] : phraseAdjustments({ typeErrors, overrides: [] }, []);
  const ofTypes = types === undefined ? [] : [changeOf(types.what, -(typeErrors?.points ?? 0), types.why)];
  return { kind: "tests", tests: [...exerciseTests(student, shown), ...ofTypes, ...late, ...ofWhole] };
}

function exerciseTests(student: StudentResult, report: Report): StudentTest[] {
  return report.exercises.map((exercise) => {
    const override = student.overrides.find((one) => one.exercise === exercise.id);
    const score = override?.to ?? exercise.score;
    const changes =
      override === undefined ? [] : phraseAdjustments({ overrides: [override] }, report.exercises).map(linesOf);
    return {
      name: printable(exercise.title),
      score,
      maxScore: exercise.maxScore,
      isPassed: score >= exercise.maxScore,
      lines: [...changes, ...exerciseLines(exercise)],
    };
  });
}

function changeOf(name: string, points: number, why: string): StudentTest {
  const score = roundPoints(points);
  return { name, score, maxScore: 0, isPassed: score >= 0, lines: [printable(why)] };
}

const linesOf = ({ what, change, why }: ReturnType<typeof phraseAdjustments>[number]): string =>
  printable(`${what} (${change}): ${why}`);
