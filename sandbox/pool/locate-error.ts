import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { GuestError } from "../case-run.ts";
import { submissionScript } from "../submission-script.ts";
import type { Thrown } from "./parse-reply.ts";

const frame = new RegExp(`${submissionScript.replace(".", "\\.")}:(\\d{1,9}):(\\d{1,9})`);

/**
 * An exception with the place in the student's own source where it arose: the first frame of the stack that lies in the
 * submission.
 * @param sourceMap JSON of the bundle's source map.
 */
export function locateError(thrown: Thrown, sourceMap: string): GuestError {
  const error = { name: thrown.name || "Error", message: thrown.message };
  const [, line, column] = frame.exec(thrown.stack) ?? [];
  if (line === undefined || column === undefined || Number(line) < 1 || Number(column) < 1) return error;
  const map = new TraceMap(sourceMap);
  const found = originalPositionFor(map, { line: Number(line), column: Number(column) - 1 });
  if (found.source === null) return error;
  const file = found.source.replace(/^submission:/, "");
  return { ...error, file, line: found.line, column: found.column + 1 };
}
