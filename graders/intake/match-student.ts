import type { Claim } from "./claim.ts";
import type { RosterEntry } from "./hand-in.ts";
import { nameForms, namesAgree } from "./name-forms.ts";
import type { RosterRow } from "./read-roster.ts";

/** Whose a submission is. */
export type Match =
  | { readonly entry: RosterEntry; readonly number?: number }
  /** Nobody's, or one of several's; a sentence. */
  | { readonly reason: string };

type Index = ReadonlyMap<string, readonly RosterEntry[]>;

/** A roster that can be asked whose a submission is. */
export class RosterIndex {
  readonly #byId: Index;
  readonly #byFoldedId: Index;
  readonly #byAlias: Index;
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
    this.#byEmail = index(({ entry }) => (entry.email === undefined ? [] : [folded(entry.email)]));
    this.#byMailbox = index(({ entry }) => (entry.email === undefined ? [] : [mailbox(entry.email)]));
    this.#byName = index(({ entry }) => (entry.name === undefined ? [] : nameForms(entry.name)));
  }

  /**
   * Finds the student of a submission: by id, exactly and then whatever its case; by another id of the roster; by e-mail; by name.
   * The first that finds anybody decides, and two found are none.
   */
  match(claim: Claim): Match {
    const whole = this.#search(claim.ids, claim);
    if (whole !== undefined) return whole;
    const { suffixed } = claim;
    const base = suffixed && this.#search([suffixed.base], { ...claim, name: suffixed.base });
    if (base !== undefined) return "entry" in base ? { ...base, number: suffixed?.number ?? 0 } : base;
    return { reason: `No student on the roster is called ${shown(claim)}.` };
  }

  #search(ids: readonly string[], claim: Claim): Match | undefined {
    const email = claim.email === undefined ? [] : [folded(claim.email)];
    const agrees = (entry: RosterEntry): boolean => claim.idsAreForeign !== true || namesAgree(entry.name, claim.name);
    const searches: readonly (readonly [Index, readonly string[], (entry: RosterEntry) => boolean])[] = [
      [this.#byId, ids, agrees],
      [this.#byFoldedId, ids.map(folded), agrees],
      [this.#byAlias, ids.map(folded), agrees],
      [this.#byEmail, [...email, ...ids.map(folded)], agrees],
      [this.#byMailbox, ids.map(folded), agrees],
      [this.#byName, claim.name === undefined ? [] : nameForms(claim.name).slice(0, 1), () => true],
    ];
    for (const [index, keys, accepts] of searches) {
      const found = new Set(keys.flatMap((key) => index.get(key) ?? []).filter(accepts));
      const [entry] = found;
      if (entry !== undefined) return found.size === 1 ? { entry } : ambiguous(claim, found);
    }
    return undefined;
  }
}

function ambiguous(claim: Claim, found: ReadonlySet<RosterEntry>): Match {
  const ids = [...found].slice(0, 5).map(({ id }) => `"${id}"`);
  return { reason: `${found.size} students on the roster may be meant by ${shown(claim)}: ${ids.join(", ")}.` };
}

const shown = ({ ids, name }: Claim): string =>
  [...new Set([...ids.slice(0, 1), ...(name === undefined ? [] : [name])])].map((one) => `"${one}"`).join(" or ") ||
  "so";

const folded = (text: string): string => text.normalize("NFC").toLowerCase();
const mailbox = (email: string): string => folded(email.replace(/@.*$/s, ""));
