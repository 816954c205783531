import type { Recorded } from "../mistakes/mistake.ts";
import { readRecorded } from "../mistakes/recorded.ts";
import type { Mutant } from "./mutation.ts";

/** A mutant that no case can tell from the reference, and why. It is identified by its change, not by its position. */
export type EquivalentMutant = Recorded & {
  /** The line of the reference's source, without indentation. */
  readonly line: string;
  /** As in the mutant: `floor => ceil`. */
  readonly change: string;
};

/** Reads `reference/<id>/equivalent-mutants.json`, a list of {@link EquivalentMutant}. */
export const readEquivalentMutants = (file: string): Promise<EquivalentMutant[]> =>
  readRecorded<EquivalentMutant>(file, ["unit", "kind", "line", "change", "reason"]);

/** Whether an entry is about this mutant. */
export function isAbout({ unit, kind, line, change }: EquivalentMutant, mutant: Mutant): boolean {
  return unit === mutant.unit && kind === mutant.kind && line === mutant.lineText && change === mutant.change;
}
