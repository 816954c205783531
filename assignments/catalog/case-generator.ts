import type { RandomState } from "../values/random-state.ts";
import type { CaseInputs, Visibility } from "./case.ts";

/**
 * Makes the inputs of one case of one exercise. It may use nothing but its arguments, so that a case stays the same
 * when others are added.
 * @param random Freshly seeded for this case.
 * @param index From 0, counted among the cases of this visibility.
 */
export type CaseGenerator = (random: RandomState, index: number, visibility: Visibility) => CaseInputs;

/** What a `cases.ts` exports as `generators`: one for every exercise of the manifest, by the exercise's id. */
export type CaseGenerators = Readonly<Record<string, CaseGenerator>>;
