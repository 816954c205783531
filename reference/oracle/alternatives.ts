import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { courseModule } from "../../assignments/catalog/course.ts";

/**
 * Other correct formulations, by exercise: what `alternatives.ts` exports as `alternatives`, beside a reference solution. Each is a function
 * of the exercise's signature, and draws from a generator what the reference draws.
 */
export type Alternatives = Readonly<Record<string, readonly ((...args: never[]) => unknown)[]>>;

/**
 * Path of the alternatives to a reference solution, which are one file beside it.
 * @returns undefined where there are none.
 */
export function alternativesFileOf(referenceFile: string): string | undefined {
  const file = courseModule(join(dirname(referenceFile), "alternatives"));
  return existsSync(file) ? file : undefined;
}
