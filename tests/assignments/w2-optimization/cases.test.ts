import { describe, expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import { RandomState } from "../../../assignments/values/random-state.ts";
import type { TensorValue, Value } from "../../../assignments/values/value.ts";
import { type Columns, exercises } from "./wrong-variants.ts";

const assignment = await openAssignment("w2-optimization");
const courses = ["one course", "another course", "a third"].map((secret, seed) =>
  generateCases(assignment, { seed, secret, visibility: "all" }),
);
type Exercise = keyof typeof exercises;
type Call = (...args: unknown[]) => unknown;
const ids = Object.keys(exercises) as Exercise[];

function columns({ shape, data }: TensorValue): number[][] {
  const [rows = 0, m = 0] = shape;
  return Array.from({ length: m }, (_, j) => Array.from({ length: rows }, (_, i) => data[i * m + j] ?? Number.NaN));
}

function plain(value: Value): unknown {
  if (value.kind === "undefined") return undefined;
  if (value.kind === "number") return value.value;
  if (value.kind === "tensor") return [...value.data];
  if (value.kind !== "record") throw new TypeError(`No such input: ${value.kind}`);
  return Object.fromEntries(value.entries.map(([key, inner]) => [key, plain(inner)]));
}

function callWith(f: Call, { args, exercise }: Case): unknown {
  const [X, Y, size, rng] = args;
  if (exercise !== "randomMiniBatches") return f(...args.map(plain));
  if (X?.kind !== "tensor" || Y?.kind !== "tensor" || size === undefined || rng?.kind !== "rng") throw new TypeError();
  const random = new RandomState(rng.seed);
  const data: Columns = { X: columns(X), Y: columns(Y) };
  return f(data, plain(size), () => random.permutation(data.X.length));
}

/** True where the answers differ by more than ten times the tolerance anywhere, or in their structure. */
function differs(expected: unknown, actual: unknown, rtol: number, atol: number): boolean {
  if (typeof expected === "number") {
    return !(Math.abs(Number(actual) - expected) <= 10 * (atol + rtol * Math.abs(expected)));
  }
  const [left, right] = [Object.entries(expected ?? {}), new Map(Object.entries(actual ?? {}))];
  return left.length !== right.size || left.some(([key, value]) => differs(value, right.get(key), rtol, atol));
}

function exposing(cases: readonly Case[], exercise: Exercise, wrong: Call): Case[] {
  const { rtol = 0, atol = 0 } = assignment.manifest.exercises.find(({ id }) => id === exercise)?.comparison ?? {};
  const right = exercises[exercise].right as Call;
  return cases
    .filter((each) => each.exercise === exercise)
    .filter((each) => differs(callWith(right, each), callWith(wrong, each), rtol, atol));
}

function tensorsOf(value: Value | undefined): TensorValue[] {
  if (value?.kind !== "record") return [];
  return value.entries.flatMap(([, inner]) => (inner.kind === "tensor" ? [inner] : []));
}

const casesOf = (exercise: Exercise) => courses.flat().filter((each) => each.exercise === exercise);
const largest = ({ data }: TensorValue) => Math.max(...[...data].map(Math.abs));

describe("cases of w2-optimization", () => {
  test.each(ids.flatMap((exercise) => Object.keys(exercises[exercise].wrong).map((name) => [exercise, name] as const)))(
    "%s: some case exposes %s by ten times the tolerance, whatever the course secret",
    (exercise, name) => {
      const wrong = (exercises[exercise].wrong as Record<string, Call>)[name];
      for (const cases of courses) expect(exposing(cases, exercise, wrong as Call)).not.toEqual([]);
    },
  );

  test("the right answers are exposed by no case", () => {
    for (const exercise of ids) {
      for (const cases of courses) expect(exposing(cases, exercise, exercises[exercise].right as Call)).toEqual([]);
    }
  });

  test("labels alone tell the permutation from none and from its inverse, in every shuffle of four or more", () => {
    const { "only X shuffled": unshuffled, "Y by the inverse permutation": inverse } =
      exercises.randomMiniBatches.wrong;
    for (let seed = 0; seed < 40; seed++) {
      const selection = { seed, secret: "of a course", visibility: "all", exercises: ["randomMiniBatches"] } as const;
      const cases = generateCases(assignment, selection).filter(
        ({ args: [X] }) => X?.kind === "tensor" && (X.shape[1] ?? 0) >= 4,
      );
      expect(cases.length).toBeGreaterThan(8);
      for (const wrong of [unshuffled, inverse]) {
        expect(exposing(cases, "randomMiniBatches", wrong as Call)).toEqual(cases);
      }
    }
  });

  test("arguments follow the manifest's parameters, with none but optional ones left out", () => {
    const required: Partial<Record<Exercise, number>> = { updateParametersWithAdam: 5, scheduleLrDecay: 3 };
    for (const { id, parameters } of assignment.manifest.exercises) {
      for (const { args } of casesOf(id as Exercise)) {
        expect(args.length).toBeLessThanOrEqual(parameters.length);
        expect(args.length).toBeGreaterThanOrEqual(required[id as Exercise] ?? parameters.length);
      }
    }
  });

  test("every gradient moves its parameter visibly, but where layers are tiny, huge or zero", () => {
    for (const exercise of ["updateParametersWithGd", "updateParametersWithMomentum"] as const) {
      for (const { args } of casesOf(exercise).filter(({ title }) => !title.startsWith("11 layers"))) {
        for (const gradient of tensorsOf(args[1])) expect(largest(gradient)).toBeGreaterThan(0.03);
      }
    }
  });

  test("Adam's averages are those of real steps: zero at t = 1, else non-zero, and s never negative", () => {
    for (const { args } of casesOf("updateParametersWithAdam")) {
      const first = args[4]?.kind === "number" && args[4].value === 1;
      for (const average of [...tensorsOf(args[2]), ...tensorsOf(args[3])]) expect(largest(average) === 0).toBe(first);
      for (const { data } of tensorsOf(args[3])) expect(Math.min(...data)).toBeGreaterThanOrEqual(0);
    }
  });

  test("titles are different within an exercise", () => {
    for (const exercise of ids) {
      const titles = (courses[0] ?? []).filter((each) => each.exercise === exercise).map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});
