/** Lines of one file, both ends included, counted from 1. */
export type LineRange = { readonly file: string; readonly from: number; readonly to: number };

/** Code that occurs on both sides of a pair. */
export type SimilarRegion = { readonly left: LineRange; readonly right: LineRange };

/** A submission, and all students who handed it in. */
export type SimilarSide = {
  /** Sorted; several where their files are identical. Text from outside: it can contain anything. */
  readonly students: readonly string[];
  /** Source text by path. */
  readonly files: ReadonlyMap<string, string>;
};

/** Two submissions and what they share, apart from the starter and from what most of the class shares. */
export type SimilarPair = {
  readonly left: SimilarSide;
  readonly right: SimilarSide;
  /** Share of both submissions' fingerprints that occur on the other side, above 0 and at most 1. */
  readonly similarity: number;
  /** Lines of the longest region, on the side where it takes fewer. */
  readonly longest: number;
  /** Lines in any region, on the side where they are fewer. */
  readonly overlap: number;
  /** In the order of the left side; no line of code is matched twice. */
  readonly regions: readonly SimilarRegion[];
};

/** A student whose submission is not compared; `too-large`: it exceeds the limit for grading. */
export type NotCompared = {
  readonly student: string;
  readonly why: "unreadable" | "no-source" | "too-large" | "failed";
};

/** What the submissions of a class have in common. */
export type Similarity = {
  /** How many were handed in, and how many of them differ. */
  readonly submissions: number;
  readonly distinct: number;
  /** Students whose files are identical, largest group first. */
  readonly identical: readonly (readonly string[])[];
  /** Most similar first. */
  readonly pairs: readonly SimilarPair[];
  /** Students who handed in no code of their own: the starter, an empty file, or only what most of the class shares. */
  readonly nothingOwn: readonly string[];
  /** Students whose submission is so long that only its beginning was compared. */
  readonly cutShort: readonly string[];
  /** Students whose submission could not be compared, and why. */
  readonly notCompared: readonly NotCompared[];
};
