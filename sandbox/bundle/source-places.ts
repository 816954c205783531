/**
 * Where the pieces of a bundle stand in the student's own files: its source map, read once, in the process that compiles, and kept
 * so that a place is found without reading it again.
 */
export type SourcePlaces = {
  /** Paths of the files, relative to the submission. */
  readonly files: readonly string[];
  /** Five numbers a piece, in the order of the code: line and column in the code, then file (-1: none), line and column. From 0. */
  readonly pieces: Int32Array;
};

/** A place in a student's file; line and column from 1. */
export type SourcePlace = { readonly file: string; readonly line: number; readonly column: number };

/** Places of code of which nothing is known. */
export const noPlaces: SourcePlaces = { files: [], pieces: new Int32Array() };

/** Numbers a piece. */
export const pieceWidth = 5;

/**
 * The place of a piece of code in the student's files.
 * @param line In the bundle's code, from 1.
 * @param column From 1.
 */
export function placeOf({ files, pieces }: SourcePlaces, line: number, column: number): SourcePlace | undefined {
  // The last piece that begins there or before.
  let [low, high] = [0, pieces.length / pieceWidth];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [pieceLine = 0, pieceColumn = 0] = pieces.subarray(middle * pieceWidth);
    const isBehind = pieceLine > line - 1 || (pieceLine === line - 1 && pieceColumn > column - 1);
    if (isBehind) high = middle;
    else low = middle + 1;
  }
  const [pieceLine, , index = -1, sourceLine = 0, sourceColumn = 0] = pieces.subarray(
    Math.max(0, low - 1) * pieceWidth,
  );
  const file = files[index];
  if (low === 0 || pieceLine !== line - 1 || file === undefined) return undefined;
  return { file, line: sourceLine + 1, column: sourceColumn + 1 };
}
