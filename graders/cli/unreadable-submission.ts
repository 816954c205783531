import { resolve } from "node:path";
import { UsageError } from "./output.ts";

/**
 * What to throw where a path holds no submission. The reason is the one that a report would tell, which names no folder; here,
 * where the path was typed, the folder is what is most often wrong.
 */
export function unreadableSubmission(reason: string, path: string): UsageError {
  return new UsageError(`${reason}; looked at ${resolve(path)}`);
}
