import { beforeAll, expect, test } from "vitest";
import type { Case } from "../../assignments/catalog/case.ts";
import type { Assignment } from "../../assignments/catalog/catalog.ts";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import type { Misconception } from "../../reference/misconceptions/misconception.ts";
import type { ReferenceFunctions } from "../../reference/oracle/compute-expected.ts";
import { loadTensorflow } from "../../reference/tensorflow/load-tensorflow.ts";
import { type Implementation, isRejected, keptAnswerOf, rejectingCases, sameWithin } from "./rejecting-cases.ts";

/** The cases of three courses: seeds and secrets differ. */
export const casesOfCourses = (assignment: Assignment): Case[][] =>
  ["one course", "another course", "a third"].map((secret, seed) =>
    generateCases(assignment, { seed, secret, visibility: "all" }),
  );

/**
 * Declares what must hold of the cases of every assignment with misconceptions.
 * @param optional Parameters that a case may leave out, all of them last in their functions.
 */
export function testCasesOf(
  assignment: Assignment,
  reference: ReferenceFunctions,
  misconceptions: readonly Misconception[],
  optional: readonly string[] = [],
): void {
  const courses = casesOfCourses(assignment);
  const ids = assignment.manifest.exercises.map(({ id }) => id);
  const ofExercise = (cases: readonly Case[], id: string) => cases.filter(({ exercise }) => exercise === id);

  beforeAll(async () => {
    await loadTensorflow("auto");
  });

  test.each(misconceptions.map((each) => [each.id, each] as const))(
    "%s: a hidden case exposes it by ten times the tolerance, whatever the course secret",
    async (_, { exercise, implementation }) => {
      for (const cases of courses) {
        const hidden = ofExercise(cases, exercise).filter(({ visibility }) => visibility === "hidden");
        expect(await isRejected({ assignment, reference, implementation }, hidden)).toBe(true);
      }
    },
  );

  test.each(ids)("%s: has three misconceptions or more, and some case tells any two apart", async (id) => {
    const own = misconceptions.filter(({ exercise }) => exercise === id);
    expect(own.length).toBeGreaterThanOrEqual(3);
    let alike = own.flatMap((left, i) => own.slice(0, i).map((right) => [left, right] as const));
    for (const each of ofExercise(courses[0] ?? [], id)) {
      const together: (readonly [Misconception, Misconception])[] = [];
      for (const [left, right] of alike) {
        const one = await keptAnswerOf(assignment, each, left.implementation);
        const other = await keptAnswerOf(assignment, each, right.implementation);
        if (sameWithin(assignment, id, 1, one, other)) together.push([left, right]);
      }
      alike = together;
    }
    expect(alike.map(([left, right]) => `${left.id} and ${right.id}`)).toEqual([]);
  });

  test.each(ids)("%s: no case rejects the reference", async (id) => {
    for (const cases of courses) {
      const implementation = reference[id] as Implementation;
      expect(await rejectingCases({ assignment, reference, implementation }, ofExercise(cases, id))).toEqual([]);
    }
  });

  test.each(ids)("%s: titles are different, and every parameter is passed that is not optional", (id) => {
    const cases = ofExercise(courses[0] ?? [], id);
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
    const parameters = assignment.manifest.exercises.find((exercise) => exercise.id === id)?.parameters ?? [];
    for (const { args } of cases)
      expect(parameters.slice(args.length).filter((one) => !optional.includes(one))).toEqual([]);
    expect(Math.max(...cases.map(({ args }) => args.length))).toBe(parameters.length);
  });
}
