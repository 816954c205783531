import type { WinnowFilter } from "@dodona/dolos-core";
import { scanTokens } from "../../source/scan-tokens.ts";

/** The fingerprints of a submission, in the order of its files: parallel arrays, 20 bytes for each fingerprint. */
export type Fingerprints = {
  /** Hash of a run of tokens, below 2^25. */
  readonly hashes: Int32Array;
  /** Consecutive within a file; between files there is a gap. */
  readonly positions: Int32Array;
  /** File, by its index in {@link Fingerprints.paths}; first and last line, from 1. */
  readonly files: Int32Array;
  readonly fromLines: Int32Array;
  readonly toLines: Int32Array;
  /** Sorted. */
  readonly paths: readonly string[];
  /** Whether the submission was too long and its end was left out. */
  readonly isCut: boolean;
};

/**
 * Winnows the files of a submission.
 * @param most Tokens after which the rest is left out.
 * @see Schleimer, Wilkerson & Aiken 2003, "Winnowing: local algorithms for document fingerprinting"
 */
export function fingerprint(files: ReadonlyMap<string, string>, winnow: WinnowFilter, most: number): Fingerprints {
  const paths = [...files.keys()].sort();
  const rows: number[][] = [];
  let left = most;
  let position = 0;
  let isCut = false;
  for (const [file, path] of paths.entries()) {
    const tokens = scanTokens(files.get(path) ?? "", left);
    for (const { hash, start, stop } of winnow.fingerprints([...tokens.kinds])) {
      if (hash === null) continue;
      rows.push([hash, position++, file, tokens.fromLines[start] ?? 1, tokens.toLines[stop] ?? 1]);
    }
    left -= tokens.kinds.length;
    position++;
    isCut ||= tokens.isCut;
  }
  const column = (at: number) => Int32Array.from(rows, (row) => row[at] ?? 0);
  return {
    hashes: column(0),
    positions: column(1),
    files: column(2),
    fromLines: column(3),
    toLines: column(4),
    paths,
    isCut,
  };
}

/** Keeps the fingerprints that a test accepts by their hash. */
export function selectFingerprints(fingerprints: Fingerprints, accepts: (hash: number) => boolean): Fingerprints {
  const kept = [...fingerprints.hashes.keys()].filter((at) => accepts(fingerprints.hashes[at] ?? 0));
  const column = (values: Int32Array) => Int32Array.from(kept, (at) => values[at] ?? 0);
  return {
    ...fingerprints,
    hashes: column(fingerprints.hashes),
    positions: column(fingerprints.positions),
    files: column(fingerprints.files),
    fromLines: column(fingerprints.fromLines),
    toLines: column(fingerprints.toLines),
  };
}
