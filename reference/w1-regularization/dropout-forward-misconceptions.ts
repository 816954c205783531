import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { forwardWith, rightSteps } from "./dropout-variant.ts";

const exercise = "forwardPropagationWithDropout";

/** What students get wrong in the forward pass with dropout. */
export const dropoutForwardMisconceptions: readonly Misconception[] = [
  {
    id: "dropout-forward-not-scaled",
    exercise,
    name: "What is kept is not divided by keepProb.",
    explanation:
      "Dropping units makes the sums in the next layer smaller on average. Inverted dropout makes up for it at once, so that nothing has to be changed when the network is used without dropout. The activations after the mask are too small by the same factor everywhere.",
    implementation: forwardWith({ scale: (masked) => masked }),
  },
  {
    id: "dropout-forward-multiplied-by-keep-prob",
    exercise,
    name: "What is kept is multiplied by keepProb instead of divided by it.",
    explanation:
      "The mask has already made the activations smaller on average, by the factor keepProb. Multiplying makes them smaller still. What is kept has to become larger.",
    implementation: forwardWith({ scale: (masked, keepProb) => tf.mul(masked, keepProb) }),
  },
  {
    id: "dropout-forward-mask-inverted",
    exercise,
    name: "The units that should be kept are dropped, and the other way round.",
    explanation:
      "keepProb is the probability of staying. A uniform draw is below keepProb just with that probability. Check the direction of your comparison: with keepProb 1, everything must be kept.",
    implementation: forwardWith({
      mask: (rng, shape, keepProb) => tf.greaterEqual(rng.rand<tf.Rank.R2>(shape), keepProb),
    }),
  },
  {
    id: "dropout-forward-tie-kept",
    exercise,
    name: "A unit is kept where its draw is equal to keepProb.",
    explanation:
      "The comparison is strict: a draw must be below keepProb. Uniform draws come from [0, 1), 0 included and 1 not, so the strict comparison is the one that keeps exactly the share asked for. The two differ only where a draw equals keepProb.",
    implementation: forwardWith({
      mask: (rng, shape, keepProb) => tf.lessEqual(rng.rand<tf.Rank.R2>(shape), keepProb),
    }),
  },
  {
    id: "dropout-forward-normal-draws",
    exercise,
    name: "The masks are made from normal draws instead of uniform ones.",
    explanation:
      "A standard normal draw is below keepProb with another probability, more than two thirds for 0.5. Only a draw that is uniform on [0, 1) is below keepProb with probability keepProb. The generator has one method for each distribution.",
    implementation: forwardWith({
      mask: (rng, shape, keepProb) => tf.less(rng.randn<tf.Rank.R2>(shape), keepProb),
    }),
  },
  {
    id: "dropout-forward-output-dropped",
    exercise,
    name: "Dropout is applied to the output as well.",
    explanation:
      "The output is the network's answer: dropping it makes the answer 0, and scaling it can make a probability larger than 1. Masks belong to the two hidden layers only.",
    implementation: forwardWith({
      output: (A3, rng, keepProb) => tf.div(tf.mul(A3, rightSteps.mask(rng, A3.shape, keepProb)), keepProb),
    }),
  },
  {
    id: "dropout-forward-cache-before-mask",
    exercise,
    name: "The cache holds the activations as they were before dropout.",
    explanation:
      "The backward pass needs the activations that the next layer really got, masked and scaled. With the ones from before, the gradients of the weights count units that were dropped. The output is right, only what is stored is not.",
    implementation: forwardWith({ stored: (before) => before }),
  },
  {
    id: "dropout-forward-not-passed-on",
    exercise,
    name: "The next layer gets the activations as they were before dropout.",
    explanation:
      "The masks were made and stored, but the next layer went on with the activations from before, so nothing was dropped. Look at which variable enters the computation of Z2 and Z3.",
    implementation: forwardWith({ passedOn: (before) => before }),
  },
  {
    id: "dropout-forward-default-ignored",
    exercise,
    name: "When keepProb is not given, it is 0.8 instead of 0.5.",
    explanation:
      "An argument that is undefined has the default value of the signature, which is 0.5 here. All cases that name a keepProb pass.",
    implementation: forwardWith({ defaultKeepProb: 0.8 }),
  },
];
