import type { RosterEntry } from "../../attempts/submission-attempt.ts";
import type { SubmissionCandidate } from "../../attempts/submission-candidate.ts";
import { isSameName, nameAsItStands, nameForms, namesAgree, nicknameAgrees } from "./name-forms.ts";
import type { RosterRow } from "./read-roster.ts";

/** The student a submission is from, if one was found. */
export type Match =
  | {
      readonly entry: RosterEntry;
      readonly number?: number;
      /**
       * How a person on a platform was matched: by number and whole name, by the whole name, or by the number, with a
       * nickname, a part of the name or no name at all.
       */
      readonly by?: "number-and-name" | "name" | "number";
    }
  /** Not matched, or it could be several students'; a sentence. */
  | { readonly reason: string };

type Index = ReadonlyMap<string, readonly RosterEntry[]>;

/** A roster that finds the student of a submission. */
export class RosterIndex {
  readonly #byId: Index;
  readonly #byFoldedId: Index;
  readonly #byAlias: Index;
  readonly #byPlatformId: Index;
  readonly #byEmail: Index;
  readonly #byMailbox: Index;
  readonly #byName: Index;

  constructor(rows: readonly RosterRow[]) {
    const index = (keys: (row: RosterRow) => readonly string[]): Index => {
      const found = new Map<string, RosterEntry[]>();
      for (const row of rows) {
        for (const key of new Set(keys(row))) {
          const entries = found.get(key) ?? [];
          entries.push(row.entry);
          found.set(key, entries);
        }
      }
      return found;
    };
    this.#byId = index(({ entry }) => [entry.id]);
    this.#byFoldedId = index(({ entry }) => [folded(entry.id)]);
    this.#byAlias = index(({ aliases }) => aliases.map(folded));
    this.#byPlatformId = index(({ platformIds = [] }) => platformIds.map(folded));
    this.#byEmail = index(({ entry }) => (entry.email === undefined ? [] : [folded(entry.email)]));
    this.#byMailbox = index(({ entry }) => (entry.email === undefined ? [] : [mailbox(entry.email)]));
    this.#byName = index(({ entry }) => (entry.name === undefined ? [] : nameForms(entry.name)));
  }

  /**
   * Finds the student of a submission: by id, exactly and then ignoring case; by another id of the roster; by e-mail;
   * by name. The first of these that finds anyone decides, and two matches count as none. A platform's own number may
   * be another student's id on the roster. So it counts only if the names agree, or one may be a nickname of the other
   * and nobody else has that name; and without names, only if the roster says that its number is the platform's.
   */
  match(candidate: SubmissionCandidate): Match {
    const whole = this.#search(candidate.ids, candidate);
    if (whole !== undefined) return whole;
    const { suffixed } = candidate;
    const base = suffixed && this.#search([suffixed.base], { ...candidate, name: suffixed.base });
    if (base !== undefined) return "entry" in base ? { ...base, number: suffixed?.number ?? 0 } : base;
    return { reason: `No student on the roster is called ${shown(candidate)}.` };
  }

