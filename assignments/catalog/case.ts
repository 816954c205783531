import type { RandomState } from "../values/random-state.ts";
import type { Value } from "../values/value.ts";

/** Who may see a case's inputs, expected values and mismatch. */
export type Visibility = "visible" | "hidden";

/**
 * The lists of scenarios that cases are drawn from. `small`: public ones, as small as can be, drawn to show a student how a function fails
 * that fails in a hidden case alone; nothing counts that happens there.
 */
export type CaseList = Visibility | "small";

/** What a case generator makes: arguments in the order of the contract's signature. */
export type CaseInputs = {
  /** What is special about this case, for people: `"5 layers"`. */
  readonly title: string;
  readonly args: readonly Value[];
  /**
   * `properties`: the exact value is not what matters here (random draws, rounding noise, the way to convergence); only
   * the exercise's properties judge. Default `value`: both do.
   */
  readonly judgedBy?: "value" | "properties";
};

/** One call of one student function. */
export type Case = Omit<CaseInputs, "judgedBy"> & {
  /** See {@link CaseInputs}. `form`: of a kit, which has no properties; kinds, keys, shapes and dtypes judge. */
  readonly judgedBy?: CaseInputs["judgedBy"] | "form";
  /** Unique within the exercise and stable when cases are added: `"visible-1"`, `"hidden-3"`. */
  readonly id: string;
  readonly exercise: string;
  readonly visibility: Visibility;
  /** Of which hidden case it is a variation, and the parameters that it differs in. */
  readonly variationOf?: { readonly id: string; readonly parameters: readonly string[] };
};

/** What is right in a case. */
export type Expected = {
  /** What the reference returns; differences are described against it. */
  readonly value: Value;
  /** What other correct formulations return. An answer that agrees wholly with any one of them is right. */
  readonly alternatives?: readonly Value[];
  /** The uniform draw that the generator among the arguments gives after the call; absent where there is none. */
  readonly nextDraw?: number;
};

/**
 * Makes the inputs of one case of one exercise. It may use nothing but its arguments, so that a case stays the same
 * when others are added.
 * @param random Freshly seeded for this case.
 * @param index From 0, counted among the cases of this list.
 * @param list `small` only where the manifest says that there are such.
 */
export type CaseGenerator = (random: RandomState, index: number, list: CaseList) => CaseInputs;

/** What a `cases.ts` exports as `generators`: one for every exercise of the manifest, by the exercise's id. */
export type CaseGenerators = Readonly<Record<string, CaseGenerator>>;

/** What the cases of an exercise are about, in the order of their indices. */
export type Scenarios<T> = Readonly<Record<Visibility, readonly [T, ...T[]]>> & {
  readonly small?: readonly [T, ...T[]];
};

/**
 * The scenario of one case. An assignment that asks for more cases than there are scenarios gets them again, with
 * other numbers.
 */
export function pickScenario<T>(scenarios: Scenarios<T>, index: number, list: CaseList): T {
  const own = scenarios[list] ?? scenarios.visible;
  return own[index % own.length] ?? own[0];
}

/** Names a case among those of all exercises: `"updateLr/hidden-3"`. */
export type CaseKey = `${string}/${string}`;

/** The key of a case, or of a run of it. */
export function caseKey(
  of: Pick<Case, "exercise" | "id"> | { readonly exercise: string; readonly caseId: string },
): CaseKey {
  return `${of.exercise}/${"caseId" in of ? of.caseId : of.id}`;
}
