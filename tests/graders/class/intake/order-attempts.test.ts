import { expect, test } from "vitest";
import { chooseAttempt, numberAttempts } from "../../../../graders/class/intake/order-attempts.ts";

const at = (student: string, shownPath: string, more: { readonly number?: number; readonly day?: number } = {}) => ({
  student,
  path: shownPath,
  shownPath,
  ...(more.number !== undefined && { number: more.number }),
  ...(more.day !== undefined && { submittedAt: new Date(Date.UTC(2026, 0, more.day)) }),
});

test("numberAttempts() orders by number if all have one, otherwise by time if all have one, otherwise by name", () => {
  const numbered = numberAttempts([
    at("b", "x", { number: 2, day: 1 }),
    at("b", "y", { number: 1, day: 9 }),
    at("a", "10.ts"),
    at("a", "9.ts", { day: 3 }),
    at("c", "z", { day: 2, number: 1 }),
    at("c", "w", { day: 1 }),
  ]);
  expect(numbered.map(({ student, attempt, shownPath }) => `${student} ${attempt} ${shownPath}`)).toEqual([
    "a 1 9.ts",
    "a 2 10.ts",
    "b 1 y",
    "b 2 x",
    "c 1 w",
    "c 2 z",
  ]);
  expect(numbered.some((attempt) => "number" in attempt)).toBe(false);
});

test("chooseAttempt() takes the last or the first of each student", () => {
  const attempts = numberAttempts([at("a", "1"), at("a", "2"), at("a", "3"), at("b", "4")]);
  expect(chooseAttempt(attempts, "last").map(({ shownPath }) => shownPath)).toEqual(["3", "4"]);
  expect(chooseAttempt(attempts, "first").map(({ shownPath }) => shownPath)).toEqual(["1", "4"]);
});
