// Generated from the messages by `npm run generate`; do not edit.
// @ts-nocheck
var d = (n) => {
  const s = String(n).split("."), v0 = !s[1];
  return n == 1 && v0 ? "one" : "other";
};
var de = d;

function plural(value, offset, lcfunc, data, isOrdinal) {
  if ({}.hasOwnProperty.call(data, value))
    return data[value];
  if (offset)
    value -= offset;
  const key = lcfunc(value, isOrdinal);
  return key in data ? data[key] : data.other;
}

var messages = {
  "cases.all-hidden-passed": (d2) => "Verdeckte Testfälle: alle " + d2.passed + " bestanden.",
  "cases.hidden": (d2) => "Verdeckte Testfälle: " + d2.passed + " von " + d2.total + " bestanden; " + d2.counts + ".",
  "cases.hidden-note": () => "Verdeckte Testfälle zählen ebenfalls; sie laufen erst bei der Bewertung. Dies ist noch keine Bewertung.",
  "cases.passed-of": (d2) => d2.passed + " von " + plural(d2.total, 0, de, { one: d2.total + " Testfall", other: d2.total + " Testfällen" }),
  "cases.visible": (d2) => "Sichtbare Testfälle: " + d2.passed + " von " + d2.total + " bestanden",
  "outcome.bad-value": () => "kein bewertbarer Wert",
  "outcome.crashed": () => "abgestürzt",
  "outcome.grader-error": () => "nicht bewertet",
  "outcome.memory": () => "Speicher überschritten",
  "outcome.not-implemented": () => "nicht implementiert",
  "outcome.passed": () => "bestanden",
  "outcome.skipped": () => "übersprungen",
  "outcome.threw": () => "Fehler geworfen",
  "outcome.timeout": () => "Zeit überschritten",
  "outcome.wrong": () => "falsch",
  "status.failed": () => "nicht bestanden",
  "status.grader-error": () => "nicht bewertet",
  "status.not-exported": () => "nicht exportiert",
  "status.not-found": () => "nicht gefunden",
  "status.not-implemented": () => "nicht implementiert",
  "status.partial": () => "teilweise bestanden",
  "status.passed": () => "bestanden",
  "status.skipped": () => "übersprungen",
  "student-status.graded": () => "bewertet",
  "student-status.grader-error": () => "wird erneut bewertet",
  "student-status.missing": () => "fehlt",
  "student-status.not-gradable": () => "nicht bewertbar"
};
export {
  messages
};
