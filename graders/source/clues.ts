import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Steps } from "../../assignments/steps/in-turns.ts";
import type { Clue } from "../../reports/report/report.ts";
import { callsFailed, orDefaults, unreadMembers, unusedParameters } from "./argument-clues.ts";
import { changedInput, disposed, keptOutside } from "./effect-clues.ts";
import { expressionClues } from "./expression-clues.ts";
import { findFunction } from "./find-function.ts";
import { showRanges } from "./find-place.ts";
import type { StudentSource } from "./student-source.ts";
import { findWrongMade, type Members } from "./wrong-made.ts";

const mostClues = 3;
/** Characters of source that clues show of an exercise. */
const mostCharacters = 1500;

/** What is known of an exercise that fails: from its visible cases, and from the states of others. */
export type ClueFacts = {
  /** Other exercises that do not pass. */
  readonly failed: readonly string[];
  /** Parameters of which it is known that results depend on them. */
  readonly wanted: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Keys of dictionaries of which each member counts. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** Parameters that a call changed. */
  readonly changed: readonly string[];
  readonly isDisposed: boolean;
  readonly isKept: boolean;
  readonly places: Members | undefined;
};

/**
 * Facts about a function's own lines that lead to its mistake. They follow from the lines and from what a student may see; none of them is
 * a guess, and none says that it is the mistake.
 * @param isExplained Whether a mistake is named beyond doubt: then only other exercises are told of.
 */
export function* findClues(
  source: StudentSource,
  { id, parameters }: Pick<Exercise, "id" | "parameters">,
  facts: ClueFacts,
  isExplained: boolean,
): Steps<Clue[]> {
  const found = yield* findFunction(source, id);
  if (found === undefined) return [];
  const calls = callsFailed(found, facts.failed);
  yield;
  const own = isExplained
    ? []
    : [
        ...unusedParameters(found, parameters, facts.wanted),
        ...orDefaults(found, parameters, facts.numbers),
        ...unreadMembers(found, parameters, facts.members),
        ...changedInput(found, parameters, facts.changed),
        ...(facts.isDisposed ? disposed(found) : []),
        ...(facts.isKept ? keptOutside(found) : []),
      ];
  yield;
  const bare = [...calls, ...own];
  // What is used may be what is wrong, and what was found before is more telling.
  if (bare.length === 0 && !isExplained) {
    const made = facts.places && findWrongMade(found, facts.places);
    bare.push(...(made === undefined ? [] : [made]), ...expressionClues(found));
  }
  let room = mostCharacters;
  return bare.slice(0, mostClues).map(({ ranges, ...clue }) => {
    const place = ranges.length === 0 ? undefined : showRanges(found, ranges, room);
    room -= place?.lines.reduce((sum, { length }) => sum + length, 0) ?? 0;
    return { ...clue, ...(place && { place }) };
  });
}
