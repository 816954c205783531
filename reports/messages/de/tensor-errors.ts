import type { tensorErrorsEn } from "../en/tensor-errors.ts";

/** Runtime errors of TensorFlow.js explained: what each means, and what to try. */
export const tensorErrorsDe = {
  "error.shapes-there-are": "{sentence} Eingaben dieser Formen: {inputs}.",

  "error.matmul.what":
    "`matMul` von {left}{flipLeft, select, yes { transponiert} other {}} × {right}{flipRight, select, yes { transponiert} other {}}: die inneren Dimensionen {innerLeft} und {innerRight} sind verschieden.",
  "error.matmul.ways": "{count, plural, one {Das würde passen} other {Jedes davon würde passen}}: {ways}.",
  "error.matmul.right":
    "den rechten {flipped, select, yes {nicht transponieren} other {transponieren}}, das ergibt {result}",
  "error.matmul.left":
    "den linken {flipped, select, yes {nicht transponieren} other {transponieren}}, das ergibt {result}",
  "error.matmul.exchanged": "beide in der anderen Reihenfolge, das ergibt {result}",
  "error.matmul.nothing":
    "Kein Transponieren macht sie passend: vermutlich ist einer der beiden ein anderer Tensor als gemeint. Beide Formen ausgeben.",
  "error.matmul.print":
    "Vor dem Aufruf beide Formen ausgeben: die letzte Achse des linken muss so lang sein wie die vorletzte des rechten.",
  "error.matmul.number":
    "`matMul` multipliziert Matrizen, und der {side, select, left {linke} other {rechte}} von {left} × {right} ist eine einzelne Zahl.",
  "error.matmul.try-mul": "Mit einer Zahl multipliziert `mul`.",
  "error.matmul.vector":
    "`matMul` multipliziert Matrizen, und der {side, select, left {linke} other {rechte}} von {left} × {right} hat nur eine Dimension.",
  "error.matmul.try-reshape":
    "Mit `reshape` eine zweite Dimension hinzufügen: {column} macht ihn zur Spalte, {row} zur Zeile.",
  "error.dot-inner.what": "`dot`: die inneren Dimensionen {left} und {right} sind verschieden.",
  "error.dot-inner.try":
    "Beide Formen ausgeben: die letzte Achse des linken muss so lang sein wie die erste des rechten. Vielleicht muss einer transponiert werden.",
  "error.dot-rank.what": "`dot` nimmt Tensoren mit einer oder zwei Dimensionen; diese haben {left} und {right}.",
  "error.dot-rank.number": "Mit einer Zahl multipliziert `mul`.",
  "error.dot-rank.try": "Was mehr Dimensionen hat, zuerst zu einer Matrix umformen.",
  "error.broadcast.what":
    "{left} und {right} lassen sich nicht elementweise verknüpfen: Achse {axis} ist im einen {inLeft} und im anderen {inRight} lang, und keine davon ist 1.",
  "error.broadcast.from-end":
    "{left} und {right} lassen sich nicht elementweise verknüpfen: Formen werden vom Ende her verglichen, wo {inLeft} auf {inRight} trifft, und keine davon ist 1.",
  "error.broadcast.column":
    "Enthält {vector} eine Zahl für jede Zeile, dann zu {column} umformen: eine Form mit einer Dimension gilt als Zeile.",
  "error.broadcast.transpose":
    "Einen der beiden zu transponieren macht sie passend: sind in einem Zeilen und Spalten vertauscht?",
  "error.broadcast.transpose-or-product":
    "Ist ein Matrixprodukt gemeint, dann `matMul`; sonst macht Transponieren eines der beiden sie passend.",
  "error.broadcast.product": "Als Matrizen lassen sich die beiden multiplizieren: ist `matMul` gemeint?",
  "error.broadcast.try":
    "Vor dem Aufruf beide Formen ausgeben: vermutlich ist einer der beiden ein anderer Tensor als gemeint.",

  "error.concat-shapes.axis":
    "`concat`: Tensor Nummer {number} hat die Form {shape}, der erste {rest}: sie unterscheiden sich auf Achse {axis} und sollten entlang einer anderen verbunden werden.",
  "error.concat-shapes.axes":
    "`concat`: Tensor Nummer {number} hat die Form {shape}, der erste {rest}: sie dürfen sich nur auf der Achse unterscheiden, entlang der sie verbunden werden.",
  "error.concat-shapes.other-axis":
    "Entlang Achse {axis} lassen sie sich verbinden: sie ist das zweite Argument von `concat`.",
  "error.concat-shapes.try":
    "Beide Formen ausgeben: ist einer der beiden ein anderer Tensor als gemeint, oder transponiert?",
  "error.concat-ranks.what":
    "`concat`: Tensor Nummer {number} hat eine andere Zahl von Dimensionen als der erste, der {rank} hat.",
  "error.concat-ranks.try": "Umformen, oder mit `stack` Tensoren gleicher Form entlang einer neuen Achse verbinden.",
  "error.nothing-to-join.what": "{name} hat keine Tensoren bekommen.",
  "error.nothing-to-join.try":
    "{name} eine Liste übergeben, mit eckigen Klammern um die Tensoren; ist die Liste leer, oder ein einzelner Tensor?",
  "error.stack-shapes.what": "`stack` braucht Tensoren einer Form; diese haben {left} und {right}.",
  "error.stack-shapes.try": "Die Formen ausgeben. `concat` verbindet entlang einer Achse, die es schon gibt.",
  "error.loss-shapes.what": "{name} braucht zwei Tensoren gleicher Form; diese haben {left} und {right}.",
  "error.loss-shapes.transpose": "Sie sind zueinander transponiert: einen der beiden transponieren.",
  "error.loss-shapes.try": "Vor dem Aufruf beide Formen ausgeben: ist einer der beiden ein anderer Tensor als gemeint?",
  "error.reshape-size.what":
    "Ein Tensor mit {size} Elementen kann nicht die Form {shape} annehmen, die {product} enthält.",
  "error.reshape-size.hole":
    "Ein Tensor mit {size} Elementen kann nicht die Form {shape} annehmen, in der nicht jeder Eintrag eine Zahl ist.",
  "error.reshape-size.fitting":
    "{fitting} zum Beispiel enthält ebenso viele Elemente; `-1` an einer Stelle lässt den Eintrag berechnen.",
  "error.reshape-size.try": "Das Produkt der neuen Form muss die Zahl der Elemente sein.",
  "error.reshape-fraction.what":
    "Der Eintrag `-1` lässt sich nicht berechnen: {size} Elemente sind nicht durch {known} teilbar, das Produkt der anderen Einträge.",
  "error.reshape-fraction.try": "Die anderen Einträge der neuen Form prüfen, und welcher Tensor umgeformt wird.",
  "error.reshape-undefined.what":
    "Ein Tensor der Form {old} sollte die Form {shape} bekommen, in der ein Eintrag fehlt.",
  "error.reshape-undefined.vector":
    "Vermutlich hat `matMul` einen Tensor mit einer Dimension bekommen, wo es zwei braucht: zu einer Spalte oder Zeile umformen.",
  "error.reshape-undefined.try":
    "Die neue Form ausgeben: vermutlich wird ein Eintrag gelesen, wo nichts ist, etwa `shape[2]` einer Matrix.",
  "error.squeeze.what": "`squeeze` entfernt Achsen der Länge 1, und Achse {axis} ist {extent} lang.",
  "error.squeeze.try": "Die Form ausgeben, und eine Achse der Länge 1 nennen.",
  "error.split.what": "`split`: die Achse lässt sich nicht in diese Teile zerlegen.",
  "error.split.try":
    "Eine Liste von Größen angeben, deren Summe ihre Länge ist; der letzte Teil darf kleiner sein. Die Achse ist das dritte Argument.",
  "error.broadcast-to.what": "`broadcastTo`: {from} lässt sich nicht zu {to} wiederholen.",
  "error.broadcast-to.try": "Nur eine Achse der Länge 1 lässt sich wiederholen; alle anderen müssen schon stimmen.",
  "error.shape-entries.what":
    "Ein Tensor kann nicht die Form {shape} haben: jeder Eintrag muss eine ganze Zahl sein, mindestens 0.",
  "error.shape-entries.try":
    "Ausgeben, woraus die Einträge entstehen: ein Fragezeichen oder NaN steht für etwas, das nicht da war, etwa ein Element hinter dem Ende einer Liste.",
  "error.shape-not-list.what": "Erwartet war eine Form, und angegeben etwas anderes als eine Liste.",
  "error.shape-not-list.try":
    "Eine Form steht in eckigen Klammern, wie `tf.zeros([2, 3])`; die eines Tensors steht in seinem `shape`.",

  "error.axis.what":
    "Achse {axis} gibt es nicht: der Tensor hat {rank, plural, one {{rank} Dimension} other {{rank} Dimensionen}}, gezählt ab 0.",
  "error.axis.list":
    "Nicht alle der Achsen {axis} gibt es: der Tensor hat {rank, plural, one {{rank} Dimension} other {{rank} Dimensionen}}, gezählt ab 0.",
  "error.axis.try":
    "Seine letzte Achse ist {last}. In einer Matrix läuft Achse 0 über die Zeilen, Achse 1 über die Spalten.",
  "error.slice-end.what": "Der Ausschnitt würde auf Achse {axis} bis {end} reichen, die nur {length} lang ist.",
  "error.slice-end.nan": "Anfang oder Größe des Ausschnitts auf Achse {axis} ist keine Zahl.",
  "error.slice-end.try":
    "Die zweite Liste von `slice` enthält Größen, nicht Enden; am Ende einer Achse kann weniger übrig sein als ein voller Teil.",
  "error.slice-begin.what":
    "`slice` sollte bei {begin} beginnen, also mit {count} Zahlen, in einem Tensor mit {rank, plural, one {{rank} Dimension} other {{rank} Dimensionen}}.",
  "error.slice-begin.try": "Anfang und Größe sind zwei Listen mit einer Zahl für jede Achse: `slice([0, 0], [2, 3])`.",
  "error.slice-negative.what": "`slice` kann nicht an einer negativen Stelle beginnen.",
  "error.slice-negative.try":
    "Von vorn zählen: die Länge der Achse, minus was übrig bleiben soll. Als Größe bedeutet `-1` den ganzen Rest.",
  "error.gather-index.what":
    "`gather` sollte Nummer {index} einer Achse nehmen, die {length} hat, nämlich 0 bis {last}.",
  "error.gather-index.try":
    "Ohne Achse nimmt `gather` Zeilen; für Spalten ist die Achse 1. Stimmt die Achse, dann ist der Index zu groß oder negativ.",
  "error.transpose-order.what":
    "Die Reihenfolge für `transpose` nennt nicht jede Achse des Tensors, 0 bis {last}, genau einmal.",
  "error.transpose-order.try": "Ohne Argument vertauscht `transpose` Zeilen und Spalten.",
  "error.softmax-axis.what": "`softmax` wirkt nur entlang der letzten Achse, hier {last}; verlangt war Achse {axis}.",
  "error.softmax-axis.try":
    "Davor und danach transponieren, so dass entlang der letzten Achse liegt, was zusammen 1 ergeben soll.",
  "error.rank.what":
    "{name} nimmt Tensoren vom Rang {wanted}, das ist die Zahl der Dimensionen, und hat Rang {found} bekommen.",
  "error.rank.try": "Die Form ausgeben, und umformen, was nicht passt.",
  "error.one-hot-depth.what": "`oneHot` hat als Zahl der Klassen {depth} bekommen; es braucht mindestens 2.",
  "error.one-hot-depth.try":
    "Das zweite Argument ist die Zahl der Klassen, keine Klasse: sind die Argumente vertauscht?",
  "error.conv-depth.what": "`conv2d`: die Eingabe hat {input} Kanäle, der Filter ist für {filter} gemacht.",
  "error.conv-depth.try":
    "Die Formen sind [Beispiele, Höhe, Breite, Kanäle] und [Höhe, Breite, Kanäle hinein, Kanäle heraus].",
  "error.argument-kind.what":
    "{target} hat als Argument {name} etwas von der Art {kind} bekommen, wo ein Tensor hingehört.",
  "error.argument-kind.record": "Es kann ein ganzes Dictionary sein, etwa `parameters`, statt eines seiner Tensoren.",
  "error.argument-kind.function": "Sollte eine Funktion aufgerufen werden? Dann fehlen Klammern.",
  "error.argument-kind.array": "Daraus mit `Array.from(…)` eine einfache Liste machen, oder einen Tensor.",
  "error.argument-kind.try": "Das Argument vor dem Aufruf ausgeben.",
  "error.text-for-tensor.what": "{target} hat als Argument {name} einen Text bekommen.",
  "error.text-for-tensor.try":
    "Wird `+` auf einen Tensor angewandt? JavaScript macht daraus Text: stattdessen `.add()`. Ein Text wird mit `Number(…)` zur Zahl.",
  "error.dtype.what": "{target} braucht als Argument {name} einen Tensor vom Typ {wanted} und hat {found} bekommen.",
  "error.dtype.bool": "Ein Vergleich ergibt einen, etwa `.greater(0)`; `.toBool()` wandelt um.",
  "error.dtype.int32": "Mit `.toInt()` umwandeln, oder eine einfache Liste ganzer Zahlen übergeben.",
  "error.dtype.float32": "Mit `.toFloat()` umwandeln.",
  "error.unknown-dtype.what": "Tensoren vom Typ {dtype} gibt es nicht.",
  "error.unknown-dtype.try": "Die Typen sind `float32`, `int32` und `bool`; float64 gibt es in TensorFlow.js nicht.",
  "error.tensor-values.what":
    "Ein Tensor sollte aus etwas entstehen, das weder eine Zahl noch eine Liste von Zahlen ist.",
  "error.tensor-values.try":
    "Den Wert ausgeben: er kann `undefined` sein, schon ein Tensor, oder ein Promise. Für eine Liste von Tensoren gibt es `tf.stack`.",
  "error.tensor-size.what": "Die Form {shape} enthält {wanted} Zahlen, und angegeben sind {found}.",
  "error.tensor-size.try":
    "Form und Zahlen in Übereinstimmung bringen. Bei geschachtelten Listen kann die Form entfallen.",
  "error.tensor-rank.what":
    "{name} macht Tensoren mit {rank, plural, one {einer Dimension} other {{rank} Dimensionen}}, und was angegeben ist, passt nicht dazu.",
  "error.tensor-rank.try":
    "Die Listen so tief schachteln, wie der Tensor Dimensionen hat, oder eine flache Liste und die Form angeben. Was schon ein Tensor ist, braucht das nicht.",
  "error.variable-name.what": "Eine Variable mit dem Namen {name} gibt es schon.",
  "error.variable-name.try": "Den Namen weglassen: `tf.variable` gibt jeder Variablen einen eigenen.",
  "error.reduction.what": "{reduction} ist keine Art, einen Verlust zusammenzufassen.",
  "error.reduction.try": "Eine aus `tf.Reduction` nehmen: `NONE`, `SUM`, `MEAN`, `SUM_BY_NONZERO_WEIGHTS`.",
  "error.loss-not-scalar.what":
    "Der Verlust, der abzuleiten ist, muss eine einzelne Zahl sein; dieser hat {rank, plural, one {{rank} Dimension} other {{rank} Dimensionen}}.",
  "error.loss-not-scalar.try": "Zusammenfassen, mit `.sum()` oder `.mean()`, wie die Formel es sagt.",
  "error.loss-not-tensor.what": "Die Funktion, die abzuleiten ist, hat etwas zurückgegeben, das kein Tensor ist.",
  "error.loss-not-tensor.try":
    "Sie muss den Verlust als Tensor zurückgeben: keine Zahl aus `dataSync()`, kein Promise; steht ihr Inhalt in geschweiften Klammern, braucht es `return`.",
  "error.no-variables.what":
    "Es gibt nichts, wonach abzuleiten wäre: von {count, plural, one {{count} Variablen} other {{count} Variablen}} ist keine trainierbar.",
  "error.no-variables.none":
    "Nur `tf.variable(…)` macht eine Variable; ein einfacher Tensor ist keine. Auch eine leere Liste von Variablen zählt.",
  "error.no-variables.try":
    "Die Variablen trainierbar machen: das zweite Argument von `tf.variable` ist `true`, wenn es fehlt.",
  "error.variable-list.what": "Die Liste der Variablen enthält etwas, das keine Variable ist, oder ist keine Liste.",
  "error.variable-list.try":
    "Von einem Dictionary mit Variablen `Object.values(…)` übergeben; Tensoren werden durch `tf.variable` zu Variablen.",
  "error.gradient-function.what": "{name} hat etwas bekommen, das keine Funktion ist.",
  "error.gradient-function.try": "Die Funktion selbst übergeben, `() => loss`, nicht was sie zurückgibt.",
  "error.gradient-arguments.what": "Was {name} zurückgibt, muss mit einer Liste von Tensoren aufgerufen werden.",
  "error.gradient-arguments.try": "Eckige Klammern um die Argumente setzen; für ein einzelnes gibt es `tf.grad`.",
  "error.no-connection.what": "Der Verlust hängt von keiner Variablen ab, soweit TensorFlow.js es verfolgen konnte.",
  "error.no-connection.try":
    "Alles von den Variablen bis zum Verlust innerhalb der Funktion berechnen, mit Operationen auf Tensoren: was davor berechnet oder zur einfachen Zahl wurde, geht verloren.",
  "error.no-gradient.what":
    "Das Ergebnis hängt nicht von dem ab, wonach es abzuleiten ist, soweit TensorFlow.js es verfolgen konnte.",
  "error.no-gradient.try":
    "Jedes Argument der Funktion darin benutzen, und das Ergebnis daraus mit Operationen auf Tensoren berechnen, nicht mit einfachen Zahlen.",
  "error.not-differentiable.what": "Die Operation {operation} hat keine Ableitung.",
  "error.not-differentiable.try":
    "Vergleiche, Runden und Indizes gehören nicht zwischen die Variablen und den Verlust.",
  "error.assign-shape.what": "Eine Variable der Form {old} kann keinen Wert der Form {next} bekommen.",
  "error.assign-shape.try":
    "Eine Variable behält ihre Form: ist eines von beiden transponiert, oder ein anderes als gemeint?",
  "error.assign-dtype.what": "Eine Variable vom Typ {old} kann keinen Wert vom Typ {next} bekommen.",
  "error.assign-dtype.try": "Den Wert mit `cast` in {old} umwandeln.",
  "error.assign-dtype.no-tensor": "Eine Variable sollte einen Wert bekommen, der kein Tensor ist.",
  "error.assign-dtype.make-tensor": "Einen Tensor daraus machen, oder ihn mit Operationen auf Tensoren berechnen.",
} as const satisfies Record<keyof typeof tensorErrorsEn, string>;
