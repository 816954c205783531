import { message } from "../../messages/message.ts";
import { formatPoints } from "../../phrasing/text/format-number.ts";
import { printable } from "../../phrasing/text/printable.ts";
import { phraseList } from "../../phrasing/text/sentence.ts";
import type { Danger, Gradebook } from "../../report/gradebook.ts";

/** By which rule a student is in danger, in a sentence. */
export function phraseDanger(danger: Danger, { work }: Pick<Gradebook, "work">): string {
  const titleOf = (id: string): string => printable(work.find((one) => one.id === id)?.title ?? id);
  switch (danger.rule) {
    case "total":
      return message("gradebook.danger-total", {
        percent: formatPoints(danger.percent),
        below: formatPoints(danger.below),
      });
    case "missing":
      return message("gradebook.danger-missing", {
        work: phraseList(danger.work.map(titleOf)),
      });
    case "fall":
      return message("gradebook.danger-fall", {
        work: titleOf(danger.work),
        percent: formatPoints(danger.percent),
        before: formatPoints(danger.before),
      });
    default:
      return danger satisfies never;
  }
}
