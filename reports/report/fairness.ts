/** An exercise without full marks, and what its student was told. */
export type LostExercise = {
  readonly id: string;
  readonly score: number;
  readonly maxScore: number;
  /** The known mistakes that were named, or what was pointed to; else the summary alone. */
  readonly told: readonly string[];
};

/** What the judge made of a submission of which it is known whether it is right. */
export type JudgedFile = {
  /** From the folder of the index. */
  readonly file: string;
  readonly assignment: string;
  readonly expected: "correct" | "wrong";
  /** The function that is written unusually, or that is wrong. */
  readonly function?: string;
  /** The style of a right one, the mistake of a wrong one. */
  readonly about?: string;
  /** Whether the judge agrees with the index. */
  readonly agrees: boolean;
  /** Of a right one all exercises that count and have lost points, of a wrong one its function. */
  readonly lost: readonly LostExercise[];
  /** Why nothing of it could be graded. */
  readonly message?: string;
  /** The grader itself failed on it: nothing is known. */
  readonly isGraderError?: true;
};

/** The submissions of one assignment. */
export type FairnessResult = {
  readonly assignment: string;
  readonly files: readonly JudgedFile[];
  /** Of grading all of them, without what is made ready before the first. */
  readonly timeMs: number;
};
