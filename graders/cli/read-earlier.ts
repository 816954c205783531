import { readEarlierReports } from "../class/progress/read-earlier-reports.ts";
import type { ProgressOf } from "../class/run/student-grader.ts";
import { outputOf } from "./graded-folder.ts";

/**
 * What `grade` compares with.
 * @param names Of the submissions.
 * @throws {EarlierReportsError} as `readEarlierReports`.
 */
export async function readEarlier(
  { previous, ...options }: { readonly previous?: string; readonly out?: string; readonly json?: boolean },
  assignment: string,
  names: readonly string[],
): Promise<ProgressOf> {
  if (previous === undefined) return () => undefined;
  const out = outputOf(options);
  return await readEarlierReports(previous, {
    assignment,
    students: names,
    ...(out !== undefined && { except: [out] }),
  });
}
