import { createHash } from "node:crypto";
import type { Case } from "../../assignments/catalog/case.ts";
import type { Assignment } from "../../assignments/catalog/catalog.ts";
import type { Exercise, Manifest } from "../../assignments/catalog/manifest.ts";
import { atOnce, type Steps } from "../../assignments/steps/in-turns.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import { RandomState } from "../../assignments/values/random-state.ts";
import type { Value } from "../../assignments/values/value.ts";

/**
 * A case that nobody is graded by: one of those among which a smaller counterexample is looked for. They are the same for every submission, and
 * follow from what is public: the assignment's id and version, the exercise, the scenario, the number of the drawing.
 */
export type Candidate = Case & { readonly visibility: "visible" };

/** Drawings of each scenario. */
const drawings = 2;

/** Numbers among the inputs of a candidate: what is larger nobody can follow by hand. */
const mostNumbers = 1000;

/** Candidates of an exercise. */
const mostCandidates = 40;

/**
 * All candidates of some exercises, of each the smallest first.
 * @param exercises Of the manifest; default all.
 */
export function drawCandidates(
  assignment: Pick<Assignment, "manifest" | "generators">,
  exercises: readonly Exercise[] = assignment.manifest.exercises,
): Candidate[] {
  return atOnce(drawingCandidates(assignment, exercises));
}

/** {@link drawCandidates}, one by one. */
export function* drawingCandidates(
  { manifest, generators }: Pick<Assignment, "manifest" | "generators">,
  exercises: readonly Exercise[] = manifest.exercises,
): Steps<Candidate[]> {
  const all: Candidate[] = [];
  for (const exercise of exercises) {
    const generate = generators[exercise.id];
    if (generate === undefined) throw new TypeError(`Cannot draw a case: "${exercise.id}" has no generator`);
    const small: Candidate[] = [];
    for (const { index, drawing } of placesOf(exercise)) {
      const id = `small-${index + 1}:${drawing}`;
      const random = new RandomState(candidateSeed(manifest, exercise.id, id));
      const drawn: Candidate = {
        id,
        exercise: exercise.id,
        visibility: "visible",
        ...generate(random, index, "small"),
      };
      if (sizeOf(drawn) <= mostNumbers) small.push(drawn);
      yield;
    }
    const bySize = withoutTwins(small).toSorted((one, other) => sizeOf(one) - sizeOf(other));
    all.push(...bySize.slice(0, mostCandidates));
    yield;
  }
  return all;
}

/** First all scenarios once: where two candidates are of one size, the first drawing comes first. */
const placesOf = ({ cases: { small = 0 } }: Exercise): { readonly index: number; readonly drawing: number }[] =>
  Array.from({ length: drawings * small }, (_, i) => ({ index: i % small, drawing: Math.floor(i / small) + 1 }));

/** Never of the course secret, of a run's seed, or of what was handed in. */
function candidateSeed({ id, version }: Manifest, exercise: string, candidate: string): number {
  return createHash("sha256").update(`${id}/${version}/${exercise}/${candidate}`).digest().readUInt32BE(0);
}

/** Scenarios that leave nothing to chance are the same in each drawing. */
function withoutTwins(candidates: readonly Candidate[]): Candidate[] {
  const known = new Set<string>();
  return candidates.filter(({ args }) => {
    const content = Buffer.from(encodeValue({ kind: "list", items: args })).toString("base64");
    const isNew = !known.has(content);
    known.add(content);
    return isNew;
  });
}

/** Numbers among the inputs of a case. */
export const sizeOf = ({ args }: Pick<Case, "args">): number => args.reduce((sum, value) => sum + numbersIn(value), 0);

function numbersIn(value: Value): number {
  switch (value.kind) {
    case "tensor":
    case "array":
      return value.data.length;
    case "list":
      return value.items.reduce((sum, item) => sum + numbersIn(item), 0);
    case "record":
      return value.entries.reduce((sum, [, member]) => sum + numbersIn(member), 0);
    default:
      return 1;
  }
}
