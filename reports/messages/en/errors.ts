/** Runtime errors of JavaScript explained: what each means, and what to try. Of each error one sentence of both is shown. */
export const errorsEn = {
  "error.keys-there-are": "{sentence} These keys exist: {records}.",
  "error.nan.alone": "A single NaN, which is not a number, stands where a tensor belongs.",
  "error.nan.operator":
    "Probably an operator such as `*` or `-` was used on a tensor: methods such as `.mul()`, `.sub()`, `.add()` and `.div()` compute with tensors.",
  "error.nan.what": "NaN means not a number: something was computed that has no result.",
  "error.nan.try":
    "One of these is probable: an operator such as `*` or `-` on a tensor (methods such as `.mul()` and `.sub()` compute with tensors), an `undefined` value, a logarithm or root of a negative number, `0 / 0`, or `0` times an infinite number, as in `0 * log(0)`.",
  "error.infinite.what": "A number became infinitely large.",
  "error.infinite.try":
    "One of these is probable: a division by 0, the logarithm of 0, or an exponential of a large number.",

  "error.argument-missing.what": "{target} was given nothing (`undefined` or `null`) as its argument {name}.",
  "error.argument-missing.try":
    "Print the argument before the call. One of these is probable: a key that the dictionary does not have, a property that tensors do not have (such as `T`), or a function without `return`.",
  "error.argument-promise.what": "{target} was given a promise as its argument {name}, not the value it will have.",
  "error.argument-promise.try":
    "Write `await` before it. `data()` and `array()` of a tensor give promises, `dataSync()` and `arraySync()` do not.",
  "error.not-available.what":
    "TensorFlow.js wanted something that a submission does not have here: files, network, or text in a tensor.",
  "error.not-available.try":
    "Did you use `+` on a tensor? JavaScript turns that into text: use `.add()` instead. Files cannot be loaded.",

  "error.disposed.what": "A tensor was used after it had been disposed of.",
  "error.disposed.try":
    "`tf.tidy` disposes of everything that its function makes and does not return, and `dispose()` of the tensor itself: return what is still needed, or keep it with `tf.keep`.",
  "error.tidy-function.what": "`tf.tidy` was not given a function.",
  "error.tidy-function.try": "Write `() =>` before what it is to do.",

  "error.not-a-function.what": "{expression} is not something that can be called.",
  "error.not-a-function.library": "Did you mean {right}?",
  "error.not-a-function.as-method": "It is a method of tensors: {call}.",
  "error.not-a-function.not-in-library":
    "TensorFlow.js has no function of that name. What Python calls that has another name here; the handout names what is needed.",
  "error.not-a-function.operator":
    "JavaScript's operators compute numbers, not tensors: use methods, such as `a.add(b)`, `a.mul(b)`, `a.less(b)`.",
  "error.not-a-function.no-tensor":
    "Tensors have {name}, so {receiver} is not a tensor: probably a number, a list, or what `dataSync()` or `arraySync()` returned. `tf.scalar` or `tf.tensor` turns it into a tensor.",
  "error.not-a-function.property":
    "Of a tensor or a list, {name} is a property, not a function: leave the parentheses out.",
  "error.not-a-function.generator": "The generator of an assignment has {methods}.",
  "error.not-a-function.new": "It is a function, not a class: leave `new` out.",
  "error.not-a-function.assign":
    "Only variables have `assign`, so {receiver} is not a variable: `tf.variable(…)` makes one.",
  "error.not-a-function.append": "Python's `append` is `push` for a list; tensors are joined with `tf.concat`.",
  "error.not-a-function.list":
    "{receiver} is not a plain list. For a dictionary, use `Object.keys(…)` or `Object.entries(…)`; for a tensor, `arraySync()`; for a promise, `await`.",
  "error.not-a-function.record":
    "For a dictionary, use `Object.keys(…)`, `Object.values(…)` or `Object.entries(…)`; one value is `dictionary[key]`.",
  "error.not-a-function.method": "If {receiver} is a tensor, {right} may be meant.",
  "error.not-a-function.not-in-math":
    "`Math` works on single numbers and has no function of that name; for tensors see `tf`.",
  "error.not-a-function.try": "Print it: it may be misspelt, `undefined`, or a value and not a function.",
  "error.class-without-new.what": "{name} is a class: it was called like a function.",
  "error.class-without-new.function": "Use {name}, with a small letter.",
  "error.class-without-new.try": "Write {name}.",
  "error.not-defined.what": "Nothing here has the name {name}.",
  "error.not-defined.member": "It is in a dictionary: {member}.",
  "error.not-defined.import": "The import is missing at the top of the file: `import * as tf from '@tensorflow/tfjs'`.",
  "error.not-defined.python-library":
    "{name} is a library of Python. Here it is `tf` for tensors, and `Math` for single numbers.",
  "error.not-defined.python": "{name} is Python. In TypeScript: {instead}.",
  "error.not-defined.library": "Did you mean {name}?",
  "error.not-defined.argument": "Did you mean the argument {near}?",
  "error.not-defined.try": "Is it misspelt, declared inside another function or block, or not imported?",
  "error.too-early.what": "{name} is used before the line that declares it has run.",
  "error.too-early.try": "Move its declaration up. Perhaps an inner variable has the same name as an outer one.",

  "error.property-of-nothing.what": "{name} was read from something that is {nothing}.",
  "error.property-of-nothing.record":
    "{name} is in {record}, but it was read from something else, which does not exist.",
  "error.property-of-nothing.index":
    "There is no list at this place: probably an index is too large, or `shape` was read from something that is not a tensor.",
  "error.property-of-nothing.null-tensor":
    "Probably a tensor was expected. `minimize` of an optimizer returns the loss only if its second argument is `true`.",
  "error.property-of-nothing.shape":
    "Probably a list was expected, such as a shape: print what is passed as shape. Only tensors have `shape`; lists and numbers have none.",
  "error.property-of-nothing.variable":
    "One of these is probable: `tf.variable` was given a list or a number instead of a tensor, or a list is not there.",
  "error.property-of-nothing.assign":
    "Probably a tensor was expected, for instance by `assign` of a variable: print it before the call.",
  "error.property-of-nothing.library":
    "If it was read from a part of `tf`, such as Python's `tf.keras` or `tf.nn`: here it is {right}.",
  "error.property-of-nothing.tensor":
    "Probably a tensor was expected, but its key is not in the dictionary (layers are counted from 1), or a part of `tf`, such as `tf.nn`, does not exist.",
  "error.property-of-nothing.try":
    "Print what stands before it. One of these is probable: a misspelt key, an index past the end, a function without `return`.",
  "error.set-on-nothing.what": "Your code sets {name} in something that is {nothing}.",
  "error.set-on-nothing.keep": "`tf.keep` was given nothing: print its argument before the call.",
  "error.set-on-nothing.try": "Make the dictionary or list first, before anything is put into it.",
  "error.destructure-nothing.what": "Your code takes {name} out of {source}, which is {nothing}.",
  "error.destructure-nothing.argument": "Your code takes {name} out of an argument or value that is {nothing}.",
  "error.destructure-nothing.try": "Print it before: is it misspelt, or a function without `return`?",
  "error.keys-of-nothing.what":
    "`Object.keys`, `Object.entries` or a function like them was given `undefined` or `null`.",
  "error.keys-of-nothing.try": "Print its argument before the call.",
  "error.not-iterable.what": "{name} is not a list: you cannot loop over it, or take it apart with brackets.",
  "error.not-iterable.result":
    "What {name} returns is not a list: you cannot loop over it, or take it apart with brackets.",
  "error.not-iterable.record": "{name} is a dictionary: loop over `Object.entries(…)`, or take it apart with braces.",
  "error.not-iterable.try":
    "For a dictionary, use `Object.entries(…)`; for a tensor, `arraySync()`; braces take a dictionary apart.",
  "error.not-an-entry.what": "A dictionary is made from entries, and {value} is not a pair of a key and a value.",
  "error.not-an-entry.try": "Each entry is a list of two: `[key, value]`.",
  "error.bigint.what": "A bigint (`10n`, `BigInt(…)`) was used together with ordinary numbers.",
  "error.bigint.try": "Use plain numbers, or convert it with `Number(…)`.",
  "error.empty-reduce.what": "`reduce` was called on an empty list, without a start value.",
  "error.empty-reduce.try": "Pass a start value as the second argument, and find out why the list is empty.",
  "error.frozen.what": "{name} cannot be changed: its object is locked.",
  "error.frozen.try": "Make a copy, and change that.",
  "error.recursion.what": "Functions called each other too deeply; probably one calls itself and never stops.",
  "error.recursion.try": "Look at the line: does the function call itself, perhaps where another one was meant?",
  "error.length.what":
    "Your code makes a list with a length that is not a whole number of at least 0, or is far too large.",
  "error.length.known": "Your code makes a list or text of length {length}, which is not possible.",
  "error.length.try": "Print the length: a quotient may need `Math.ceil` or `Math.floor`.",
  "error.too-large.what": "Your code makes something that is larger than the memory.",
  "error.too-large.try": "Print the shape or the length first: is a number in it far too large?",
} as const satisfies Record<string, string>;
