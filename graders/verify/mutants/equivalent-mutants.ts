import { readFile } from "node:fs/promises";
import { parseJson } from "../../../assignments/storage/parse-json.ts";
import type { Mutant } from "./mutation.ts";

/** A mutant that no case can tell from the reference, and why. It is identified by its change, not by its position. */
export type EquivalentMutant = {
  readonly unit: string;
  readonly kind: string;
  /** The line of the reference's source, without indentation. */
  readonly line: string;
  /** As in the mutant: `floor => ceil`. */
  readonly change: string;
  readonly reason: string;
};

const fields = ["unit", "kind", "line", "change", "reason"] as const;

/**
 * Reads `reference/<id>/equivalent-mutants.json`, a list of {@link EquivalentMutant}.
 * @returns An empty list where there is no such file.
 * @throws TypeError where an entry lacks a field, or gives no reason.
 */
export async function readEquivalentMutants(file: string): Promise<EquivalentMutant[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "[]";
    throw error;
  });
  const entries = parseJson(text);
  if (!Array.isArray(entries)) throw new TypeError(`Cannot read ${file}: it must be a list`);
  return entries.map((entry: unknown, i) => {
    const missing = fields.find((field) => !isText((entry as Record<string, unknown> | null)?.[field]));
    if (missing === undefined) return entry as EquivalentMutant;
    throw new TypeError(`Cannot read ${file}: [${i}].${missing} must be a text`);
  });
}

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

/** Whether an entry is about this mutant. */
export function isAbout({ unit, kind, line, change }: EquivalentMutant, mutant: Mutant): boolean {
  return unit === mutant.unit && kind === mutant.kind && line === mutant.lineText && change === mutant.change;
}
