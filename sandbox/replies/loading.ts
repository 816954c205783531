import type { SourcePlaces } from "../bundle/source-places.ts";
import type { LoadFailure } from "./case-run.ts";
import { locateError } from "./locate-error.ts";
import type { Reply, Thrown } from "./parse-reply.ts";

/** What is said of a submission none of whose functions could be called. */
export const loadFailures = {
  time: "The top level of the submission does not come to an end in time: code outside functions must be quick",
  waits: "The top level of the submission never comes to an end: it awaits something that never happens",
  memory: "The top level of the submission runs out of memory",
  crash: "The top level of the submission brings its process down",
  again: "The top level of the submission fails when it is run once more: it must do the same each time",
} as const;

/** Whether a submission has been loaded, and what it exports; or why nothing of it can be called. */
export class Loading {
  readonly #places: SourcePlaces;
  #exportNames: readonly string[] | undefined;
  #failure: LoadFailure | undefined;

  constructor(places: SourcePlaces) {
    this.#places = places;
  }

  /** What it exports; undefined until it has been loaded for the first time. */
  get exportNames(): readonly string[] | undefined {
    return this.#exportNames;
  }

  get failure(): LoadFailure | undefined {
    return this.#failure;
  }

  fail(why: keyof typeof loadFailures): void {
    this.#failure = { message: loadFailures[why] };
  }

  /** Takes what the worker says of loading. @returns Whether it says that. */
  take(reply: Reply): boolean {
    if (reply.kind === "loaded") this.#exportNames ??= reply.exportNames;
    else if (reply.kind !== "loadThrew") return false;
    // Once it has been loaded, hidden cases may have been run: what it says about itself is not told then.
    else if (this.#exportNames === undefined) this.#failure = thrownAtLoad(reply.thrown, this.#places);
    else this.fail("again");
    return true;
  }
}

/** What is said of a submission whose top level threw, with the place in its own source. */
function thrownAtLoad(thrown: Thrown, places: SourcePlaces): LoadFailure {
  const { name, message, ...place } = locateError(thrown, places);
  const where = place.line === undefined ? "" : `${place.file}:${place.line}: `;
  return { message: `${where}the top level of the submission threw ${name}: ${message}`, ...place };
}
