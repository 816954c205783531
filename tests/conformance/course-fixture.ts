import { readFileSync } from "node:fs";
import type { Value } from "../../assignments/value.ts";

/** An array of the course's notebooks: row-major, float64. */
export type CourseArray = { readonly shape: readonly number[]; readonly data: readonly number[] };

/** Inputs and expected outputs as the fixtures hold them, under the notebooks' names. */
export type CourseValue = number | CourseArray | readonly CourseValue[] | { readonly [name: string]: CourseValue };

/** One published or computed call of a graded function. */
export type CourseCase = {
  readonly id: string;
  readonly function: string;
  readonly inputs: Readonly<Record<string, CourseValue>>;
  readonly expected: Readonly<Record<string, CourseValue>>;
  readonly published: boolean;
  readonly tolerance: { readonly rtol: number; readonly atol: number };
  /** `buggy`: what the course's deliberately faulty function gives. */
  readonly variant?: string;
};

/** The test values of one of the course's assignments. */
export type CourseFixture = {
  readonly cases: readonly CourseCase[];
  /** Values of an old test file that a correct implementation must not reproduce. */
  readonly superseded: readonly { readonly inputs_case: string; readonly parameters: CourseValue }[];
};

/** Reads `reference/conformance/<assignment>.json`. */
export function readCourseFixture(assignment: string): CourseFixture {
  const file = new URL(`../../reference/conformance/${assignment}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** A notebook's name in the contracts' spelling: `update_lr` is `updateLr`; `W1` stays. */
export const contractName = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A fixture's input as a value: arrays become float32 tensors. */
export function toValue(input: CourseValue): Value {
  if (typeof input === "number") return { kind: "number", value: input };
  if (isCourseArray(input)) {
    return {
      kind: "tensor",
      dtype: "float32",
      shape: input.shape,
      data: new Float32Array(input.data),
      variable: false,
    };
  }
  if (isList(input)) return { kind: "list", items: input.map(toValue) };
  return { kind: "record", entries: Object.entries(input).map(([key, item]) => [key, toValue(item)]) };
}

/** Whether a value of a fixture is an array with a shape. */
export function isCourseArray(value: CourseValue): value is CourseArray {
  return typeof value === "object" && "shape" in value && "data" in value;
}

/** Whether a value of a fixture is a plain list. */
export function isList(value: CourseValue): value is readonly CourseValue[] {
  return Array.isArray(value);
}
