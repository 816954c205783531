import type { questionsEn } from "../en/questions.ts";

/** How a class has answered the questions of a quiz. */
export const questionsDe = {
  "questions.titles": "Antworten",
  "questions.file": "Antworten je Frage (CSV)",
  "questions.lead":
    "Was die {count, plural, one {{count} Person} other {{count} Studierenden}}, deren Antworten bewertet wurden, geantwortet haben. Die Seite verrät, was richtig ist, und ist nur für Lehrende.",
  "questions.groups":
    "Oben und unten: die {size, plural, one {Person} other {{size} Studierenden}} mit der höchsten und mit der niedrigsten Gesamtpunktzahl, je 27 % des Kurses. Eine falsche Antwort, die oben häufiger ist als unten, könnte richtig sein, oder die Frage ist unklar.",
  "questions.facts": "{share} · {discrimination}",
  "questions.mean-share": "{percent} der Punkte",
  "questions.discrimination": "Trennschärfe {value}",
  "questions.upper-lower": "Oben-unten-Index",
  "questions.answer": "Antwort",
  "questions.chosen": "Auswahl",
  "questions.upper": "Oben",
  "questions.lower": "Unten",
  "questions.right": "richtig",
  "questions.other": "{count, plural, one {Eine weitere falsche Antwort} other {{count} weitere falsche Antworten}}",
  "questions.spellings": "auf {count} Arten geschrieben",
  "questions.unreadable": "Eine Antwort, die nicht lesbar ist",
  "questions.missing": "Keine Antwort",
  "questions.order": "Die richtige Reihenfolge. Darunter hat jeder Schritt seine Nummer in ihr.",
  "questions.chart-legend": "Punkt: Trennschärfe (korrigierte Item-Total-Korrelation). Raute: Oben-unten-Index.",
  "questions.read-upper-lower":
    "Der Oben-unten-Index ist der mittlere Anteil der Punkte bei den oberen 27 % des Kurses, nach Gesamtpunktzahl, minus dem bei den unteren 27 % (Kelley 1939, Johnson 1951). Wer am Rand einer Gruppe gleich viele Punkte hat, teilt sich deren letzte Plätze. Ab 0,4 trennt eine Frage Starke gut von Schwachen, unter 0,2 kaum. Wie die Trennschärfe (Henrysson 1963) fehlt er, wo weniger als zehn Studierende zählen oder alle gleich viele Punkte haben.",
} as const satisfies Record<keyof typeof questionsEn, string>;
