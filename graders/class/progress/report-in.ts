import { parseJson } from "../../../assignments/storage/parse-json.ts";
import type { Report } from "../../../reports/report/report.ts";
import { validateReport } from "../../../reports/report/validate-report.ts";
import { EarlierReportsError } from "./earlier-reports-error.ts";

/** Which reports are wanted. */
export type WantedKind = {
  readonly assignment: string;
  /** `visible`: those of checks; otherwise those of graded work. */
  readonly visibility?: Report["visibility"];
};

/** A report, or what it is instead. */
export type ReportOrOther =
  | { readonly is: "report"; readonly report: Report }
  /** Of something else than what is wanted. @property of Id of the assignment. */
  | { readonly is: "other"; readonly of: string }
  /** Of the other visibility. */
  | { readonly is: "other-kind" }
  /** JSON of something else, such as a `package.json`. */
  | { readonly is: "none" };

/**
 * Reads a report that is not trusted.
 * @param place For messages.
 * @throws {EarlierReportsError} where it is no JSON, or a report of the assignment that does not follow the schema.
 */
export function reportIn(text: string, place: string, wanted: WantedKind): ReportOrOther {
  const data = parsed(text, place);
  if (typeof data !== "object" || data === null || !("schemaVersion" in data && "assignment" in data)) {
    return { is: "none" };
  }
  const { schemaVersion, assignment } = data;
  // Manifests and kits have a version of a schema too, but not the name of an assignment.
  if (assignment !== wanted.assignment) return { is: "other", of: String(assignment).slice(0, 80) };
  if (schemaVersion !== 1) {
    const version = JSON.stringify(schemaVersion).slice(0, 20);
    throw new EarlierReportsError(
      place,
      `it is a report of schema version ${version}; this gradecheck reads version 1`,
    );
  }
  const report = believed(place, () => validateReport(data));
  return report.visibility === wanted.visibility ? { is: "report", report } : { is: "other-kind" };
}

/** What a check of a report gives. @throws {EarlierReportsError} where it finds something. */
export function believed<Given>(place: string, check: () => Given): Given {
  try {
    return check();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new EarlierReportsError(place, `it is no report of ours: ${cause.message}`, { cause });
  }
}

function parsed(text: string, place: string): unknown {
  try {
    return parseJson(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new EarlierReportsError(place, `it is not valid JSON (${(cause as Error).message})`, { cause });
  }
}
