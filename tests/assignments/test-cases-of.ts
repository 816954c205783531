import { beforeAll, expect, test } from "vitest";
import type { Case } from "../../assignments/case.ts";
import type { Assignment } from "../../assignments/catalog.ts";
import { generateCases } from "../../assignments/generate-cases.ts";
import type { Value } from "../../assignments/value.ts";
import type { ReferenceFunctions } from "../../reference/compute-expected.ts";
import type { Misconception } from "../../reference/misconception.ts";
import { loadTensorflow } from "../../reference/tensorflow/load-tensorflow.ts";
import { answerOf, type Implementation, rejectingCases, sameWithin } from "./rejecting-cases.ts";

/** The cases of three courses: seeds and secrets differ. */
export const casesOfCourses = (assignment: Assignment): Case[][] =>
  ["one course", "another course", "a third"].map((secret, seed) =>
    generateCases(assignment, { seed, secret, visibility: "all" }),
  );

/** Declares what must hold of the cases of every assignment with misconceptions. */
export function testCasesOf(
  assignment: Assignment,
  reference: ReferenceFunctions,
  misconceptions: readonly Misconception[],
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
        expect(await rejectingCases(assignment, reference, hidden, implementation)).not.toEqual([]);
      }
    },
  );

  test.each(ids)("%s: has three misconceptions or more, and some case tells any two apart", async (id) => {
    const own = misconceptions.filter(({ exercise }) => exercise === id);
    expect(own.length).toBeGreaterThanOrEqual(3);
    const answers: (Value | undefined)[][] = [];
    for (const { implementation } of own) {
      const answersOfOne: (Value | undefined)[] = [];
      for (const each of ofExercise(courses[0] ?? [], id)) {
        answersOfOne.push(await answerOf(assignment, each, implementation));
      }
      answers.push(answersOfOne);
    }
    for (const [i, left] of answers.entries()) {
      for (const [j, right] of answers.slice(0, i).entries()) {
        const alike = left.every((answer, k) => sameWithin(assignment, id, 1, answer, right[k]));
        expect(alike, `${own[i]?.id} and ${own[j]?.id}`).toBe(false);
      }
    }
  });

  test.each(ids)("%s: no case rejects the reference", async (id) => {
    for (const cases of courses) {
      const implementation = reference[id] as Implementation;
      expect(await rejectingCases(assignment, reference, ofExercise(cases, id), implementation)).toEqual([]);
    }
  });

  test.each(ids)("%s: titles are different, and every parameter of the contract is passed", (id) => {
    const cases = ofExercise(courses[0] ?? [], id);
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
    const parameters = assignment.manifest.exercises.find((exercise) => exercise.id === id)?.parameters ?? [];
    for (const { args } of cases) expect(args).toHaveLength(parameters.length);
  });
}
