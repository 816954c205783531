import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { toTensor } from "../../values/matrix.ts";
import type { RandomState } from "../../values/random-state.ts";
import { type Batch, drawBatch, drawLabels, drawShared, withTinyTrueClass, withZeros } from "./draw-batch.ts";

type Scenario = { readonly title: string; readonly batch: (random: RandomState) => Batch };

/** Probabilities of which the constants that people add to a logarithm make others; one of 1e-12 or less would not show. */
const tiny = [1e-8, 1e-6, 1e-4, 1e-7];

const costs: Scenarios<Scenario> = {
  visible: [
    { title: "3 classes, 4 examples", batch: (random) => drawBatch(random, 3, 4) },
    { title: "one example", batch: (random) => drawBatch(random, 4, 1) },
    { title: "labels that are shares", batch: (random) => drawShared(random, 3, 5) },
  ],
  hidden: [
    { title: "4 classes, 7 examples", batch: (random) => drawBatch(random, 4, 7) },
    { title: "some probabilities exactly 0", batch: (random) => withZeros(drawBatch(random, 4, 6)) },
    {
      title: "a true class with a probability of almost 0",
      batch: (random) => withTinyTrueClass(drawBatch(random, 3, 5), tiny),
    },
    { title: "labels that are shares, 6 classes", batch: (random) => drawShared(random, 6, 5) },
    { title: "one example of 5 classes", batch: (random) => drawBatch(random, 5, 1) },
    { title: "one class", batch: (random) => drawBatch(random, 1, 3) },
    { title: "as many classes as examples", batch: (random) => drawBatch(random, 4, 4) },
    { title: "12 classes, 90 examples", batch: (random) => drawBatch(random, 12, 90) },
    { title: "every example right, probabilities of exactly 0 and 1", batch: (random) => drawRight(random, 3, 4) },
    {
      title: "labels that are shares, some probabilities exactly 0",
      batch: (random) => withZeros(drawShared(random, 5, 4)),
    },
  ],
  small: [
    { title: "two classes, one example", batch: (random) => drawBatch(random, 2, 1) },
    { title: "two classes, 3 examples", batch: (random) => drawBatch(random, 2, 3) },
    { title: "as many classes as examples", batch: (random) => drawBatch(random, 2, 2) },
    { title: "a probability of exactly 0", batch: (random) => withZeros(drawBatch(random, 3, 1)) },
    {
      title: "a true class with a probability of 1e-7",
      batch: (random) => withTinyTrueClass(drawBatch(random, 2, 1), [1e-7]),
    },
    { title: "labels that are shares", batch: (random) => drawShared(random, 2, 1) },
    { title: "one class", batch: (random) => drawBatch(random, 1, 2) },
    { title: "an example that is right, probabilities of exactly 0 and 1", batch: (random) => drawRight(random, 2, 1) },
    { title: "30 examples", batch: (random) => drawBatch(random, 2, 30) },
  ],
};

/** Cases of `crossEntropy`. */
export const crossEntropyCases: CaseGenerator = (random, index, visibility) => {
  const { title, batch } = pickScenario(costs, index, visibility);
  return { title, args: argumentsOf(batch(random)) };
};

const gradients: Scenarios<Scenario> = {
  visible: [
    { title: "3 classes, 4 examples", batch: (random) => drawBatch(random, 3, 4) },
    { title: "one example", batch: (random) => drawBatch(random, 4, 1) },
    { title: "labels that are shares", batch: (random) => drawShared(random, 3, 5) },
  ],
  hidden: [
    { title: "4 classes, 7 examples", batch: (random) => drawBatch(random, 4, 7) },
    { title: "some probabilities exactly 0", batch: (random) => withZeros(drawBatch(random, 4, 6)) },
    {
      title: "a true class with a probability of almost 0",
      batch: (random) => withTinyTrueClass(drawBatch(random, 3, 5), tiny),
    },
    { title: "labels that are shares, 6 classes", batch: (random) => drawShared(random, 6, 5) },
    { title: "one example of 5 classes", batch: (random) => drawBatch(random, 5, 1) },
    { title: "one class", batch: (random) => drawBatch(random, 1, 3) },
    { title: "as many classes as examples", batch: (random) => drawBatch(random, 4, 4) },
    { title: "12 classes, 90 examples", batch: (random) => drawBatch(random, 12, 90) },
    { title: "every example right, probabilities of exactly 0 and 1", batch: (random) => drawRight(random, 3, 4) },
  ],
  small: [
    { title: "two classes, one example", batch: (random) => drawBatch(random, 2, 1) },
    { title: "two classes, 3 examples", batch: (random) => drawBatch(random, 2, 3) },
    { title: "as many classes as examples", batch: (random) => drawBatch(random, 2, 2) },
    { title: "a probability of exactly 0", batch: (random) => withZeros(drawBatch(random, 3, 1)) },
    { title: "labels that are shares", batch: (random) => drawShared(random, 2, 1) },
    { title: "one class", batch: (random) => drawBatch(random, 1, 2) },
    { title: "an example that is right, probabilities of exactly 0 and 1", batch: (random) => drawRight(random, 2, 1) },
    { title: "30 examples", batch: (random) => drawBatch(random, 2, 30) },
  ],
};

/** Cases of `softmaxGradient`. */
export const gradientCases: CaseGenerator = (random, index, visibility) => {
  const { title, batch } = pickScenario(gradients, index, visibility);
  return { title, args: argumentsOf(batch(random)) };
};

const argumentsOf = ({ A, Y }: Batch) => [A, Y].map(toTensor);

function drawRight(random: RandomState, classes: number, m: number): Batch {
  const Y = drawLabels(random, classes, m);
  return { A: Y, Y };
}
