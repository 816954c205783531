import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";

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
const width = 5;
/** Size of a map for each byte of source: code as people write it has 0.8, all in one line 2. */
const mapShare = 3;
/** Largest map that is read, bytes: that of 2 MB of code as people write it. To read it takes a twentieth of a second. */
const mostMapBytes = 1_500_000;

/**
 * Reads a bundle's source map.
 * @param json As esbuild wrote it.
 * @param sourceBytes Size of all files in the bundle: a map that is large beside them is not read, and nothing has a place then.
 */
export function readSourceMap(json: string, sourceBytes: number): SourcePlaces {
  if (json.length > Math.min(mostMapBytes, mapShare * sourceBytes + 10_000)) return noPlaces;
  const map = new TraceMap(json);
  const lines = decodedMappings(map);
  const pieces = new Int32Array(width * lines.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [line, segments] of lines.entries()) {
    for (const [column, file = -1, sourceLine = 0, sourceColumn = 0] of segments) {
      pieces.set([line, column, file, sourceLine, sourceColumn], at);
      at += width;
    }
  }
  return { files: map.sources.map((source) => (source ?? "").replace(/^submission:/, "")), pieces };
}

/**
 * The place of a piece of code in the student's files.
 * @param line In the bundle's code, from 1.
 * @param column From 1.
 */
export function placeOf({ files, pieces }: SourcePlaces, line: number, column: number): SourcePlace | undefined {
  // The last piece that begins there or before.
  let [low, high] = [0, pieces.length / width];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [pieceLine = 0, pieceColumn = 0] = pieces.subarray(middle * width);
    const isBehind = pieceLine > line - 1 || (pieceLine === line - 1 && pieceColumn > column - 1);
    if (isBehind) high = middle;
    else low = middle + 1;
  }
  const [pieceLine, , index = -1, sourceLine = 0, sourceColumn = 0] = pieces.subarray(Math.max(0, low - 1) * width);
  const file = files[index];
  if (low === 0 || pieceLine !== line - 1 || file === undefined) return undefined;
  return { file, line: sourceLine + 1, column: sourceColumn + 1 };
}
