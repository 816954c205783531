/** What is said of a result that is wrong. */
export const findingsEn = {
  "case.passed": "Your result is the expected one.",
  "case.wrong": "Your result is not the expected one.",
  "case.threw": "Your function threw an error.",
  "case.not-implemented": "The function is not implemented yet.",
  "case.timeout": "Your function ran out of time.",
  "case.memory": "Your function ran out of memory.",
  "case.crashed": "The process that ran your function crashed, as endless recursion or huge arrays can cause.",
  "case.bad-value": "Your function returned no gradable value.",
  "case.skipped": "The case was skipped.",
  "case.grader-error": "The case could not be graded because the grader failed; this costs no points.",
  "case.error": "Your function threw {thrown}.",
  "case.error-at": "Your function threw {thrown} at {place}.",

  "bad-value.returned": "Your function returned {what}",
  "bad-value.inside": "{path} of the result is {what}",
  "bad-value.what.undefined": "`undefined`",
  "bad-value.what.null": "`null`",
  "bad-value.what.string": "a string",
  "bad-value.what.bigint": "a bigint",
  "bad-value.what.boolean": "a boolean",
  "bad-value.what.symbol": "a symbol",
  "bad-value.what.function": "a function",
  "bad-value.what.promise": "a promise",
  "bad-value.what.date": "a date",
  "bad-value.what.proxy-or-class": "an object of a class, or a proxy",
  "bad-value.what.typed-array": "a typed array",
  "bad-value.what.sparse-or-ragged-array": "an array with gaps or with rows of unequal length",
  "bad-value.what.mixed-array": "an array that mixes numbers with other things",
  "bad-value.what.array-like": "an object that only looks like an array",
  "bad-value.what.iterator": "an iterator",
  "bad-value.what.fake-tensor": "an object that only looks like a tensor",
  "bad-value.what.disposed-tensor": "a tensor that was already disposed",
  "bad-value.what.kept-tensor": "a tensor that was kept from an earlier call",
  "bad-value.what.unsupported-dtype": "a tensor whose type cannot be graded",
  "bad-value.what.too-deep": "an object that is nested too deeply",
  "bad-value.what.too-large": "a value that is too large",
  "bad-value.what.getter-threw": "an object with a property that threw when it was read",
  "bad-value.what.malformed": "something that could not be read",
  "bad-value.advice.undefined": "Is a `return` missing?",
  "bad-value.advice.string": "Did you use `+` on a tensor? JavaScript turns that into text: use `.add()` instead.",
  "bad-value.advice.bigint": "Use plain numbers.",
  "bad-value.advice.function": "Was it meant to be called?",
  "bad-value.advice.promise": "Await what is put into the result.",
  "bad-value.advice.proxy-or-class": "Return plain objects, arrays, numbers and tensors.",
  "bad-value.advice.typed-array": "Turn it into a tensor or a plain array.",
  "bad-value.advice.iterator": "Turn it into an array, for instance with `[...values]`.",
  "bad-value.advice.fake-tensor":
    "Probably its numbers do not fit its shape: rows of unequal length, a list of tensors given to `tf.tensor` (for that there is `tf.stack`), or an entry of the shape that is missing.",
  "bad-value.advice.disposed-tensor":
    "`tf.tidy` disposes of what its function makes and does not return: return it from there, keep it with `tf.keep`, or leave `dispose()` out.",
  "bad-value.advice.kept-tensor": "Compute the result anew in each call.",
  "bad-value.advice.unsupported-dtype": "Use float32, int32 or bool.",

  "kind.undefined": "`undefined`",
  "kind.number": "a number",
  "kind.boolean": "a boolean",
  "kind.string": "a string",
  "kind.rng": "a random generator",
  "kind.optimizer": "an optimizer",
  "kind.tensor": "a tensor",
  "kind.array": "an array of numbers",
  "kind.list": "a list",
  "kind.record": "a dictionary",
  "kind.unknown-found": "something else",
  "kind.unknown-expected": "another kind of value",
  "shape.scalar": "[] (a single number)",
  "shape.scalar-briefly": "scalar",

  "mismatch.place": "The result of {name}",
  "mismatch.kind": "{place} is {found}; expected {expected}.",
  "mismatch.kind-tensor": "{place} is a tensor; expected {expected}. `arraySync()` reads the numbers of a tensor.",
  "mismatch.truth": "{place} is {found}; expected {expected}.",
  "mismatch.missing-keys": "{place} lacks the {count, plural, one {key} other {keys}} {keys}.",
  "mismatch.other-keys":
    "{place} lacks the {count, plural, one {key} other {keys}} {keys}; {surplus} {more, plural, one {is} other {are}} not expected there.",
  "mismatch.extra-keys":
    "{place} has the {count, plural, one {key {keys}, which is} other {keys {keys}, which are}} not expected there.",
  "mismatch.length": "{place} has {found}; expected {expected}.",
  "mismatch.items": "{count, plural, one {{count} item} other {{count} items}}",
  "mismatch.other-items": "another number of items",
  "mismatch.other-number": "another number",
  "mismatch.shape": "{place} has shape {found}; expected {expected}.",
  "mismatch.dtype": "{place} holds {found} numbers; expected {expected}.",
  "mismatch.other-type": "another type",
  "mismatch.values": "{place}: {elements}.",
  "mismatch.property": "Your result lacks a property that every right answer has: {property}.",
  "mismatch.some-property": "Your result lacks a property that every right answer has.",
  "mismatch.other-draws":
    "The function returns the right values, but draws more, fewer or other numbers from `rng` than it should: every later draw then gives other numbers.",
  "mismatch.state-kept":
    "Called again after other calls, with the same inputs, the function gave another result: it keeps something from call to call.",
  "mismatch.unrepeatable":
    "Called twice with the same inputs, the function gave two different results; the same inputs must give the same result.",
  "mismatch.fails-again": "Called again with the same inputs, the function failed, though the first call was right.",
  "mismatch.input-changed": "The call changed its input {path}; a function must leave its inputs as they were.",
  "mismatch.input-disposed": "The call disposed of its input {path}; whoever called the function may still need it.",
  "elements.one": "the value differs",
  "elements.unknown": "the values differ",
  "elements.all": "all {total} values differ",
  "elements.some": "{differing} of {total} values {differing, plural, one {differs} other {differ}}",
  "elements.worst": "{differing, plural, one {{elements}; {place}} other {{elements}; worst {place}}}",
  "elements.first": "{differing, plural, one {{elements}; {place}} other {{elements}; the first {place}}}",
  "elements.at": "at [{index}]: {difference}",

  "finding.at": "{path}: {finding}.",
  "finding.items-permuted": "Your list holds the right items in another order.",
  "finding.items-missing":
    "{count, plural, one {One of the expected items is} other {{count} of the expected items are}} missing; the others are right.",
  "finding.items-missing-first":
    "{count, plural, one {One of the expected items is missing, namely {item}} other {{count} of the expected items are missing, the first of them {item}}}; the others are right.",
  "finding.items-surplus":
    "Your list holds all expected items, and {count, plural, one {one more} other {{count} more}}.",
  "finding.transposed": "Your values are the expected ones transposed: rows and columns are exchanged.",
  "finding.negated": "Your values are the expected ones with the opposite sign.",
  "finding.multiple":
    "{what, select, step {The step is a multiple of the expected one.} other {Your values are a multiple of the expected ones.}}",
  "finding.times":
    "{what, select, step {The step is the expected one times {factor}.} other {Your values are the expected ones times {factor}.}}",
  "finding.fraction":
    "{what, select, step {The step is {factor} times the expected one.} other {Your values are {factor} times the expected ones.}}",
  "finding.too-small":
    "{what, select, step {The step is too small by a factor of {named} ({factor}).} other {Your values are too small by a factor of {named} ({factor}).}}",
  "finding.too-large":
    "{what, select, step {The step is {factor} times too large.} other {Your values are {factor} times too large.}}",
  "finding.named-too-large":
    "{what, select, step {The step is {named} times too large (a factor of {factor}).} other {Your values are {named} times too large (a factor of {factor}).}}",
  "finding.offset": "Your values are the expected ones {sign, select, minus {minus} other {plus}} {amount}.",
  "finding.some-offset": "Your values are the expected ones plus a constant.",
  "finding.permuted": "Your values are the expected ones in another order.",
  "finding.reversed": "Your values are the expected ones in reverse order.",
  "finding.shape-only": "Your values are right; only their shape differs.",
  "finding.summed": "Your values are the expected ones summed over an axis.",
  "finding.summed-axis": "Your values are the expected ones summed over axis {axis}.",
  "finding.key-summed": "Your values are those of {key} summed over an axis.",
  "finding.key-summed-axis": "Your values are those of {key} summed over axis {axis}.",
  "finding.float-precision":
    "Your values differ only in the last digits: the formula seems right, but it loses precision on the way.",
  "finding.all-zero": "Your values are all zero.",
  "finding.some-input": "Your values are those of an input, returned unchanged.",
  "finding.input": "Your values are those of the input {key}, returned unchanged.",
  "finding.step-negated":
    "The step goes in the opposite direction: the update was added where it should be subtracted.",
  "finding.other-key": "Your values are those of {key}.",
  "finding.some-other-key": "Your values are those of another key.",
  "finding.rounded-digits":
    "Your values are the expected ones, rounded to {count, plural, one {{count} significant digit} other {{count} significant digits}}.",
  "finding.rounded-decimals":
    "Your values are the expected ones, rounded to {count, plural, one {{count} decimal} other {{count} decimals}}.",
  "finding.rounded-whole": "Your values are the expected ones, rounded to whole numbers.",
  "finding.repeated": "Your values are all the same; the expected ones are not.",
  "finding.repeated-rows": "All rows of your values are the same; the expected ones are not.",
  "finding.repeated-columns": "All columns of your values are the same; the expected ones are not.",
  "finding.clipped-above": "Your values are the expected ones, cut off above {high}.",
  "finding.clipped-below": "Your values are the expected ones, cut off below {low}.",
  "finding.clipped": "Your values are the expected ones, cut off below {low} and above {high}.",

  "clue.calls-failed":
    "{names} {count, plural, one {does not pass all of its own cases, and this function uses it. Fix it first: that may be all that is wrong here.} other {do not pass all of their own cases, and this function uses them. Fix them first: that may be all that is wrong here.}}",
  "clue.unused-parameter": "The parameter {names} is never used.",
  "clue.or-default":
    "{names} may be 0, and `||` then takes what stands behind it: 0 counts as false. `??` replaces only what is missing.",
  "clue.unread-members":
    "{names} of {of} {count, plural, one {is} other {are}} never read, while others of the same kind are.",
  "clue.changes-input": "{names} belongs to the caller. It is changed here:",
  "clue.disposes": "Tensors are disposed of here, and one of them is part of what is returned:",
  "clue.kept-outside": "{names} is made once, outside of the function, and every call changes it:",
  "clue.returned-here": "What {names} returns is computed here:",
  "clue.sorts-as-text":
    "Without a comparison, {names} sorts as text, in which 10 comes before 2 and `W10` before `W2`:",
  "clue.rounds": "Numbers are rounded here, by {names}. Is that asked for?",
  "clue.cuts-off": "Values are cut off here, by {names}. Can smaller or larger ones occur?",
  "clue.made-here":
    "{names} {count, plural, one {is wrong and is computed here. No other wrong result goes into it:} other {are wrong and are computed here. No other wrong result goes into them:}}",
  "clue.made-with": "Everything that is wrong uses {names}, and nothing that is right does:",
  "observation.wrong-all-else-right":
    "In the failing cases, {wrong} {count, plural, one {is} other {are}} wrong{where}; all other {part, select, item {items} other {layers}} are right.",
  "observation.wrong-and-right":
    "In the failing cases, {wrong} {count, plural, one {is} other {are}} wrong{where}; {right} {others, plural, one {is} other {are}} right.",
  "observation.first": ", but only in the first {part, select, item {item} other {layer}}",
  "observation.last": ", but only in the last {part, select, item {item} other {layer}}",
  "observation.all-but-first": ", in every {part, select, item {item} other {layer}} but the first",
  "observation.all-but-last": ", in every {part, select, item {item} other {layer}} but the last",
  "observation.after-second": ", but only in {part, select, item {items} other {layers}} after the second",
  "observation.some-fail": "Some cases fail and others pass.",
  "observation.changed-argument": "When only {parameter} is changed, cases that passed fail.",
  "observation.same-numbers":
    "The numbers are the same in every failing case, though the inputs differ and other numbers are expected.",
  "observation.ignored-argument":
    "Cases that differ only in {parameter} give the same result, though different ones are expected: does your function use it?",
  "observation.nothing-drawn": "In the failing cases, nothing is drawn from the generator that is passed in.",
  "observation.other-draws":
    "In the failing cases, more, fewer or other numbers are drawn from the generator than should be.",
  "observation.an-argument": "an argument",
  "observation.another": "another",
  "observation.something-else": "something else",

  "condition.first-call":
    "Of the {among, select, visible {visible cases} other {cases}}, only the first one passes: does the function keep something from one call to the next?",
  "condition.not-passed":
    "Of the {among, select, visible {visible cases} other {cases}}, exactly those that leave out {parameters} {ends, select, fails {fail} other {pass}}.",
  "condition.type":
    "Of the {among, select, visible {visible cases} other {cases}}, exactly those in which {parameter} is {type} {ends, select, fails {fail} other {pass}}.",
  "condition.equals":
    "Of the {among, select, visible {visible cases} other {cases}}, exactly those in which {quantity} {ends, select, fails {fail} other {pass}}.",
  "condition.mostly-equals":
    "Of the {among, select, visible {visible cases} other {cases}}, all those in which {quantity} {ends, select, fails {fail} other {pass}}; most others do not.",
  "condition.from":
    "Of the {among, select, visible {visible cases} other {cases}}, those in which {quantity} fail, and those with at most {other} pass.",
  "condition.up-to":
    "Of the {among, select, visible {visible cases} other {cases}}, those in which {quantity} fail, and those with at least {other} pass.",
  "condition.divides":
    "Of the {among, select, visible {visible cases} other {cases}}, exactly those in which {parameter} divides the number of columns of {of} {ends, select, fails {fail} other {pass}}.",
  "condition.square":
    "Of the {among, select, visible {visible cases} other {cases}}, exactly those in which {parameter} has as many rows as columns {ends, select, fails {fail} other {pass}}.",
  "quantity.rows":
    "{name} has {bound, select, least {at least } most {at most } other {}}{count, plural, one {{count} row} other {{count} rows}}",
  "quantity.columns":
    "{name} has {bound, select, least {at least } most {at most } other {}}{count, plural, one {{count} column} other {{count} columns}}",
  "quantity.layers":
    "{name} has {bound, select, least {at least } most {at most } other {}}{count, plural, one {{count} layer} other {{count} layers}}",
  "quantity.length":
    "{name} has {bound, select, least {at least } most {at most } other {}}{count, plural, one {{count} element} other {{count} elements}}",
  "quantity.all-zero": "all numbers of {name} are 0",
  "quantity.magnitude":
    "the largest number of {name} is {bound, select, least {at least } most {at most } other {}}{amount} in size",
  "quantity.value": "{name} is {bound, select, least {at least } most {at most } other {}}{amount}",
  "undefined.no-students": "no student counts",
  "undefined.too-few-students": "fewer than two students count",
  "undefined.fewer-than-ten": "fewer than ten students count",
  "undefined.too-few-exercises": "fewer than two exercises",
  "undefined.no-points": "the exercise has no points",
  "undefined.same-points-here": "all have the same points here",
  "undefined.same-points-elsewhere": "all have the same points in the other exercises",
  "undefined.same-totals": "all have the same total",
} as const satisfies Record<string, string>;
