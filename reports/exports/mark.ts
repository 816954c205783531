import { printable } from "../phrasing/text/printable.ts";
import { phraseList } from "../phrasing/text/sentence.ts";
import type { ClassResult, StudentResult } from "../report/class-result.ts";

/** The points of a student, or why there are none. */
export type Mark =
  | { readonly kind: "points"; readonly points: number }
  | { readonly kind: "none"; readonly why: "missing" | "grader-error" };

/**
 * A student's mark. What the grader failed on has none, unless the instructor has set the points of all that is missing;
 * neither has a student who handed in nothing, unless points were given all the same.
 */
export function markOf({ status, score, overrides, summary }: StudentResult): Mark {
  const points: Mark = { kind: "points", points: score };
  switch (status) {
    case "graded":
    case "not-gradable":
      return points;
    case "missing":
      return overrides.length > 0 ? points : { kind: "none", why: "missing" };
    case "grader-error": {
      const byHand = overrides.map(({ exercise }) => exercise);
      const broken = summary?.exercises.filter((exercise) => exercise.status === "grader-error") ?? [];
      const isWhole =
        byHand.includes(undefined) || (broken.length > 0 && broken.every(({ id }) => byHand.includes(id)));
      return isWhole ? points : { kind: "none", why: "grader-error" };
    }
    default:
      status satisfies never;
      return points;
  }
}

/**
 * Warnings about the students without a mark, and those of whose mark a part may change still.
 * @param cell What stands in the file in place of a mark: `an empty cell`.
 */
export function warnOfMissingMarks({ students }: ClassResult, cell: string): string[] {
  const without = (why: "missing" | "grader-error") =>
    students.filter((student) => {
      const mark = markOf(student);
      return mark.kind === "none" && mark.why === why;
    });
  const warn = (found: readonly StudentResult[], reason: string) =>
    found.length === 0 ? [] : [`${namesOf(found)} ${reason}: ${cell}`];
  const provisional = students.filter((student) => hasProvisionalPoints(student));
  const ofSome = "keeps full points for exercises on which the grader failed and that will be graded again";
  return [
    ...(provisional.length === 0
      ? []
      : [`${namesOf(provisional)} ${provisional.length === 1 ? ofSome : ofSome.replace("keeps", "keep")}`]),
    ...warn(without("grader-error"), "could not be graded through a failure of the grader and will be graded again"),
    ...warn(without("missing"), "handed in nothing"),
  ];
}

/** Whether a part of the mark is what nobody has graded. */
function hasProvisionalPoints({ status, overrides, summary }: StudentResult): boolean {
  const byHand = overrides.map(({ exercise }) => exercise);
  if (status !== "graded" || byHand.includes(undefined)) return false;
  return (summary?.exercises ?? []).some((one) => one.status === "grader-error" && !byHand.includes(one.id));
}

/** The ids of students, for a message. */
export function namesOf(students: readonly Pick<StudentResult, "student">[]): string {
  return phraseList(students.map(({ student }) => `"${printable(student)}"`));
}
