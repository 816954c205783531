import { placeOf, type SourcePlaces } from "../bundle/source-places.ts";
import { submissionScript } from "../protocol/reply-format.ts";
import type { GuestError } from "./case-run.ts";
import type { Thrown } from "./parse-reply.ts";

const frame = new RegExp(`${submissionScript.replace(".", "\\.")}:(\\d{1,9}):(\\d{1,9})`);

/**
 * An exception with the place in the student's own source where it arose: the first frame of the stack that lies in the
 * submission.
 */
export function locateError(thrown: Thrown, places: SourcePlaces): GuestError {
  const error = { name: thrown.name || "Error", message: thrown.message };
  const [, line, column] = frame.exec(thrown.stack) ?? [];
  if (line === undefined || column === undefined) return error;
  return { ...error, ...placeOf(places, Number(line), Number(column)) };
}

const frames = new RegExp(frame, "g");

/** Characters of a path that are shown, its last: a name of a place that a student may print as often as they like must stay short. */
const mostOfPath = 60;

/**
 * A text in which every place in the bundle is named by the student's own file and line: what `console.trace` printed, for one.
 * @param mostCharacters What is kept of the result.
 */
export function locateFrames(text: string, places: SourcePlaces, mostCharacters: number): string {
  if (!text.includes(submissionScript)) return text.slice(0, mostCharacters);
  const located = text.slice(0, mostCharacters).replaceAll(frames, (found, line: string, column: string) => {
    const known = placeOf(places, Number(line), Number(column));
    return known === undefined ? found : `${endOf(known.file)}:${known.line}:${known.column}`;
  });
  return located.slice(0, mostCharacters);
}

const endOf = (path: string): string => (path.length > mostOfPath ? `…${path.slice(1 - mostOfPath)}` : path);
