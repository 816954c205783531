import { currentLanguage } from "../messages/language.ts";

/** Characters that are kept of the parts of one kind. */
const mostCharacters = 4_000_000;

/** Markup of a part of a page, by name. */
type Markup = Readonly<Record<string, string>>;

/**
 * Renders a part once for all pages that show the same: the instructor's and the student's, and those of a class, where most exercises
 * pass. What is kept of a large class is no more than of a small one.
 * @param render Follows from data alone, as JSON has it, and from the language that is being written.
 */
export function renderedOnce<Given extends readonly unknown[], Rendered extends Markup>(
  render: (...given: Given) => Rendered,
): (...given: Given) => Rendered {
  const known = new Map<string, Rendered>();
  let characters = 0;
  return (...given) => {
    const key = currentLanguage() + JSON.stringify(given);
    const found = known.get(key);
    if (found !== undefined) return found;
    const rendered = render(...given);
    characters += Object.values(rendered).reduce((sum, { length }) => sum + length, key.length);
    if (characters > mostCharacters) {
      known.clear();
      characters = 0;
    }
    known.set(key, rendered);
    return rendered;
  };
}
