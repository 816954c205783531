import { setImmediate } from "node:timers/promises";
import type { Report } from "../../../reports/report/report.ts";
import { splitAttemptSuffix } from "../attempts/attempt-name.ts";
import { numberAttempts, type Unnumbered } from "../intake/order-attempts.ts";
import { shareEqual } from "../run/share-equal.ts";
import type { ProgressOf } from "../run/student-grader.ts";
import { compareAttempts } from "./compare-attempts.ts";
import { type EarlierAttempt, earlierAttempt } from "./earlier-attempt.ts";
import { EarlierReportsError } from "./earlier-reports-error.ts";
import { findReports, type ReportFile } from "./find-reports.ts";
import { believed, reportIn, type WantedKind } from "./report-in.ts";
import { reportTexts } from "./report-texts.ts";

/** Which earlier reports are wanted. */
export type WantedReports = WantedKind & {
  /** Whose: ids of students, or names of submissions. */
  readonly students: Iterable<string>;
  /** Folders that are being written, of which nothing is read. */
  readonly except?: readonly string[];
};

/** Other assignments that are named. */
const mostNamed = 5;

/** An earlier report of somebody, before its place among the others is known. */
type Found = Unnumbered & { readonly earlier: EarlierAttempt };

/**
 * Reads a folder of earlier reports, one after the other and before anything is graded, so that nothing is found wrong after an hour. Of
 * each no more is kept than a comparison needs; what the reports of a class have in common is kept once.
 * @throws {EarlierReportsError} where there is no such folder, no such report in it, or one that cannot be believed.
 */
export async function readEarlierReports(folder: string, wanted: WantedReports): Promise<ProgressOf> {
  const students = new Set([...wanted.students].map(studentCalled));
  const keep = keeper();
  const found: Found[] = [];
  let [areAny, areOtherKind] = [false, false];
  const others = new Set<string>();
  for await (const file of findReports(folder, wanted.except ?? [])) {
    for await (const { place, text } of reportTexts(file.path)) {
      await setImmediate();
      const read = reportIn(text, place, wanted);
      areAny ||= read.is === "report";
      areOtherKind ||= read.is === "other-kind";
      if (read.is === "other" && others.size < mostNamed) others.add(read.of);
      const student = read.is === "report" ? studentOf(file, read.report) : undefined;
      if (read.is !== "report" || student === undefined || !students.has(student)) continue;
      const earlier = believed(place, () => keep(read.report));
      found.push({ student, path: place, shownPath: place, ...numberOf(file, read.report), earlier });
    }
  }
  if (!areAny) throw new EarlierReportsError(folder, whyNone(wanted, areOtherKind, [...others]));
  const attempts = inOrder(found);
  return (student, report) => compareAttempts(attempts.get(studentCalled(student)) ?? [], report);
}

/** Gives what is equal in many reports one object. */
function keeper(): (report: Report) => EarlierAttempt {
  const share = shareEqual();
  const versions = new Map<string, string>();
  return (report) => {
    const version = versions.get(report.assignmentVersion) ?? report.assignmentVersion;
    versions.set(version, version);
    return earlierAttempt({ ...report, assignmentVersion: version }, share);
  };
}

function inOrder(found: readonly Found[]): ReadonlyMap<string, readonly EarlierAttempt[]> {
  const attempts = new Map<string, EarlierAttempt[]>();
  for (const { student, earlier } of numberAttempts(found)) {
    const own = attempts.get(student);
    if (own === undefined) attempts.set(student, [earlier]);
    else own.push(earlier);
  }
  return attempts;
}

/** As for what is handed in without a roster: a number at the end of a name is an attempt's only if it says so. */
function studentCalled(name: string): string {
  const suffixed = splitAttemptSuffix(name);
  return suffixed?.isExplicit === true ? suffixed.base : name;
}

/** A class knows whose a report is. */
const studentOf = ({ student }: ReportFile, { submission }: Report): string =>
  student ?? studentCalled(submission.name);

function numberOf({ number }: ReportFile, { submission }: Report): { readonly number?: number } {
  if (number !== undefined) return { number };
  const suffixed = splitAttemptSuffix(submission.name);
  return suffixed?.isExplicit === true ? { number: suffixed.number } : {};
}

function whyNone({ assignment, visibility }: WantedKind, areOtherKind: boolean, others: readonly string[]): string {
  if (areOtherKind) {
    return visibility === "visible"
      ? "its reports are of graded work; give a folder of what check --json printed"
      : "its reports are of checks, which run the visible cases alone; give a folder of reports of graded work";
  }
  if (others.length > 0) return `its reports are of ${others.join(", ")}, not of ${assignment}`;
  return "there is no report in it; give a folder of what grade --json printed, or one that grade or batch wrote";
}
