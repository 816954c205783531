import { message } from "../messages/message.ts";
import { compileTemplate } from "../pages/compile-template.ts";
import { encodePath } from "../pages/page-text.ts";
import { phraseStudentStatus } from "../phrasing/phrase-status.ts";
import { formatDuration, formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ClassResult, StudentResult } from "../report/class-result.ts";
import { quantile } from "./statistics/sample-statistics.ts";

type TimesView = {
  readonly heading: string;
  readonly totals: readonly { readonly name: string; readonly value: string }[];
  readonly rows: readonly {
    readonly name: string;
    readonly href: string | null;
    readonly time: string;
    readonly result: string;
  }[];
};

const renderPage = compileTemplate<TimesView>("class-durations");
const mostRows = 100;

/**
 * A page of grading times, slowest submissions first. It is separate from the class page, because times differ from run
 * to run.
 * @param seconds Time by student, for some or all of them.
 */
export function renderDurations(
  { assignmentTitle, students }: ClassResult,
  seconds: ReadonlyMap<string, number>,
): string {
  const sorted = [...seconds].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const byId = new Map(students.map((student) => [student.student, student]));
  const ascending = sorted.map(([, time]) => time).reverse();
  const at = (share: number): string => formatDuration(1000 * (quantile(ascending, share) ?? 0));
  return renderPage({
    heading: printable(assignmentTitle),
    totals: [
      { name: message("class.graded"), value: String(sorted.length) },
      ...(sorted.length === 0
        ? []
        : [
            { name: message("class.median"), value: at(0.5) },
            { name: message("durations.most-within"), value: at(0.95) },
            { name: message("durations.slowest"), value: at(1) },
          ]),
    ],
    rows: sorted.slice(0, mostRows).map(([student, time]) => {
      const found = byId.get(student);
      return {
        name: printable(found?.name ?? student),
        href: found?.page === undefined ? null : encodePath(found.page),
        time: formatDuration(1000 * time),
        result: found === undefined ? "" : resultOf(found),
      };
    }),
  });
}

function resultOf({ status, score, maxScore, summary }: StudentResult): string {
  const limits = [...new Set(summary?.exercises.flatMap((exercise) => exercise.limits ?? []))];
  const points = message("page.passed-of", { passed: formatPoints(score), total: formatPoints(maxScore) });
  const words = status === "graded" ? points : phraseStudentStatus(status === "missing" ? "grader-error" : status);
  return limits.length === 0 ? words : `${words}, ${limits.map((limit) => message(`durations.${limit}`)).join(", ")}`;
}
