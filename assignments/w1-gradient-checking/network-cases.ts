import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue, recordValue } from "../values/case-value.ts";
import type { RandomState } from "../values/random-state.ts";
import type { ArrayValue, RecordValue, Value } from "../values/value.ts";
import type { Grads, Matrix } from "./contract.ts";
import { drawPass, type Examples, isSmooth, type Pass } from "./draw-pass.ts";
import { withCorners, withTinyGradients, withZeros } from "./special-passes.ts";

/** What is multiplied into the right gradients, by name. */
type Planted = Readonly<Record<string, number>>;

type Check = {
  readonly title: string;
  readonly m: number;
  /** As passed; missing where the argument is left out. */
  readonly epsilon?: number | undefined;
  /** None: the gradients are right. */
  readonly planted?: Planted;
  /** Of the inputs, default 1. Where it is large, small steps are large in what they do, and no rounding hides it. */
  readonly scale?: number;
  /** What is made of the pass that was drawn; it is drawn again where nothing can be made of it. */
  readonly special?: (pass: Pass) => Pass | undefined;
  /** The difference is nothing but rounding: another order of operations gives another, and only properties judge. */
  readonly isNoise?: true;
  /** Epsilon is so large that relus change sides on the way, which the formula does not mind. */
  readonly isBent?: true;
};

const checks: Scenarios<Check> = {
  visible: [
    { title: "right gradients of 3 examples, default epsilon", m: 3, isNoise: true },
    { title: "dW2 doubled and db1 taken four times, default epsilon", m: 3, planted: { dW2: 2, db1: 4 } },
    { title: "right gradients, epsilon 0.01", m: 4, epsilon: 0.01 },
    { title: "dW3 negated, epsilon 0.0001", m: 5, epsilon: 1e-4, planted: { dW3: -1 } },
  ],
  hidden: [
    { title: "only db1 is wrong, epsilon passed as undefined", m: 3, epsilon: undefined, planted: { db1: 4 } },
    { title: "only dW2 is wrong, tiny inputs", m: 2, epsilon: 1e-7, scale: 1e-8, planted: { dW2: 2 } },
    { title: "one example, right gradients, epsilon 2", m: 1, epsilon: 2, isBent: true },
    { title: "12 examples of large inputs, right gradients, default epsilon", m: 12, scale: 1e5 },
    {
      title: "all gradients negated",
      m: 4,
      epsilon: 1e-3,
      planted: { dW1: -1, db1: -1, dW2: -1, db2: -1, dW3: -1, db3: -1 },
    },
    { title: "one example, db3 forgotten", m: 1, planted: { db3: 0 } },
    { title: "dW1 a little too large", m: 2, epsilon: 1e-3, planted: { dW1: 1.3 } },
    {
      title: "right gradients of 2 examples, parameters of 0, epsilon 0.02",
      m: 2,
      epsilon: 0.02,
      special: withZeros,
    },
    { title: "one example, right gradients, epsilon passed as undefined", m: 1, epsilon: undefined, isNoise: true },
    { title: "db2 ten times too large, epsilon 0.01", m: 3, epsilon: 0.01, planted: { db2: 10 } },
    { title: "right gradients of 66 examples, epsilon 0.00025", m: 66, epsilon: 2.5e-4 },
    { title: "right gradients, huge inputs, epsilon 1e-10", m: 3, epsilon: 1e-10, scale: 1e8 },
    { title: "tiny gradients, dW3 doubled", m: 2, epsilon: 0.01, planted: { dW3: 2 }, special: withTinyGradients },
  ],
  small: [
    { title: "one example, right gradients, epsilon 0.02", m: 1, epsilon: 0.02 },
    { title: "one example, right gradients, epsilon 3", m: 1, epsilon: 3, isBent: true },
    { title: "one example, right gradients, epsilon passed as undefined", m: 1, epsilon: undefined, isNoise: true },
    { title: "one example, dW1 doubled, epsilon 0.001", m: 1, epsilon: 1e-3, planted: { dW1: 2 } },
    { title: "one example, db1 doubled, epsilon 0.001", m: 1, epsilon: 1e-3, planted: { db1: 2 } },
    { title: "one example, dW2 doubled, default epsilon", m: 1, planted: { dW2: 2 } },
    { title: "one example, db2 doubled, epsilon passed as undefined", m: 1, epsilon: undefined, planted: { db2: 2 } },
    { title: "one example, dW3 forgotten, epsilon 0.001", m: 1, epsilon: 1e-3, planted: { dW3: 0 } },
    { title: "one example, db3 doubled, epsilon 0.001", m: 1, epsilon: 1e-3, planted: { db3: 2 } },
    {
      title: "one example, all gradients negated",
      m: 1,
      epsilon: 1e-3,
      planted: { dW1: -1, db1: -1, dW2: -1, db2: -1, dW3: -1, db3: -1 },
    },
    { title: "2 examples, dW1 doubled, default epsilon", m: 2, planted: { dW1: 2 } },
    { title: "one example, parameters of 0, epsilon 0.01", m: 1, epsilon: 0.01, special: withZeros },
    { title: "one example of large inputs", m: 1, scale: 1e4 },
    { title: "one example of tiny inputs, dW2 doubled", m: 1, epsilon: 1e-5, scale: 1e-6, planted: { dW2: 2 } },
    {
      title: "tiny gradients, dW3 doubled, epsilon 0.02",
      m: 1,
      epsilon: 0.02,
      planted: { dW3: 2 },
      special: withTinyGradients,
    },
  ],
};

