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
    "{total, plural, one {Der einzige Testfall hat die Zeit überschritten.} other {Jeder Testfall hat die Zeit überschritten.}}",
  "summary.timeout-after":
    "{total, plural, one {Der einzige Testfall hat die Zeit überschritten ({limit}).} other {Jeder Testfall hat die Zeit überschritten (je {limit}).}}",
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

  "case.passed": "Das Ergebnis ist das erwartete.",
  "case.wrong": "Das Ergebnis ist nicht das erwartete.",
  "case.threw": "Die Funktion hat einen Fehler geworfen.",
  "case.not-implemented": "Die Funktion ist noch nicht implementiert.",
  "case.timeout": "Die Funktion hat die Zeit überschritten.",
  "case.memory": "Die Funktion hat den Speicher überschritten.",
  "case.crashed":
    "Der Prozess, in dem die Funktion lief, ist abgestürzt; endlose Rekursion oder riesige Arrays können das verursachen.",
  "case.bad-value": "Die Funktion hat keinen bewertbaren Wert zurückgegeben.",
  "case.skipped": "Der Testfall wurde übersprungen.",
  "case.grader-error":
    "Der Testfall konnte wegen eines Fehlers im Bewertungsprogramm nicht bewertet werden; das kostet keine Punkte.",
  "case.error": "Die Funktion hat einen Fehler geworfen: {thrown}.",
  "case.error-at": "Die Funktion hat bei {place} einen Fehler geworfen: {thrown}.",
  "limit.case-time": "Die Funktion wurde nach {limit} beendet; mehr Zeit hat ein Testfall nicht.",
  "limit.submission-time": "Die Funktion wurde beendet, weil alle Testfälle zusammen ihre {limit} verbraucht hatten.",
  "limit.never-settled": "Die Funktion hat ein Promise zurückgegeben, das sich nie erfüllt.",
  "limit.memory": "Die Funktion wurde beendet, weil sie mehr als {limit} Speicher brauchte.",

  "bad-value.returned": "Der Rückgabewert ist {what}",
  "bad-value.inside": "{path} im Ergebnis ist {what}",
  "bad-value.what.undefined": "`undefined`",
  "bad-value.what.null": "`null`",
  "bad-value.what.string": "ein String",
  "bad-value.what.bigint": "ein BigInt",
  "bad-value.what.boolean": "ein Wahrheitswert",
  "bad-value.what.symbol": "ein Symbol",
  "bad-value.what.function": "eine Funktion",
  "bad-value.what.promise": "ein Promise",
  "bad-value.what.date": "ein Datum",
  "bad-value.what.proxy-or-class": "ein Objekt einer Klasse oder ein Proxy",
  "bad-value.what.typed-array": "ein typisiertes Array",
  "bad-value.what.sparse-or-ragged-array": "ein Array mit Lücken oder mit ungleich langen Zeilen",
  "bad-value.what.mixed-array": "ein Array, das Zahlen mit anderem mischt",
  "bad-value.what.array-like": "ein Objekt, das nur wie ein Array aussieht",
  "bad-value.what.iterator": "ein Iterator",
  "bad-value.what.fake-tensor": "ein Objekt, das nur wie ein Tensor aussieht",
  "bad-value.what.disposed-tensor": "ein bereits freigegebener Tensor",
  "bad-value.what.kept-tensor": "ein Tensor aus einem früheren Aufruf",
  "bad-value.what.unsupported-dtype": "ein Tensor, dessen Typ nicht bewertet werden kann",
  "bad-value.what.too-deep": "ein zu tief verschachteltes Objekt",
  "bad-value.what.too-large": "ein zu großer Wert",
  "bad-value.what.getter-threw": "ein Objekt mit einer Eigenschaft, die beim Lesen einen Fehler wirft",
  "bad-value.what.malformed": "etwas, das nicht gelesen werden konnte",
  "bad-value.advice.undefined": "Fehlt ein `return`?",
  "bad-value.advice.bigint": "Gewöhnliche Zahlen verwenden.",
  "bad-value.advice.function": "Sollte sie aufgerufen werden?",
  "bad-value.advice.promise": "Was ins Ergebnis kommt, muss mit `await` abgewartet werden.",
  "bad-value.advice.proxy-or-class": "Einfache Objekte, Arrays, Zahlen und Tensoren zurückgeben.",
  "bad-value.advice.typed-array": "Daraus einen Tensor oder ein einfaches Array machen.",
  "bad-value.advice.iterator": "Daraus ein Array machen, zum Beispiel mit `[...values]`.",
  "bad-value.advice.disposed-tensor": "Ihn aus `tf.tidy` zurückgeben oder mit `tf.keep` behalten.",
  "bad-value.advice.kept-tensor": "Das Ergebnis in jedem Aufruf neu berechnen.",
  "bad-value.advice.unsupported-dtype": "float32, int32 oder bool verwenden.",

  "kind.undefined": "`undefined`",
  "kind.number": "eine Zahl",
  "kind.boolean": "ein Wahrheitswert",
  "kind.string": "ein String",
  "kind.rng": "ein Zufallsgenerator",
  "kind.optimizer": "ein Optimierer",
  "kind.tensor": "ein Tensor",
  "kind.array": "ein Array aus Zahlen",
  "kind.list": "eine Liste",
  "kind.record": "ein Dictionary",
  "kind.unknown-found": "etwas anderes",
  "kind.unknown-expected": "ein Wert anderer Art",
  "shape.scalar": "[] (eine einzelne Zahl)",
  "shape.scalar-briefly": "Skalar",

  "mismatch.place": "Das Ergebnis von {name}",
  "mismatch.kind": "{place} ist {found}; erwartet: {expected}.",
  "mismatch.missing-keys":
    "{place}: {count, plural, one {der Schlüssel {keys} fehlt} other {die Schlüssel {keys} fehlen}}.",
  "mismatch.extra-keys":
    "{place}: {count, plural, one {der Schlüssel {keys} wird dort nicht erwartet} other {die Schlüssel {keys} werden dort nicht erwartet}}.",
  "mismatch.length": "{place} hat {found}; erwartet: {expected}.",
  "mismatch.items": "{count, plural, one {{count} Element} other {{count} Elemente}}",
  "mismatch.other-items": "eine andere Zahl von Elementen",
  "mismatch.other-number": "eine andere Zahl",
  "mismatch.shape": "{place} hat die Form {found}; erwartet: {expected}.",
  "mismatch.dtype": "{place} enthält Zahlen vom Typ {found}; erwartet: {expected}.",
  "mismatch.other-type": "ein anderer Typ",
  "mismatch.values": "{place}: {elements}.",
  "mismatch.property": "Dem Ergebnis fehlt eine Eigenschaft jeder richtigen Antwort: {property}.",
  "mismatch.some-property": "Dem Ergebnis fehlt eine Eigenschaft jeder richtigen Antwort.",
  "mismatch.other-draws":
    "Die Funktion gibt die richtigen Werte zurück, zieht aber mehr, weniger oder andere Zahlen aus `rng`, als sie sollte: wer danach zieht, bekommt andere Zahlen.",
  "mismatch.state-kept":
    "Nach anderen Aufrufen erneut mit denselben Eingaben aufgerufen, gab die Funktion ein anderes Ergebnis zurück: sie behält etwas von Aufruf zu Aufruf.",
  "mismatch.unrepeatable":
    "Zweimal mit denselben Eingaben aufgerufen, gab die Funktion zwei verschiedene Ergebnisse zurück; gleiche Eingaben müssen das gleiche Ergebnis geben.",
  "mismatch.fails-again":
    "Erneut mit denselben Eingaben aufgerufen, scheiterte die Funktion, obwohl der erste Aufruf richtig war.",
  "mismatch.input-changed":
    "Der Aufruf hat seine Eingabe {path} verändert; eine Funktion muss ihre Eingaben lassen, wie sie waren.",
  "mismatch.input-disposed":
    "Der Aufruf hat seine Eingabe {path} freigegeben; wer die Funktion aufrief, braucht sie vielleicht noch.",
  "elements.one": "der Wert weicht ab",
  "elements.unknown": "die Werte weichen ab",
  "elements.all": "alle {total} Werte weichen ab",
  "elements.some": "{differing} von {total} Werten {differing, plural, one {weicht} other {weichen}} ab",
  "elements.worst": "{differing, plural, one {{elements}; {worst}} other {{elements}; am stärksten {worst}}}",
  "elements.at": "bei [{index}]: {difference}",
  "difference.values": "gefunden `{found}`, erwartet `{expected}`",
  "difference.off": "gefunden `{found}`, erwartet `{expected}` (Abweichung {off})",
  "difference.off-percent": "gefunden `{found}`, erwartet `{expected}` (Abweichung {off}; {percent} %)",

  "briefly.place": "das Ergebnis",
  "briefly.kind": "{place} ist {found}, erwartet: {expected}",
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

  "finding.at": "{path}: {finding}.",
  "finding.transposed": "Die Werte sind die erwarteten, aber transponiert: Zeilen und Spalten sind vertauscht.",
  "finding.negated": "Die Werte sind die erwarteten mit umgekehrtem Vorzeichen.",
  "finding.multiple":
    "{what, select, step {Der Schritt ist ein Vielfaches des erwarteten.} other {Die Werte sind ein Vielfaches der erwarteten.}}",
  "finding.times":
    "{what, select, step {Der Schritt ist der erwartete mal {factor}.} other {Die Werte sind die erwarteten mal {factor}.}}",
  "finding.fraction":
    "{what, select, step {Der Schritt ist das {factor}-Fache des erwarteten.} other {Die Werte sind das {factor}-Fache der erwarteten.}}",
  "finding.too-small":
    "{what, select, step {Der Schritt ist um den Faktor {named} zu klein ({factor}).} other {Die Werte sind um den Faktor {named} zu klein ({factor}).}}",
  "finding.too-large":
    "{what, select, step {Der Schritt ist um den Faktor {factor} zu groß.} other {Die Werte sind um den Faktor {factor} zu groß.}}",
  "finding.named-too-large":
    "{what, select, step {Der Schritt ist um den Faktor {named} zu groß ({factor}).} other {Die Werte sind um den Faktor {named} zu groß ({factor}).}}",
  "finding.offset": "Die Werte sind die erwarteten {sign, select, minus {minus} other {plus}} {amount}.",
  "finding.some-offset": "Die Werte sind die erwarteten plus eine Konstante.",
  "finding.permuted": "Die Werte sind die erwarteten in anderer Reihenfolge.",
  "finding.reversed": "Die Werte sind die erwarteten in umgekehrter Reihenfolge.",
  "finding.shape-only": "Die Werte sind richtig; nur ihre Form ist eine andere.",
  "finding.summed": "Die Werte sind die erwarteten, über eine Achse summiert.",
  "finding.summed-axis": "Die Werte sind die erwarteten, über die Achse {axis} summiert.",
  "finding.key-summed": "Die Werte sind die von {key}, über eine Achse summiert.",
  "finding.key-summed-axis": "Die Werte sind die von {key}, über die Achse {axis} summiert.",
  "finding.float-precision":
    "Die Werte weichen nur in den letzten Stellen ab: die Formel scheint richtig, verliert aber unterwegs an Genauigkeit.",
  "finding.all-zero": "Die Werte sind alle null.",
  "finding.some-input": "Die Werte sind die einer Eingabe, unverändert zurückgegeben.",
  "finding.input": "Die Werte sind die der Eingabe {key}, unverändert zurückgegeben.",
  "finding.step-negated":
    "Der Schritt geht in die entgegengesetzte Richtung: die Änderung wurde addiert statt subtrahiert.",
  "finding.other-key": "Die Werte sind die von {key}.",
  "finding.some-other-key": "Die Werte sind die eines anderen Schlüssels.",
  "finding.rounded-digits":
    "Die Werte sind die erwarteten, auf {count, plural, one {{count} signifikante Stelle} other {{count} signifikante Stellen}} gerundet.",
  "finding.rounded-decimals":
    "Die Werte sind die erwarteten, auf {count, plural, one {{count} Nachkommastelle} other {{count} Nachkommastellen}} gerundet.",
  "finding.rounded-whole": "Die Werte sind die erwarteten, auf ganze Zahlen gerundet.",
  "finding.repeated": "Die Werte sind alle gleich; die erwarteten sind es nicht.",
  "finding.repeated-rows": "Alle Zeilen der Werte sind gleich; die der erwarteten sind es nicht.",
  "finding.repeated-columns": "Alle Spalten der Werte sind gleich; die der erwarteten sind es nicht.",
  "finding.clipped-above": "Die Werte sind die erwarteten, oberhalb von {high} abgeschnitten.",
  "finding.clipped-below": "Die Werte sind die erwarteten, unterhalb von {low} abgeschnitten.",
  "finding.clipped": "Die Werte sind die erwarteten, unterhalb von {low} und oberhalb von {high} abgeschnitten.",

  "observation.wrong-all-else-right":
    "In den fehlgeschlagenen Testfällen {count, plural, one {ist} other {sind}} {wrong} falsch{where}; alle anderen {part, select, item {Elemente} other {Schichten}} sind richtig.",
  "observation.wrong-and-right":
    "In den fehlgeschlagenen Testfällen {count, plural, one {ist} other {sind}} {wrong} falsch{where}; {right} {others, plural, one {ist} other {sind}} richtig.",
  "observation.first": ", und zwar nur {part, select, item {im ersten Element} other {in der ersten Schicht}}",
  "observation.last": ", und zwar nur {part, select, item {im letzten Element} other {in der letzten Schicht}}",
  "observation.all-but-first":
    ", und zwar {part, select, item {in jedem Element außer dem ersten} other {in jeder Schicht außer der ersten}}",
  "observation.all-but-last":
    ", und zwar {part, select, item {in jedem Element außer dem letzten} other {in jeder Schicht außer der letzten}}",
  "observation.after-second":
    ", und zwar nur {part, select, item {in Elementen nach dem zweiten} other {in Schichten nach der zweiten}}",
  "observation.some-fail": "Einige Testfälle scheitern, andere bestehen.",
  "observation.changed-argument": "Wird nur {parameter} geändert, scheitern Testfälle, die zuvor bestanden.",
  "observation.same-numbers":
    "Die Zahlen sind in jedem fehlgeschlagenen Testfall dieselben, obwohl die Eingaben verschieden sind und andere Zahlen erwartet werden.",
  "observation.ignored-argument":
    "Testfälle, die sich nur in {parameter} unterscheiden, haben dasselbe Ergebnis, obwohl verschiedene erwartet werden: wird es verwendet?",
  "observation.nothing-drawn": "Aus dem übergebenen Generator wird nichts gezogen.",
  "observation.other-draws":
    "In den fehlgeschlagenen Testfällen werden mehr, weniger oder andere Zahlen aus dem Generator gezogen als vorgesehen.",
  "observation.an-argument": "ein Argument",
  "observation.another": "ein anderes",
  "observation.something-else": "etwas anderes",

  "condition.first-call":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} besteht nur der erste: behält die Funktion etwas von einem Aufruf zum nächsten?",
  "condition.not-passed":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {bestehen}} genau die, die {parameters} weglassen.",
  "condition.type":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {bestehen}} genau die, in denen {parameter} vom Typ {type} ist.",
  "condition.equals":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {bestehen}} genau die, in denen {quantity}.",
  "condition.mostly-equals":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {bestehen}} alle, in denen {quantity}; die meisten anderen nicht.",
  "condition.from":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} scheitern die, in denen {quantity}; die mit höchstens `{other}` bestehen.",
  "condition.up-to":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} scheitern die, in denen {quantity}; die mit mindestens `{other}` bestehen.",
  "condition.divides":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {bestehen}} genau die, in denen {parameter} die Zahl der Spalten von {of} teilt.",
  "condition.square":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {bestehen}} genau die, in denen {parameter} so viele Zeilen wie Spalten hat.",
  "quantity.rows":
    "{name} {bound, select, least {mindestens } most {höchstens } other {}}{count, plural, one {{count} Zeile} other {{count} Zeilen}} hat",
  "quantity.columns":
    "{name} {bound, select, least {mindestens } most {höchstens } other {}}{count, plural, one {{count} Spalte} other {{count} Spalten}} hat",
  "quantity.layers":
    "{name} {bound, select, least {mindestens } most {höchstens } other {}}{count, plural, one {{count} Schicht} other {{count} Schichten}} hat",
  "quantity.length":
    "{name} {bound, select, least {mindestens } most {höchstens } other {}}{count, plural, one {{count} Element} other {{count} Elemente}} hat",
  "quantity.all-zero": "alle Zahlen von {name} 0 sind",
  "quantity.magnitude":
    "die dem Betrag nach größte Zahl von {name} {bound, select, least {mindestens } most {höchstens } other {}}`{amount}` ist",
  "quantity.value": "{name} {bound, select, least {mindestens } most {höchstens } other {gleich }}`{amount}` ist",

  "adjustment.by-hand": "Von Hand geändert",
  "adjustment.confirmed": "Von Hand bestätigt",
  "adjustment.exercise-by-hand": "{exercise}, von Hand geändert",
  "adjustment.exercise-confirmed": "{exercise}, von Hand bestätigt",
  "adjustment.late": "Verspätet",
  "late.too-late": "{time} zu spät abgegeben, nach dem letzten Termin: keine Punkte.",
  "late.costs-nothing": "{time} zu spät abgegeben; das kostet nichts.",
  "late.used":
    "{time} zu spät abgegeben. {used, plural, one {{used} Karenztag} other {{used} Karenztage}} verbraucht: kein Abzug.",
  "late.counts": "{time} zu spät abgegeben. Das zählt als {days, plural, one {{days} Tag} other {{days} Tage}}: {off}",
  "late.used-rest-counts":
    "{time} zu spät abgegeben. {used, plural, one {{used} Karenztag} other {{used} Karenztage}} verbraucht; der Rest zählt als {days, plural, one {{days} Tag} other {{days} Tage}}: {off}",
  "late.off": "{percent} % Abzug.",
  "late.off-most": "{percent} % Abzug, mehr kostet Verspätung nicht.",
  "late.off-of": "{percent} % Abzug von {points} Punkten.",
  "late.off-of-most": "{percent} % Abzug von {points} Punkten, mehr kostet Verspätung nicht.",
  "remark.attempts-left-out": "Nur die letzten {graded} von {attempts} Versuchen wurden bewertet.",
  "remark.attempts-left-out-limits":
    "Nur die letzten {graded} von {attempts} Versuchen wurden bewertet, weil zu viele davon an eine Grenze stießen.",
  "remark.late-time-unknown":
    "Canvas meldet die Abgabe als verspätet, nennt aber keine Zeit; daher kein Abzug. Abhilfe: eine Spalte submitted_at in der Teilnehmerliste.",

  "answers-file.unreadable": "die Datei ist nicht lesbar: {reason}.",
  "answers-file.too-large": "die Datei ist größer als {limit} KiB, zu groß für eine Datei mit Antworten.",
  "answers-file.not-text": "die Datei ist kein UTF-8-Text.",
  "answers-file.not-json": "die Datei ist kein gültiges JSON: {reason}.",
  "answers-file.not-object": "die Datei enthält {found}, verlangt ist ein Objekt mit `quiz` und `answers`.",
  "answers-file.no-answers": "`answers` ist {found}, verlangt ist ein Objekt mit einer Antwort je Frage.",
  "answers-file.other-quiz": "die Datei beantwortet das Quiz {found}, verlangt ist {quiz}.",
  "answer.wrong-type": "Die Antwort ist {found}, verlangt ist {expected}.",
  "answer.unknown-choices": "Die Antwort nennt {ids}; diese Auswahl gibt es bei dieser Frage nicht.",
  "answer.no-order": "Die Antwort muss jeden Schritt genau einmal nennen: {problems}.",
  "answer.too-long": "Die Antwort hat {length} Zeichen; erlaubt sind höchstens {limit}.",
  "answer.expected.choice": "die Kennung einer Auswahl, ein Text",
  "answer.expected.choices": "eine Liste von Kennungen der Auswahl",
  "answer.expected.number": "eine endliche Zahl, ohne Anführungszeichen und mit Punkt",
  "answer.expected.order": "eine Liste der Kennungen aller Schritte, vom ersten zum letzten",
  "answer.expected.text": "ein Text",
  "answer.order.missing": "es fehlt {ids}",
  "answer.order.repeated": "mehrfach {ids}",
  "answer.order.unknown": "unbekannt {ids}",
  "answer-note.quiz-not-named":
    "Die Datei sagt nicht, welches Quiz sie beantwortet; sie wurde als Antwort auf dieses gelesen.",
  "answer-note.unknown-questions": "Ausgelassen, weil dieses Quiz keine solche Frage hat: {questions}.",
  "answer-note.answered-twice": "{question} ist mehrfach beantwortet ({lines}); die letzte Antwort zählt.",
  "answer-note.part-twice": "Die Datei enthält {part} mehrfach ({lines}); nur das letzte zählt.",
  "answer-note.repeated-choices": "Die Antwort auf {question} nennt {ids} mehrfach; das zählt als einmal.",
  "answer-note.ignored-choices":
    "Die Antwort auf {question} nennt {ids}, was es bei dieser Frage nicht gibt; der Rest wurde bewertet.",
  "answer-note.lines": "{count, plural, one {Zeile {lines}} other {Zeilen {lines}}}",
  "answer-note.meant": "{id} (gemeint {suggestion}?)",
  "question.passed": "richtig",
  "question.partial": "teilweise richtig",
  "question.failed": "nicht richtig",
  "question.not-implemented": "nicht beantwortet",
  "question.grader-error":
    "Diese Frage konnte wegen eines Fehlers im Bewertungsprogramm nicht bewertet werden; das kostet keine Punkte, sie wird erneut bewertet.",
  "question.missed":
    "{count, plural, one {Eine richtige Auswahl ist nicht angekreuzt.} other {{count} richtige Auswahlen sind nicht angekreuzt.}}",

  "report.not-gradable": "Nichts konnte bewertet werden: {message}",
  "report.not-loaded": "die Abgabe konnte nicht geladen werden.",
  "report.grader-error":
    "Das Bewertungsprogramm ist gescheitert, ohne dass die Abgabe schuld ist; sie wird erneut bewertet.",
  "report.grader-error-cause":
    "Das Bewertungsprogramm ist gescheitert, ohne dass die Abgabe schuld ist; sie wird erneut bewertet. Ursache: {cause}",
  "report.all-passed": "alles bestanden",
  "report.none-passed": "keine Aufgabe bestanden",
  "report.not-passed": "nicht bestanden: {exercises}",
  "report.not-gradable-briefly": "nicht bewertbar",
  "report.not-gradable-because": "nicht bewertbar: {message}",
  "report.grader-error-briefly": "Fehler im Bewertungsprogramm, wird erneut bewertet",
  "report.backend.tensorflow": "TensorFlow, durch @tensorflow/tfjs-node",
  "report.backend.cpu": "TensorFlow.js, ohne natives TensorFlow",
  "kit.other":
    "Dies wurde mit dem Kit der Version {before} geschrieben und wird mit Version {now} bewertet. {difference}",
  "kit.not-recorded": "Was sich unterscheidet, ist nicht festgehalten.",
  "kit.same": "Punkte, Toleranzen und Punktevergabe sind gleich; Testfälle können sich unterscheiden.",
  "kit.changed": "Seither geändert: {changes}.",
  "kit.added": "{exercise} kam hinzu",
  "kit.removed": "{exercise} entfiel",
  "setting.points": "Punkte {change}",
  "setting.rtol": "rtol {change}",
  "setting.atol": "atol {change}",
  "setting.dtype": "Art der Elemente {change}",
  "setting.scoring": "Punktevergabe {change}",
  "setting.skipWhenPrerequisiteFails": "übersprungen, wenn eine Voraussetzung scheitert: {change}",
} as const satisfies Record<keyof typeof en, string>;
