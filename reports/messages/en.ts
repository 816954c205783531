/*
 * Everything that people read, in English: the source of the keys.
 *
 * A key is `theme.what`: the theme is the file or page that says it (`status`, `outcome`, `mismatch`, `page`, `terminal` …), what follows
 * is the code of the fact, or two or three words. Keys of one theme stand together. A sentence is one message, never glued from pieces:
 * other languages order their words in another way. What a message takes has a name: `{path}`.
 *
 * Messages are ICU MessageFormat, of which three forms are used:
 *   {name}                                              a text or number, written as it is
 *   {count, plural, one {{count} case} other {{count} cases}}   `count` is a number; `#` is not used, it would group digits
 *   {kind, select, first {…} other {…}}                 a word that decides; without `other` the types know all words
 * Numbers that are not counts are formatted before (`formatNumber`, `formatPoints`), code is put in a `codeSpan`. An apostrophe is
 * written as it is, but '{' in quotes is a brace. A message that a template shows (`{{t "page.key" name=value}}`) is put there as markup,
 * with its values escaped: so no message has `<`, `>`, `&` or `"`.
 *
 * A new message is written here and in every other language, then `npm run generate` compiles them; a test says what is missing.
 * Code that has a key as a word asks for it by its whole name, or by its theme and a code: message(`outcome.${outcome}`).
 */
