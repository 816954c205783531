import type { Misconception } from "../misconceptions/misconception.ts";
import { centred, checkWith, relative, type Slopes, variant } from "./network-check-variant.ts";

/** Nothing is put back: the next number moves while all before it stay where they were left. */
const notRestored: Slopes = (cost, theta, epsilon) => {
  const moving = [...theta];
  return theta.map((value, i) => {
    moving[i] = value + epsilon;
    const above = cost(moving);
    moving[i] = value - epsilon;
    return (above - cost(moving)) / (2 * epsilon);
  });
};

/** One vector goes up and another one down, and neither comes back. */
const leftOnBothSides: Slopes = (cost, theta, epsilon) => {
  const [above, below] = [[...theta], [...theta]];
  return theta.map((value, i) => {
    above[i] = value + epsilon;
    below[i] = value - epsilon;
    return (cost(above) - cost(below)) / (2 * epsilon);
  });
};

/** What is raised stays so; what is lowered starts from the original vector each time. */
const leftRaised: Slopes = (cost, theta, epsilon) => {
  const above = [...theta];
  return theta.map((value, i) => {
    above[i] = value + epsilon;
    return (cost(above) - cost(theta.with(i, value - epsilon))) / (2 * epsilon);
  });
};

/** Slopes of a part of the vector, 0 elsewhere. */
const onlyWhere =
  (isMeasured: (i: number, count: number) => boolean): Slopes =>
  (cost, theta, epsilon) =>
    centred(cost, theta, epsilon).map((slope, i) => (isMeasured(i, theta.length) ? slope : 0));

const allAtOnce: Slopes = (cost, theta, epsilon) => {
  const [above, below] = [epsilon, -epsilon].map((step) => cost(theta.map((value) => value + step)));
  const slope = ((above ?? Number.NaN) - (below ?? Number.NaN)) / (2 * epsilon);
  return theta.map(() => slope);
};

/** What students get wrong where the slopes of a network are measured. */
export const networkCheckMisconceptions: readonly Misconception[] = [
  variant(
    "one-sided",
    "The slopes are measured to one side only.",
    "From one side, the curvature of the cost adds an error of the order of epsilon to every slope. Between a point " +
      "on each side it cancels, and the error is of the order of epsilon squared. A large epsilon shows it clearly.",
    checkWith((cost, theta, epsilon) => {
      const here = cost(theta);
      return theta.map((value, i) => (cost(theta.with(i, value + epsilon)) - here) / epsilon);
    }, relative),
  ),
  variant(
    "same-point-twice",
    "Both costs are measured at the same point, so that every slope is 0.",
    "A slope needs two points, one above and one below. Where two names stand for one array, a change of the one is a change of the " +
      "other as well: = makes no copy. With slopes of 0 the result is 1, whatever the gradients are.",
    checkWith((_cost, theta) => theta.map(() => 0), relative),
  ),
  variant(
    "divided-by-epsilon",
    "The two costs lie 2 epsilon apart, and their difference is divided by epsilon.",
    "A slope is rise over run, and the run goes from epsilon below to epsilon above. Divided by half of it, all " +
      "slopes are twice as large, and right gradients get a difference of 1/3.",
    checkWith((cost, theta, epsilon) => centred(cost, theta, epsilon).map((slope) => 2 * slope), relative),
  ),
  variant(
    "precedence",
    "The difference of the costs is halved and multiplied by epsilon.",
    "Multiplication and division are carried out from left to right: only the next factor is divided by, unless " +
      "parentheses hold the two together. All measured slopes nearly vanish, and the difference is almost 1.",
    checkWith(
      (cost, theta, epsilon) => centred(cost, theta, epsilon).map((slope) => slope * epsilon * epsilon),
      relative,
    ),
  ),
  variant(
    "not-restored",
    "A number that was moved is not put back before the next one moves.",
    "A partial derivative asks what one parameter does while all others stay where they are. If each number stays " +
      "moved, the last slopes are measured at another point of the cost. Start from the original vector every time.",
    checkWith(notRestored, relative),
  ),
  variant(
    "left-on-both-sides",
    "Numbers that were moved stay moved, up in one vector and down in another.",
    "A partial derivative asks what one parameter does while all others stay where they are. Here the two points move apart in " +
      "more and more directions, and every slope holds those before it. Start from the original vector every time.",
    checkWith(leftOnBothSides, relative),
  ),
  variant(
    "left-raised",
    "Numbers that were raised stay raised in one of the two vectors.",
    "The two costs of a slope may differ by one moved number only. If the raised vector keeps what was moved before, their " +
      "difference holds all of that as well. Start from the original vector every time.",
    checkWith(leftRaised, relative),
  ),
  variant(
    "last-number-missed",
    "The last number of the vector is not measured.",
    "The vector holds 47 numbers, and the last of them is b3. A loop that ends one number too early leaves its slope at 0, so that " +
      "right gradients seem wrong. Look at the condition that ends your loop.",
    checkWith(
      onlyWhere((i, count) => i < count - 1),
      relative,
    ),
  ),
  variant(
    "first-number-missed",
    "The first number of the vector is not measured.",
    "Positions are counted from 0 here. A loop that begins at 1 leaves the slope of the first weight at 0, so that right gradients " +
      "seem wrong.",
    checkWith(
      onlyWhere((i) => i > 0),
      relative,
    ),
  ),
  variant(
    "all-at-once",
    "All numbers are moved at the same time.",
    "When everything moves together, the cost changes by the sum of all effects, and no single effect can be told " +
      "from it. Each of the 47 slopes needs two costs of its own, in which one number is moved.",
    checkWith(allAtOnce, relative),
  ),
  variant(
    "epsilon-fixed",
    "The epsilon that is passed in is not used.",
    "1e-7 is what epsilon is when nobody says otherwise. Where one is passed, each number moves that far to both " +
      "sides, and the division is by twice that distance.",
    checkWith((cost, theta) => centred(cost, theta, 1e-7), relative),
  ),
];
