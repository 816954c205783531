import { printable } from "../phrasing/text/printable.ts";
import { splitCodeSpans, type TextPart } from "./split-code-spans.ts";

/** A sentence for a template: printable, and split at its code spans. */
export type RichText = readonly TextPart[];

/** Prepares a sentence that may hold code spans and text of a submission. */
export function richText(sentence: string): RichText {
  return splitCodeSpans(printable(sentence));
}

/** A camel-case name in pieces, between which a line may be broken: `update`, `Lr`. */
export function splitName(name: string): readonly string[] {
  return printable(name).split(/(?<=[\p{Ll}\d])(?=\p{Lu})/u);
}
