/** A stretch of a sentence: prose, or code that stood between backticks. */
export type TextPart = { readonly code: boolean; readonly text: string };

/**
 * Splits a sentence at its code spans. A backtick without a partner is prose.
 * @returns Parts in order, none empty; joined they give the sentence without its paired backticks.
 */
export function splitCodeSpans(sentence: string): readonly TextPart[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.length > 2 && part.startsWith("`") && part.endsWith("`")
        ? { code: true, text: part.slice(1, -1) }
        : { code: false, text: part },
    );
}
