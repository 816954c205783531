import type { SourcePart, SourceWords } from "../phrasing/phrase-source.ts";
import { type RichText, richText } from "./page-text.ts";

/** Lines of a submission for a template. */
export type SourceView = {
  readonly caption: RichText;
  readonly start: number;
  readonly lines: readonly { readonly parts: readonly SourcePart[]; readonly isMarked: boolean }[];
};

/** What is marked is named to those who do not see the mark; line numbers are those of a list. */
export function sourceView({ caption, firstLine, lines }: SourceWords): SourceView {
  return {
    caption: richText(caption),
    start: firstLine,
    lines: lines.map((parts) => ({ parts, isMarked: parts.some(({ isMarked }) => isMarked) })),
  };
}
