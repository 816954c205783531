import type { SourcePlaces } from "../bundle/source-places.ts";
import type { CaseOutcome } from "./case-run.ts";
import { locateError, locateFrames } from "./locate-error.ts";
import type { Reply } from "./parse-reply.ts";

/** How a case ended, and what was printed in it. */
export type AnsweredCase = { readonly outcome: CaseOutcome; readonly console: string };

/**
 * What a guest's reply to a call means.
 * @param keptState Whether a second call returned something else.
 * @param places Of the bundle: an exception is told with its place in the student's own source.
 * @param consoleCharacters What is kept of what was printed.
 * @returns undefined for a reply that answers no call.
 */
export function outcomeOfReply(
  reply: Reply,
  keptState: boolean,
  places: SourcePlaces,
  consoleCharacters: number,
): AnsweredCase | undefined {
  const console = "console" in reply ? locateFrames(reply.console, places, consoleCharacters) : "";
  switch (reply.kind) {
    case "returned": {
      const changed = reply.changedInput === "" ? {} : { changedInput: reply.changedInput };
      const kept = keptState ? { keptState } : {};
      return { outcome: { outcome: "returned", value: reply.value, ...changed, ...kept }, console };
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
