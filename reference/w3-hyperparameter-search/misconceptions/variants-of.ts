import type { Misconception } from "../../misconceptions/misconception.ts";

/** Makes one wrong variant of an exercise. @param id Without the prefix. */
export type MakeVariant<F> = (id: string, name: string, explanation: string, implementation: F) => Misconception;

/** Makes wrong variants of one exercise. @param prefix What their ids begin with. */
export const variantsOf =
  <F extends Misconception["implementation"]>(exercise: string, prefix: string): MakeVariant<F> =>
  (id, name, explanation, implementation) => ({ id: `${prefix}-${id}`, exercise, name, explanation, implementation });
