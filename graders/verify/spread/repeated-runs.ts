import { createHash } from "node:crypto";
import { type Case, type CaseKey, caseKey, type Expected } from "../../../assignments/catalog/case.ts";
import { encodeValue } from "../../../assignments/values/encode-value.ts";
import type { MisconceptionOutcomes, VariantOutcome } from "../../../reference/misconceptions/misconception.ts";

/** What is right in some cases, and what wrong variants do there. */
export type Ran = {
  readonly expected: ReadonlyMap<CaseKey, Expected>;
  readonly variants: readonly MisconceptionOutcomes[];
};

/** What came of one case's inputs. @property outcomes By variant. */
type Kept = { readonly expected: Expected; readonly outcomes: ReadonlyMap<string, VariantOutcome> };

/**
 * Runs sets of cases of one exercise, and what they have in common once: visible cases are the same under every secret, and a hidden one
 * whose inputs are few comes again. What comes for the first time is not kept, since most of it never comes again.
 */
export class RepeatedRuns {
  readonly #run: (cases: readonly Case[]) => Promise<Ran>;
  readonly #seen = new Set<string>();
  readonly #kept = new Map<string, Kept>();
  /** Those of the last run: their outcomes are of no use any more. */
  #variants: readonly MisconceptionOutcomes[] = [];

  constructor(run: (cases: readonly Case[]) => Promise<Ran>) {
    this.#run = run;
  }

  /** What comes of all cases of a set. */
  async of(cases: readonly Case[]): Promise<Ran> {
    const keys = new Map(cases.map((one) => [one, inputsOf(one)]));
    const kept = new Map(cases.map((one) => [one, this.#kept.get(keys.get(one) ?? "")]));
    const fresh = await this.#run(cases.filter((one) => kept.get(one) === undefined));
    this.#variants = fresh.variants.length > 0 ? fresh.variants : this.#variants;
    const found = cases.flatMap((one): [Case, Kept][] => {
      const of = kept.get(one) ?? keptOf(fresh, one);
      return of === undefined ? [] : [[one, of]];
    });
    for (const [one, of] of found) this.#note(keys.get(one) ?? "", one, of);
    return {
      expected: new Map(found.map(([one, { expected }]) => [caseKey(one), expected])),
      variants: this.#variants.map((variant) => ({
        ...variant,
        outcomes: present(found.map(([{ id }, { outcomes }]) => [id, outcomes.get(variant.id)])),
      })),
    };
  }

  #note(key: string, { visibility }: Case, of: Kept): void {
    if (visibility === "visible" || this.#seen.has(key)) this.#kept.set(key, of);
    this.#seen.add(key);
  }
}

function keptOf({ expected, variants }: Ran, testCase: Case): Kept | undefined {
  const right = expected.get(caseKey(testCase));
  const outcomes = present(variants.map((variant) => [variant.id, variant.outcomes.get(testCase.id)]));
  return right && { expected: right, outcomes };
}

const present = <T>(entries: readonly (readonly [string, T | undefined])[]): ReadonlyMap<string, T> =>
  new Map(entries.flatMap(([key, value]): [string, T][] => (value === undefined ? [] : [[key, value]])));

const inputsOf = ({ args }: Case): string =>
  createHash("sha256")
    .update(encodeValue({ kind: "list", items: [...args] }))
    .digest("hex");
