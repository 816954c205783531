import { expect, test } from "vitest";
import { markOf, warnOfMissingMarks } from "../../../reports/exports/mark.ts";
import { markedClass, markedStudent, summaryOf } from "../../fixtures/marked-class.ts";

const byHand = (exercise?: string) => ({ ...(exercise !== undefined && { exercise }), from: 0, to: 5, reason: "seen" });

test("markOf() gives no mark to what was not handed in or not graded, unless it was given by hand", () => {
  const none = (status: "missing" | "grader-error", overrides = [] as ReturnType<typeof byHand>[]) =>
    markOf(markedStudent("a", { status, overrides })).kind === "none";
  const ids = summaryOf().exercises.map(({ id }) => id);
  expect(none("missing")).toBe(true);
  expect(none("missing", [byHand()])).toBe(false);
  expect(none("grader-error")).toBe(true);
  expect(none("grader-error", [byHand(ids[0])])).toBe(true);
  expect(none("grader-error", ids.map(byHand))).toBe(false);
  expect(none("grader-error", [byHand()])).toBe(false);
  const unknown = { ...summaryOf("grader-error"), exercises: [] };
  expect(markOf(markedStudent("a", { status: "grader-error", summary: unknown })).kind).toBe("none");
  expect(markOf(markedStudent("a", { status: "not-gradable", score: 0 }))).toEqual({ kind: "points", points: 0 });
});

test("warnOfMissingMarks() names who has no mark, and whose mark may change still", () => {
  const summary = summaryOf();
  const exercises = summary.exercises.map((one, at) => (at === 0 ? { ...one, status: "grader-error" as const } : one));
  const students = [
    markedStudent("bo\u202e", { status: "grader-error" }),
    markedStudent("cy", { status: "missing" }),
    markedStudent("di", { status: "missing" }),
    markedStudent("ed", { summary: { ...summary, exercises } }),
    markedStudent("flo"),
  ];
  expect(warnOfMissingMarks(markedClass(students), "an empty cell")).toEqual([
    '"ed" keeps full points for exercises on which the grader failed and that will be graded again',
    '"bo\\u202e" could not be graded through a failure of the grader and will be graded again: an empty cell',
    '"cy" and "di" handed in nothing: an empty cell',
  ]);
  expect(warnOfMissingMarks(markedClass([markedStudent("flo")]), "")).toEqual([]);
});