/** Cases of `gradientCheckN`. */
export const gradientCheckNCases: CaseGenerator = (random, index, visibility) => {
  const check = pickScenario(checks, index, visibility);
  const { title, planted, isNoise, isBent, epsilon = 1e-7 } = check;
  // Twice epsilon: not even an answer that adds it up in another order comes near a kink.
  const reach = isBent ? 0 : 2 * epsilon;
  const isHidden = visibility === "hidden";
  const isWanted = (pass: Pass): boolean => isSmooth(pass, reach) && (!isHidden || showsFirst(pass, check.scale));
  const { X, Y, parameters, gradients } = drawSpecial(random, { ...check, reach, isWanted });
  const args: Value[] = [
    dictionary(parameters),
    dictionary(planted === undefined ? gradients : plant(gradients, planted)),
    matrixValue(X),
    matrixValue(Y),
  ];
  if ("epsilon" in check) args.push(check.epsilon === undefined ? absent : numberValue(check.epsilon));
  return { title, args, judgedBy: isNoise ? "properties" : "value" };
};

type Backward = Pick<Check, "title" | "m" | "scale" | "special"> & { readonly examples?: Examples };

/** One example for several networks: whoever remembers gradients by the examples is found by it. */
const sameExample: Examples = { X: [[1], [-1], [2], [-0.5]], Y: [[1]] };

const passes: Scenarios<Backward> = {
  visible: [
    { title: "3 examples", m: 3 },
    { title: "one example", m: 1, examples: sameExample },
    { title: "5 examples", m: 5 },
  ],
  hidden: [
    { title: "2 examples of tiny inputs", m: 2, scale: 1e-8 },
    { title: "one example, another network", m: 1, examples: sameExample },
    { title: "7 examples of large inputs", m: 7, scale: 1e4 },
    { title: "units exactly at relu's corner, and one that is silent", m: 4, special: withCorners },
    { title: "tiny gradients", m: 2, special: withTinyGradients },
    { title: "66 examples", m: 66 },
  ],
  small: [
    { title: "one example", m: 1 },
    { title: "2 examples", m: 2 },
    { title: "one example of tiny inputs", m: 1, scale: 1e-6 },
    { title: "one example of large inputs", m: 1, scale: 1e3 },
    { title: "units exactly at relu's corner, and one that is silent", m: 2, special: withCorners },
    { title: "tiny gradients", m: 1, special: withTinyGradients },
    { title: "16 examples", m: 16 },
  ],
};

/** How far properties move a parameter to measure a slope, with room to spare; less where the inputs are large. */
const reach = 1e-4;

/** Cases of `backwardPropagationN`: caches of real forward passes. */
export const backwardPropagationNCases: CaseGenerator = (random, index, visibility) => {
  const check = pickScenario(passes, index, visibility);
  const { X, Y, cache } = drawSpecial(random, { ...check, reach: reach / Math.max(1, check.scale ?? 1) });
  return { title: check.title, args: [matrixValue(X), matrixValue(Y), dictionary(cache)] };
};

type Draw = Omit<Backward, "title"> & {
  readonly reach: number;
  readonly isWanted?: ((pass: Pass) => boolean) | undefined;
};

function drawSpecial(
  random: RandomState,
  { m, reach: room, scale, examples, special = (pass) => pass, isWanted = () => true }: Draw,
): Pass {
  for (;;) {
    const made = special(drawPass(random, m, room, scale, examples));
    if (made !== undefined && isWanted(made)) return made;
  }
}

/** Whether the first number of the vector has a slope to speak of, so that a loop that begins at the second one is seen. */
function showsFirst({ gradients }: Pass, scale = 1): boolean {
  const [first = 0] = gradients["dW1"]?.[0] ?? [];
  const largest = Math.max(...(gradients["dW1"] ?? []).flat().map(Math.abs));
  return scale < 1 || Math.abs(first) > 0.2 * largest;
}

function plant(gradients: Grads, planted: Planted): Grads {
  return Object.fromEntries(
    Object.entries(gradients).map(([name, matrix]) => {
      const factor = planted[name] ?? 1;
      return [name, matrix.map((row) => row.map((value) => value * factor))];
    }),
  );
}

function dictionary(matrices: Readonly<Record<string, Matrix>>): RecordValue {
  return recordValue(Object.entries(matrices).map(([name, matrix]) => [name, matrixValue(matrix)] as const));
}

function matrixValue(matrix: Matrix): ArrayValue {
  const shape = [matrix.length, matrix[0]?.length ?? 0];
  return { kind: "array", shape, data: Float64Array.from(matrix.flat()) };
}
