import { message } from "../messages/message.ts";
import { type RichText, richText } from "./page-text.ts";

/** A hint for a template, and how to get the next one. */
export type RungView = {
  readonly text: RichText;
  /** What the hint is in, where that is not the language of the page. */
  readonly foreign: "en" | null;
  /** What it is called; null for those that are opened, whose name is on what opens them. */
  readonly label: string | null;
  readonly next: { readonly label: string; readonly rung: RungView } | null;
};

/** Hints one inside the other: the first is shown, each further one is opened by its reader. Null where there are none. */
export function hintLadder(hints: readonly string[], foreign: "en" | null): RungView | null {
  const total = hints.length;
  const label = total === 1 ? message("page.hint") : message("page.hint-of", { number: 1, total });
  return hints.reduceRight<RungView | null>((rung, hint, at) => {
    const number = at + 2;
    const opener =
      number === total ? message("page.last-hint", { number, total }) : message("page.next-hint", { number, total });
    const next = rung === null ? null : { label: opener, rung };
    return { text: richText(hint), foreign, label: at === 0 ? label : null, next };
  }, null);
}
