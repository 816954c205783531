import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { Activation } from "gradecheck/w1-vanishing-gradients";
import type { Misconception } from "../misconceptions/misconception.ts";
import { activate, affine, type ForwardSteps, type Matrix, type Passed, pass } from "./network-variant.ts";

type Variant = (X: Matrix, parameters: Params, activation: Activation) => Matrix[];

const variant = (id: string, name: string, explanation: string, implementation: Variant): Misconception => ({
  id: `forward-${id}`,
  exercise: "forwardDeep",
  name,
  explanation,
  implementation,
});

/** With other steps, or with another list made of what was computed. */
const passing =
  (replaced: Partial<ForwardSteps>, list = (passed: Passed[]): Matrix[] => passed.map(({ A }) => A)): Variant =>
  (X, parameters, activation) =>
    list(pass(X, parameters, activation, replaced));

const likeTheOthers =
  "In this network every layer has the activation, the last one too: it is there to show what becomes of a signal, not to classify anything.";

/** What students write instead of the way forward through a deep network. */
export const forwardMisconceptions: readonly Misconception[] = [
  variant(
    "last-layer-linear",
    "The last layer has no activation.",
    `${likeTheOthers} Look at what is done after the loop, or in its last turn.`,
    passing({ apply: (Z, { l, last, activation }) => (l === last ? Z : activate(Z, activation)) }),
  ),
  variant(
    "last-layer-sigmoid",
    "The last layer has a sigmoid.",
    `${likeTheOthers} A sigmoid belongs to networks that answer yes or no.`,
    passing({ apply: (Z, { l, last, activation }) => (l === last ? tf.sigmoid(Z) : activate(Z, activation)) }),
  ),
  variant(
    "biases-left-out",
    "The biases are not added.",
    "A layer adds its biases to W A before the activation. Right after initialization they are zero and make no difference; here they are not zero.",
    passing({ sum: (A, { W }) => tf.matMul(W, A) }),
  ),
  variant(
    "biases-after-activation",
    "The biases are added after the activation instead of before it.",
    "A bias moves the place where a unit begins to respond, so it belongs into the sum that the activation gets. Added afterwards it only moves the result, and relu could then come out negative.",
    passing({
      sum: (A, { W }) => tf.matMul(W, A),
      apply: (Z, { activation, b }) => tf.add(activate(Z, activation), b),
    }),
  ),
  variant(
    "pre-activations",
    "The list holds the sums Z instead of the activations A.",
    "What a layer passes on is what its activation makes of the sum. Compare the signs of your numbers with what relu can return.",
    passing({}, (passed) => passed.map(({ Z }) => Z)),
  ),
  variant(
    "no-activation",
    "No layer has an activation.",
    "Without activations, many layers are worth no more than one: a product of matrices is a matrix. Look at where the third argument is used.",
    passing({ apply: (Z) => Z }),
  ),
  variant(
    "starts-with-inputs",
    "The list begins with X.",
    "X is what enters the first layer; it is no layer's result. The list has as many tensors as there are layers with weights, and begins with A1.",
    (X, parameters, activation) => [X, ...pass(X, parameters, activation).map(({ A }) => A)],
  ),
  variant(
    "output-only",
    "Only the activations of the last layer are returned.",
    "The question here is what becomes of a signal on its way, so the result of every layer is asked for. Collect them where they are computed.",
    passing({}, (passed) => passed.slice(-1).map(({ A }) => A)),
  ),
  variant(
    "last-layer-missing",
    "The last layer is missing: the loop ends one layer too early.",
    "Layers count from 1 up to and including L, and half the number of keys is L. Look at the condition under which the loop ends.",
    passing({}, (passed) => passed.slice(0, -1).map(({ A }) => A)),
  ),
  variant(
    "last-layer-first",
    "The list begins with the last layer.",
    "The list is in the order in which the signal passes: A1 first. Look at which end of the list each result is added to.",
    passing({}, (passed) => passed.map(({ A }) => A).reverse()),
  ),
  variant(
    "sigmoid-for-tanh",
    "The sigmoid is computed where tanh is asked for.",
    "Both are shaped like an S, but tanh lies between -1 and 1 and is 0 at 0. The sigmoid lies between 0 and 1, so it never gives a negative activation.",
    passing({ apply: (Z, { activation }) => (activation === "tanh" ? tf.sigmoid(Z) : tf.relu(Z)) }),
  ),
  variant(
    "leaky-relu",
    "The relu is leaky: a small share of negative sums gets through.",
    "The relu that is asked for is exactly 0 for every negative sum. That units can go silent altogether is one of the things to be seen here.",
    passing({ apply: (Z, { activation }) => (activation === "tanh" ? tf.tanh(Z) : tf.leakyRelu(Z, 0.01)) }),
  ),
  variant(
    "magnitude-for-relu",
    "The magnitude is taken where relu is asked for.",
    "relu leaves what is above 0 and makes 0 of the rest. It does not turn negative sums into positive ones.",
    passing({ apply: (Z, { activation }) => (activation === "tanh" ? tf.tanh(Z) : tf.abs(Z)) }),
  ),
  variant(
    "always-tanh",
    "Every network gets tanh, whatever activation is asked for.",
    "The third argument says which of the two activations all layers have. Look at what becomes of it, and at how texts are compared.",
    passing({ apply: (Z) => tf.tanh(Z) }),
  ),
  variant(
    "always-relu",
    "Every network gets relu, whatever activation is asked for.",
    "The third argument says which of the two activations all layers have. Look at what becomes of it, and at how texts are compared.",
    passing({ apply: (Z) => tf.relu(Z) }),
  ),
  variant(
    "layers-sorted-as-text",
    "The layers are gone through in the order of their sorted keys, in which W10 comes before W2.",
    "Sorted as texts, W10 stands between W1 and W2. With ten layers or more, a layer then gets what another one should. Go through the layers by number and read each by its key.",
    (X, parameters, activation) => throughKeys(X, parameters, activation, Object.keys(parameters).sort()),
  ),
  variant(
    "layers-in-order-of-keys",
    "The layers are gone through in the order in which the dictionary lists them.",
    "What belongs together has the same number, not the same place: a dictionary may list its layers in any order. Go through the layers by number and read each by its key.",
    (X, parameters, activation) => throughKeys(X, parameters, activation, Object.keys(parameters)),
  ),
  variant(
    "assigns-into-its-input",
    "The activations are written into the dictionary of the parameters.",
    "The dictionary belongs to the caller, who will find keys in it that are no parameters; whoever counts its keys then gets another number of layers. Keep what you compute in a variable of your own.",
    (X, parameters, activation) => {
      const list = pass(X, parameters, activation).map(({ A }) => A);
      for (const [i, A] of list.entries()) parameters[`A${i + 1}`] = A;
      return list;
    },
  ),
];

function throughKeys(X: Matrix, parameters: Params, activation: Activation, keys: readonly string[]): Matrix[] {
  const of = (letter: string): Matrix[] =>
    keys.filter((key) => key.startsWith(letter)).flatMap((key) => parameters[key] ?? []);
  const biases = of("b");
  let A = X;
  return of("W").map((W, i) => {
    const b = biases[i];
    if (b === undefined) throw new TypeError("Cannot compute a misconception: a bias is missing");
    A = activate(affine(A, { W, b }), activation);
    return A;
  });
}
