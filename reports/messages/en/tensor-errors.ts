/** Runtime errors of TensorFlow.js explained: what each means, and what to try. */
export const tensorErrorsEn = {
  "error.shapes-there-are": "{sentence} Inputs of these shapes: {inputs}.",

  "error.matmul.what":
    "`matMul` of {left}{flipLeft, select, yes { transposed} other {}} × {right}{flipRight, select, yes { transposed} other {}}: the inner dimensions {innerLeft} and {innerRight} differ.",
  "error.matmul.ways": "{count, plural, one {This would fit} other {Each of these would fit}}: {ways}.",
  "error.matmul.right":
    "{flipped, select, yes {not transposing} other {transposing}} the right one, which gives {result}",
  "error.matmul.left":
    "{flipped, select, yes {not transposing} other {transposing}} the left one, which gives {result}",
  "error.matmul.exchanged": "the two in the other order, which gives {result}",
  "error.matmul.nothing":
    "No transposition makes them fit: probably one of the two is not the tensor you meant. Print both shapes.",
  "error.matmul.print":
    "Print both shapes before the call: the last axis of the left one must be as long as the last but one of the right one.",
  "error.matmul.number":
    "`matMul` multiplies matrices, and the {side, select, left {left} other {right}} one of {left} × {right} is a single number.",
  "error.matmul.try-mul": "To multiply by a number, use `mul`.",
  "error.matmul.vector":
    "`matMul` multiplies matrices, and the {side, select, left {left} other {right}} one of {left} × {right} has only one dimension.",
  "error.matmul.try-reshape": "Give it a second dimension with `reshape`: {column} makes it a column, {row} a row.",
  "error.dot-inner.what": "`dot`: the inner dimensions {left} and {right} differ.",
  "error.dot-inner.try":
    "Print both shapes: the last axis of the left one must be as long as the first of the right one. Perhaps one of them must be transposed.",
  "error.dot-rank.what": "`dot` takes tensors of one or two dimensions; these have {left} and {right}.",
  "error.dot-rank.number": "To multiply by a number, use `mul`.",
  "error.dot-rank.try": "Reshape what has more dimensions to a matrix first.",
  "error.broadcast.what":
    "{left} and {right} cannot be combined element by element: axis {axis} is {inLeft} long in one and {inRight} in the other, and neither is 1.",
  "error.broadcast.from-end":
    "{left} and {right} cannot be combined element by element: shapes are compared from the end, where {inLeft} meets {inRight}, and neither is 1.",
  "error.broadcast.column":
    "If {vector} holds a number for each row, reshape it to {column}: a shape of one dimension counts as a row.",
  "error.broadcast.transpose":
    "Transposing one of the two makes them fit: are rows and columns exchanged in one of them?",
  "error.broadcast.transpose-or-product":
    "If a matrix product is meant, use `matMul`; otherwise transposing one of the two makes them fit.",
  "error.broadcast.product": "As matrices the two can be multiplied: is `matMul` meant?",
  "error.broadcast.try": "Print both shapes before the call: probably one of the two is not the tensor you meant.",

  "error.concat-shapes.axis":
    "`concat`: tensor number {number} is {shape}, the first is {rest}: they differ on axis {axis}, and were to be joined along another.",
  "error.concat-shapes.axes":
    "`concat`: tensor number {number} is {shape}, the first is {rest}: they may differ only on the axis along which they are joined.",
  "error.concat-shapes.other-axis": "Along axis {axis} they can be joined: it is the second argument of `concat`.",
  "error.concat-shapes.try": "Print both shapes: is one of the two transposed, or not the tensor you meant?",
  "error.concat-ranks.what":
    "`concat`: tensor number {number} has another number of dimensions than the first, which has {rank}.",
  "error.concat-ranks.try": "Reshape it, or take `stack` to put tensors of one shape along a new axis.",
  "error.nothing-to-join.what": "{name} was given no tensors.",
  "error.nothing-to-join.try":
    "Pass {name} a list with brackets around the tensors; is the list empty, or a single tensor?",
  "error.stack-shapes.what": "`stack` needs tensors of one shape; these are {left} and {right}.",
  "error.stack-shapes.try": "Print the shapes. `concat` joins along an axis that they have already.",
  "error.loss-shapes.what": "{name} needs two tensors of the same shape; these are {left} and {right}.",
  "error.loss-shapes.transpose": "They are each other's transpose: transpose one of the two.",
  "error.loss-shapes.try": "Print both shapes before the call: is one of the two not the tensor you meant?",
  "error.reshape-size.what": "A tensor of {size} elements cannot take the shape {shape}, which holds {product}.",
  "error.reshape-size.hole":
    "A tensor of {size} elements cannot take the shape {shape}, in which not every entry is a number.",
  "error.reshape-size.fitting":
    "{fitting}, for instance, holds as many elements; write `-1` for one entry to have it computed.",
  "error.reshape-size.try": "The product of the new shape must be the number of elements.",
  "error.reshape-fraction.what":
    "The entry that is `-1` cannot be computed: {size} elements cannot be divided evenly by {known}, the product of the other entries.",
  "error.reshape-fraction.try": "Check the other entries of the new shape, and which tensor is reshaped.",
  "error.reshape-undefined.what": "A tensor of shape {old} cannot get the shape {shape}, in which an entry is missing.",
  "error.reshape-undefined.vector":
    "Probably `matMul` was given a tensor with one dimension, where it needs two: reshape it to a column or a row.",
  "error.reshape-undefined.try":
    "Print the new shape: probably an entry is read from a place where there is nothing, such as `shape[2]` of a matrix.",
  "error.squeeze.what": "`squeeze` removes axes of length 1, and axis {axis} is {extent} long.",
  "error.squeeze.try": "Print the shape, and name an axis of length 1.",
  "error.split.what": "`split`: the axis cannot be divided into these parts.",
  "error.split.try":
    "Give a list of sizes that add up to its length; the last part may be smaller. The axis is the third argument.",
  "error.broadcast-to.what": "`broadcastTo`: {from} cannot be repeated to {to}.",
  "error.broadcast-to.try": "Only an axis of length 1 can be repeated; all others must be as they are.",
  "error.shape-entries.what": "A tensor cannot have the shape {shape}: each entry must be a whole number, at least 0.",
  "error.shape-entries.try":
    "Print what the entries are made of: a question mark or NaN stands for what was not there, such as an element past the end of a list.",
  "error.shape-not-list.what": "A shape was expected, and something else than a list was given.",
  "error.shape-not-list.try":
    "Write a shape with brackets, as `tf.zeros([2, 3])`, and take that of a tensor from its `shape`.",

  "error.axis.what":
    "Axis {axis} does not exist: the tensor has {rank, plural, one {{rank} dimension} other {{rank} dimensions}}, counted from 0.",
  "error.axis.list":
    "Not all of the axes {axis} exist: the tensor has {rank, plural, one {{rank} dimension} other {{rank} dimensions}}, counted from 0.",
  "error.axis.try": "Its last axis is {last}. In a matrix axis 0 runs over the rows, and axis 1 over the columns.",
  "error.slice-end.what": "The slice would reach to {end} on axis {axis}, which is only {length} long.",
  "error.slice-end.nan": "Begin or size of the slice on axis {axis} is not a number.",
  "error.slice-end.try":
    "The second list of `slice` holds sizes, not ends; at the end of an axis there may be less left than a full part.",
  "error.slice-begin.what":
    "`slice` was told to begin at {begin}, a list of length {count}, but the tensor has {rank, plural, one {{rank} dimension} other {{rank} dimensions}}.",
  "error.slice-begin.try": "Begin and size are two lists with a number for each axis: `slice([0, 0], [2, 3])`.",
  "error.slice-negative.what": "`slice` cannot begin at a negative place.",
  "error.slice-negative.try":
    "Count from the start: the length of the axis, minus what is to be left. As a size, `-1` means all the rest.",
  "error.gather-index.what":
    "`gather` was asked for index {index} on an axis of length {length}, whose indices are 0 to {last}.",
  "error.gather-index.try":
    "Without an axis, `gather` takes rows; for columns the axis is 1. If the axis is right, the index is too large or negative.",
  "error.transpose-order.what":
    "The order given to `transpose` does not name each axis of the tensor, 0 to {last}, once.",
  "error.transpose-order.try": "Without an argument, `transpose` exchanges rows and columns.",
  "error.softmax-axis.what": "`softmax` works only along the last axis, here {last}; you asked for axis {axis}.",
  "error.softmax-axis.try": "Transpose before and after, so that what is to add up to 1 lies along the last axis.",
  "error.rank.what":
    "{name} takes tensors of rank {wanted}, which is the number of dimensions, and was given rank {found}.",
  "error.rank.try": "Print the shape, and reshape what does not fit.",
  "error.one-hot-depth.what": "`oneHot` was given {depth} as the number of classes; it needs at least 2.",
  "error.one-hot-depth.try": "The second argument is the number of classes, not a label: were the arguments exchanged?",
  "error.conv-depth.what": "`conv2d`: the input has {input} channels, the filter is made for {filter}.",
  "error.conv-depth.try": "Shapes are [batch, height, width, channels] and [height, width, channels in, channels out].",
  "error.argument-kind.what":
    "{target} was given something of the kind {kind} as its argument {name}, where a tensor belongs.",
  "error.argument-kind.record": "It may be a whole dictionary, such as `parameters`, instead of one of its tensors.",
  "error.argument-kind.function": "Was a function to be called? Then parentheses are missing.",
  "error.argument-kind.array": "Make a plain list of it with `Array.from(…)`, or a tensor.",
  "error.argument-kind.try": "Print the argument before the call.",
  "error.text-for-tensor.what": "{target} was given text as its argument {name}.",
  "error.text-for-tensor.try":
    "Did you use `+` on a tensor? JavaScript turns that into text: use `.add()` instead. A number that is text becomes one by `Number(…)`.",
  "error.dtype.what": "{target} needs a tensor of type {wanted} as its argument {name}, and was given {found}.",
  "error.dtype.bool": "Make one by a comparison, such as `.greater(0)`, or convert it with `.toBool()`.",
  "error.dtype.int32": "Convert it with `.toInt()`, or pass a plain list of whole numbers.",
  "error.dtype.float32": "Convert it with `.toFloat()`.",
  "error.unknown-dtype.what": "There is no type {dtype} of tensors.",
  "error.unknown-dtype.try": "The types are `float32`, `int32` and `bool`; TensorFlow.js has no float64.",
  "error.tensor-values.what": "Your code makes a tensor of something that is neither a number nor a list of numbers.",
  "error.tensor-values.try":
    "Print the value: it may be `undefined`, a tensor already, or a promise. For a list of tensors there is `tf.stack`.",
  "error.tensor-size.what": "The shape {shape} holds {wanted} numbers, and {found} were given.",
  "error.tensor-size.try": "Let shape and numbers agree. With nested lists the shape can be left out.",
  "error.tensor-rank.what":
    "{name} makes tensors with {rank, plural, one {one dimension} other {{rank} dimensions}}, but the values it was given are nested to another depth.",
  "error.tensor-rank.try":
    "Nest the lists as deep as the tensor has dimensions, or give a flat list and the shape. If the value is a tensor already, use it as it is.",
  "error.variable-name.what": "There is a variable with the name {name} already.",
  "error.variable-name.try": "Leave the name out: `tf.variable` gives each variable one of its own.",
  "error.reduction.what": "{reduction} is not a way to sum up a loss.",
  "error.reduction.try": "Use one of `tf.Reduction`: `NONE`, `SUM`, `MEAN`, `SUM_BY_NONZERO_WEIGHTS`.",
  "error.loss-not-scalar.what":
    "The loss to be differentiated must be a single number; this one has {rank, plural, one {{rank} dimension} other {{rank} dimensions}}.",
  "error.loss-not-scalar.try": "Sum it up, with `.sum()` or `.mean()`, as the formula says.",
  "error.loss-not-tensor.what": "The function to be differentiated returned something that is not a tensor.",
  "error.loss-not-tensor.try":
    "It must return the loss as a tensor: not a number from `dataSync()`, not a promise; with braces around its body, `return` is needed.",
  "error.no-variables.what":
    "There is nothing to differentiate by: of {count, plural, one {{count} variable} other {{count} variables}} none can be trained.",
  "error.no-variables.none":
    "Only `tf.variable(…)` makes a variable; a plain tensor is none. An empty list of variables causes this error, too.",
  "error.no-variables.try":
    "Make the variables trainable: the second argument of `tf.variable` is `true` if it is left out.",
  "error.variable-list.what": "The list of variables holds something that is not a variable, or it is not a list.",
  "error.variable-list.try":
    "For a dictionary of variables, pass `Object.values(…)`; `tf.variable` turns a tensor into a variable.",
  "error.gradient-function.what": "{name} was given something that is not a function.",
  "error.gradient-function.try": "Pass the function itself, `() => loss`, not what it returns.",
  "error.gradient-arguments.what": "What {name} returns must be called with a list of tensors.",
  "error.gradient-arguments.try": "Put brackets around the arguments; for a single one there is `tf.grad`.",
  "error.no-connection.what": "The loss does not depend on any variable, as far as TensorFlow.js could follow.",
  "error.no-connection.try":
    "Compute everything from the variables to the loss inside the function, with operations on tensors: what was computed before it, or has become a plain number, is lost.",
  "error.no-gradient.what":
    "The result does not depend on what it is to be differentiated by, as far as TensorFlow.js could follow.",
  "error.no-gradient.try":
    "Use each argument of the function in it, and compute the result from them with operations on tensors, not with plain numbers.",
  "error.not-differentiable.what": "The operation {operation} has no derivative.",
  "error.not-differentiable.try": "Comparisons, rounding and indices do not belong between the variables and the loss.",
  "error.assign-shape.what": "A variable of shape {old} cannot be assigned a value of shape {next}.",
  "error.assign-shape.try": "A variable keeps its shape: is one of the two transposed, or not the one you meant?",
  "error.assign-dtype.what": "A variable of type {old} cannot be assigned a value of type {next}.",
  "error.assign-dtype.try": "Convert the value to {old} with `cast`.",
  "error.assign-dtype.no-tensor": "A variable was assigned a value that is not a tensor.",
  "error.assign-dtype.make-tensor": "Turn it into a tensor, or compute it with operations on tensors.",
} as const satisfies Record<string, string>;
