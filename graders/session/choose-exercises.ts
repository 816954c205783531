/**
 * The exercises of an assignment that were asked for, in its order.
 * @param wanted Their ids; all where it is undefined.
 * @throws {RangeError} where the assignment has no exercise of such a name.
 */
export function chooseExercises<Own extends { readonly id: string }>(
  { id, exercises }: { readonly id: string; readonly exercises: readonly Own[] },
  wanted: readonly string[] | undefined,
): Own[] {
  const unknown = wanted?.find((name) => !exercises.some((exercise) => exercise.id === name));
  if (unknown !== undefined) {
    const known = exercises.map((exercise) => exercise.id).join(", ");
    throw new RangeError(`Cannot grade exercise "${unknown}": "${id}" has ${known}`);
  }
  return exercises.filter((exercise) => wanted?.includes(exercise.id) ?? true);
}
