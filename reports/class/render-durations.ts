import { compileTemplate } from "../pages/compile-template.ts";
import { encodePath } from "../pages/page-text.ts";
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
      { name: "Graded", value: String(sorted.length) },
      ...(sorted.length === 0
        ? []
        : [
            { name: "Median", value: at(0.5) },
            { name: "95 % within", value: at(0.95) },
            { name: "Slowest", value: at(1) },
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
  const points = `${formatPoints(score)} of ${formatPoints(maxScore)}`;
  const words = status === "graded" ? points : status === "not-gradable" ? "not gradable" : "to be graded again";
  return limits.length === 0 ? words : `${words}, ${limits.map((limit) => limitWords[limit]).join(", ")}`;
}

const limitWords = { timeout: "ran out of time", memory: "ran out of memory", crashed: "crashed" } as const;
