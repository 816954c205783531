import type { Misconception } from "../misconceptions/misconception.ts";

type Gaps = { readonly avoidableBias: number; readonly variance: number };
type Diagnose = (trainError: number, devError: number, optimalError?: number, tolerance?: number) => unknown;

const diagnose = (id: string, name: string, explanation: string, implementation: Diagnose): Misconception => ({
  id: `diagnose-${id}`,
  exercise: "diagnoseBiasVariance",
  name,
  explanation,
  implementation,
});

const usual = 0.02;

const judged = (gaps: Gaps, tolerance = usual) => ({
  ...gaps,
  highBias: gaps.avoidableBias > tolerance,
  highVariance: gaps.variance > tolerance,
});

const gapsOf = (trainError: number, devError: number, optimalError = 0): Gaps => ({
  avoidableBias: trainError - optimalError,
  variance: devError - trainError,
});

/** The right gaps, with something else made of them. */
const judging =
  (judge: (gaps: Gaps, tolerance: number, errors: { train: number; dev: number }) => unknown): Diagnose =>
  (train, dev, optimal, tolerance = usual) =>
    judge(gapsOf(train, dev, optimal), tolerance, { train, dev });

/** What students write instead of the diagnosis. */
export const diagnosisMisconceptions: readonly Misconception[] = [
  diagnose(
    "at-least-tolerance",
    "A gap that is exactly as large as the tolerance counts as high.",
    "The tolerance is the greatest gap that is still accepted; only what is greater is high. Look at the comparison.",
    judging((gaps, tolerance) => ({
      ...gaps,
      highBias: gaps.avoidableBias >= tolerance,
      highVariance: gaps.variance >= tolerance,
    })),
  ),
  diagnose(
    "variance-from-optimum",
    "The variance is measured from the optimal error instead of from the training error.",
    "From the optimal error to the dev error it is both gaps together. The variance is only what is added when going from data that were " +
      "trained on to data that were not.",
    (train, dev, optimal = 0, tolerance) =>
      judged({ avoidableBias: train - optimal, variance: dev - optimal }, tolerance),
  ),
  diagnose(
    "optimum-ignored",
    "The whole training error is taken for avoidable bias.",
    "Where even experts are wrong in 8 of 100 cases, a training error of 10 percent is nearly as good as can be. Only the part above the optimal " +
      "error can be avoided. Check that the third argument is used.",
    (train, dev, _optimal, tolerance) => judged({ avoidableBias: train, variance: dev - train }, tolerance),
  ),
  diagnose(
    "bias-from-dev",
    "The bias is measured on the dev set instead of the training set.",
    "The dev error holds the variance as well, so the same trouble would be counted twice. Bias is what is wrong already on the data that " +
      "were trained on.",
    (train, dev, optimal = 0, tolerance) => judged({ avoidableBias: dev - optimal, variance: dev - train }, tolerance),
  ),
  diagnose(
    "signs-reversed",
    "Both differences are taken the wrong way round.",
    "Errors usually grow from the optimum over the training set to the dev set, and a gap says by how much. Taken the other way round it is " +
      "negative just when there is something to worry about.",
    (train, dev, optimal = 0, tolerance) =>
      judged({ avoidableBias: optimal - train, variance: train - dev }, tolerance),
  ),
  diagnose(
    "gaps-exchanged",
    "Bias and variance are exchanged.",
    "A network that is bad even on what it was trained on has a bias: it is too simple, or not trained for long enough. Variance shows only " +
      "when new data come. Look at which difference goes under which name.",
    (train, dev, optimal = 0, tolerance) =>
      judged({ avoidableBias: dev - train, variance: train - optimal }, tolerance),
  ),
  diagnose(
    "absolute-gaps",
    "The signs of the gaps are dropped.",
    "A dev error that happens to be below the training error is no variance, but good news. A gap below zero is reported as it is, and it is " +
      "never high.",
    (train, dev, optimal = 0, tolerance) =>
      judged({ avoidableBias: Math.abs(train - optimal), variance: Math.abs(dev - train) }, tolerance),
  ),
  diagnose(
    "absolute-verdicts",
    "A gap far below zero counts as high.",
    "A dev error that happens to be below the training error is no variance, but good news. Only a gap above the tolerance is high, not one " +
      "that is far from zero.",
    judging((gaps, tolerance) => ({
      ...gaps,
      highBias: Math.abs(gaps.avoidableBias) > tolerance,
      highVariance: Math.abs(gaps.variance) > tolerance,
    })),
  ),
  diagnose(
    "cut-at-zero",
    "Gaps below zero are returned as 0.",
    "A dev error below the training error, or a training error below the supposed optimum, is worth knowing: something may be wrong with the " +
      "data or the estimate. Return the differences as they are.",
    (train, dev, optimal = 0, tolerance) =>
      judged({ avoidableBias: Math.max(0, train - optimal), variance: Math.max(0, dev - train) }, tolerance),
  ),
  diagnose(
    "one-or-the-other",
    "High variance is only looked for where the bias is not high.",
    "A network can have both troubles at once: wrong on the training set, and much worse on the dev set. The two verdicts do not depend on " +
      "each other.",
    judging((gaps, tolerance) => {
      const highBias = gaps.avoidableBias > tolerance;
      return { ...gaps, highBias, highVariance: !highBias && gaps.variance > tolerance };
    }),
  ),
  diagnose(
    "larger-gap-only",
    "Only the larger of the two gaps can be high.",
    "Which gap is larger says what to mend first, but not whether the other one is small enough. Each is compared with the tolerance, not with " +
      "the other.",
    judging((gaps, tolerance) => ({
      ...gaps,
      highBias: gaps.avoidableBias > tolerance && gaps.avoidableBias >= gaps.variance,
      highVariance: gaps.variance > tolerance && gaps.variance > gaps.avoidableBias,
    })),
  ),
  diagnose(
    "errors-judged",
    "The errors themselves are compared with the tolerance instead of the gaps.",
    "A large error need not be anybody's fault: perhaps the task is hard, or the trouble is the other one. What is compared with the tolerance " +
      "is how far an error is above the one before.",
    judging((gaps, tolerance, { train, dev }) => ({
      ...gaps,
      highBias: train > tolerance,
      highVariance: dev > tolerance,
    })),
  ),
  diagnose(
    "relative-gaps",
    "The gaps are divided by the error they start from.",
    "A gap is a difference here, in the unit of the errors. Divided by a small error even a tiny difference looks huge, and by an error of 0 " +
      "nothing can be divided.",
    (train, dev, optimal = 0, tolerance) =>
      judged({ avoidableBias: (train - optimal) / optimal, variance: (dev - train) / train }, tolerance),
  ),
  diagnose(
    "zero-tolerance-replaced",
    "A tolerance of 0 is replaced by the default.",
    "0 is a value like any other: it means that every gap above zero is high. A default is for an argument that was not passed, not for one " +
      "that counts as false.",
    (train, dev, optimal, tolerance) => judged(gapsOf(train, dev, optimal), tolerance || usual),
  ),
  diagnose(
    "tolerance-fixed",
    "The tolerance is always 0.02, whatever is asked for.",
    "0.02 holds only when no other tolerance is passed. Look at where the parameter is used.",
    (train, dev, optimal) => judged(gapsOf(train, dev, optimal)),
  ),
  diagnose(
    "default-tolerance-larger",
    "When no tolerance is given, it is 0.05 instead of 0.02.",
    "A parameter that is left out has the value shown in the signature. Look at the default of the tolerance.",
    (train, dev, optimal, tolerance = 0.05) => judged(gapsOf(train, dev, optimal), tolerance),
  ),
  diagnose(
    "default-tolerance-smaller",
    "When no tolerance is given, it is 0.01 instead of 0.02.",
    "A parameter that is left out has the value shown in the signature. Look at the default of the tolerance.",
    (train, dev, optimal, tolerance = 0.01) => judged(gapsOf(train, dev, optimal), tolerance),
  ),
  diagnose(
    "verdicts-inverted",
    "The verdicts say when a gap is low, not when it is high.",
    "highBias is to be true where there is trouble. Look at the direction of the comparison.",
    judging((gaps, tolerance) => ({
      ...gaps,
      highBias: gaps.avoidableBias <= tolerance,
      highVariance: gaps.variance <= tolerance,
    })),
  ),
  diagnose(
    "verdicts-as-numbers",
    "The verdicts are 1 and 0, or tensors, instead of true and false.",
    "A verdict is a truth value of JavaScript here. A comparison of two numbers gives one already: nothing has to be made of it.",
    judging((gaps, tolerance) => ({
      ...gaps,
      highBias: Number(gaps.avoidableBias > tolerance),
      highVariance: Number(gaps.variance > tolerance),
    })),
  ),
];
