import { type OpenSubmission, openSubmission, type SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";

/** A file of a submission. */
export type SourceFile = {
  readonly path: string;
  readonly text: string;
  /** Where each line begins, by its number from 0; line ends are those that compilers count. */
  readonly lineStarts: Int32Array;
};

/** What a student wrote, to be shown beside what is said of it. Nothing is read before it is asked for. */
export type StudentSource = {
  /** The first file; undefined where there is none that can be read. */
  readonly entry: () => SourceFile | undefined;
  /** @param path Relative to the submission; undefined where there is no such file, or it cannot be read. */
  readonly file: (path: string) => SourceFile | undefined;
};

/** @param limitBytes Largest size of all files that are read, together. */
export function studentSource(files: SubmissionFiles, limitBytes: number): StudentSource {
  const known = new Map<string, SourceFile | undefined>();
  let opened: OpenSubmission | undefined;
  const open = (): OpenSubmission => {
    opened ??= openSubmission(files, limitBytes);
    return opened;
  };
  const file = (path: string): SourceFile | undefined => {
    if (!known.has(path)) known.set(path, readOrNothing(open, path));
    return known.get(path);
  };
  return { file, entry: () => orNothing(() => file(open().entry)) };
}

const readOrNothing = (open: () => OpenSubmission, path: string): SourceFile | undefined =>
  orNothing(() => {
    const text = open().read(path);
    return text === undefined ? undefined : { path, text, lineStarts: lineStartsOf(text) };
  });

/** What cannot be read has been told of already, by whoever compiled it. */
function orNothing<Found>(read: () => Found): Found | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** @returns As many numbers as the text has lines. */
function lineStartsOf(text: string): Int32Array {
  const starts = new Int32Array(endLines(text, () => {}) + 1);
  endLines(text, (line, start) => {
    starts[line] = start;
  });
  return starts;
}

const [lineFeed, carriageReturn, lineSeparator, paragraphSeparator] = [0x0a, 0x0d, 0x2028, 0x2029];

/** Calls for each line but the first, with its number from 0 and where it begins. @returns How many those are. */
function endLines(text: string, onLine: (line: number, start: number) => void): number {
  let lines = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPair = code === carriageReturn && text.charCodeAt(at + 1) === lineFeed;
    if (isPair || (code > carriageReturn && code < lineSeparator)) continue;
    if (code !== lineFeed && code !== carriageReturn && code !== lineSeparator && code !== paragraphSeparator) continue;
    lines += 1;
    onLine(lines, at + 1);
  }
  return lines;
}

/** A line without its end. @param line From 1. @returns undefined where there is none of that number. */
export function lineOf({ text, lineStarts }: SourceFile, line: number): string | undefined {
  const start = lineStarts[line - 1];
  if (start === undefined) return undefined;
  return text.slice(start, lineStarts[line]).replace(/(?:\r\n|[\n\r\u2028\u2029])$/, "");
}

/** Line and column of a character, both from 1. */
export function placeAt({ lineStarts }: SourceFile, at: number): { readonly line: number; readonly column: number } {
  let [low, high] = [0, lineStarts.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((lineStarts[middle] ?? 0) > at) high = middle;
    else low = middle;
  }
  return { line: low + 1, column: at - (lineStarts[low] ?? 0) + 1 };
}
