import { cutText } from "../phrasing/text/code-span.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { LineRange } from "./similarity.ts";

/** A region as one side marks it; `partner` is the anchor of the same region on the other side. */
export type MarkedRange = LineRange & { readonly number: number; readonly anchor: string; readonly partner: string };

/** Consecutive lines of a file, in one region or in none. */
type SourceBlock = {
  readonly start: number;
  readonly lines: readonly string[];
  readonly mark: {
    readonly number: number;
    readonly anchor: string;
    readonly partner: string;
    readonly isOdd: boolean;
  } | null;
};

/** A file for a template. */
export type SourceView = {
  readonly path: string;
  readonly blocks: readonly SourceBlock[];
  /** Lines that are not shown. */
  readonly more: number;
};

const longestLine = 240;

/** How much of a side is shown: enough for an honest submission, little enough for twenty pairs on a page. */
export const sourceLimit = { lines: 400, characters: 24_000 } as const;

/**
 * The files of a submission with their regions, cut to {@link sourceLimit} in total. A line that is in two regions is
 * shown in the longer one.
 * @param files Source text by path. Text from outside: it can contain anything.
 */
export function sourceViews(files: ReadonlyMap<string, string>, ranges: readonly MarkedRange[]): SourceView[] {
  const left = { ...sourceLimit } as { lines: number; characters: number };
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => {
      const all = text.replaceAll("\r\n", "\n").replace(/\n$/, "").split("\n");
      const lines: string[] = [];
      for (const line of all) {
        if (left.lines <= 0 || left.characters <= 0) break;
        const shown = cutText(printable(line.slice(0, longestLine + 1), { lines: true }), longestLine);
        lines.push(shown);
        left.lines -= 1;
        left.characters -= shown.length;
      }
      const own = ranges.filter(({ file }) => file === path);
      return { path: printable(path), blocks: blocksOf(lines, own), more: all.length - lines.length };
    });
}

function blocksOf(lines: readonly string[], ranges: readonly MarkedRange[]): SourceBlock[] {
  const owners: (MarkedRange | undefined)[] = lines.map(() => undefined);
  for (const range of ranges.toSorted((a, b) => a.to - a.from - (b.to - b.from)))
    owners.fill(range, range.from - 1, Math.min(range.to, lines.length));
  const blocks: { start: number; lines: string[]; owner: MarkedRange | undefined }[] = [];
  for (const [at, line] of lines.entries()) {
    const owner = owners[at];
    const last = blocks.at(-1);
    if (last !== undefined && last.owner === owner) last.lines.push(line);
    else blocks.push({ start: at + 1, lines: [line], owner });
  }
  const marked = new Set<MarkedRange>();
  return blocks.map(({ start, lines: own, owner }) => {
    // A longer region may interrupt this one; the anchor stays at its beginning.
    const isFirst = owner !== undefined && !marked.has(owner);
    if (owner !== undefined) marked.add(owner);
    return { start, lines: own, mark: owner === undefined ? null : markOf(owner, isFirst) };
  });
}

function markOf({ number, anchor, partner }: MarkedRange, isFirst: boolean): SourceBlock["mark"] {
  return { number, anchor: isFirst ? anchor : "", partner, isOdd: number % 2 === 1 };
}
