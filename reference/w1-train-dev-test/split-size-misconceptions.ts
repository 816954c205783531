import type { Misconception } from "../misconceptions/misconception.ts";
import { type Counts, cut, splitVariant } from "./split-variant.ts";

/** The right way to split, but for how many examples each split has. */
const counting = (
  id: string,
  name: string,
  explanation: string,
  count: (m: number, devFraction: number, testFraction: number) => Counts,
): Misconception =>
  splitVariant(id, name, explanation, (X, Y, devFraction, testFraction, rng) => {
    const m = X.shape[1];
    return cut(X, Y, count(m, devFraction, testFraction), rng.permutation(m));
  });

const withRest = (m: number, dev: number, test: number): Counts => ({ train: m - dev - test, dev, test });

/** What students get wrong where they count the examples of each split. */
export const splitSizeMisconceptions: readonly Misconception[] = [
  counting(
    "rounded-to-nearest",
    "The numbers of examples are rounded to the nearest whole number instead of down.",
    "Rounding up takes an example away from training whenever half of one is left over, and two shares of a half each can ask for more " +
      "examples than there are. Both numbers are rounded down here. Look at how the products become whole numbers.",
    (m, dev, test) => withRest(m, Math.round(dev * m), Math.round(test * m)),
  ),
  counting(
    "rounded-up",
    "The numbers of examples are rounded up instead of down.",
    "Rounded up, every share that leaves a remainder gets one example more than its fraction allows. What is left over belongs to the " +
      "training set. Look at how the products become whole numbers.",
    (m, dev, test) => withRest(m, Math.ceil(dev * m), Math.ceil(test * m)),
  ),
  counting(
    "product-mended",
    "A product just below a whole number is taken for that whole number.",
    "A fraction such as 0.58 has no exact binary form, so its product with a whole number may come out just below the one on paper. " +
      "Everybody gets the same sets only if everybody rounds the same product down, as float64 gives it, without rounding it first or " +
      "adding something. A tensor of float32 gives another product.",
    (m, dev, test) => withRest(m, Math.floor(dev * m + 1e-6), Math.floor(test * m + 1e-6)),
  ),
  counting(
    "test-of-the-rest",
    "The test fraction is taken of what the dev set has left instead of all examples.",
    "Both fractions are shares of the whole dataset. Taken of the rest, a test set is smaller than was asked for, and the larger the dev " +
      "set, the smaller it gets.",
    (m, dev, test) => withRest(m, Math.floor(dev * m), Math.floor(test * (m - Math.floor(dev * m)))),
  ),
  counting(
    "rest-to-test",
    "The training set is rounded down, and the test set gets what is left over.",
    "Only dev and test have a size of their own; the training set takes all the rest. Otherwise the test set has examples more than its " +
      "fraction, which nobody asked for. Look at which of the three sizes is the difference.",
    (m, dev, test) => {
      const [train, devSize] = [Math.floor((1 - dev - test) * m), Math.floor(dev * m)];
      return { train, dev: devSize, test: m - train - devSize };
    },
  ),
  counting(
    "rest-to-dev",
    "The training set is rounded down, and the dev set gets what is left over.",
    "Only dev and test have a size of their own; the training set takes all the rest. Otherwise the dev set has examples more than its " +
      "fraction, which nobody asked for. Look at which of the three sizes is the difference.",
    (m, dev, test) => {
      const [train, testSize] = [Math.floor((1 - dev - test) * m), Math.floor(test * m)];
      return { train, dev: m - train - testSize, test: testSize };
    },
  ),
  counting(
    "floors-of-sums",
    "The fractions are added before they are rounded down.",
    "Two remainders together may make a whole example, which then goes to one of the two sets. Each of the two products is rounded down " +
      "on its own, and remainders stay with the training set.",
    (m, dev, test) => {
      const devSize = Math.floor(dev * m);
      return withRest(m, devSize, Math.floor((dev + test) * m) - devSize);
    },
  ),
  counting(
    "sizes-exchanged",
    "The dev set gets the test fraction and the test set the dev fraction.",
    "The dev fraction comes before the test fraction in the signature. With both the same, nobody notices. Look at which of the two each " +
      "size is made from.",
    (m, dev, test) => withRest(m, Math.floor(test * m), Math.floor(dev * m)),
  ),
  counting(
    "never-empty",
    "A split that should be empty gets an example.",
    "A fraction of 0, or a product below 1, means that this set is empty. An example that is put there nevertheless is missing in " +
      "training. A tensor may have no columns at all.",
    (m, dev, test) => {
      const [devSize, testSize] = [dev, test].map((fraction) => Math.max(1, Math.floor(fraction * m)));
      return withRest(m, Math.min(devSize ?? 1, m), testSize ?? 1);
    },
  ),
];
