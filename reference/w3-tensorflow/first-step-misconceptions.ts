import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";

type Mistake = Omit<Misconception, "exercise">;

type Shape = [rows: number, columns: number];

const draw = (rng: Rng, shape: Shape): tf.Tensor2D => rng.randn<tf.Rank.R2>(shape);

const linear: readonly Mistake[] = [
  {
    id: "linear-weights-drawn-first",
    name: "W is drawn before X.",
    explanation:
      "A seeded generator gives its numbers in a fixed order, and whoever asks first gets the first ones. X comes " +
      "first here, then W, then b. With another order every number lands in another place.",
    implementation: (rng: Rng) => {
      const W = draw(rng, [4, 3]);
      const X = draw(rng, [3, 1]);
      return tf.add(tf.matMul(W, X), draw(rng, [4, 1]));
    },
  },
  {
    id: "linear-bias-forgotten",
    name: "The bias b is not added.",
    explanation:
      "W X alone is a linear map that sends zero to zero. The bias moves the result, one number for each row. " +
      "Subtract your result from the expected one: what is left is b.",
    implementation: (rng: Rng) => {
      const X = draw(rng, [3, 1]);
      return tf.matMul(draw(rng, [4, 3]), X);
    },
  },
  {
    id: "linear-uniform-draws",
    name: "The numbers are drawn by rand, which is uniform, instead of randn.",
    explanation:
      "Two methods of the generator have similar names: one draws from the interval from 0 to 1, the other from the " +
      "standard normal distribution, where half of the numbers are negative. The exercise asks for normal draws.",
    implementation: (rng: Rng) => {
      const X = rng.rand<tf.Rank.R2>([3, 1]);
      const W = rng.rand<tf.Rank.R2>([4, 3]);
      return tf.add(tf.matMul(W, X), rng.rand<tf.Rank.R2>([4, 1]));
    },
  },
  {
    id: "linear-drawn-transposed",
    name: "W is drawn in the shape [3, 4] and transposed.",
    explanation:
      "The same numbers land in other places. Draw W in the shape in which it is used, a row for each number of the " +
      "result. Then it stands on the left of X as it is.",
    implementation: (rng: Rng) => {
      const X = draw(rng, [3, 1]);
      const W = tf.transpose<tf.Tensor2D>(draw(rng, [3, 4]));
      return tf.add(tf.matMul(W, X), draw(rng, [4, 1]));
    },
  },
  {
    id: "linear-bias-drawn-first",
    name: "b is drawn before X and W.",
    explanation:
      "A seeded generator gives its numbers in a fixed order, and whoever asks first gets the first ones. X comes " +
      "first here, then W, then b.",
    implementation: (rng: Rng) => {
      const b = draw(rng, [4, 1]);
      const X = draw(rng, [3, 1]);
      return tf.add(tf.matMul(draw(rng, [4, 3]), X), b);
    },
  },
  {
    id: "linear-bias-subtracted",
    name: "The bias b is subtracted.",
    explanation: "The bias is added to the product. Look at the sign between the two parts of the sum.",
    implementation: (rng: Rng) => {
      const X = draw(rng, [3, 1]);
      const W = draw(rng, [4, 3]);
      return tf.sub(tf.matMul(W, X), draw(rng, [4, 1]));
    },
  },
  {
    id: "linear-row-result",
    name: "The result is a row [1, 4] instead of a column [4, 1].",
    explanation:
      "Examples are columns in this course, so the weights stand on the left of the product, and the result of one " +
      "example is a column. Transposing everything gives the same numbers in the other layout.",
    implementation: (rng: Rng) => {
      const X = draw(rng, [3, 1]);
      const W = draw(rng, [4, 3]);
      return tf.transpose(tf.add(tf.matMul(W, X), draw(rng, [4, 1])));
    },
  },
];

type SigmoidInput = number | number[] | tf.Tensor;

const floats = (z: SigmoidInput): tf.Tensor => tf.cast(z, "float32");

/** A sigmoid with another formula, in float32. */
const sigmoidBy =
  (formula: (z: tf.Tensor) => tf.Tensor) =>
  (z: SigmoidInput): tf.Tensor =>
    formula(floats(z));

