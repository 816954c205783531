import type { SourcePlaces } from "../bundle/source-places.ts";
import type { LoadFailure } from "../case-run.ts";
import { locateError } from "./locate-error.ts";
import type { Thrown } from "./parse-reply.ts";

/** What is said of a submission none of whose functions could be called. */
export const loadFailures = {
  time: "The top level of the submission does not come to an end: nothing outside the functions may wait or loop",
  memory: "The top level of the submission runs out of memory",
  crash: "The top level of the submission brings its process down",
  again: "The top level of the submission fails when it is run once more: it must do the same each time",
} as const;

/** What is said of a submission whose top level threw, with the place in its own source. */
export function thrownAtLoad(thrown: Thrown, places: SourcePlaces): LoadFailure {
  const { name, message, ...place } = locateError(thrown, places);
  const where = place.line === undefined ? "" : `${place.file}:${place.line}: `;
  return { message: `${where}the top level of the submission threw ${name}: ${message}`, ...place };
}
