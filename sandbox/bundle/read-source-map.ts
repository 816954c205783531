import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";
import { noPlaces, pieceWidth, type SourcePlaces } from "./source-places.ts";

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
  const pieces = new Int32Array(pieceWidth * lines.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [line, segments] of lines.entries()) {
    for (const [column, file = -1, sourceLine = 0, sourceColumn = 0] of segments) {
      pieces.set([line, column, file, sourceLine, sourceColumn], at);
      at += pieceWidth;
    }
  }
  return { files: map.sources.map((source) => (source ?? "").replace(/^submission:/, "")), pieces };
}
