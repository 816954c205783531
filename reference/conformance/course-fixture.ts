import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { referenceFolder } from "../../assignments/catalog/course.ts";
import type { Value } from "../../assignments/values/value.ts";
import { holdsCalls, readCalls } from "./read-calls.ts";

/** An array of the course's notebooks: row-major, float64. */
export type CourseArray = { readonly shape: readonly number[]; readonly data: readonly number[] };

/** Inputs and expected outputs as the fixtures hold them, under the notebooks' names. */
export type CourseValue =
  | number
  | boolean
  | CourseArray
  | readonly CourseValue[]
  | { readonly [name: string]: CourseValue };

/** One published or computed call of a graded function. */
export type CourseCase = {
  readonly id: string;
  readonly function: string;
  readonly inputs: Readonly<Record<string, CourseValue>>;
  /** Seed of NumPy's legacy generator, where the function draws. */
  readonly draws?: { readonly seed?: number };
  readonly expected: Readonly<Record<string, CourseValue>>;
  /** False where the value was computed in float64 with NumPy instead. */
  readonly published: boolean;
  readonly tolerance: { readonly rtol: number; readonly atol: number };
  /** `buggy`: what the course's faulty function returns, which is there to be mended. */
  readonly variant?: string;
};

/** One call of a function of a topic that has no notebook. Its values are computed: none is published. */
export type CourseCall = {
  readonly id: string;
  readonly function: string;
  /** In the order of the contract's signature. */
  readonly args: readonly Value[];
  readonly expected: CourseValue;
  /** Final: it holds in float32 as it is. */
  readonly tolerance: { readonly rtol: number; readonly atol: number };
};

/** The test values of one of the course's assignments. */
export type CourseFixture = {
  /** Whether the assignment computes with plain numbers; default false, with tensors of float32. */
  readonly float64?: boolean;
  readonly cases: readonly CourseCase[];
  /** Calls of the topics that have no notebook, under the contract's names. */
  readonly calls?: readonly CourseCall[];
  /** Values of an old test file that a correct implementation must not reproduce. */
  readonly superseded?: readonly { readonly inputs_case: string; readonly parameters: CourseValue }[];
};

/**
 * Reads `reference/<assignment>/conformance.json`.
 * @returns undefined where the course publishes nothing for this assignment.
 */
export async function readCourseFixture(assignment: string): Promise<CourseFixture | undefined> {
  try {
    const fixture = JSON.parse(await readFile(join(referenceFolder(assignment), "conformance.json"), "utf8"));
    return holdsCalls(fixture) ? { cases: [], calls: readCalls(fixture) } : fixture;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** A notebook's name in the contracts' spelling: `update_lr` is `updateLr`; `W1` stays. */
export const contractName = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Whether a value of a fixture is an array with a shape. */
export function isCourseArray(value: CourseValue): value is CourseArray {
  return typeof value === "object" && "shape" in value && "data" in value;
}

/** Whether a value of a fixture is a plain list. */
export function isList(value: CourseValue): value is readonly CourseValue[] {
  return Array.isArray(value);
}
