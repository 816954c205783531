import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Steps } from "../../assignments/steps/in-turns.ts";
import type { ExerciseReport, SourcePlace } from "../../reports/report/report.ts";
import { findFunction } from "./find-function.ts";
import { findPlace } from "./find-place.ts";
import type { StudentSource } from "./student-source.ts";

/** Characters of source that are shown of an exercise. */
const mostCharacters = 1800;
const mostPlaces = 3;

/** A misconception, and pieces of code in which its cause may be seen. */
type Looked = { readonly id: string; readonly looksAt?: readonly string[] };

/**
 * Where to look for the mistakes that were recognised in an exercise: first those that a student is told, so that what they are told
 * does not depend on the others.
 * @param misconceptions Of the exercise.
 */
export function* mistakePlaces(
  source: StudentSource,
  { id, parameters }: Pick<Exercise, "id" | "parameters">,
  { diagnoses = [], visibleDiagnoses = [] }: Pick<ExerciseReport, "diagnoses" | "visibleDiagnoses">,
  misconceptions: readonly Looked[],
): Steps<Pick<ExerciseReport, "places">> {
  const ids = [...new Set([...visibleDiagnoses, ...diagnoses].map((one) => one.id))];
  const found = ids.length === 0 ? undefined : yield* findFunction(source, id);
  if (found === undefined) return {};
  const places: SourcePlace[] = [];
  let room = mostCharacters;
  for (const misconception of ids) {
    if (places.length === mostPlaces) break;
    yield;
    const looksAt = misconceptions.find((one) => one.id === misconception)?.looksAt ?? [];
    const place = findPlace(found, { looksAt, parameters, room });
    // The function alone is shown once.
    if (place === undefined || (place.certainty === "function" && places.length > 0)) continue;
    places.push({ misconception, ...place });
    room -= place.lines.reduce((sum, { length }) => sum + length, 0);
  }
  return places.length > 0 ? { places } : {};
}
