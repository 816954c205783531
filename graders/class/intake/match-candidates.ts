import type { RosterEntry } from "../attempts/submission-attempt.ts";
import type { SubmissionCandidate, Unmatched } from "../attempts/submission-candidate.ts";
import type { Unnumbered } from "./order-attempts.ts";
import { type Match, RosterIndex } from "./roster/match-student.ts";
import type { RosterRow } from "./roster/read-roster.ts";

/** Submissions with their students, and those that have none. */
export type MatchedCandidates = {
  readonly attempts: readonly Unnumbered[];
  readonly unmatched: readonly Unmatched[];
};

/**
 * Says whose each submission is.
 * @param rows Of the roster; without one every id is believed as it is, and a number at its end counts as an attempt's only where it
 *   is called so (`alice-attempt-2`).
 */
export function matchCandidates(
  candidates: readonly SubmissionCandidate[],
  rows: readonly RosterRow[] | undefined,
): MatchedCandidates {
  const index = rows && new RosterIndex(rows);
  const owned: Owned[] = [];
  const unmatched: Unmatched[] = [];
  for (const candidate of candidates) {
    const match = index === undefined ? believe(candidate) : index.match(candidate);
    if ("reason" in match) unmatched.push({ path: candidate.shownPath, reason: match.reason });
    else owned.push({ candidate, match });
  }
  const attempts: Unnumbered[] = [];
  for (const [id, own] of Map.groupBy(owned, ({ match }) => match.entry.id)) {
    const clash = findClash(own);
    for (const { candidate, match } of own) {
      if (clash === undefined || personOf(candidate) === clash.owner)
        attempts.push(attemptOf(candidate, match.entry, match.number));
      else
        unmatched.push({
          path: candidate.shownPath,
          reason: `${clash.people} would all be "${id}"; it is unclear whose this is.`,
        });
    }
  }
  return { attempts, unmatched };
}

type Owned = { readonly candidate: SubmissionCandidate; readonly match: Extract<Match, { readonly entry: unknown }> };

/** A person as a platform knows one: its number and name. */
const personOf = ({ ids, name = "" }: SubmissionCandidate): string =>
  `"${ids[0] ?? ""}"${name === "" || name === ids[0] ? "" : ` (${name})`}`;

/** What tells more surely whose a file is comes first; what a number tells with a part of a name, or none, makes nobody the owner. */
const surest = ["number-and-name", "name"] as const;

/**
 * Several people of a platform of which one student would become, so that the file of one would count for the other.
 * @returns `owner` is the only one of them whom number and whole name have told or, where that is none, the whole name: the others are
 *   only called alike, or have the number.
 */
function findClash(own: readonly Owned[]): { readonly people: string; readonly owner: string | undefined } | undefined {
  const foreign = own.filter(({ candidate }) => candidate.idsAreForeign === true);
  const people = [...new Set(foreign.map(({ candidate }) => personOf(candidate)))];
  if (people.length < 2) return undefined;
  const toldBy = (by: (typeof surest)[number]): readonly string[] => [
    ...new Set(foreign.filter(({ match }) => match.by === by).map(({ candidate }) => personOf(candidate))),
  ];
  const told = surest.map(toldBy).find((owners) => owners.length > 0) ?? [];
  return { people: people.slice(0, 5).join(" and "), owner: told.length === 1 ? told[0] : undefined };
}

function believe({ ids, name, email, suffixed }: SubmissionCandidate): Match {
  if (suffixed?.isExplicit === true) return { entry: { id: suffixed.base }, number: suffixed.number };
  const [id] = ids;
  if (id === undefined || id === "") return { reason: "Nothing says who handed this in." };
  return { entry: { id, ...(name !== undefined && name !== id && { name }), ...(email !== undefined && { email }) } };
}

function attemptOf(candidate: SubmissionCandidate, entry: RosterEntry, suffix: number | undefined): Unnumbered {
  const [name, email] = [entry.name, entry.email ?? candidate.email];
  const number = suffix ?? candidate.number;
  return {
    student: entry.id,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(entry.section !== undefined && { section: entry.section }),
    path: candidate.path,
    shownPath: candidate.shownPath,
    ...(candidate.submittedAt && { submittedAt: candidate.submittedAt }),
    ...(candidate.markedLate && { markedLate: candidate.markedLate }),
    ...(number !== undefined && { number }),
    ...(candidate.ownOrder !== undefined && { ownOrder: candidate.ownOrder }),
  };
}
