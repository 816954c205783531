import type { ClassResult, ExerciseSummary, StudentResult } from "../../report/class-result.ts";

/** A sentence and the number of students it applies to. */
export type Counted = { readonly sentence: string; readonly count: number };

/** Students whose submissions return the same wrong values. */
export type WrongOutputCluster = {
  /** At least two, in the order of the class. */
  readonly students: readonly StudentResult[];
  /** The misconceptions recognised in them, most common first. */
  readonly misconceptions: readonly Counted[];
  /** What differs, most common first. */
  readonly mismatches: readonly Counted[];
};

/** What went wrong in one exercise across the class, each list with the most common first. */
export type ExerciseMistakes = {
  readonly id: string;
  /** Students with a result in this exercise, and how many of them passed it. */
  readonly students: number;
  readonly passed: number;
  readonly misconceptions: readonly Counted[];
  readonly mismatches: readonly Counted[];
  readonly clusters: readonly WrongOutputCluster[];
};

type Attempt = { readonly student: StudentResult; readonly exercise: ExerciseSummary };

/**
 * The mistakes of a class by exercise, counted in students: a mistake that several cases of one submission show counts
 * once. Equal counts are in the order of the sentences or of the class.
 */
export function findMistakes({
  exercises,
  students,
}: Pick<ClassResult, "exercises" | "students">): readonly ExerciseMistakes[] {
  const byId = new Map<string, Attempt[]>(exercises.map(({ id }) => [id, []]));
  for (const student of students)
    for (const exercise of student.summary?.exercises ?? [])
      if (exercise.status !== "grader-error") byId.get(exercise.id)?.push({ student, exercise });
  return [...byId].map(([id, attempts]) => ({
    id,
    students: attempts.length,
    passed: attempts.filter(({ exercise }) => exercise.status === "passed").length,
    ...countBoth(attempts),
    clusters: findClusters(attempts),
  }));
}

function findClusters(attempts: readonly Attempt[]): readonly WrongOutputCluster[] {
  const groups = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const { wrongOutput } = attempt.exercise;
    if (wrongOutput === undefined) continue;
    const group = groups.get(wrongOutput);
    if (group === undefined) groups.set(wrongOutput, [attempt]);
    else group.push(attempt);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((group) => ({ students: group.map(({ student }) => student), ...countBoth(group) }));
}

function countBoth(attempts: readonly Attempt[]): Pick<ExerciseMistakes, "misconceptions" | "mismatches"> {
  return {
    misconceptions: countSentences(
      attempts.map(({ exercise }) => exercise.misconceptions.map(({ id, name }) => [id, name] as const)),
    ),
    mismatches: countSentences(
      attempts.map(({ exercise }) => exercise.mismatches.map((sentence) => [sentence, sentence] as const)),
    ),
  };
}

/** Counts per key, once per list; the sentence is that of the key's first appearance. */
function countSentences(lists: readonly (readonly (readonly [key: string, sentence: string])[])[]): readonly Counted[] {
  const found = new Map<string, { sentence: string; count: number }>();
  for (const list of lists)
    for (const [key, sentence] of new Map(list)) {
      const entry = found.get(key);
      if (entry === undefined) found.set(key, { sentence, count: 1 });
      else entry.count += 1;
    }
  return [...found.values()].toSorted((a, b) => b.count - a.count || (a.sentence < b.sentence ? -1 : 1));
}