const sigmoid: readonly Mistake[] = [
  {
    id: "sigmoid-minus-missing",
    name: "The exponent is z instead of -z.",
    explanation:
      "With the wrong sign the curve is mirrored: it falls where it should rise. At 0 nothing shows, since both are " +
      "0.5 there. Try a large positive number: the result must be close to 1.",
    implementation: sigmoidBy((z) => tf.div(1, tf.add(1, tf.exp(z)))),
  },
  {
    id: "sigmoid-one-missing",
    name: "The denominator is exp(-z) alone, without the 1.",
    explanation:
      "One divided by exp(-z) is exp(z), which grows without bound. The 1 in the denominator is what keeps the " +
      "result below 1. At 0 the sigmoid is 0.5.",
    implementation: sigmoidBy((z) => tf.div(1, tf.exp(tf.neg(z)))),
  },
  {
    id: "sigmoid-tanh-not-halved",
    name: "The relation to tanh is used without halving z.",
    explanation:
      "The sigmoid of z is (1 + tanh of z / 2) / 2. Without the inner half the curve is twice as steep. At 0 nothing shows.",
    implementation: sigmoidBy((z) => tf.div(tf.add(1, tf.tanh(z)), 2)),
  },
  {
    id: "sigmoid-softmax",
    name: "softmax is applied to the numbers instead of the sigmoid.",
    explanation:
      "softmax makes numbers that add up to 1. The sigmoid looks at each number alone, so that its result does not depend on the others.",
    implementation: sigmoidBy((z) => (z.rank === 0 ? tf.sigmoid(z) : tf.softmax(z))),
  },
  {
    id: "sigmoid-logarithm",
    name: "The logarithm of the sigmoid is returned.",
    explanation: "The logarithm of a number between 0 and 1 is negative. The sigmoid lies between 0 and 1 itself.",
    implementation: sigmoidBy((z) => tf.logSigmoid(z)),
  },
  {
    id: "sigmoid-tanh",
    name: "This is the hyperbolic tangent, not the sigmoid.",
    explanation:
      "Both curves have the form of an S. The tangent runs from -1 to 1 and is 0 at 0; the sigmoid runs from 0 to 1 " +
      "and is 0.5 at 0. A probability cannot be negative.",
    implementation: sigmoidBy(tf.tanh),
  },
  {
    id: "sigmoid-overflows",
    name: "The formula exp(z) / (1 + exp(z)) fails for large z: infinity is divided by infinity.",
    explanation:
      "In exact arithmetic both forms of the sigmoid are equal. In float32, exp(z) is infinite from about 89 on, and " +
      "infinity by infinity is not a number. In the other form an exponential may become infinite as well, but it " +
      "stands only below the line.",
    implementation: sigmoidBy((z) => tf.div(tf.exp(z), tf.add(1, tf.exp(z)))),
  },
  {
    id: "sigmoid-integers-kept",
    name: "A tensor of integers stays one: all results are cut to whole numbers.",
    explanation:
      "An int32 tensor has no room for 0.73. Operations on it may give integers again, so that every result becomes " +
      "0. Convert the input to float32 before anything else.",
    implementation: (z: SigmoidInput) => {
      const result = tf.sigmoid(floats(z));
      return z instanceof tf.Tensor ? tf.cast(result, z.dtype) : result;
    },
  },
];

const oneHot: readonly Mistake[] = [
  {
    id: "one-hot-column",
    name: "The result is a column [C, 1] instead of a vector [C].",
    explanation:
      "A column has two dimensions, a vector has one. Both hold C numbers, but they are not the same to operations " +
      "that look at the shape. The exercise asks for one dimension.",
    implementation: (label: number, C = 6) => tf.reshape(tf.oneHot(label, C), [C, 1]),
  },
  {
    id: "one-hot-row",
    name: "The result is a matrix of one row [1, C] instead of a vector [C].",
    explanation:
      "A list of labels gives a matrix with a row for each of them, even when the list holds just one. Here the " +
      "label is a single number, and the result has one dimension.",
    implementation: (label: number, C = 6) => tf.oneHot(tf.tensor1d([label], "int32"), C),
  },
  {
    id: "one-hot-from-one",
    name: "Labels are counted from 1: the 1 stands one place too early.",
    explanation:
      "Indices begin at 0, and so do the labels: label 0 is the first class and C - 1 the last. Counted from 1, label " +
      "0 has no place at all and the vector holds only zeros.",
    implementation: (label: number, C = 6) => tf.oneHot(tf.scalar(label - 1, "int32"), C),
  },
  {
    id: "one-hot-all-below",
    name: "All entries up to the label are 1.",
    explanation:
      "Exactly one entry is 1, that of the label itself. The entries before it are those of other classes, and they are 0.",
    implementation: (label: number, C = 6) => tf.tensor1d(Array.from({ length: C }, (_, k) => (k <= label ? 1 : 0))),
  },
  {
    id: "one-hot-from-the-end",
    name: "The label is counted from the end.",
    explanation: "Label 0 is the first entry. Counted from the end, the first class stands in the last place.",
    implementation: (label: number, C = 6) => tf.oneHot(tf.scalar(C - 1 - label, "int32"), C),
  },
  {
    id: "one-hot-one-too-long",
    name: "The vector has one entry too many.",
    explanation:
      "Labels run from 0 to C - 1, so there are C of them. A vector of C + 1 entries has one that no label uses.",
    implementation: (label: number, C = 6) => tf.oneHot(tf.scalar(label, "int32"), C + 1),
  },
  {
    id: "one-hot-default-10",
    name: "When C is not given, it is 10 instead of 6.",
    explanation: "A parameter that is left out has the value shown in the signature. Look at the default of C.",
    implementation: (label: number, C = 10) => tf.oneHot(tf.scalar(label, "int32"), C),
  },
  {
    id: "one-hot-always-six",
    name: "The vector always has 6 entries, whatever C is.",
    explanation:
      "6 is the number of classes only when C is not given. Where it is given, it decides the length of the vector. " +
      "Look at what the second argument is used for.",
    implementation: (label: number) => tf.oneHot(tf.scalar(label, "int32"), 6),
  },
];

const of =
  (exercise: string) =>
  (mistake: Mistake): Misconception => ({ ...mistake, exercise });

/** What students write instead of `linearFunction`, `sigmoid` and `oneHotMatrix`. */
export const firstStepMisconceptions: readonly Misconception[] = [
  ...linear.map(of("linearFunction")),
  ...sigmoid.map(of("sigmoid")),
  ...oneHot.map(of("oneHotMatrix")),
];
