import type { Visibility } from "./case.ts";

/** What the cases of an exercise are about, in the order of their indices. */
export type Scenarios<T> = Readonly<Record<Visibility, readonly [T, ...T[]]>>;

/**
 * The scenario of one case. An assignment that asks for more cases than there are scenarios gets them again, with
 * other numbers.
 */
export function pickScenario<T>(scenarios: Scenarios<T>, index: number, visibility: Visibility): T {
  const list = scenarios[visibility];
  return list[index % list.length] ?? list[0];
}
