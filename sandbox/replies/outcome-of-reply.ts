import { isDeepStrictEqual } from "node:util";
import type { SourcePlaces } from "../bundle/source-places.ts";
import type { CaseOutcome } from "./case-run.ts";
import { locateError, locateFrames } from "./locate-error.ts";
import type { Reply, ReturnedReply } from "./parse-reply.ts";

/** How a case ended, and what was printed in it. */
export type AnsweredCase = { readonly outcome: CaseOutcome; readonly console: string };

/**
 * What a guest's reply to a call means.
 * @param places Of the bundle: an exception is told with its place in the student's own source.
 * @param consoleCharacters What is kept of what was printed.
 * @returns undefined for a reply that answers no call.
 */
export function outcomeOfReply(
  reply: Reply,
  places: SourcePlaces,
  consoleCharacters: number,
): AnsweredCase | undefined {
  const console = "console" in reply ? locateFrames(reply.console, places, consoleCharacters) : "";
  switch (reply.kind) {
    case "returned": {
      return { outcome: { outcome: "returned", value: reply.value, ...traces(reply) }, console };
    }
    case "threw":
      return { outcome: { outcome: "threw", error: locateError(reply.thrown, places) }, console };
    case "notImplemented":
      return { outcome: { outcome: "not-implemented" }, console };
    case "badValue": {
      const { reason, path } = reply;
      return { outcome: { outcome: "bad-value", reason, path }, console };
    }
    case "unreadable":
      return { outcome: { outcome: "bad-value", reason: "malformed", path: "" }, console: "" };
    case "loaded":
    case "loadThrew":
      return undefined;
    default:
      return reply satisfies never;
  }
}

type Returned = Extract<CaseOutcome, { readonly outcome: "returned" }>;

/** What a call that returned has left behind. */
function traces({ changedInput, isDisposed, nextDraw }: ReturnedReply): Omit<Returned, "outcome" | "value"> {
  return {
    ...(changedInput !== "" && { changedInput, ...(isDisposed && { isDisposed: true as const }) }),
    ...(nextDraw !== undefined && { nextDraw }),
  };
}

/**
 * What a call that was not like the first one with the same inputs adds to what is known of that.
 * @param again When it was made.
 * @param reply What it answered.
 */
export function shownAgain(
  again: "at-once" | "later",
  first: CaseOutcome | undefined,
  reply: Reply,
): Partial<Omit<Returned, "outcome">> {
  if (first?.outcome !== "returned" || first.calledAgain !== undefined) return {};
  if (reply.kind !== "returned") return { calledAgain: "fails-again" };
  // Right values by the wrong way are told as those of a first call.
  const found = traces(reply);
  if (found.changedInput !== undefined && first.changedInput === undefined) return found;
  if (found.nextDraw !== first.nextDraw && isDeepStrictEqual(reply.value, first.value)) return found;
  return { calledAgain: again === "at-once" ? "unrepeatable" : "state-kept" };
}
