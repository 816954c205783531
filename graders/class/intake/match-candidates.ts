import type { RosterEntry } from "../attempts/submission-attempt.ts";
import type { SubmissionCandidate, Unmatched } from "../attempts/submission-candidate.ts";
import type { Unnumbered } from "./order-attempts.ts";
import { type Match, RosterIndex } from "./roster/match-student.ts";
import type { RosterRow } from "./roster/read-roster.ts";

/** Submissions that were matched to a student, and those that were not. */
export type MatchedCandidates = {
  readonly attempts: readonly Unnumbered[];
  readonly unmatched: readonly Unmatched[];
};

/**
 * Matches each submission to a student.
 * @param rows Of the roster. Without one, every id is accepted as it is, and a number at its end is an attempt's only
 * if it says so (`alice-attempt-2`).
 */
export function matchCandidates(
  candidates: readonly SubmissionCandidate[],
  rows: readonly RosterRow[] | undefined,
): MatchedCandidates {
  const index = rows && new RosterIndex(rows);
  const owned: Owned[] = [];
  const unmatched: Unmatched[] = [];
  for (const candidate of candidates) {
    const match = index === undefined ? matchById(candidate) : index.match(candidate);
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

/** A person on a platform: number and name. */
const personOf = ({ ids, name = "" }: SubmissionCandidate): string =>
  `"${ids[0] ?? ""}"${name === "" || name === ids[0] ? "" : ` (${name})`}`;

/** Surer matches come first; a number with only a part of a name, or without one, is not enough to own a file. */
const surest = ["number-and-name", "name"] as const;

/**
 * Several people on a platform who would all be matched to one student, so that one's file would count for another.
 * @returns `owner` is the only one of them who was matched by number and whole name or, if there is none, by the whole
 * name: the others only have the same name, or the number.
 */
function findClash(own: readonly Owned[]): { readonly people: string; readonly owner: string | undefined } | undefined {
  const foreign = own.filter(({ candidate }) => candidate.idsAreForeign === true);
  const people = [...new Set(foreign.map(({ candidate }) => personOf(candidate)))];
  if (people.length < 2) return undefined;
  const matchedBy = (by: (typeof surest)[number]): readonly string[] => [
    ...new Set(foreign.filter(({ match }) => match.by === by).map(({ candidate }) => personOf(candidate))),
  ];
  const owners = surest.map(matchedBy).find((found) => found.length > 0) ?? [];
  return { people: people.slice(0, 5).join(" and "), owner: owners.length === 1 ? owners[0] : undefined };
}

function matchById({ ids, name, email, suffixed }: SubmissionCandidate): Match {
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
