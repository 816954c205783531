import type { Claim, Unmatched } from "../attempts/claim.ts";
import type { RosterEntry } from "../attempts/hand-in.ts";
import type { Unnumbered } from "./number-attempts.ts";
import { type Match, RosterIndex } from "./roster/match-student.ts";
import type { RosterRow } from "./roster/read-roster.ts";

/** Submissions with their students, and those that have none. */
export type OwnedClaims = {
  readonly handIns: readonly Unnumbered[];
  readonly unmatched: readonly Unmatched[];
};

/**
 * Says whose each submission is.
 * @param rows Of the roster; without one every id is believed as it is, and a number at its end counts as an attempt's only where it
 *   is called so (`alice-attempt-2`).
 */
export function ownClaims(claims: readonly Claim[], rows: readonly RosterRow[] | undefined): OwnedClaims {
  const index = rows && new RosterIndex(rows);
  const owned: Owned[] = [];
  const unmatched: Unmatched[] = [];
  for (const claim of claims) {
    const match = index === undefined ? believe(claim) : index.match(claim);
    if ("reason" in match) unmatched.push({ path: claim.shownPath, reason: match.reason });
    else owned.push({ claim, match });
  }
  const handIns: Unnumbered[] = [];
  for (const [id, own] of Map.groupBy(owned, ({ match }) => match.entry.id)) {
    const clash = findClash(own);
    for (const { claim, match } of own) {
      if (clash === undefined || personOf(claim) === clash.owner)
        handIns.push(handInOf(claim, match.entry, match.number));
      else
        unmatched.push({
          path: claim.shownPath,
          reason: `${clash.people} would all be "${id}"; it is unclear whose this is.`,
        });
    }
  }
  return { handIns, unmatched };
}

type Owned = { readonly claim: Claim; readonly match: Extract<Match, { readonly entry: unknown }> };

/** A person as a platform knows one: its number and name. */
const personOf = ({ ids, name = "" }: Claim): string =>
  `"${ids[0] ?? ""}"${name === "" || name === ids[0] ? "" : ` (${name})`}`;

/** What tells more surely whose a file is comes first; what a number tells with a part of a name, or none, makes nobody the owner. */
const surest = ["number-and-name", "name"] as const;

/**
 * Several people of a platform of which one student would become, so that the file of one would count for the other.
 * @returns `owner` is the only one of them whom number and whole name have told or, where that is none, the whole name: the others are
 *   only called alike, or have the number.
 */
function findClash(own: readonly Owned[]): { readonly people: string; readonly owner: string | undefined } | undefined {
  const foreign = own.filter(({ claim }) => claim.idsAreForeign === true);
  const people = [...new Set(foreign.map(({ claim }) => personOf(claim)))];
  if (people.length < 2) return undefined;
  const toldBy = (by: (typeof surest)[number]): readonly string[] => [
    ...new Set(foreign.filter(({ match }) => match.by === by).map(({ claim }) => personOf(claim))),
  ];
  const told = surest.map(toldBy).find((owners) => owners.length > 0) ?? [];
  return { people: people.slice(0, 5).join(" and "), owner: told.length === 1 ? told[0] : undefined };
}

function believe({ ids, name, email, suffixed }: Claim): Match {
  if (suffixed?.isExplicit === true) return { entry: { id: suffixed.base }, number: suffixed.number };
  const [id] = ids;
  if (id === undefined || id === "") return { reason: "Nothing says who handed this in." };
  return { entry: { id, ...(name !== undefined && name !== id && { name }), ...(email !== undefined && { email }) } };
}

function handInOf(claim: Claim, entry: RosterEntry, suffix: number | undefined): Unnumbered {
  const [name, email] = [entry.name, entry.email ?? claim.email];
  const number = suffix ?? claim.number;
  return {
    student: entry.id,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(entry.section !== undefined && { section: entry.section }),
    path: claim.path,
    shownPath: claim.shownPath,
    ...(claim.submittedAt && { submittedAt: claim.submittedAt }),
    ...(claim.markedLate && { markedLate: claim.markedLate }),
    ...(number !== undefined && { number }),
    ...(claim.ownOrder !== undefined && { ownOrder: claim.ownOrder }),
  };
}