export const en = {
  "status.passed": "passed",
  "status.partial": "partly passed",
  "status.failed": "not passed",
  "status.not-implemented": "not implemented",
  "status.skipped": "skipped",
  "status.grader-error": "not graded",
  "status.not-exported": "not exported",
  "status.not-found": "not found",

  "student-status.graded": "graded",
  "student-status.not-gradable": "not gradable",
  "student-status.grader-error": "to be graded again",
  "student-status.missing": "missing",

  "outcome.passed": "passed",
  "outcome.wrong": "wrong",
  "outcome.threw": "threw an error",
  "outcome.not-implemented": "not implemented",
  "outcome.timeout": "out of time",
  "outcome.memory": "out of memory",
  "outcome.crashed": "crashed",
  "outcome.bad-value": "not a gradable value",
  "outcome.skipped": "skipped",
  "outcome.grader-error": "not graded",

  "cases.all-hidden-passed": "Hidden cases: all {passed} passed.",
  "cases.hidden": "Hidden cases: {passed} of {total} passed; {counts}.",
  "cases.visible": "Visible cases: {passed} of {total} pass",
  "cases.passed-of": "{passed} of {total, plural, one {{total} case} other {{total} cases}}",
  "cases.hidden-note": "Hidden cases count too; they are run when your work is graded. This is not a mark.",
  "list.and": "{items} and {last}",
  "list.more": "{count} more",

  "points.quantity": "{count, plural, one {{points} point} other {{points} points}}",
  "points.still": "still {points}",
  "duration.days": "{count, plural, one {{count} day} other {{count} days}}",
  "duration.hours": "{count, plural, one {{count} hour} other {{count} hours}}",
  "duration.minutes": "{count, plural, one {{count} minute} other {{count} minutes}}",
  "duration.seconds": "{count, plural, one {{count} second} other {{count} seconds}}",

  "summary.grader-error":
    "This exercise could not be graded because the grader failed; this costs no points and will be graded again.",
  "summary.grader-error-some":
    "{broken} of {total} cases could not be graded because the grader failed; this costs no points and will be graded again.",
  "summary.not-implemented": "Not implemented yet: {name} is still the starter's.",
  "summary.default-export": "Not exported by name: {name} is the default export; write {declaration}.",
  "summary.other-name": "Not found: no function {name} is exported, but {found} is; rename it to {name}.",
  "summary.not-exported": "Not exported: {name} is defined, but the grader cannot call it; write {declaration}.",
  "summary.other-not-exported":
    "Not found: no function {name} is defined; {defined} is, but it is not exported; write {declaration}.",
  "summary.only-default": "Not found: there is only a default export, and no function {name}; write {declaration}.",
  "summary.not-found": "Not found: no function {name} is defined or exported.",
  "summary.skipped": "Skipped because an exercise it builds on did not pass.",
  "summary.skipped-because": "Skipped because {exercise} did not pass.",
  "summary.passed": "Passed.",
  "summary.failed": "Not passed.",
  "summary.all-passed":
    "{total, plural, one {The only {kind, select, visible {visible case} other {case}} passed.} other {All {total} {kind, select, visible {visible cases} other {cases}} passed.}}",
  "summary.timeout": "{total, plural, one {The only case ran out of time.} other {Every case ran out of time.}}",
  "summary.timeout-after":
    "{total, plural, one {The only case ran out of time ({limit}).} other {Every case ran out of time ({limit} each).}}",
  "summary.only-failed": "The only {kind, select, visible {visible case} other {case}} did not pass",
  "summary.none-passed": "None of the {total} {kind, select, visible {visible cases} other {cases}} passed",
  "summary.some-passed": "{passed} of {total} {kind, select, visible {visible cases} other {cases}} passed",
  "summary.because": "{count}; {mistake}.",
  "summary.in-case": "{count}; in {case}, {failure}.",
  "summary.counted": "{count} ({counts}).",
  "summary.only-hidden": "{count}: all visible ones, and {passed} of {total} hidden ones ({counts}).",

  "misconception.heading":
    "{certainty, select, probable {{count, plural, one {What probably happened} other {One of these probably happened}}} other {{count, plural, one {What may have happened} other {One of these may have happened}}}}",
  "misconception.briefly":
    "{certainty, select, probable {what probably happened: {name}} other {what may have happened: {name}}}",

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
  "limit.case-time": "Your function was stopped after {limit}, the time one case may take.",
  "limit.submission-time": "Your function was stopped because all cases together had used up their {limit}.",
  "limit.never-settled": "Your function returned a promise that never settles.",
  "limit.memory": "Your function was stopped because it needed more than {limit} of memory.",

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
  "bad-value.advice.bigint": "Use plain numbers.",
  "bad-value.advice.function": "Was it meant to be called?",
  "bad-value.advice.promise": "Await what is put into the result.",
  "bad-value.advice.proxy-or-class": "Return plain objects, arrays, numbers and tensors.",
  "bad-value.advice.typed-array": "Make a tensor or a plain array of it.",
  "bad-value.advice.iterator": "Make an array of it, for instance with `[...values]`.",
  "bad-value.advice.disposed-tensor": "Return it from `tf.tidy`, or keep it with `tf.keep`.",
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
  "mismatch.missing-keys": "{place} lacks the {count, plural, one {key} other {keys}} {keys}.",
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
    "The function returns the right values, but draws more, fewer or other numbers from `rng` than it should: whoever draws next gets other numbers.",
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
  "elements.worst": "{differing, plural, one {{elements}; {worst}} other {{elements}; worst {worst}}}",
  "elements.at": "at [{index}]: {difference}",
  "difference.values": "found {found}, expected {expected}",
  "difference.off": "found {found}, expected {expected} (off by {off})",
  "difference.off-percent": "found {found}, expected {expected} (off by {off}, {percent} %)",

  "briefly.place": "the result",
  "briefly.kind": "{place} is {found} instead of {expected}",
  "briefly.missing-keys": "{place} lacks {keys}",
  "briefly.extra-keys": "{place} has {keys} too many",
  "briefly.length": "{place} has {found} instead of {expected} items",
  "briefly.other-number": "another number of",
  "briefly.expected-number": "the expected number of",
  "briefly.shape": "{place} has shape {found} instead of {expected}",
  "briefly.dtype": "{place} holds {found} instead of {expected}",
  "briefly.expected-type": "the expected type",
  "briefly.non-finite": "{place} holds {found} where {expected} is expected",
  "briefly.other-value": "another value",
  "briefly.values": "values of {place} differ",
  "briefly.one-value": "{place} has a wrong value",
  "briefly.all-values": "all {total} values of {place} differ",
  "briefly.some-values": "{differing} of {total} values of {place} {differing, plural, one {differs} other {differ}}",
  "briefly.property": "a property of every right answer is missing: {property}",
  "briefly.some-property": "a property of every right answer is missing",
  "briefly.other-draws": "the values are right, but more, fewer or other numbers are drawn from `rng` than should be",
  "briefly.state-kept":
    "called again after other calls, with the same inputs, the function gave another result: it keeps something from call to call",
  "briefly.unrepeatable": "called twice with the same inputs, the function gave two different results",
  "briefly.fails-again": "called again with the same inputs, the function failed",
  "briefly.input-changed": "the call changed its input {path}",
  "briefly.input-disposed": "the call disposed of its input {path}",

  "finding.at": "{path}: {finding}.",
  "finding.transposed": "Your values are the expected ones transposed: rows and columns are exchanged.",
  "finding.negated": "Your values are the expected ones with the opposite sign.",
  "finding.multiple":
    "{what, select, step {The step is a multiple of the expected one.} other {Your values are a multiple of the expected ones.}}",
  "finding.times":
    "{what, select, step {The step is the expected one times {factor}.} other {Your values are the expected ones times {factor}.}}",
  "finding.fraction":
    "{what, select, step {The step is {factor} times the expected one.} other {Your values are {factor} times the expected ones.}}",
  "finding.too-small":
    "{what, select, step {The step is too small by the factor {named} ({factor}).} other {Your values are too small by the factor {named} ({factor}).}}",
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

  "observation.wrong-all-else-right":
    "In the failing cases, {wrong} {count, plural, one {is} other {are}} wrong{where}; all other {part, select, item {items} other {layers}} are right.",
  "observation.wrong-and-right":
    "In the failing cases, {wrong} {count, plural, one {is} other {are}} wrong{where}; {right} {others, plural, one {is} other {are}} right.",
  "observation.first": ", in the first {part, select, item {item} other {layer}} alone",
  "observation.last": ", in the last {part, select, item {item} other {layer}} alone",
  "observation.all-but-first": ", in every {part, select, item {item} other {layer}} but the first",
  "observation.all-but-last": ", in every {part, select, item {item} other {layer}} but the last",
  "observation.after-second": ", in {part, select, item {items} other {layers}} after the second alone",
  "observation.some-fail": "Some cases fail and others pass.",
  "observation.changed-argument": "When only {parameter} is changed, cases that passed fail.",
  "observation.same-numbers":
    "The numbers are the same in every failing case, though the inputs differ and other numbers are expected.",
  "observation.ignored-argument":
    "Cases that differ only in {parameter} have the same result, though different ones are expected: is it used?",
  "observation.nothing-drawn": "Nothing is drawn from the generator that is passed in.",
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

  "adjustment.by-hand": "Changed by hand",
  "adjustment.confirmed": "Confirmed by hand",
  "adjustment.exercise-by-hand": "{exercise}, changed by hand",
  "adjustment.exercise-confirmed": "{exercise}, confirmed by hand",
  "adjustment.late": "Late",
  "late.too-late": "Handed in {time} late, after the final deadline: no points.",
  "late.costs-nothing": "Handed in {time} late, which costs nothing.",
  "late.used":
    "Handed in {time} late. {used, plural, one {{used} late day} other {{used} late days}} used up: nothing is taken off.",
  "late.counts": "Handed in {time} late. This counts as {days, plural, one {{days} day} other {{days} days}}: {off}",
  "late.used-rest-counts":
    "Handed in {time} late. {used, plural, one {{used} late day} other {{used} late days}} used up; the rest counts as {days, plural, one {{days} day} other {{days} days}}: {off}",
  "late.off": "{percent} % off.",
  "late.off-most": "{percent} % off, the most that lateness costs.",
  "late.off-of": "{percent} % of {points} points off.",
  "late.off-of-most": "{percent} % of {points} points off, the most that lateness costs.",
  "remark.attempts-left-out": "Only the last {graded} of {attempts} attempts were graded.",
  "remark.attempts-left-out-limits":
    "Only the last {graded} of {attempts} attempts were graded, because too many of them ran into a limit.",
  "remark.late-time-unknown":
    "Canvas marks this as late but gives no time, so no points were taken off. Add a submitted_at column to the roster.",

  "answers-file.unreadable": "it cannot be read: {reason}.",
  "answers-file.too-large": "it is larger than {limit} KiB, too large for a file of answers.",
  "answers-file.not-text": "it is not UTF-8 text.",
  "answers-file.not-json": "it is not valid JSON: {reason}.",
  "answers-file.not-object": "it holds {found}, but must hold an object with `quiz` and `answers`.",
  "answers-file.no-answers": "`answers` is {found}, but must be an object with one answer per question.",
  "answers-file.other-quiz": "it answers the quiz {found}, but must answer {quiz}.",
  "answer.wrong-type": "The answer is {found}, but must be {expected}.",
  "answer.unknown-choices": "The answer names {ids}, which this question does not have as a choice.",
  "answer.no-order": "The answer must name every step once: {problems}.",
  "answer.too-long": "The answer has {length} characters, but may have at most {limit}.",
  "answer.expected.choice": "the id of one choice, a text",
  "answer.expected.choices": "a list of the ids of choices",
  "answer.expected.number": "a finite number, without quotes and with a point",
  "answer.expected.order": "a list of the ids of all steps, first to last",
  "answer.expected.text": "a text",
  "answer.order.missing": "missing {ids}",
  "answer.order.repeated": "more than once {ids}",
  "answer.order.unknown": "unknown {ids}",
  "answer-note.quiz-not-named": "The file does not say which quiz it answers; it was read as answers to this one.",
  "answer-note.unknown-questions": "Left out, because this quiz has no such question: {questions}.",
  "answer-note.answered-twice": "{question} is answered more than once ({lines}); the last answer counts.",
  "answer-note.part-twice": "The file has {part} more than once ({lines}); only the last counts.",
  "answer-note.repeated-choices": "The answer to {question} names {ids} more than once; that counts as once.",
  "answer-note.ignored-choices":
    "The answer to {question} names {ids}, which the question does not have; the rest was judged.",
  "answer-note.lines": "{count, plural, one {line {lines}} other {lines {lines}}}",
  "answer-note.meant": "{id} (is {suggestion} meant?)",
  "question.passed": "right",
  "question.partial": "partly right",
  "question.failed": "not right",
  "question.not-implemented": "not answered",
  "question.grader-error":
    "This question could not be graded because the grader failed; this costs no points and will be graded again.",
  "question.missed":
    "{count, plural, one {A right choice is not ticked.} other {{count} right choices are not ticked.}}",

  "report.not-gradable": "Nothing could be graded: {message}",
  "report.not-loaded": "the submission could not be loaded.",
  "report.grader-error": "The grader failed, through no fault of this submission, which will be graded again.",
  "report.grader-error-cause":
    "The grader failed, through no fault of this submission, which will be graded again. Cause: {cause}",
  "report.all-passed": "all passed",
  "report.none-passed": "no exercise passed",
  "report.not-passed": "not passed: {exercises}",
  "report.not-gradable-briefly": "not gradable",
  "report.not-gradable-because": "not gradable: {message}",
  "report.grader-error-briefly": "the grader failed, to be graded again",
  "report.backend.tensorflow": "TensorFlow, through @tensorflow/tfjs-node",
  "report.backend.cpu": "TensorFlow.js, without native TensorFlow",
  "kit.other": "This was written with the kit of version {before}, and is graded by version {now}. {difference}",
  "kit.not-recorded": "What differs is not recorded.",
  "kit.same": "Points, tolerances and scoring are the same; cases may differ.",
  "kit.changed": "Changed since: {changes}.",
  "kit.added": "{exercise} was added",
  "kit.removed": "{exercise} was removed",
  "setting.points": "worth {change}",
  "setting.rtol": "rtol {change}",
  "setting.atol": "atol {change}",
  "setting.dtype": "kind of element {change}",
  "setting.scoring": "scoring {change}",
  "setting.skipWhenPrerequisiteFails": "skipped when a prerequisite fails: {change}",
} as const satisfies Record<string, string>;
