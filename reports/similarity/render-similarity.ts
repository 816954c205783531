import { message } from "../messages/message.ts";
import { compileTemplate } from "../pages/compile-template.ts";
import { cutText } from "../phrasing/text/code-span.ts";
import { scorePercent } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { NotCompared, Similarity, SimilarPair, SimilarSide } from "./similarity.ts";
import { type MarkedRange, type SourceView, sourceViews } from "./source-view.ts";

const renderPage = compileTemplate<SimilarityView>("similarity");

/**
 * The page of similarities, for instructors: one self-contained HTML file without script. It shows figures and code,
 * and judges nothing. Its size is bounded by what it shows: some 200 bytes for a row, at most a few hundred lines for
 * each side of a pair.
 */
export function renderSimilarity(similarity: Similarity, options: SimilarityPageOptions): string {
  return renderPage(similarityView(similarity, options));
}

/** Names of students; of many, the first ones and how many more. */
type NamesView = { readonly names: readonly string[]; readonly more: number };

/** A figure, and its rank in its column if it is among the first. */
type FigureView = { readonly text: string; readonly place: number | null };

/** A row of the table of pairs. */
type PairRowView = {
  readonly number: number;
  /** Of the side-by-side view; null where the page has none of this pair. */
  readonly anchor: string | null;
  readonly left: NamesView;
  readonly right: NamesView;
  readonly percent: number;
  readonly longest: FigureView;
  readonly overlap: FigureView;
};

/** A pair side by side. */
type PairView = PairRowView & {
  readonly isOpen: boolean;
  readonly sides: readonly {
    readonly names: NamesView;
    readonly files: readonly SourceView[];
    readonly showsPaths: boolean;
  }[];
};

/** Everything the page of similarities shows. */
type SimilarityView = {
  readonly heading: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly identical: readonly NamesView[];
  readonly moreIdentical: number;
  readonly rows: readonly PairRowView[];
  readonly pairs: readonly PairView[];
  readonly nothingOwn: NamesView;
  readonly cutShort: NamesView;
  readonly notCompared: readonly { readonly reason: string; readonly students: NamesView }[];
};

/** What to show. */
export type SimilarityPageOptions = {
  readonly assignmentTitle: string;
  /** Pairs to show side by side. Default 20. */
  readonly sideBySide?: number;
};

const reasons = ["too-large", "unreadable", "no-source", "failed"] as const satisfies readonly NotCompared["why"][];

const mostGroups = 200;
const mostNames = 200;
const namesInRow = 3;
const longestName = 60;
const placesShown = 5;

/** The view model of the page. Pairs stay in the caller's order. */
function similarityView(similarity: Similarity, options: SimilarityPageOptions): SimilarityView {
  const { submissions, distinct, identical, pairs, nothingOwn, cutShort, notCompared } = similarity;
  const longest = placesOf(pairs.map((pair) => pair.longest));
  const overlap = placesOf(pairs.map((pair) => pair.overlap));
  const sideBySide = options.sideBySide ?? 20;
  const rows = pairs.map((pair, at) => ({
    number: at + 1,
    anchor: at < sideBySide ? `pair-${at + 1}` : null,
    left: namesView(pair.left.students, namesInRow),
    right: namesView(pair.right.students, namesInRow),
    percent: scorePercent(pair.similarity, 1),
    longest: { text: message("similarity.lines", { count: pair.longest }), place: longest[at] ?? null },
    overlap: { text: message("similarity.lines", { count: pair.overlap }), place: overlap[at] ?? null },
  }));
  return {
    heading: printable(options.assignmentTitle),
    facts: [
      { name: message("similarity.submissions"), value: String(submissions) },
      { name: message("similarity.distinct"), value: String(distinct) },
      { name: message("similarity.listed"), value: String(pairs.length) },
    ],
    identical: identical.slice(0, mostGroups).map((group) => namesView(group, mostNames)),
    moreIdentical: Math.max(0, identical.length - mostGroups),
    rows,
    pairs: rows.slice(0, sideBySide).flatMap((row, at) => {
      const pair = pairs[at];
      return pair === undefined ? [] : [{ ...row, isOpen: at === 0, sides: sidesOf(pair, row.number) }];
    }),
    nothingOwn: namesView(nothingOwn, mostNames),
    cutShort: namesView(cutShort, mostNames),
    notCompared: reasons.flatMap((why) => {
      const students = notCompared.filter((one) => one.why === why).map(({ student }) => student);
      return students.length === 0
        ? []
        : [{ reason: message(`similarity.why.${why}`), students: namesView(students, mostNames) }];
    }),
  };
}

function sidesOf({ left, right, regions }: SimilarPair, number: number): PairView["sides"] {
  const ranges = (own: "left" | "right", other: "left" | "right"): MarkedRange[] =>
    regions.map((region, at) => ({
      ...region[own],
      number: at + 1,
      anchor: `pair-${number}-${own}-${at + 1}`,
      partner: `pair-${number}-${other}-${at + 1}`,
    }));
  return [sideView(left, ranges("left", "right")), sideView(right, ranges("right", "left"))];
}

function sideView(side: SimilarSide, ranges: readonly MarkedRange[]): PairView["sides"][number] {
  return {
    names: namesView(side.students, namesInRow),
    files: sourceViews(side.files, ranges),
    showsPaths: side.files.size > 1,
  };
}

function namesView(students: readonly string[], most: number): NamesView {
  const names = students.slice(0, most).map((student) => cutText(printable(student), longestName));
  return { names, more: students.length - names.length };
}

/** The rank of each figure among all, from 1 and equal for equal figures; null beyond the first few. */
function placesOf(figures: readonly number[]): (number | null)[] {
  const sorted = figures.toSorted((a, b) => b - a);
  return figures.map((figure) => {
    const place = sorted.indexOf(figure) + 1;
    return place <= placesShown ? place : null;
  });
}
