import { printable } from "../phrasing/text/printable.ts";

/** A sentence for a template: printable, and split at its code spans. */
export type RichText = readonly TextPart[];

/** Prepares a sentence that may hold code spans and text of a submission. */
export function richText(sentence: string): RichText {
  return splitCodeSpans(printable(sentence));
}

/** A camel-case name in parts between which a line may break: `update`, `Lr`. */
export function splitName(name: string): readonly string[] {
  return printable(name).split(/(?<=[\p{Ll}\d])(?=\p{Lu})/u);
}

/** A part of a sentence: prose, or code that was between backticks. */
type TextPart = { readonly code: boolean; readonly text: string };

/**
 * Splits a sentence at its code spans. A backtick without a partner is prose.
 * @returns Parts in order, none empty; joined they give the sentence without its paired backticks.
 */
function splitCodeSpans(sentence: string): readonly TextPart[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.length > 2 && part.startsWith("`") && part.endsWith("`")
        ? { code: true, text: part.slice(1, -1) }
        : { code: false, text: part },
    );
}

/**
 * A relative path as the value of an `href`: each segment percent-encoded, so that no name can become a scheme, a
 * query or a fragment.
 * @param path With forward slashes.
 * @throws RangeError if the path is empty or begins with a slash, which would leave the folder of the page.
 */
export function encodePath(path: string): string {
  if (path === "" || path.startsWith("/"))
    throw new RangeError(`Cannot link to ${JSON.stringify(path)}: a relative path is needed`);
  return path
    .split("/")
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join("/");
}
