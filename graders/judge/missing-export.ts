import type { Exercise } from "../../assignments/catalog/manifest.ts";
import { suggestName } from "../../assignments/catalog/suggest-name.ts";
import type { ExerciseReport } from "../../reports/report/report.ts";
import type { SubmissionRun } from "../../sandbox/replies/case-run.ts";

/** What a submission exports and defines. */
export type Written = Pick<Extract<SubmissionRun, { loaded: true }>, "exportNames" | "definitions">;

/**
 * Why a function that is asked for cannot be called: it is not defined at all, or is defined and not exported, or both under another
 * name.
 * @param id Of the exercise, the name asked for.
 */
export function missingExport(
  id: string,
  exercises: readonly Exercise[],
  { exportNames, definitions }: Written,
): Pick<ExerciseReport, "missingExport"> {
  if (exportNames.includes(id)) return {};
  // A name that is asked for elsewhere is meant for there.
  const isFree = (name: string): boolean => !exercises.some((other) => other.id === name);
  const found = suggestName(id, exportNames.filter(isFree));
  const onlyDefault = exportNames.length === 1 && exportNames[0] === "default";
  const names = definitions?.names ?? [];
  const hidden = names.filter((name) => isFree(name) && !exportNames.includes(name));
  const defined = names.includes(id) ? id : found === undefined ? suggestName(id, hidden) : undefined;
  return {
    missingExport: {
      onlyDefault,
      ...(found !== undefined && { found }),
      ...(defined !== undefined && { defined }),
      ...(defined !== undefined && definitions?.asDefault === defined && { asDefault: true as const }),
    },
  };
}
