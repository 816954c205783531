// Generated from the messages by `npm run generate`; do not edit.
// @ts-nocheck
var d = (n) => {
  const s = String(n).split("."), v0 = !s[1];
  return n == 1 && v0 ? "one" : "other";
};
var en = d;

function plural(value, offset, lcfunc, data, isOrdinal) {
  if ({}.hasOwnProperty.call(data, value))
    return data[value];
  if (offset)
    value -= offset;
  const key = lcfunc(value, isOrdinal);
  return key in data ? data[key] : data.other;
}

var messages = {
  "cases.all-hidden-passed": (d2) => "Hidden cases: all " + d2.passed + " passed.",
  "cases.hidden": (d2) => "Hidden cases: " + d2.passed + " of " + d2.total + " passed; " + d2.counts + ".",
  "cases.hidden-note": () => "Hidden cases count too; they are run when your work is graded. This is not a mark.",
  "cases.passed-of": (d2) => d2.passed + " of " + plural(d2.total, 0, en, { one: d2.total + " case", other: d2.total + " cases" }),
  "cases.visible": (d2) => "Visible cases: " + d2.passed + " of " + d2.total + " pass",
  "outcome.bad-value": () => "not a gradable value",
  "outcome.crashed": () => "crashed",
  "outcome.grader-error": () => "not graded",
  "outcome.memory": () => "out of memory",
  "outcome.not-implemented": () => "not implemented",
  "outcome.passed": () => "passed",
  "outcome.skipped": () => "skipped",
  "outcome.threw": () => "threw an error",
  "outcome.timeout": () => "out of time",
  "outcome.wrong": () => "wrong",
  "status.failed": () => "not passed",
  "status.grader-error": () => "not graded",
  "status.not-exported": () => "not exported",
  "status.not-found": () => "not found",
  "status.not-implemented": () => "not implemented",
  "status.partial": () => "partly passed",
  "status.passed": () => "passed",
  "status.skipped": () => "skipped",
  "student-status.graded": () => "graded",
  "student-status.grader-error": () => "to be graded again",
  "student-status.missing": () => "missing",
  "student-status.not-gradable": () => "not gradable"
};
export {
  messages
};
