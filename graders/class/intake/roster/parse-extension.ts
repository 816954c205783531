import { readInstant } from "../../attempts/read-instant.ts";
import type { RosterEntry } from "../../attempts/submission-attempt.ts";

const days = /^\+?\s*(\d{1,3})\s*d(?:ays?)?$/i;

/**
 * Reads an extension: `+2d` for whole days more, a new due date with its zone (`2026-03-14T18:00+01:00`), or a day (`2026-03-14`), which
 * lasts until it has ended everywhere on earth (UTC-12), so that no student has less of it than was said.
 * @returns undefined where it is none of these.
 */
export function parseExtension(text: string): RosterEntry["extension"] {
  const more = days.exec(text)?.[1];
  if (more !== undefined) return { days: Number(more) };
  const until = readInstant(text) ?? readInstant(`${text}T23:59:59-12:00`);
  return until && { until };
}
