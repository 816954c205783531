import type {
  LineRange,
  NotCompared,
  Similarity,
  SimilarPair,
  SimilarSide,
} from "../../../reports/similarity/similarity.ts";
import { type Fingerprints, fingerprint, selectFingerprints } from "./fingerprint.ts";
import { matchRegions } from "./match-regions.ts";
import { type Overlap, rankOverlaps } from "./rank-overlaps.ts";

/** One student's source text, by path. */
export type ComparedSubmission = { readonly student: string; readonly files: ReadonlyMap<string, string> };

/** How to compare. */
export type SimilarityOptions = {
  /** Pairs to return. Default 100. */
  readonly most?: number;
  /** Code that more than this share of the distinct submissions have does not count, above 0. Default 0.5. */
  readonly commonShare?: number;
  /** Tokens to read of each submission. Default 20,000, some 2,000 lines. */
  readonly mostTokens?: number;
};

type Submission = { readonly side: SimilarSide; readonly fingerprints: Fingerprints };

// 12 tokens are a line or a little more; a match of 12 + 8 - 1 tokens is certain to be found.
const kgramLength = 12;
const kgramsInWindow = 8;
// Two or three submissions do not show what most of a class has.
const leastHolders = 5;
const leastShared = 12;

/**
 * Finds what the submissions of a class share, by winnowed fingerprints of their tokens, apart from the starter and
 * from what most of the class shares. Every pair is compared; identical submissions are compared with others only once.
 *
 * The result depends only on the arguments, not on the order of the submissions.
 * @param starter The source text that all students were given.
 */
export async function findSimilar(
  submissions: readonly ComparedSubmission[],
  starter: string,
  options: SimilarityOptions = {},
): Promise<Similarity> {
  const { most = 100, commonShare = 0.5, mostTokens = 20_000 } = options;
  const { WinnowFilter } = await import("@dodona/dolos-core");
  const winnow = new WinnowFilter(kgramLength, kgramsInWindow);
  const notCompared: NotCompared[] = [];
  const read = groupIdentical(submissions).flatMap((side): Submission[] => {
    try {
      return [{ side, fingerprints: fingerprint(side.files, winnow, mostTokens) }];
    } catch {
      // One text that the scanner cannot read must not stop the comparison of the others.
      notCompared.push(...side.students.map((student) => ({ student, why: "failed" as const })));
      return [];
    }
  });
  const given = new Set(fingerprint(new Map([["", starter]]), winnow, mostTokens).hashes);
  const common = commonHashes(read, Math.max(leastHolders, commonShare * read.length));
  const own = read.map(({ side, fingerprints }) => ({
    side,
    fingerprints: selectFingerprints(fingerprints, (hash) => !given.has(hash) && !common.has(hash)),
  }));
  const hasOwn = ({ fingerprints }: Submission) => fingerprints.hashes.length > 0;
  const compared = own.filter(hasOwn);
  const overlaps = rankOverlaps(
    compared.map(({ fingerprints }) => fingerprints),
    2 * most,
    leastShared,
  );
  return {
    submissions: submissions.length,
    distinct: read.length,
    identical: compared
      .map(({ side }) => side.students)
      .filter(({ length }) => length > 1)
      .sort((a, b) => b.length - a.length),
    pairs: choosePairs(
      overlaps.map((overlap) => toPair(compared, overlap)),
      most,
    ),
    nothingOwn: studentsOf(own.filter((submission) => !hasOwn(submission))),
    cutShort: studentsOf(read.filter(({ fingerprints }) => fingerprints.isCut)),
    notCompared,
  };
}

/** Distinct submissions, each with all students who handed it in; sorted by the first of them. */
function groupIdentical(submissions: readonly ComparedSubmission[]): SimilarSide[] {
  const groups = new Map<string, { readonly students: string[]; readonly files: ReadonlyMap<string, string> }>();
  for (const { student, files } of submissions) {
    const key = JSON.stringify([...files].sort(([a], [b]) => inOrder(a, b)));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { students: [student], files });
    else group.students.push(student);
  }
  const sides = [...groups.values()].map(({ students, files }) => ({ students: students.sort(inOrder), files }));
  return sides.sort((a, b) => inOrder(a.students[0] ?? "", b.students[0] ?? ""));
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Hashes that occur in more submissions than the limit. */
function commonHashes(submissions: readonly Submission[], most: number): ReadonlySet<number> {
  const holders = new Map<number, number>();
  for (const { fingerprints } of submissions)
    for (const hash of new Set(fingerprints.hashes)) holders.set(hash, (holders.get(hash) ?? 0) + 1);
  return new Set([...holders].filter(([, count]) => count > most).map(([hash]) => hash));
}

function toPair(submissions: readonly Submission[], { left, right, similarity }: Overlap): SimilarPair[] {
  const [a, b] = [submissions[left], submissions[right]];
  if (a === undefined || b === undefined) return [];
  const regions = matchRegions(a.fingerprints, b.fingerprints);
  const lengths = regions.map((region) => Math.min(linesIn(region.left), linesIn(region.right)));
  const covered = [regions.map((region) => region.left), regions.map((region) => region.right)].map(coveredLines);
  return [
    {
      left: a.side,
      right: b.side,
      similarity,
      longest: Math.max(0, ...lengths),
      overlap: Math.min(...covered),
      regions,
    },
  ];
}

const linesIn = ({ from, to }: LineRange): number => to - from + 1;

function coveredLines(ranges: readonly LineRange[]): number {
  const lines = new Set<string>();
  for (const { file, from, to } of ranges) for (let line = from; line <= to; line++) lines.add(`${line} ${file}`);
  return lines.size;
}

const studentsOf = (submissions: readonly Submission[]): string[] =>
  submissions.flatMap(({ side }) => side.students).sort(inOrder);

/** The highest by any of the three figures; most similar first. */
function choosePairs(found: readonly (readonly SimilarPair[])[], most: number): SimilarPair[] {
  const pairs = found.flat();
  const figures: ((pair: SimilarPair) => number)[] = [(p) => p.similarity, (p) => p.longest, (p) => p.overlap];
  const best = new Map<SimilarPair, number>();
  for (const figure of figures)
    for (const [place, pair] of pairs.toSorted((a, b) => figure(b) - figure(a) || bySimilarity(a, b)).entries())
      best.set(pair, Math.min(place, best.get(pair) ?? place));
  return pairs
    .sort((a, b) => (best.get(a) ?? 0) - (best.get(b) ?? 0) || bySimilarity(a, b))
    .slice(0, most)
    .sort(bySimilarity);
}

function bySimilarity(a: SimilarPair, b: SimilarPair): number {
  return (
    b.similarity - a.similarity ||
    b.longest - a.longest ||
    b.overlap - a.overlap ||
    inOrder(a.left.students[0] ?? "", b.left.students[0] ?? "") ||
    inOrder(a.right.students[0] ?? "", b.right.students[0] ?? "")
  );
}
