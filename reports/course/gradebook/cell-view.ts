import { message } from "../../messages/message.ts";
import { formatFixed, formatPoints } from "../../phrasing/text/format-number.ts";
import type { GradebookCell } from "../../report/gradebook.ts";

/** A mark for a template. */
export type CellView = {
  /** Percent, or a sign where there are no points. */
  readonly text: string;
  /** What the sign means; null for plain points. */
  readonly words: string | null;
  /** For the style sheet. */
  readonly kind: "points" | "dropped" | "missing" | "fault" | "none";
};

const signs = { missing: "–", fault: "!", none: "" } as const;

/** A mark in percent of what could be reached; what is missing counts 0, and is shown as such. */
export function cellView({ status, score, maxScore = 0, isDropped }: GradebookCell): CellView {
  if (status === "not-graded") return { text: signs.none, words: message("gradebook.not-graded"), kind: "none" };
  if (score === undefined) return { text: signs.fault, words: message("gradebook.grader-error"), kind: "fault" };
  if (status === "missing" && score === 0) {
    const words = message(isDropped ? "gradebook.missing-dropped" : "gradebook.missing");
    return { text: signs.missing, words, kind: "missing" };
  }
  const text = maxScore === 0 ? formatPoints(score) : formatFixed((100 * score) / maxScore, 1);
  return isDropped
    ? { text, words: message("gradebook.dropped"), kind: "dropped" }
    : { text, words: null, kind: "points" };
}
