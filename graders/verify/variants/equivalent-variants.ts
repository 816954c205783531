import type { Recorded } from "../mistakes/mistake.ts";
import { readRecorded } from "../mistakes/recorded.ts";
import type { Variant } from "./make-variants.ts";

/** A variant that no case can tell from the reference, or all of a kind, and why. */
export type EquivalentVariant = Recorded & {
  /** As in the variant: `beta to 1`; left out: every survivor of this kind. */
  readonly change?: string;
};

/** Reads `reference/<id>/equivalent-variants.json`, a list of {@link EquivalentVariant}. */
export const readEquivalentVariants = (file: string): Promise<EquivalentVariant[]> =>
  readRecorded<EquivalentVariant>(file, ["unit", "kind", "reason"]);

/** Whether an entry is about this variant. */
export function isAbout({ unit, kind, change }: EquivalentVariant, variant: Variant): boolean {
  return unit === variant.unit && kind === variant.kind && (change === undefined || change === variant.change);
}
