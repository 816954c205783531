import { placeOf, type SourcePlaces } from "../bundle/source-places.ts";
import { submissionScript } from "../protocol/submission-script.ts";
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
