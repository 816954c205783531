import type { findingsEn } from "../en/findings.ts";

/** What is said of a result that is wrong. */
export const findingsDe = {
  "case.passed": "Das Ergebnis ist das erwartete.",
  "case.wrong": "Das Ergebnis ist nicht das erwartete.",
  "case.threw": "Die Funktion hat einen Fehler geworfen.",
  "case.not-implemented": "Die Funktion ist noch nicht implementiert.",
  "case.timeout": "Die Funktion hat das Zeitlimit überschritten.",
  "case.memory": "Die Funktion hat das Speicherlimit überschritten.",
  "case.crashed":
    "Der Prozess, in dem die Funktion lief, ist abgestürzt; endlose Rekursion oder riesige Arrays können das verursachen.",
  "case.bad-value": "Die Funktion hat keinen bewertbaren Wert zurückgegeben.",
  "case.skipped": "Der Testfall wurde übersprungen.",
  "case.grader-error":
    "Der Testfall konnte wegen eines Fehlers im Bewertungsprogramm nicht bewertet werden; das kostet keine Punkte.",
  "case.error": "Die Funktion hat einen Fehler geworfen: {thrown}.",
  "case.error-at": "Die Funktion hat bei {place} einen Fehler geworfen: {thrown}.",

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
  "bad-value.advice.string": "Wird `+` auf einen Tensor angewandt? JavaScript macht daraus Text: stattdessen `.add()`.",
  "bad-value.advice.bigint": "Gewöhnliche Zahlen verwenden.",
  "bad-value.advice.function": "Sollte sie aufgerufen werden?",
  "bad-value.advice.promise": "Was ins Ergebnis kommt, muss mit `await` abgewartet werden.",
  "bad-value.advice.proxy-or-class": "Einfache Objekte, Arrays, Zahlen und Tensoren zurückgeben.",
  "bad-value.advice.typed-array": "Daraus einen Tensor oder ein einfaches Array machen.",
  "bad-value.advice.iterator": "Daraus ein Array machen, zum Beispiel mit `[...values]`.",
  "bad-value.advice.fake-tensor":
    "Vermutlich passen seine Zahlen nicht zu seiner Form: ungleich lange Zeilen, eine Liste von Tensoren für `tf.tensor` (dafür gibt es `tf.stack`) oder ein fehlender Eintrag der Form.",
  "bad-value.advice.disposed-tensor":
    "`tf.tidy` gibt frei, was seine Funktion erzeugt und nicht zurückgibt: den Tensor daraus zurückgeben, mit `tf.keep` behalten oder `dispose()` weglassen.",
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
  "mismatch.kind-tensor":
    "{place} ist ein Tensor, erwartet ist {expected}. `arraySync()` liest die Zahlen eines Tensors aus.",
  "mismatch.truth": "{place} ist {found}, erwartet ist {expected}.",
  "mismatch.missing-keys":
    "{place}: {count, plural, one {der Schlüssel {keys} fehlt} other {die Schlüssel {keys} fehlen}}.",
  "mismatch.other-keys":
    "{place}: {count, plural, one {der Schlüssel {keys} fehlt} other {die Schlüssel {keys} fehlen}}, {surplus} {more, plural, one {wird} other {werden}} dort nicht erwartet.",
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
  "elements.worst": "{differing, plural, one {{elements}; {place}} other {{elements}; am stärksten {place}}}",
  "elements.first": "{differing, plural, one {{elements}; {place}} other {{elements}; der erste {place}}}",
  "elements.at": "bei [{index}]: {difference}",

  "finding.at": "{path}: {finding}.",
  "finding.items-permuted": "Die Liste enthält die richtigen Einträge in anderer Reihenfolge.",
  "finding.items-missing":
    "{count, plural, one {Einer der erwarteten Einträge fehlt} other {{count} der erwarteten Einträge fehlen}}; die anderen sind richtig.",
  "finding.items-missing-first":
    "{count, plural, one {Einer der erwarteten Einträge fehlt, nämlich {item}} other {{count} der erwarteten Einträge fehlen, als erster {item}}}; die anderen sind richtig.",
  "finding.items-surplus":
    "Die Liste enthält alle erwarteten Einträge und {count, plural, one {einen} other {{count}}} weitere.",
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

  "clue.calls-failed":
    "{names} {count, plural, one {besteht nicht alle eigenen Testfälle und wird von dieser Funktion verwendet. Am besten zuerst dort suchen: Vielleicht ist hier sonst nichts falsch.} other {bestehen nicht alle eigenen Testfälle und werden von dieser Funktion verwendet. Am besten zuerst dort suchen: Vielleicht ist hier sonst nichts falsch.}}",
  "clue.unused-parameter": "Der Parameter {names} wird nirgends verwendet.",
  "clue.or-default":
    "{names} kann 0 sein, und `||` nimmt dann, was dahinter steht: 0 gilt als falsch. `??` ersetzt nur, was fehlt.",
  "clue.unread-members":
    "Von {of} {count, plural, one {wird} other {werden}} {names} nie gelesen, andere derselben Art dagegen schon.",
  "clue.changes-input": "{names} gehört dem Aufrufer. Verändert wird es hier:",
  "clue.disposes": "Hier werden Tensoren freigegeben, und einer davon gehört zum Ergebnis:",
  "clue.kept-outside": "{names} wird nur einmal angelegt, außerhalb der Funktion, und jeder Aufruf verändert es:",
  "clue.returned-here": "Was {names} zurückgibt, wird hier berechnet:",
  "clue.sorts-as-text":
    "Ohne Vergleichsfunktion sortiert {names} als Text, und darin kommt 10 vor 2 und `W10` vor `W2`:",
  "clue.rounds": "Hier werden Zahlen gerundet, mit {names}. Ist das verlangt?",
  "clue.cuts-off": "Hier werden Werte abgeschnitten, mit {names}. Können kleinere oder größere vorkommen?",
  "clue.made-here":
    "{names} {count, plural, one {ist falsch und entsteht} other {sind falsch und entstehen}} hier. Kein anderes falsches Ergebnis geht darin ein:",
  "clue.made-with": "Alles, was falsch ist, verwendet {names}; nichts, was richtig ist, tut das:",
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
  "observation.some-fail": "Einige Testfälle scheitern, andere gelingen.",
  "observation.changed-argument": "Wird nur {parameter} geändert, scheitern Testfälle, die zuvor gelangen.",
  "observation.same-numbers":
    "Die Zahlen sind in jedem fehlgeschlagenen Testfall dieselben, obwohl die Eingaben verschieden sind und andere Zahlen erwartet werden.",
  "observation.ignored-argument":
    "Testfälle, die sich nur in {parameter} unterscheiden, haben dasselbe Ergebnis, obwohl verschiedene erwartet werden: Verwendet die Funktion dieses Argument?",
  "observation.nothing-drawn": "In den fehlgeschlagenen Testfällen wird aus dem übergebenen Generator nichts gezogen.",
  "observation.other-draws":
    "In den fehlgeschlagenen Testfällen werden mehr, weniger oder andere Zahlen aus dem Generator gezogen als vorgesehen.",
  "observation.an-argument": "ein Argument",
  "observation.another": "ein anderes",
  "observation.something-else": "etwas anderes",

  "condition.first-call":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} gelingt nur der erste: behält die Funktion etwas von einem Aufruf zum nächsten?",
  "condition.not-passed":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {gelingen}} genau die, die {parameters} weglassen.",
  "condition.type":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {gelingen}} genau die, in denen {parameter} vom Typ {type} ist.",
  "condition.equals":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {gelingen}} genau die, in denen {quantity}.",
  "condition.mostly-equals":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {gelingen}} alle, in denen {quantity}; die meisten anderen nicht.",
  "condition.from":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} scheitern die, in denen {quantity}; die mit höchstens `{other}` gelingen.",
  "condition.up-to":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} scheitern die, in denen {quantity}; die mit mindestens `{other}` gelingen.",
  "condition.divides":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {gelingen}} genau die, in denen {parameter} die Zahl der Spalten von {of} teilt.",
  "condition.square":
    "Von den {among, select, visible {sichtbaren Testfällen} other {Testfällen}} {ends, select, fails {scheitern} other {gelingen}} genau die, in denen {parameter} so viele Zeilen wie Spalten hat.",
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
  "undefined.no-students": "niemand zählt",
  "undefined.too-few-students": "weniger als zwei Studierende zählen",
  "undefined.fewer-than-ten": "weniger als zehn Studierende zählen",
  "undefined.too-few-exercises": "weniger als zwei Aufgaben",
  "undefined.no-points": "die Aufgabe hat keine Punkte",
  "undefined.same-points-here": "alle haben hier gleich viele Punkte",
  "undefined.same-points-elsewhere": "alle haben in den anderen Aufgaben gleich viele Punkte",
  "undefined.same-totals": "alle haben insgesamt gleich viele Punkte",
} as const satisfies Record<keyof typeof findingsEn, string>;
