import type { statementsEn } from "../en/statements.ts";

/** What is said of a submission and its exercises: statuses, outcomes, summaries. */
export const statementsDe = {
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
  "outcome.timeout": "Zeitlimit überschritten",
  "outcome.memory": "Speicherlimit überschritten",
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
  "list.and": "{items} und {last}",
  "list.more": "{count} weitere",

  "points.quantity": "{count, plural, one {{points} Punkt} other {{points} Punkte}}",
  "points.still": "weiterhin {points}",
  "duration.days": "{count, plural, one {{count} Tag} other {{count} Tage}}",
  "duration.hours": "{count, plural, one {{count} Stunde} other {{count} Stunden}}",
  "duration.minutes": "{count, plural, one {{count} Minute} other {{count} Minuten}}",
  "duration.seconds": "{count, plural, one {{count} Sekunde} other {{count} Sekunden}}",

  "summary.grader-error":
    "Diese Aufgabe konnte wegen eines Fehlers im Bewertungsprogramm nicht bewertet werden; das kostet keine Punkte, sie wird erneut bewertet.",
  "summary.grader-error-some":
    "{broken} von {total} Testfällen konnten wegen eines Fehlers im Bewertungsprogramm nicht bewertet werden; das kostet keine Punkte, sie werden erneut bewertet.",
  "summary.not-implemented": "Noch nicht implementiert: {name} ist noch die Funktion aus der Vorlage.",
  "summary.default-export":
    "Nicht unter ihrem Namen exportiert: {name} ist der Default-Export; richtig ist {declaration}.",
  "summary.other-name":
    "Nicht gefunden: Eine Funktion {name} wird nicht exportiert, wohl aber {found}; sie muss {name} heißen.",
  "summary.not-exported":
    "Nicht exportiert: {name} ist definiert, kann aber nicht aufgerufen werden; richtig ist {declaration}.",
  "summary.other-not-exported":
    "Nicht gefunden: Eine Funktion {name} ist nicht definiert; {defined} ist definiert, aber nicht exportiert; richtig ist {declaration}.",
  "summary.only-default":
    "Nicht gefunden: Es gibt nur einen Default-Export und keine Funktion {name}; richtig ist {declaration}.",
  "summary.not-found": "Nicht gefunden: Eine Funktion {name} ist weder definiert noch exportiert.",
  "summary.skipped": "Übersprungen, weil eine Aufgabe, auf der sie aufbaut, nicht bestanden ist.",
  "summary.skipped-because": "Übersprungen, weil {exercise} nicht bestanden ist.",
  "summary.passed": "Bestanden.",
  "summary.failed": "Nicht bestanden.",
  "summary.all-passed":
    "{total, plural, one {Der einzige {kind, select, visible {sichtbare Testfall} other {Testfall}} ist bestanden.} other {Alle {total} {kind, select, visible {sichtbaren Testfälle} other {Testfälle}} sind bestanden.}}",
  "summary.timeout":
    "{total, plural, one {Der einzige Testfall hat das Zeitlimit überschritten.} other {Jeder Testfall hat das Zeitlimit überschritten.}}",
  "summary.timeout-after":
    "{total, plural, one {Der einzige Testfall hat das Zeitlimit überschritten ({limit}).} other {Jeder Testfall hat das Zeitlimit überschritten (je {limit}).}}",
  "summary.only-failed":
    "Der einzige {kind, select, visible {sichtbare Testfall} other {Testfall}} ist nicht bestanden",
  "summary.none-passed":
    "Keiner der {total} {kind, select, visible {sichtbaren Testfälle} other {Testfälle}} ist bestanden",
  "summary.some-passed":
    "{passed} von {total} {kind, select, visible {sichtbaren Testfällen} other {Testfällen}} bestanden",
  "summary.because": "{count}; {mistake}.",
  "summary.in-case": "{count}; in {case}: {failure}.",
  "summary.counted": "{count} ({counts}).",
  "summary.only-hidden": "{count}: alle sichtbaren und {passed} von {total} verdeckten ({counts}).",

  "misconception.heading":
    "{certainty, select, probable {{count, plural, one {Wahrscheinliche Ursache} other {Wahrscheinlich eine dieser Ursachen}}} other {{count, plural, one {Mögliche Ursache} other {Möglicherweise eine dieser Ursachen}}}}",
  "misconception.briefly":
    "{certainty, select, probable {wahrscheinliche Ursache: {name}} other {mögliche Ursache: {name}}}",

  "limit.case-time": "Die Funktion wurde nach {limit} beendet; mehr Zeit hat ein Testfall nicht.",
  "limit.submission-time": "Die Funktion wurde beendet, weil alle Testfälle zusammen ihre {limit} verbraucht hatten.",
  "limit.never-settled": "Die Funktion hat ein Promise zurückgegeben, das sich nie erfüllt.",
  "limit.memory": "Die Funktion wurde beendet, weil sie mehr als {limit} Speicher brauchte.",

  "briefly.place": "das Ergebnis",
  "briefly.kind": "{place} ist {found}, erwartet: {expected}",
  "briefly.truth": "{place} ist {found} statt {expected}",
  "briefly.missing-keys": "{place}: {keys} fehlt",
  "briefly.extra-keys": "{place}: {keys} ist zu viel",
  "briefly.length": "{place} hat {found} statt {expected} Elemente",
  "briefly.other-number": "eine andere Zahl",
  "briefly.expected-number": "der erwarteten Zahl",
  "briefly.shape": "{place} hat die Form {found} statt {expected}",
  "briefly.dtype": "{place} enthält {found} statt {expected}",
  "briefly.expected-type": "des erwarteten Typs",
  "briefly.non-finite": "{place} enthält `{found}`, wo `{expected}` erwartet wird",
  "briefly.other-value": "ein anderer Wert",
  "briefly.values": "{place}: die Werte weichen ab",
  "briefly.one-value": "{place}: der Wert ist falsch",
  "briefly.all-values": "{place}: alle {total} Werte weichen ab",
  "briefly.some-values": "{place}: {differing} von {total} Werten {differing, plural, one {weicht} other {weichen}} ab",
  "briefly.property": "eine Eigenschaft jeder richtigen Antwort fehlt: {property}",
  "briefly.some-property": "eine Eigenschaft jeder richtigen Antwort fehlt",
  "briefly.other-draws":
    "die Werte sind richtig, aber aus `rng` werden mehr, weniger oder andere Zahlen gezogen als vorgesehen",
  "briefly.state-kept":
    "nach anderen Aufrufen erneut mit denselben Eingaben aufgerufen, gab die Funktion ein anderes Ergebnis zurück: sie behält etwas von Aufruf zu Aufruf",
  "briefly.unrepeatable":
    "zweimal mit denselben Eingaben aufgerufen, gab die Funktion zwei verschiedene Ergebnisse zurück",
  "briefly.fails-again": "erneut mit denselben Eingaben aufgerufen, scheiterte die Funktion",
  "briefly.input-changed": "der Aufruf hat seine Eingabe {path} verändert",
  "briefly.input-disposed": "der Aufruf hat seine Eingabe {path} freigegeben",
  "remark.attempts-left-out": "Nur die letzten {graded} von {attempts} Versuchen wurden bewertet.",
  "remark.attempts-left-out-limits":
    "Nur die letzten {graded} von {attempts} Versuchen wurden bewertet, weil zu viele davon an eine Grenze stießen.",
  "remark.late-time-unknown":
    "Canvas meldet die Abgabe als verspätet, nennt aber keine Zeit; daher kein Abzug. Abhilfe: eine Spalte submitted_at in der Teilnehmerliste.",

  "report.not-gradable": "Nichts konnte bewertet werden: {message}",
  "report.not-loaded": "die Abgabe konnte nicht geladen werden.",
  "report.grader-error":
    "Das Bewertungsprogramm ist gescheitert. An der Abgabe liegt das nicht; sie wird erneut bewertet.",
  "report.grader-error-cause":
    "Das Bewertungsprogramm ist gescheitert. An der Abgabe liegt das nicht; sie wird erneut bewertet. Ursache: {cause}",
  "report.all-passed": "alles bestanden",
  "report.none-passed": "keine Aufgabe bestanden",
  "report.not-passed": "nicht bestanden: {exercises}",
  "report.not-gradable-briefly": "nicht bewertbar",
  "report.not-gradable-because": "nicht bewertbar: {message}",
  "report.grader-error-briefly": "Fehler im Bewertungsprogramm, wird erneut bewertet",
  "report.not-native":
    "Die erwarteten Werte hat hier TensorFlow.js berechnet, nicht natives TensorFlow: `gradecheck doctor` sagt, warum.",
  "load.may-import": "{why}. Eine Abgabe darf @tensorflow/tfjs, gradecheck und ihre eigenen .ts-Dateien importieren",
  "load.notebook": "{why}; das ist ein Notebook: abzugeben ist sein Code als .ts-Datei",
  "load.unreadable": "{name} ist nicht lesbar: {why}",
  "load.uncompiled": "Die Abgabe lässt sich nicht übersetzen: {why}",
  "load.is-link": "ein symbolischer Link, der aus der Abgabe hinausführt; abzugeben sind die Dateien selbst",
  "load.is-no-file": "weder eine Datei noch ein Ordner",
  "load.name-is-no-text": "der Name ist kein gültiges UTF-8; umbenennen",
  "load.is-missing": "es gibt keine solche Datei und keinen solchen Ordner",
  "load.is-deep": "mehr als {most} Ordner tief verschachtelt",
  "load.are-many": "die Abgabe hat mehr als {most} Dateien",
  "load.is-irregular": "keine gewöhnliche Datei",
  "load.is-too-much": "{bytes} Bytes; damit hat die Abgabe mehr als {most}",
  "load.extension": "der Name endet auf {extension}; abzugeben ist eine .ts-Datei oder ein Ordner mit submission.ts",
  "load.is-too-large": "{bytes} Bytes; eine Abgabe darf insgesamt {limit} haben",
  "load.no-entry": "im Ordner fehlt {entry}",
  "load.link-to-nowhere": "der symbolische Link führt nirgendwohin",
  "load.link-outside": "der symbolische Link führt aus der Abgabe hinaus",
  "load.is-binary": "eine Binärdatei, kein TypeScript-Quelltext",
  "load.is-no-text": "kein Text in UTF-8; die Datei als UTF-8 speichern",
  "load.is-no-part":
    "{file} gehört nicht zur Abgabe, die aus der einen Datei {entry} besteht; abzugeben ist ein Ordner",
  "load.compiles-large": "der übersetzte Code ist größer als {most} MB",
  "load.compiles-long": "es dauert länger als {seconds} s",
  "load.compiles-memory": "es braucht mehr Speicher als {most} MiB",
  "load.compiles-crash": "der Compiler stürzt daran ab",
  "load.import-computed":
    "Eine Datei lässt sich nicht unter einem Namen importieren, der erst im laufenden Programm zusammengesetzt wird: jeden Import ausschreiben",
  "load.import-outside": "{path} lässt sich nicht importieren, weil es außerhalb der Abgabe liegt",
  "load.import-data":
    "{path} lässt sich nicht importieren, weil es Daten enthält; diese in eine .ts-Datei schreiben und exportieren",
  "load.import-missing": "{path} lässt sich nicht importieren: die Abgabe hat keine .ts- oder .js-Datei dieses Namens",
  "load.import": "{path} lässt sich nicht importieren",
  "load.top-level-time": "Der Code außerhalb der Funktionen kommt nicht rechtzeitig zu Ende: er muss kurz sein",
  "load.top-level-waits":
    "Der Code außerhalb der Funktionen kommt nie zu Ende: er wartet mit await auf etwas, das nicht eintritt",
  "load.top-level-memory": "Dem Code außerhalb der Funktionen geht der Speicher aus",
  "load.top-level-crash": "Der Code außerhalb der Funktionen bringt seinen Prozess zum Absturz",
  "load.top-level-again":
    "Der Code außerhalb der Funktionen scheitert, wenn er noch einmal läuft: er muss jedes Mal dasselbe tun",
  "load.top-level-threw": "der Code außerhalb der Funktionen hat einen Fehler geworfen, {error}: {message}",
  "report.backend.tensorflow": "TensorFlow, über @tensorflow/tfjs-node",
  "report.backend.cpu": "TensorFlow.js, ohne natives TensorFlow",
  "kit.other":
    "Dies wurde mit dem Kit der Version {before} geschrieben und wird mit Version {now} bewertet. {difference}",
  "kit.not-recorded": "Was sich unterscheidet, ist nicht festgehalten.",
  "kit.same": "Punkte, Toleranzen und Punktevergabe sind gleich; Testfälle können sich unterscheiden.",
  "kit.changed": "Seither geändert: {changes}.",
  "kit.added": "{exercise} kam hinzu",
  "kit.removed": "{exercise} entfiel",
  "visibility.visible": "sichtbar",
  "visibility.hidden": "verdeckt",
} as const satisfies Record<keyof typeof statementsEn, string>;
