// Generated from the messages by `npm run generate`; do not edit.

/** What each message takes: nothing, or values by name. */
export type MessageValues = {
  "cases.all-hidden-passed": { readonly passed: string | number };
  "cases.hidden": { readonly counts: string | number; readonly passed: string | number; readonly total: string | number };
  "cases.hidden-note": undefined;
  "cases.passed-of": { readonly passed: string | number; readonly total: number };
  "cases.visible": { readonly passed: string | number; readonly total: string | number };
  "outcome.bad-value": undefined;
  "outcome.crashed": undefined;
  "outcome.grader-error": undefined;
  "outcome.memory": undefined;
  "outcome.not-implemented": undefined;
  "outcome.passed": undefined;
  "outcome.skipped": undefined;
  "outcome.threw": undefined;
  "outcome.timeout": undefined;
  "outcome.wrong": undefined;
  "status.failed": undefined;
  "status.grader-error": undefined;
  "status.not-exported": undefined;
  "status.not-found": undefined;
  "status.not-implemented": undefined;
  "status.partial": undefined;
  "status.passed": undefined;
  "status.skipped": undefined;
  "student-status.graded": undefined;
  "student-status.grader-error": undefined;
  "student-status.missing": undefined;
  "student-status.not-gradable": undefined;
};
