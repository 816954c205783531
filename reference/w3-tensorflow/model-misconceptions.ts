import type * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { accuracy, type ModelOptions, type Run, type Trained, trainedRightly } from "./training-run.ts";

type Model = (
  XTrain: tf.Tensor2D,
  YTrain: tf.Tensor2D,
  XTest: tf.Tensor2D,
  YTest: tf.Tensor2D,
  options: ModelOptions,
) => Trained;

/** Trains rightly, without shuffling, and then lets a variant return something else. */
const returning =
  (change: (run: Run) => Partial<Trained>): Model =>
  (XTrain, YTrain, XTest, YTest, options) => {
    const run = trainedRightly({ X: XTrain, Y: YTrain }, { X: XTest, Y: YTest }, options);
    return { ...run.right, ...change(run) };
  };

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0);

const variant = (
  id: string,
  name: string,
  explanation: string,
  change: (run: Run) => Partial<Trained>,
): Misconception => ({ id: `model-${id}`, exercise: "model", name, explanation, implementation: returning(change) });

/** What students return instead of what their training has given. */
export const modelMisconceptions: readonly Misconception[] = [
  variant(
    "costs-summed",
    "The cost of an epoch is the sum over all examples, not divided by their number.",
    "A sum grows with the training set, so that runs on sets of different sizes cannot be compared. Per example, a " +
      "network that has learned nothing costs about ln 6. Divide what an epoch adds up by the number of its examples.",
    ({ train, right }) => ({ costs: right.costs.map((cost) => cost * train.X.shape[1]) }),
  ),
  variant(
    "costs-divided-twice",
    "The costs are divided twice: by the size of each mini-batch, and by the number of examples.",
    "Where the loss of a step is a mean already, dividing the total of an epoch by the number of examples once more makes " +
      "it far too small. Add up sums, and divide a single time at the end of the epoch.",
    ({ epochs, train }) => ({
      costs: epochs.map((batches) => sumOf(batches.map(({ loss, size }) => loss / size)) / train.X.shape[1]),
    }),
  ),
  variant(
    "cost-mean-of-means",
    "The cost is the mean of the mini-batches' mean losses, although the last mini-batch is smaller.",
    "A mean of means counts every mini-batch alike, so an example in a small one weighs more than one in a full one. Sums " +
      "can be added up without such care. Divide their total by the number of examples.",
    ({ epochs }) => ({
      costs: epochs.map((batches) => sumOf(batches.map(({ loss, size }) => loss / size)) / batches.length),
    }),
  ),
  variant(
    "cost-for-each-batch",
    "The cost of an epoch is divided by the number of mini-batches instead of by that of the examples.",
    "What a step returns is the sum over the examples of its mini-batch. Divided by the number of mini-batches, the cost grows with " +
      "their size. Per example, a network that has learned nothing costs about ln 6.",
    ({ epochs }) => ({ costs: epochs.map((batches) => sumOf(batches.map(({ loss }) => loss)) / batches.length) }),
  ),
  variant(
    "cost-of-full-batches",
    "The last mini-batch is left out of the cost when it is not full.",
    "When the size of the mini-batches does not divide the training set, what is left over forms one more, smaller one. Its " +
      "examples are trained on and count like all others. Look at the condition that ends your loop.",
    ({ epochs, options, train }) => ({
      costs: epochs.map((batches) => {
        const full = batches.filter(({ size }) => size === options.miniBatchSize);
        return sumOf(full.map(({ loss }) => loss)) / train.X.shape[1];
      }),
    }),
  ),
  variant(
    "cost-of-last-batch",
    "The cost of an epoch is that of its last mini-batch alone.",
    "The last mini-batch is a small part of the training set, and says little of the others. An epoch adds up the losses of all its " +
      "mini-batches. Look at where your sum begins anew.",
    ({ epochs, train }) => ({ costs: epochs.map((batches) => (batches.at(-1)?.loss ?? 0) / train.X.shape[1]) }),
  ),
  variant(
    "cost-every-tenth-epoch",
    "Only the cost of every tenth epoch is recorded.",
    "Printing every tenth cost keeps the screen tidy, but the list is to hold all of them. Its length is the number of " +
      "epochs. Keep what is printed and what is recorded apart.",
    ({ right }) => ({ costs: right.costs.filter((_, epoch) => epoch % 10 === 0) }),
  ),
  variant(
    "accuracy-percent",
    "The accuracies are percentages instead of shares between 0 and 1.",
    "A share of 0.9 and 90 percent mean the same to people, but not to a program that reads the number. The handout " +
      "asks for shares. Multiply by 100 only for the screen.",
    ({ right }) => ({ trainAccuracy: right.trainAccuracy * 100, testAccuracy: right.testAccuracy * 100 }),
  ),
  variant(
    "test-accuracy-of-training-set",
    "The test accuracy is computed on the training images.",
    "The test set tells how a network does on images it has never seen, which is why it is kept apart. On the training " +
      "images it does better than it deserves. Look at which images and labels the second accuracy is given.",
    ({ right }) => ({ testAccuracy: right.trainAccuracy }),
  ),
  variant(
    "accuracy-over-wrong-axis",
    "The largest logit is looked for among the examples instead of among the classes.",
    "Classes are rows and examples are columns. The predicted class of an example is the row of its largest logit, so " +
      "the search goes down each column and gives one answer for each example, not one for each class.",
    ({ train, test, right: { parameters } }) => ({
      trainAccuracy: accuracy(train, parameters, 1),
      testAccuracy: accuracy(test, parameters, 1),
    }),
  ),
  variant(
    "initial-parameters-returned",
    "The returned parameters are those from before the training.",
    "Copies that are made before the first step do not change with the variables. What is returned must give the " +
      "returned accuracies when it is used for a prediction. Return the variables that were trained.",
    ({ initial }) => ({ parameters: initial }),
  ),
];
