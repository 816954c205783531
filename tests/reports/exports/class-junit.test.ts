import { expect, test } from "vitest";
import { classJunit } from "../../../reports/exports/class-junit.ts";
import { hostileNames, markedClass, markedStudent } from "../../fixtures/marked-class.ts";
import { junitFaults, readXml } from "./read-junit.ts";

const version = "1.2.3";

test("classJunit() is valid under both schemas, whatever the students are called", () => {
  const named = hostileNames.map((name) => markedStudent(name, { name }));
  for (const result of [markedClass(), markedClass(named), markedClass([])])
    expect(junitFaults(readXml(classJunit(result, { version }).text))).toEqual([]);
});

test("classJunit() has a suite for each student and an outcome for each exercise", () => {
  const result = markedClass();
  const suites = readXml(classJunit(result, { version }).text).children;
  const of = (id: string) => suites.find(({ attributes }) => attributes["name"] === id);
  expect(suites).toHaveLength(result.students.length);
  expect(of("1002")?.attributes["timestamp"]).toBe("2026-11-20T17:59:59");
  expect(of("1001")?.attributes["timestamp"]).toBe("1970-01-01T00:00:00");
  const count = String(result.exercises.length);
  expect(of("1005")?.attributes).toMatchObject({ errors: count, failures: "0" });
  expect(of("1006")?.attributes).toMatchObject({ skipped: count, failures: "0" });
  expect(of("1007")?.attributes).toMatchObject({ failures: count });
  const cases = of("1003")?.children.filter(({ name }) => name === "testcase") ?? [];
  expect(cases.map(({ attributes }) => attributes["name"])).toEqual(result.exercises.map(({ title }) => title));
  expect(cases[0]?.children[0]).toMatchObject({
    name: "failure",
    attributes: { message: "1.25 of 10 points, partly passed" },
  });
  expect(of("1003")?.children.find(({ name }) => name === "system-out")?.text).toBe(
    "23 of 90 points\nLate (−5.75): Handed in 1 day and 1 hour late. This counts as 2 days: 20 % off.",
  );
});

test("classJunit() lets a change by hand decide", () => {
  const id = markedClass().exercises[0]?.id ?? "";
  const exercises = [{ id, score: 10, maxScore: 10 }];
  const overrides = [{ exercise: id, from: 1.25, to: 10, reason: "seen" }];
  const student = markedStudent("ada", { status: "grader-error", exercises, overrides });
  const [suite] = readXml(classJunit(markedClass([student]), { version }).text).children;
  const first = suite?.children.find(({ name }) => name === "testcase");
  expect(first?.children).toEqual([]);
});

test("classJunit() writes the same bytes for the same class", () => {
  expect(classJunit(markedClass(), { version })).toEqual(classJunit(markedClass(), { version }));
});
