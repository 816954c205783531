import type { SourcePart, SourceWords } from "../phrasing/phrase-source.ts";
import { type RichText, richText } from "./page-text.ts";

/** Lines of a submission for a template. */
export type SourceView = {
  readonly caption: RichText;
  readonly start: number;
  /** A line in which something is marked has parts, any other a text. */
  readonly lines: readonly { readonly parts: readonly SourcePart[] | null; readonly text: string }[];
};

/** What is marked is named to those who do not see the mark; line numbers are those of a list. */
export function sourceView({ caption, firstLine, lines }: SourceWords): SourceView {
  return {
    caption: richText(caption),
    start: firstLine,
    lines: lines.map((parts) => ({
      parts: parts.some(({ isMarked }) => isMarked) ? parts : null,
      text: parts[0]?.text ?? "",
    })),
  };
}
