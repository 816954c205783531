import type { Misconception } from "../misconceptions/misconception.ts";
import { type AdamVariant, adamWith, normalised, rightAdam, variant } from "./adam-variant.ts";

/** Both corrections with divisors made in the same wrong way. */
const dividedBy = (divisor: (beta: number, t: number) => number): AdamVariant =>
  adamWith({ vDivisor: divisor, sDivisor: divisor });

/** What students get wrong in the bias correction of Adam. */
export const adamCorrectionMisconceptions: readonly Misconception[] = [
  variant(
    "no-bias-correction",
    "The averages are not corrected for their start at zero.",
    "Both averages begin at zero, so in the first steps they are too small: after one step v is only a tenth of " +
      "the gradient when beta1 is 0.9. The correction makes up for that and fades as t grows. What is returned as " +
      "corrected must differ from v and s.",
    dividedBy(() => 1),
  ),
  variant(
    "correction-not-used",
    "The corrected averages are computed, but the step uses v and s as they are.",
    "The correction is there for the step: without it the first steps have the wrong length, because both " +
      "averages are still close to zero. Look at which of the four dictionaries the update of the parameters " +
      "reads.",
    adamWith({ step: ({ v, s }, epsilon) => normalised(v, s, epsilon) }),
  ),
  variant(
    "correction-one-step-behind",
    "The bias correction uses t - 1 instead of t.",
    "t counts steps from 1, so at the first step it is 1 already. One less makes the divisor 1 - beta^0, which " +
      "is zero: the first step then divides by zero. Do not count the step number down.",
    dividedBy((beta, t) => 1 - beta ** (t - 1)),
  ),
  variant(
    "correction-one-step-ahead",
    "The bias correction uses t + 1 instead of t.",
    "t counts steps from 1, so at the first step it is 1 already. One more and the averages are corrected too " +
      "little. A first step whose corrected v is exactly the gradient shows that the count is right.",
    dividedBy((beta, t) => 1 - beta ** (t + 1)),
  ),
  variant(
    "correction-without-power",
    "The bias correction divides by 1 - beta in every step; t is not used.",
    "How much an average lacks depends on how many steps it has seen: much after one, nearly nothing after a " +
      "thousand. A divisor that never changes is right at the first step only. Look at where the step number " +
      "enters.",
    dividedBy((beta) => 1 - beta),
  ),
  variant(
    "correction-by-product",
    "The bias correction multiplies beta by t instead of raising it to the power t.",
    "After t steps the share of the start at zero is beta * beta * …, t times, which falls towards zero. beta " +
      "times t grows, soon passes 1 and makes the divisor negative; the root of a negative s is NaN.",
    dividedBy((beta, t) => 1 - beta * t),
  ),
  variant(
    "caret-instead-of-power",
    "The bias correction uses ^ as if it were a power.",
    "In TypeScript ^ is the exclusive or of two integers: 0.9 ^ 1 is 1, since 0.9 is cut to 0 first. The " +
      "divisor becomes zero or negative, and the result infinite or NaN. A power is written in another way.",
    dividedBy((beta, t) => 1 - (beta ^ t)),
  ),
  variant(
    "s-corrected-by-beta1",
    "s is corrected with beta1 instead of beta2.",
    "Each average lacks as much as its own beta says. s forgets far more slowly than v, so at the beginning it " +
      "lacks far more. Look at which beta stands in each of the two corrections.",
    adamWith({ sDivisor: (_beta2, t, beta1) => 1 - beta1 ** t }),
  ),
  variant(
    "only-v-corrected",
    "v is corrected for its start at zero, but s is not.",
    "Both averages begin at zero and both are too small at first, each by its own beta. With s left " +
      "uncorrected, the first steps are divided by far too little and become too long.",
    adamWith({ sDivisor: () => 1 }),
  ),
  variant(
    "only-s-corrected",
    "s is corrected for its start at zero, but v is not.",
    "Both averages begin at zero and both are too small at first, each by its own beta. With v left " +
      "uncorrected, the first steps are far too short.",
    adamWith({ vDivisor: () => 1 }),
  ),
  variant(
    "corrected-averages-carried-on",
    "The corrected averages are returned as v and s.",
    "The correction is for the step of this moment only. When the next average is built on a corrected one, it " +
      "is corrected again and again and grows out of proportion. The uncorrected averages are what is carried on.",
    (parameters, grads, v, s, t, ...options) => {
      const result = rightAdam(parameters, grads, v, s, t, ...options);
      return { ...result, v: result.vCorrected, s: result.sCorrected };
    },
  ),
];
