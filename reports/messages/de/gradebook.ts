import type { gradebookEn } from "../en/gradebook.ts";

/** The marks of a course: what students and instructors read of all work together. */
export const gradebookDe = {
  "gradebook.eyebrow": "Notenliste",
  "gradebook.in-title": "Notenliste",
  "gradebook.own-eyebrow": "Eigene Ergebnisse",
  "gradebook.csv": "gradebook.csv",
  "gradebook.total": "Gesamt bisher",
  "gradebook.totals": "Gesamtergebnisse",
  "gradebook.mean": "Mittel",
  "gradebook.median": "Median",
  "gradebook.graded-work": "Bewertet",
  "gradebook.of": "{count} von {all}",
  "gradebook.in-danger": "Gefährdet",
  "gradebook.more-in-danger": "{count} weitere",
  "gradebook.chart-percent": "Prozent",
  "gradebook.histogram": "Histogramm der Gesamtergebnisse",
  "gradebook.histogram-legend":
    "Die Balken zeigen, wie viele Studierende ein Ergebnis in dem jeweiligen Bereich haben. Unter {percent} % (gestrichelte Linie) gilt jemand als gefährdet.",
  "gradebook.work": "Aufgaben und Quiz",
  "gradebook.number": "Nr.",
  "gradebook.mean-percent": "Mittel %",
  "gradebook.median-percent": "Median %",
  "gradebook.not-graded": "noch nicht bewertet",
  "gradebook.grader-error": "wird neu bewertet: zählt noch nicht",
  "gradebook.missing": "nicht abgegeben: zählt als 0",
  "gradebook.missing-dropped": "nicht abgegeben; eines der schwächsten Ergebnisse, die nicht zählen",
  "gradebook.dropped": "eines der schwächsten Ergebnisse, die nicht zählen",
  "gradebook.not-gradable": "ließ sich nicht laden",
  "gradebook.correlations": "Wie die Ergebnisse zusammenhängen",
  "gradebook.correlations-legend":
    "Korrelation nach Pearson zwischen den Prozenten aller, die beides abgegeben haben; 1 heißt: Wer im einen gut ist, ist es auch im anderen. Leer: weniger als zehn solche Studierende, oder alle haben dasselbe.",
  "gradebook.danger-total": "Das Gesamtergebnis ist {percent} %, unter {below} %.",
  "gradebook.danger-missing": "Nicht abgegeben: {work}.",
  "gradebook.danger-fall": "{work}: {percent} %, davor im Mittel {before} %.",
  "gradebook.legend-percent": "Zahlen sind Prozente.",
  "gradebook.nothing-yet": "noch nichts ist bewertet",
  "gradebook.letter-so-far": "Note bisher",
  "gradebook.late-days": "Freie Verspätungstage: {used} verbraucht, {left} übrig.",
  "gradebook.points-of": "{score} von {all}",
  "gradebook.late": "{time} zu spät: {points} Punkte Abzug",
  "gradebook.late-with-days":
    "{time} zu spät, {count, plural, one {{count} freier Tag} other {{count} freie Tage}} verbraucht: {points} Punkte Abzug",
  "gradebook.group-counts": "Zählt {weight} des Gesamtergebnisses.",
  "gradebook.group-reached": "Bisher erreicht: {percent}.",
  "gradebook.so-far": "Was noch nicht bewertet ist, zählt nicht; das Gesamtergebnis folgt aus dem Rest.",
  "gradebook.title": "Titel",
  "gradebook.line":
    "{students, plural, one {{students} Person} other {{students} Studierende}}, {graded} von {work} Aufgaben und Quiz bewertet, im Mittel {mean} %, {danger} gefährdet",
  "gradebook.line-without-marks":
    "{students, plural, one {{students} Person} other {{students} Studierende}}, noch nichts, was zählt",
} as const satisfies Record<keyof typeof gradebookEn, string>;
