import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { rightPoints, saddleWith, variant } from "./saddle-variant.ts";

const weightsAddUp = "The weights of an average add up to 1: beta for the past and 1 - beta for what is new.";

/** What students get wrong in momentum and RMSprop on the saddle. */
export const saddleMethodMisconceptions: readonly Misconception[] = [
  variant(
    "method-ignored",
    "All methods make plain steps of gradient descent.",
    "The second argument says how steps are made. Compare it with the three names of the handout, letter by letter.",
    (start, _, ...args) => tf.tensor2d(rightPoints(start, "gd", ...args)),
  ),
  variant(
    "gd-like-rmsprop",
    "Gradient descent makes the steps of RMSprop.",
    "What is none of the names that are compared ends up in the last branch. Compare the name of gradient descent with that of " +
      "the handout, letter by letter.",
    (start, method, ...args) => tf.tensor2d(rightPoints(start, method === "gd" ? "rmsprop" : method, ...args)),
  ),
  variant(
    "momentum-without-one-minus-beta",
    "Momentum adds the slope to the velocity at full weight, without (1 - beta).",
    `${weightsAddUp} At full weight the velocity is many times too large, and the point swings far beyond the bottom.`,
    saddleWith({ velocity: (v, g, beta) => beta * v + g }),
  ),
  variant(
    "momentum-weights-exchanged",
    "Momentum exchanges beta and (1 - beta).",
    "beta is the weight of the past. Exchanged, the velocity nearly forgets it. See what should happen at beta 0: plain " +
      "gradient descent.",
    saddleWith({ velocity: (v, g, beta) => (1 - beta) * v + beta * g }),
  ),
  variant(
    "momentum-old-velocity",
    "Momentum takes its step along the velocity from before the update.",
    "The slope has to get into the velocity first. With the old velocity, which begins at 0, the first step does not move.",
    saddleWith({ directions: { momentum: ({ oldV }) => oldV } }),
  ),
  variant(
    "momentum-forgets",
    "Momentum begins each step with a velocity of 0.",
    "What makes momentum is memory: the velocity goes on from step to step. Begin at 0 before the loop, not in it.",
    saddleWith({ directions: { momentum: ({ g, beta }) => (1 - beta) * g } }),
  ),
  variant(
    "momentum-bias-corrected",
    "Momentum corrects the velocity for its start at 0.",
    "The handout asks for no bias correction here: the first steps of momentum are short. Look at what you divide the " +
      "velocity by.",
    saddleWith({ directions: { momentum: ({ v, beta, t }) => v / (1 - beta ** t) } }),
  ),
  variant(
    "momentum-starts-at-slope",
    "Momentum begins with the slope of the start as its velocity.",
    "Before the first step the velocity is 0. So the first step is short: its velocity is 1 - beta times the slope.",
    saddleWith({ velocity: (v, g, beta, t) => (t === 1 ? g : beta * v + (1 - beta) * g) }),
  ),
  variant(
    "rmsprop-epsilon-inside-root",
    "RMSprop adds epsilon under the square root instead of to the root.",
    "Under the root, 1e-8 acts like 1e-4. Near the saddle slopes are that small, and steps come out far too short. Take the " +
      "root first, and add epsilon to it.",
    saddleWith({ directions: { rmsprop: ({ g, s }) => g / Math.sqrt(s + 1e-8) } }),
  ),
  variant(
    "rmsprop-epsilon-left-out",
    "RMSprop does not add epsilon to the root.",
    "Where a coordinate has had a slope of 0 all along, so is the root, and 0 divided by 0 is NaN. A point that starts " +
      "with w2 = 0 stays on that line.",
    saddleWith({ directions: { rmsprop: ({ g, s }) => g / Math.sqrt(s) } }),
  ),
  variant(
    "rmsprop-no-root",
    "RMSprop divides by s itself, without the square root.",
    "s is an average of squares. Its root has the size of a slope, so that the quotient is about one. Without the root, small " +
      "slopes make huge steps.",
    saddleWith({ directions: { rmsprop: ({ g, s }) => g / (s + 1e-8) } }),
  ),
  variant(
    "rmsprop-one-average",
    "RMSprop has one average for both coordinates.",
    "Each coordinate has an average of its own, and with it a step of its own length. That is how RMSprop gets away from a " +
      "saddle so fast.",
    saddleWith({ squares: (s, _, beta, all) => beta * s + (1 - beta) * all.reduce((sum, g) => sum + g * g, 0) }),
  ),
  variant(
    "rmsprop-weights-exchanged",
    "RMSprop exchanges beta and (1 - beta).",
    "beta is the weight of the past. Exchanged, s nearly forgets it. See what should happen at beta 0: s is the square of " +
      "the slope.",
    saddleWith({ squares: (s, g, beta) => (1 - beta) * s + beta * g * g }),
  ),
  variant(
    "rmsprop-squares-added-up",
    "RMSprop adds the squares up; nothing of the past is forgotten.",
    `That is another method, Adagrad, whose steps get shorter and shorter. ${weightsAddUp}`,
    saddleWith({ squares: (s, g) => s + g * g }),
  ),
  variant(
    "rmsprop-squares-unweighted",
    "RMSprop adds the square at full weight, without (1 - beta).",
    `${weightsAddUp} At full weight s is too large, and steps are too short.`,
    saddleWith({ squares: (s, g, beta) => beta * s + g * g }),
  ),
  variant(
    "rmsprop-not-squared",
    "RMSprop averages the slopes themselves; they are not squared.",
    "s measures how large slopes are, whatever their sign. An average of plain slopes can be negative, and its root is NaN.",
    saddleWith({ squares: (s, g, beta) => beta * s + (1 - beta) * g }),
  ),
  variant(
    "rmsprop-forgets",
    "RMSprop begins each step with an s of 0.",
    "s goes on from step to step. Otherwise it knows nothing but the last slope, and all steps are of one length. Begin at 0 before " +
      "the loop, not in it.",
    saddleWith({ squares: (_, g, beta) => (1 - beta) * g * g }),
  ),
  variant(
    "rmsprop-bias-corrected",
    "RMSprop corrects s for its start at 0.",
    "The handout asks for no bias correction here: the first steps of RMSprop are long. Look at what you divide s by.",
    saddleWith({ directions: { rmsprop: ({ g, s, beta, t }) => g / (Math.sqrt(s / (1 - beta ** t)) + 1e-8) } }),
  ),
  variant(
    "rmsprop-velocity-on-top",
    "RMSprop divides the velocity of momentum by the root, not the slope.",
    "That is nearly Adam. RMSprop has one average, that of the squares; on top is the slope itself.",
    saddleWith({ directions: { rmsprop: ({ v, s }) => v / (Math.sqrt(s) + 1e-8) } }),
  ),
  variant(
    "default-beta-of-adam",
    "When no beta is given, it is 0.999 instead of 0.9.",
    "A parameter that is left out has the value shown in the signature of the handout. Look at the default of beta.",
    (start, method, numSteps, learningRate, beta = 0.999) =>
      tf.tensor2d(rightPoints(start, method, numSteps, learningRate, beta)),
  ),
  variant(
    "beta-fixed",
    "beta is always 0.9, whatever is passed.",
    "0.9 is only what beta is when it is left out. Look at whether all five arguments are used.",
    (start, method, numSteps, learningRate) => tf.tensor2d(rightPoints(start, method, numSteps, learningRate)),
  ),
  variant(
    "no-learning-rate",
    "The steps are taken without the learning rate.",
    "The learning rate says how much of the direction a step takes. Look at whether all five arguments are used.",
    (start, method, numSteps, _, ...beta) => tf.tensor2d(rightPoints(start, method, numSteps, 1, ...beta)),
  ),
];
