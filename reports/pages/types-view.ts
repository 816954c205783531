import { message } from "../messages/message.ts";
import { phraseTypeErrors, type TypeProblemWords } from "../phrasing/phrase-type-errors.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { TypeErrors } from "../report/report.ts";
import { type RichText, richText } from "./page-text.ts";

/** What TypeScript finds, for the template. */
export type TypesView = {
  /** Of a sheet; null where nothing is known. */
  readonly heading: string | null;
  readonly remarks: readonly string[];
  /** What is always shown. */
  readonly problems: readonly ProblemView[];
  /** What is shown on demand. */
  readonly folded: { readonly label: string; readonly problems: readonly ProblemView[] } | null;
};

type ProblemView = Pick<TypeProblemWords, "place" | "excerpt"> & {
  readonly about: RichText | null;
  readonly what: RichText;
};

/** Errors up to which all are shown at once. */
const mostOpen = 3;

/** The view of what TypeScript finds; null where it finds nothing. */
export function typesView(found: TypeErrors | undefined): TypesView | null {
  const words = found === undefined ? null : phraseTypeErrors(found);
  if (words === null) return null;
  if (typeof words === "string") return { heading: null, remarks: [words], problems: [], folded: null };
  const { heading, remarks } = words;
  const problems = words.problems.map(({ place, about, what, excerpt }) => ({
    place: printable(place),
    about: about === null ? null : richText(about),
    what: richText(what),
    excerpt,
  }));
  const isFolded = problems.length > mostOpen;
  const label = message("types.all", { count: problems.length });
  return { heading, remarks, problems: isFolded ? [] : problems, folded: isFolded ? { label, problems } : null };
}