  #search(ids: readonly string[], candidate: SubmissionCandidate): Match | undefined {
    if (candidate.idsAreForeign === true) return this.#searchForeign(candidate);
    const known = this.#byIds(ids) ?? this.#byWords(ids, candidate);
    return known && decide(candidate, known);
  }

  #searchForeign(candidate: SubmissionCandidate): Match | undefined {
    const { ids, name } = candidate;
    const whole = this.#byIds(ids, (entry) => isSameName(entry.name, name));
    if (whole !== undefined) return decide(candidate, whole, "number-and-name");
    const near =
      this.#byIds(ids, (entry) => namesAgree(entry.name, name)) ??
      this.#byIds(ids, (entry) => nicknameAgrees(entry.name, name)) ??
      this.#withoutName(candidate);
    const named = firstFound([[this.#byName, name === undefined ? [] : nameAsItStands(name)]]);
    if (near !== undefined) return decide(candidate, new Set([...near, ...(named ?? [])]), "number");
    if (named !== undefined) return decide(candidate, named, "name");
    if (isUnknown(name)) return nameless(candidate);
    const [other] = this.#byIds(ids) ?? [];
    return other && (isUnknown(other.name) ? unnamed(candidate, other) : disagreeing(candidate, other));
  }

  /** Where either side has no name, the roster must also say that the number is the platform's. */
  #withoutName({ ids, name }: SubmissionCandidate): ReadonlySet<RosterEntry> | undefined {
    const accepts = (entry: RosterEntry): boolean => isUnknown(name) || isUnknown(entry.name);
    return (
      firstFound([[this.#byPlatformId, ids.map(folded)]], accepts) ??
      this.#byIds(
        ids.filter((id) => !isNumber(id)),
        accepts,
      )
    );
  }

  #byIds(ids: readonly string[], accepts?: (entry: RosterEntry) => boolean): ReadonlySet<RosterEntry> | undefined {
    const folds = ids.map(folded);
    return firstFound(
      [
        [this.#byId, ids],
        [this.#byFoldedId, folds],
        [this.#byAlias, folds],
      ],
      accepts,
    );
  }

  #byWords(ids: readonly string[], { name, email }: SubmissionCandidate): ReadonlySet<RosterEntry> | undefined {
    const folds = ids.map(folded);
    return firstFound([
      [this.#byEmail, email === undefined ? folds : [folded(email), ...folds]],
      [this.#byMailbox, folds],
      [this.#byName, name === undefined ? [] : nameAsItStands(name)],
    ]);
  }
}

function firstFound(
  searches: readonly (readonly [Index, readonly string[]])[],
  accepts: (entry: RosterEntry) => boolean = () => true,
): ReadonlySet<RosterEntry> | undefined {
  for (const [index, keys] of searches) {
    const found = new Set(keys.flatMap((key) => index.get(key) ?? []).filter(accepts));
    if (found.size > 0) return found;
  }
  return undefined;
}

function decide(
  candidate: SubmissionCandidate,
  found: ReadonlySet<RosterEntry>,
  by: "number-and-name" | "name" | "number" = "name",
): Match {
  const [entry] = found;
  return entry !== undefined && found.size === 1 ? { entry, by } : ambiguous(candidate, found);
}

/** A number chosen by the platform may be any student's id. */
function nameless(candidate: SubmissionCandidate): Match {
  const columns = `a column "participantid", "moodleid" or "canvasid"`;
  return {
    reason: `The platform gives no name, only ${shown(candidate)}, and the roster does not say whose that is: it needs ${columns}.`,
  };
}

function unnamed(candidate: SubmissionCandidate, { id }: RosterEntry): Match {
  const needs = `it needs names, or a column "participantid", "moodleid" or "canvasid"`;
  return {
    reason: `"${id}" has no name on the roster, so it may not be the platform's ${shown(candidate)}: ${needs}.`,
  };
}

/** The number is on the roster, but as somebody else's. */
function disagreeing({ ids, name = "" }: SubmissionCandidate, { id, name: onRoster = "" }: RosterEntry): Match {
  const [number = ""] = ids;
  const there = id === number ? `"${id}"` : `"${number}" ("${id}")`;
  return {
    reason: `The names disagree: ${there} is "${onRoster}" on the roster, "${number}" is "${name}" here; nobody else on the roster has that name.`,
  };
}

function ambiguous(candidate: SubmissionCandidate, found: ReadonlySet<RosterEntry>): Match {
  const ids = [...found].slice(0, 5).map(({ id }) => `"${id}"`);
  return { reason: `${found.size} students on the roster may be meant by ${shown(candidate)}: ${ids.join(", ")}.` };
}

const shown = ({ ids, name }: SubmissionCandidate): string =>
  [...new Set([...ids.slice(0, 1), ...(name === undefined ? [] : [name])])].map((one) => `"${one}"`).join(" or ") ||
  "so";

const isUnknown = (name: string | undefined): boolean => name === undefined || nameForms(name).length === 0;
const isNumber = (id: string): boolean => /^\d+$/.test(id);
const folded = (text: string): string => text.normalize("NFC").toLowerCase();
const mailbox = (email: string): string => folded(email.replace(/@.*$/s, ""));
