import * as tf from "@tensorflow/tfjs";
import type { ActivationStatistics } from "gradecheck/w1-vanishing-gradients";
import type { Misconception } from "../misconceptions/misconception.ts";
import { type Matrix, numberOf } from "./network-variant.ts";

type Measure = (A: Matrix) => tf.Tensor;
type Measures = Readonly<Record<keyof ActivationStatistics, Measure>>;

/** The mean of zeros and ones, or of numbers that stand for them. */
const shareOf = (condition: tf.Tensor): tf.Tensor => tf.mean(tf.cast(condition, "float32"));

const deviations: Measure = (A) => tf.square(tf.sub(A, tf.mean(A)));

const right: Measures = {
  mean: (A) => tf.mean(A),
  std: (A) => tf.sqrt(tf.mean(deviations(A))),
  dead: (A) => shareOf(tf.all(tf.equal(A, 0), 1)),
};

const measuring =
  (replaced: Partial<Measures>) =>
  (activations: Matrix[]): ActivationStatistics => {
    const measures = { ...right, ...replaced };
    const of = (measure: Measure): number[] => activations.map((A) => numberOf(measure(A)));
    return { mean: of(measures.mean), std: of(measures.std), dead: of(measures.dead) };
  };

const variant = (
  id: string,
  name: string,
  explanation: string,
  implementation: (activations: Matrix[]) => unknown,
): Misconception => ({ id: `statistics-${id}`, exercise: "activationStatistics", name, explanation, implementation });

const everyNumber = "All numbers of a layer count alike, whichever unit and example they belong to.";
const wholeRow = "A unit is dead if its whole row is 0.";

/** What students write instead of the statistics of a layer. */
export const statisticsMisconceptions: readonly Misconception[] = [
  variant(
    "std-with-n-minus-1",
    "The squared deviations are divided by N - 1.",
    "N - 1 estimates the spread of what a sample was drawn from. Here the numbers are all there are, and N of them are averaged. With one number, N - 1 is 0.",
    measuring({ std: (A) => tf.sqrt(tf.div(tf.sum(deviations(A)), A.size - 1)) }),
  ),
  variant(
    "variance",
    "std is the variance: the root is missing.",
    "A variance has the square of the unit of the numbers. Look at your last step.",
    measuring({ std: (A) => tf.mean(deviations(A)) }),
  ),
  variant(
    "root-mean-square",
    "std is the root of the mean square: the mean was not subtracted.",
    "A standard deviation measures distances from the mean. Without the mean it measures distances from 0, which is another number wherever the mean is not 0, as it is after relu.",
    measuring({ std: (A) => tf.sqrt(tf.mean(tf.square(A))) }),
  ),
  variant(
    "mean-absolute-deviation",
    "std is the mean distance from the mean, without squares.",
    "A standard deviation averages squares and takes the root at the end. The mean of distances is smaller.",
    measuring({ std: (A) => tf.mean(tf.abs(tf.sub(A, tf.mean(A)))) }),
  ),
  variant(
    "std-of-each-unit",
    "std is computed for each unit and then averaged.",
    `${everyNumber} How far units differ from each other belongs to the spread too, and gets lost when each of them is measured from its own mean.`,
    measuring({
      std: (A) => tf.mean(tf.sqrt(tf.mean(tf.square(tf.sub(A, tf.mean(A, 1, true))), 1))),
    }),
  ),
  variant(
    "std-of-each-example",
    "std is computed for each example and then averaged.",
    `${everyNumber} How far examples differ from each other belongs to the spread too, and gets lost when each of them is measured from its own mean.`,
    measuring({
      std: (A) => tf.mean(tf.sqrt(tf.mean(tf.square(tf.sub(A, tf.mean(A, 0, true))), 0))),
    }),
  ),
  variant(
    "std-of-unit-means",
    "std is the spread of the units' means.",
    `${everyNumber} Averaging the examples first takes their spread away.`,
    measuring({ std: (A) => right.std(tf.mean(A, 1, true)) }),
  ),
  variant(
    "mean-of-magnitudes",
    "mean is the mean of the magnitudes.",
    "Activations of tanh have both signs, and in a mean they cancel. Only after relu does the magnitude make no difference.",
    measuring({ mean: (A) => tf.mean(tf.abs(A)) }),
  ),
  variant(
    "sums",
    "mean is the sum over all units and examples.",
    "A sum grows with every unit and example. To compare layers of different widths, divide by the number of their activations.",
    measuring({ mean: (A) => tf.sum(A) }),
  ),
  variant(
    "dead-share-of-zeros",
    "dead is the share of all activations that are 0.",
    `${wholeRow} A unit that is 0 for some examples and responds to others is alive; its zeros do not count.`,
    measuring({ dead: (A) => shareOf(tf.equal(A, 0)) }),
  ),
  variant(
    "dead-for-any-example",
    "A unit counts as dead if it is 0 for any example.",
    `${wholeRow} Being silent now and then is what relu is for.`,
    measuring({ dead: (A) => shareOf(tf.any(tf.equal(A, 0), 1)) }),
  ),
  variant(
    "dead-examples",
    "dead is the share of examples for which all units are 0.",
    "Units are rows, examples are columns. Look at the axis along which you ask whether everything is 0.",
    measuring({ dead: (A) => shareOf(tf.all(tf.equal(A, 0), 0)) }),
  ),
  variant(
    "dead-counted",
    "dead is the number of dead units, not their share.",
    "A share lies between 0 and 1, so that layers of different widths can be compared. What do you divide by?",
    measuring({ dead: (A) => tf.sum(tf.cast(tf.all(tf.equal(A, 0), 1), "float32")) }),
  ),
  variant(
    "dead-percent",
    "dead is a percentage.",
    "A share lies between 0 and 1: if half of the units are dead, it is 0.5.",
    measuring({ dead: (A) => tf.mul(right.dead(A), 100) }),
  ),
  variant(
    "alive-for-dead",
    "dead is the share of the units that are alive.",
    "The two shares add up to 1. Look at what your condition is true for.",
    measuring({ dead: (A) => tf.sub(1, right.dead(A)) }),
  ),
  variant(
    "dead-if-sum-is-zero",
    "A unit counts as dead if its activations add up to 0.",
    "Numbers of both signs can add up to 0, and with tanh they may. Look at each number, not at the sum.",
    measuring({ dead: (A) => shareOf(tf.equal(tf.sum(A, 1), 0)) }),
  ),
  variant(
    "dead-if-never-positive",
    "A unit counts as dead if it is never above 0.",
    "After relu, not above 0 means 0. Activations of tanh may be below 0, and such a unit responds all the same.",
    measuring({ dead: (A) => shareOf(tf.all(tf.lessEqual(A, 0), 1)) }),
  ),
  variant(
    "dead-if-largest-is-zero",
    "A unit counts as dead if its largest activation is 0.",
    "After relu that is the same. With tanh, a unit may be 0 for one example and below 0 for the others: it responds.",
    measuring({ dead: (A) => shareOf(tf.equal(tf.max(A, 1), 0)) }),
  ),
  variant(
    "dead-if-nearly-zero",
    "A unit counts as dead if its activations are below some small threshold.",
    "Activations that fade through depth become tiny without being 0, and a unit that still responds can still learn. Dead means exactly 0 for every example.",
    measuring({ dead: (A) => shareOf(tf.all(tf.less(tf.abs(A), 1e-6), 1)) }),
  ),
  variant(
    "first-layer-only",
    "Only the first layer is looked at.",
    "The result has a number for each layer in each of its three lists. Look at where you return.",
    (activations) => measuring({})(activations.slice(0, 1)),
  ),
];
