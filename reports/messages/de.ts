import type { en } from "./en.ts";

/** Everything that people read, in German. Short sentences without "du" and "Sie", as in a handbook. */
export const de = {
  "status.passed": "bestanden",
  "status.partial": "teilweise bestanden",
  "status.failed": "nicht bestanden",
  "status.not-implemented": "nicht implementiert",
  "status.skipped": "übersprungen",
  "status.grader-error": "nicht bewertet",
  "status.not-exported": "nicht exportiert",
  "status.not-found": "nicht gefunden",

  "student-status.graded": "bewertet",
  "student-status.not-gradable": "nicht bewertbar",
  "student-status.grader-error": "wird erneut bewertet",
  "student-status.missing": "fehlt",

  "outcome.passed": "bestanden",
  "outcome.wrong": "falsch",
  "outcome.threw": "Fehler geworfen",
  "outcome.not-implemented": "nicht implementiert",
  "outcome.timeout": "Zeit überschritten",
  "outcome.memory": "Speicher überschritten",
  "outcome.crashed": "abgestürzt",
  "outcome.bad-value": "kein bewertbarer Wert",
  "outcome.skipped": "übersprungen",
  "outcome.grader-error": "nicht bewertet",

  "cases.all-hidden-passed": "Verdeckte Testfälle: alle {passed} bestanden.",
  "cases.hidden": "Verdeckte Testfälle: {passed} von {total} bestanden; {counts}.",
  "cases.visible": "Sichtbare Testfälle: {passed} von {total} bestanden",
  "cases.passed-of": "{passed} von {total, plural, one {{total} Testfall} other {{total} Testfällen}}",
  "cases.hidden-note":
    "Verdeckte Testfälle zählen ebenfalls; sie laufen erst bei der Bewertung. Dies ist noch keine Bewertung.",
} as const satisfies Record<keyof typeof en, string>;
