import type { errorsEn } from "../en/errors.ts";

/** Runtime errors of JavaScript explained: what each means, and what to try. Of each error one sentence of both is shown. */
export const errorsDe = {
  "error.keys-there-are": "{sentence} Vorhandene Schlüssel: {records}.",
  "error.nan.alone": "Ein einzelnes NaN, also keine Zahl, steht da, wo ein Tensor hingehört.",
  "error.nan.operator":
    "Vermutlich steht ein Operator wie `*` oder `-` bei einem Tensor: mit Tensoren rechnen Methoden wie `.mul()`, `.sub()`, `.add()` und `.div()`.",
  "error.nan.what": "NaN steht für etwas, das keine Zahl ist: es wurde etwas gerechnet, das kein Ergebnis hat.",
  "error.nan.try":
    "Wahrscheinlich ist eines davon: ein Operator wie `*` oder `-` bei einem Tensor (mit Tensoren rechnen Methoden wie `.mul()` und `.sub()`), ein Wert `undefined`, Logarithmus oder Wurzel einer negativen Zahl, `0 / 0`, oder `0` mal eine unendliche Zahl, wie in `0 * log(0)`.",
  "error.infinite.what": "Eine Zahl wurde unendlich groß.",
  "error.infinite.try":
    "Wahrscheinlich ist eines davon: eine Division durch 0, der Logarithmus von 0, oder die Exponentialfunktion einer großen Zahl.",

  "error.argument-missing.what": "{target} hat als Argument {name} nichts bekommen (`undefined` oder `null`).",
  "error.argument-missing.try":
    "Das Argument vor dem Aufruf ausgeben. Wahrscheinlich ist eines davon: ein Schlüssel, den das Dictionary nicht hat, eine Eigenschaft, die Tensoren nicht haben (etwa `T`), oder eine Funktion ohne `return`.",
  "error.argument-promise.what":
    "{target} hat als Argument {name} ein Promise bekommen, nicht den Wert, den es haben wird.",
  "error.argument-promise.try":
    "`await` davor schreiben. `data()` und `array()` eines Tensors geben Promises, `dataSync()` und `arraySync()` nicht.",
  "error.not-available.what":
    "TensorFlow.js wollte etwas, das eine Abgabe hier nicht hat: Dateien, Netz, oder Text in einem Tensor.",
  "error.not-available.try":
    "Wird `+` auf einen Tensor angewandt? JavaScript macht daraus Text: stattdessen `.add()`. Dateien lassen sich nicht laden.",

  "error.disposed.what": "Ein Tensor wurde benutzt, nachdem er freigegeben war.",
  "error.disposed.try":
    "`tf.tidy` gibt alles frei, was seine Funktion macht und nicht zurückgibt, und `dispose()` den Tensor selbst: zurückgeben, was noch gebraucht wird, oder mit `tf.keep` behalten.",
  "error.tidy-function.what": "`tf.tidy` hat keine Funktion bekommen.",
  "error.tidy-function.try": "`() =>` vor das schreiben, was zu tun ist.",

  "error.not-a-function.what": "{expression} lässt sich nicht aufrufen.",
  "error.not-a-function.library": "Es gibt {right}: ist das gemeint?",
  "error.not-a-function.as-method": "Es ist eine Methode von Tensoren: {call}.",
  "error.not-a-function.not-in-library":
    "TensorFlow.js hat keine Funktion dieses Namens. Was in Python so heißt, heißt hier anders; die Aufgabenstellung nennt, was gebraucht wird.",
  "error.not-a-function.operator":
    "Die Operatoren von JavaScript rechnen mit Zahlen, nicht mit Tensoren: dafür gibt es Methoden, etwa `a.add(b)`, `a.mul(b)`, `a.less(b)`.",
  "error.not-a-function.no-tensor":
    "Tensoren haben {name}, also ist {receiver} kein Tensor: vermutlich eine Zahl, eine Liste, oder was `dataSync()` oder `arraySync()` zurückgab. `tf.scalar` oder `tf.tensor` macht einen Tensor daraus.",
  "error.not-a-function.property":
    "Bei einem Tensor oder einer Liste ist {name} eine Eigenschaft, keine Funktion: die Klammern weglassen.",
  "error.not-a-function.generator": "Der Generator einer Aufgabe hat {methods}.",
  "error.not-a-function.new": "Es ist eine Funktion, keine Klasse: `new` weglassen.",
  "error.not-a-function.assign":
    "Nur Variablen haben `assign`, also ist {receiver} keine: `tf.variable(…)` macht eine.",
  "error.not-a-function.append": "Pythons `append` ist bei einer Liste `push`; Tensoren verbindet `tf.concat`.",
  "error.not-a-function.list":
    "{receiver} ist keine einfache Liste. Von einem Dictionary `Object.keys(…)` oder `Object.entries(…)` nehmen, von einem Tensor `arraySync()`; ein Promise braucht `await`.",
  "error.not-a-function.record":
    "Von einem Dictionary `Object.keys(…)`, `Object.values(…)` oder `Object.entries(…)` nehmen; ein Wert ist `dictionary[key]`.",
  "error.not-a-function.method": "Ist {receiver} ein Tensor, dann kann {right} gemeint sein.",
  "error.not-a-function.not-in-math":
    "`Math` rechnet mit einzelnen Zahlen und hat keine Funktion dieses Namens; für Tensoren gibt es `tf`.",
  "error.not-a-function.try":
    "Ausgeben: es kann falsch geschrieben sein, `undefined`, oder ein Wert und keine Funktion.",
  "error.class-without-new.what": "{name} ist eine Klasse: sie wurde wie eine Funktion aufgerufen.",
  "error.class-without-new.function": "Mit kleinem Anfangsbuchstaben: {name}.",
  "error.class-without-new.try": "Richtig ist {name}.",
  "error.not-defined.what": "An dieser Stelle gibt es nichts mit dem Namen {name}.",
  "error.not-defined.member": "Es steht in einem Dictionary: {member}.",
  "error.not-defined.import": "Am Anfang der Datei fehlt der Import: `import * as tf from '@tensorflow/tfjs'`.",
  "error.not-defined.python-library":
    "{name} ist eine Bibliothek von Python. Hier ist es `tf` für Tensoren, und `Math` für einzelne Zahlen.",
  "error.not-defined.python": "{name} ist Python. In TypeScript: {instead}.",
  "error.not-defined.library": "Es gibt {name}: ist das gemeint?",
  "error.not-defined.argument": "Es gibt ein Argument {near}: ist das gemeint?",
  "error.not-defined.try":
    "Ist es falsch geschrieben, in einer anderen Funktion oder einem anderen Block deklariert, oder nicht importiert?",
  "error.too-early.what": "{name} wird benutzt, bevor die Zeile lief, die es deklariert.",
  "error.too-early.try":
    "Die Deklaration nach oben verschieben. Vielleicht heißt eine innere Variable wie eine äußere.",

  "error.property-of-nothing.what": "{name} wurde von etwas gelesen, das {nothing} ist.",
  "error.property-of-nothing.record": "{name} steht in {record}: gelesen wurde es von etwas anderem, das nicht da ist.",
  "error.property-of-nothing.index":
    "An dieser Stelle ist keine Liste: vermutlich ist ein Index zu groß, oder `shape` wurde von etwas gelesen, das kein Tensor ist.",
  "error.property-of-nothing.null-tensor":
    "Vermutlich war ein Tensor erwartet. `minimize` eines Optimierers gibt den Verlust nur zurück, wenn sein zweites Argument `true` ist.",
  "error.property-of-nothing.shape":
    "Vermutlich war eine Liste erwartet, etwa eine Form: ausgeben, was als Form übergeben wird. Nur Tensoren haben `shape`; Listen und Zahlen haben keines.",
  "error.property-of-nothing.variable":
    "Wahrscheinlich ist eines davon: `tf.variable` hat eine Liste oder Zahl statt eines Tensors bekommen, oder eine Liste ist nicht da.",
  "error.property-of-nothing.assign":
    "Vermutlich war ein Tensor erwartet, etwa von `assign` einer Variablen: ihn vorher ausgeben.",
  "error.property-of-nothing.library":
    "Falls es von einem Teil von `tf` gelesen wurde, wie Pythons `tf.keras` oder `tf.nn`: hier ist es {right}.",
  "error.property-of-nothing.tensor":
    "Vermutlich war ein Tensor erwartet, und es gibt einen Schlüssel in seinem Dictionary nicht (Schichten werden ab 1 gezählt), oder einen Teil von `tf`, etwa `tf.nn`.",
  "error.property-of-nothing.try":
    "Ausgeben, was davor steht. Wahrscheinlich ist eines davon: ein falsch geschriebener Schlüssel, ein Index hinter dem Ende, eine Funktion ohne `return`.",
  "error.set-on-nothing.what": "{name} sollte in etwas gesetzt werden, das {nothing} ist.",
  "error.set-on-nothing.keep": "`tf.keep` hat nichts bekommen: sein Argument vorher ausgeben.",
  "error.set-on-nothing.try": "Zuerst das Dictionary oder die Liste anlegen, bevor etwas hineinkommt.",
  "error.destructure-nothing.what": "{name} sollte aus {source} entnommen werden, das {nothing} ist.",
  "error.destructure-nothing.argument":
    "{name} sollte aus einem Argument oder Wert entnommen werden, der {nothing} ist.",
  "error.destructure-nothing.try": "Es vorher ausgeben: ist es falsch geschrieben, oder eine Funktion ohne `return`?",
  "error.keys-of-nothing.what":
    "`Object.keys`, `Object.entries` oder eine ähnliche Funktion hat `undefined` oder `null` bekommen.",
  "error.keys-of-nothing.try": "Das Argument vorher ausgeben.",
  "error.not-iterable.what":
    "{name} ist keine Liste: es lässt sich nicht durchlaufen und nicht mit eckigen Klammern zerlegen.",
  "error.not-iterable.result":
    "Was {name} zurückgibt, ist keine Liste: es lässt sich nicht durchlaufen und nicht mit eckigen Klammern zerlegen.",
  "error.not-iterable.record":
    "{name} ist ein Dictionary: `Object.entries(…)` durchlaufen, oder mit geschweiften Klammern zerlegen.",
  "error.not-iterable.try":
    "Von einem Dictionary `Object.entries(…)` nehmen, von einem Tensor `arraySync()`; geschweifte Klammern zerlegen ein Dictionary.",
  "error.not-an-entry.what":
    "Ein Dictionary sollte aus Einträgen entstehen, und {value} ist kein Paar aus Schlüssel und Wert.",
  "error.not-an-entry.try": "Jeder Eintrag ist eine Liste aus zweien: `[key, value]`.",
  "error.bigint.what": "Ein BigInt (`10n`, `BigInt(…)`) wurde zusammen mit gewöhnlichen Zahlen benutzt.",
  "error.bigint.try": "Einfache Zahlen nehmen, oder mit `Number(…)` umwandeln.",
  "error.empty-reduce.what": "`reduce` wurde für eine leere Liste aufgerufen, ohne einen Anfangswert.",
  "error.empty-reduce.try": "Den Anfangswert als zweites Argument angeben, und klären, warum die Liste leer ist.",
  "error.frozen.what": "{name} lässt sich nicht ändern: das Objekt ist gesperrt.",
  "error.frozen.try": "Eine Kopie machen und diese ändern.",
  "error.recursion.what":
    "Funktionen haben einander zu tief aufgerufen; vermutlich ruft eine sich selbst auf und hört nie auf.",
  "error.recursion.try":
    "Die Zeile ansehen: ruft die Funktion sich selbst auf, vielleicht mit dem Namen einer anderen?",
  "error.length.what": "Eine Liste sollte mit einer Länge entstehen, die keine ganze Zahl ab 0 ist, oder viel zu groß.",
  "error.length.known": "Eine Liste oder ein Text sollte mit der Länge {length} entstehen, was nicht geht.",
  "error.length.try": "Die Länge ausgeben: ein Quotient braucht vielleicht `Math.ceil` oder `Math.floor`.",
  "error.too-large.what": "Es sollte etwas entstehen, das größer ist als der Speicher.",
  "error.too-large.try": "Vorher die Form oder die Länge ausgeben: ist eine Zahl darin viel zu groß?",
} as const satisfies Record<keyof typeof errorsEn, string>;
