import type { Misconception } from "../misconceptions/misconception.ts";
import { averageWith, rightAverages, variant } from "./average-variant.ts";

const defaults = "A parameter that is left out has the value shown in the signature of the handout.";

/** What students get wrong in the weights of the averages and in their correction. */
export const averageMisconceptions: readonly Misconception[] = [
  variant(
    "never-corrected",
    "The averages are returned without bias correction, whatever biasCorrection is.",
    "The averages begin at 0, so the first of them are far too small: at beta 0.9 the first is a tenth of the first value. " +
      "Unless biasCorrection is false, that is to be made up for. Look at whether all three parameters are used.",
    (values, beta) => rightAverages(values, beta, false),
  ),
  variant(
    "always-corrected",
    "The averages are always corrected, also where biasCorrection is false.",
    "Without correction the averages are to come back as they are, near 0 at first. Look at where the third parameter " +
      "is used.",
    (values, beta) => rightAverages(values, beta, true),
  ),
  variant(
    "default-uncorrected",
    "Where biasCorrection is left out, nothing is corrected.",
    `${defaults} A parameter that is undefined counts as false in a condition, and here its default is true.`,
    (values, beta, biasCorrection = false) => rightAverages(values, beta, biasCorrection),
  ),
  variant(
    "weights-exchanged",
    "beta and (1 - beta) are exchanged.",
    "beta is the weight of the past: at 0.9 the average keeps nine tenths of what it was. Exchanged, it nearly forgets " +
      "the past and follows each new value. See what should happen at beta 0.",
    averageWith({ next: (past, value, beta) => (1 - beta) * past + beta * value }),
  ),
  variant(
    "no-one-minus-beta",
    "The new value is added at full weight, without (1 - beta).",
    "An average has weights that add up to 1: beta for the past and 1 - beta for the new value. At full weight the " +
      "result is a sum that grows to many times the values.",
    averageWith({ next: (past, value, beta) => beta * past + value }),
  ),
  variant(
    "only-two-values",
    "Each average is made of the new value and the value before, not of the average before.",
    "What is multiplied by beta is the whole average so far, in which all earlier values live on. With the value before " +
      "in its place, everything older is forgotten.",
    averageWith({ next: (_, value, beta, before) => beta * before + (1 - beta) * value }),
  ),
  variant(
    "one-value-late",
    "Each average takes in the value before instead of the new one.",
    "The first average already holds the first value. Look at which place of the series belongs to which average: both " +
      "count the same.",
    averageWith({ next: (past, _, beta, before) => beta * past + (1 - beta) * before }),
  ),
  variant(
    "correction-without-power",
    "All averages are divided by 1 - beta, without the exponent t.",
    "The correction fades: after t values the weights add up to 1 - beta to the power of t, which approaches 1. " +
      "Divided by 1 - beta throughout, late averages are many times too large.",
    averageWith({ corrected: (average, beta) => average / (1 - beta) }),
  ),
  variant(
    "correction-one-value-behind",
    "The exponent of the correction counts from 0: it is one too small.",
    "The first average has taken in one value, so its exponent is 1. With 0 in its place the divisor is 0. Places in an " +
      "array count from 0, the number of values so far from 1.",
    averageWith({ corrected: (average, beta, t) => average / (1 - beta ** (t - 1)) }),
  ),
  variant(
    "correction-one-value-ahead",
    "The exponent of the correction is one too large.",
    "The first average has taken in one value, so its exponent is 1, and the corrected average is the value itself. " +
      "Check your result there.",
    averageWith({ corrected: (average, beta, t) => average / (1 - beta ** (t + 1)) }),
  ),
  variant(
    "correction-by-product",
    "beta is multiplied by t in the correction instead of raised to the power of t.",
    "After each value, what is left of the start is beta times what was left before: that makes a power. A product " +
      "passes 1 after some values, and the divisor becomes negative.",
    averageWith({ corrected: (average, beta, t) => average / (1 - beta * t) }),
  ),
  variant(
    "caret-instead-of-power",
    "The caret is taken for a power.",
    "In JavaScript, the caret is a bitwise operation on whole numbers: it drops the decimals of beta. There is another " +
      "operator for powers, and a function.",
    averageWith({ corrected: (average, beta, t) => average / (1 - (beta ^ t)) }),
  ),
  variant(
    "correction-multiplies",
    "The averages are multiplied by 1 - beta^t instead of divided.",
    "The first averages are too small, and that factor is below 1: multiplied by it, they become smaller still. " +
      "What is missing is made up for by a division.",
    averageWith({ corrected: (average, beta, t) => average * (1 - beta ** t) }),
  ),
  variant(
    "correction-of-the-end",
    "All averages are divided by the same number, that of the last one.",
    "The correction is large for the first average and fades from value to value. Each has its own exponent: the number of " +
      "values up to there.",
    averageWith({ corrected: (average, beta, _, n) => average / (1 - beta ** n) }),
  ),
  variant(
    "sum-of-weights-of-beta",
    "The averages are divided by the sum 1 + beta + beta^2 + … of the powers alone.",
    "The weights of the values are those powers times 1 - beta. Their sum is 1 - beta^t. Divided by the sum of the " +
      "powers, the averages lack the factor that is in them already.",
    averageWith({ corrected: (average, beta, t) => (average * (1 - beta)) / (1 - beta ** t) }),
  ),
];
