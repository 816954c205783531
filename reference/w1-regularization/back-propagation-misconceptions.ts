import * as tf from "@tensorflow/tfjs";
import type { Cache, Grads } from "../../assignments/values/params.ts";
import type { Misconception } from "../misconceptions/misconception.ts";
import {
  backPropagate,
  type HiddenFacts,
  keepWhere,
  penalizedWeights,
  type Steps,
  tensorIn,
} from "./back-propagate.ts";

type Matrix = tf.Tensor2D;

/** A mistake that is made in both ways back. */
type Mistake = Pick<Misconception, "name" | "explanation"> & { readonly id: string; readonly replaced: Partial<Steps> };

const opened = (dA: Matrix, { A }: HiddenFacts): Matrix => keepWhere(dA, tf.greater(A, 0));

const reluMissingIn = (layer: number): Partial<Steps> => ({
  relu: (dA, facts) => (facts.l === layer ? dA : opened(dA, facts)),
});

const gate =
  "Whether a gradient passes through relu depends on the activation in the cache: it passes where that is above 0.";
const mean = "The mean over the examples is taken in dW and db, and nowhere else. Each of them is divided by m once.";

const mistakes: readonly Mistake[] = [
  {
    id: "first-relu-derivative-missing",
    name: "dZ1 is dA1 as it is: the derivative of relu is missing in the first layer.",
    explanation: `Both hidden layers have relu. ${gate}`,
    replaced: reluMissingIn(1),
  },
  {
    id: "second-relu-derivative-missing",
    name: "dZ2 is dA2 as it is: the derivative of relu is missing in the second layer.",
    explanation: `Both hidden layers have relu. ${gate}`,
    replaced: reluMissingIn(2),
  },
  {
    id: "relu-by-sign-of-gradient",
    name: "The gradient passes through relu where it is positive itself.",
    explanation: `${gate} The sign of the gradient says nothing about it.`,
    replaced: { relu: (dA) => keepWhere(dA, tf.greater(dA, 0)) },
  },
  {
    id: "tanh-derivative",
    name: "The way back goes through the derivative of tanh instead of that of relu.",
    explanation: `1 - A^2 is the derivative of tanh, and the hidden layers have relu. ${gate}`,
    replaced: { relu: (dA, { A }) => tf.mul(dA, tf.sub(1, tf.square(A))) },
  },
  {
    id: "sigmoid-derivative-in-hidden-layers",
    name: "The way back through the hidden layers has the derivative of the sigmoid.",
    explanation: `A (1 - A) is the derivative of the sigmoid, and the hidden layers have relu. ${gate}`,
    replaced: { relu: (dA, { A }) => tf.mul(dA, tf.mul(A, tf.sub(1, A))) },
  },
  {
    id: "dz3-negated",
    name: "dZ3 is Y - A3 instead of A3 - Y.",
    explanation:
      "Where the output is too large, the gradient is positive. With the other sign every gradient points the wrong way.",
    replaced: { dZ3: (A3, Y) => tf.sub(Y, A3) },
  },
  {
    id: "db-not-averaged",
    name: "db is the sum over the examples, without 1/m.",
    explanation: mean,
    replaced: { db: ({ dZ }) => tf.sum(dZ, 1, true) },
  },
  {
    id: "dw-not-averaged",
    name: "The product dZ A^T in dW is not divided by m.",
    explanation: mean,
    replaced: {
      dW: (facts) => tf.add(tf.matMul(facts.dZ, facts.A, false, true), tf.mul(facts.W, facts.lambd / facts.m)),
    },
  },
  {
    id: "nothing-averaged",
    name: "Neither dW nor db is divided by the number of examples.",
    explanation: `${mean} m is the number of columns.`,
    replaced: {
      dW: ({ dZ, A, W, lambd }) => tf.add(tf.matMul(dZ, A, false, true), tf.mul(W, lambd)),
      db: ({ dZ }) => tf.sum(dZ, 1, true),
    },
  },
  {
    id: "features-as-m",
    name: "dW and db are divided by the number of features instead of the number of examples.",
    explanation: `${mean} m is the number of columns of X; its rows are features.`,
    replaced: {},
  },
  {
    id: "db-averaged-twice",
    name: "db is divided by m twice.",
    explanation: mean,
    replaced: { db: ({ dZ, m }) => tf.div(tf.sum(dZ, 1, true), m * m) },
  },
  {
    id: "db-total-for-each-unit",
    name: "db is the sum over units and examples, the same for every unit.",
    explanation:
      "Each unit has a bias of its own, and its gradient is the sum over the examples of its own row. Sum over axis 1 alone.",
    replaced: { db: ({ dZ, m }) => tf.div(tf.mul(tf.sum(dZ), tf.ones<tf.Rank.R2>([dZ.shape[0], 1])), m) },
  },
];

const backWithPenalty =
  ({ id, replaced }: Mistake) =>
  (X: Matrix, Y: Matrix, cache: Cache, lambd: number): Grads =>
    backPropagate(X, Y, cache, lambd, id === "features-as-m" ? dividedByRows(X) : replaced);

const backWithDropout =
  ({ id, replaced }: Mistake) =>
  (X: Matrix, Y: Matrix, cache: Cache, keepProb: number): Grads =>
    backPropagate(X, Y, cache, 0, {
      dropout: (dA, { l }) => tf.div(tf.mul(dA, tensorIn(cache, `D${l}`)), keepProb),
      ...(id === "features-as-m" ? dividedByRows(X) : replaced),
    });

const dividedByRows = (X: Matrix): Partial<Steps> => ({
  dW: (facts) => penalizedWeights({ ...facts, m: X.shape[0] }),
  db: ({ dZ }) => tf.div(tf.sum(dZ, 1, true), X.shape[0]),
});

/** Already known of this exercise under another name. */
const knownOfPenalty = ["relu-by-sign-of-gradient"];

/** What students get wrong in back-propagation itself, with a penalty and with dropout. */
export const backPropagationMisconceptions: readonly Misconception[] = [
  ...mistakes
    .filter(({ id }) => !knownOfPenalty.includes(id))
    .map((mistake) => ({
      id: `l2-${mistake.id}`,
      exercise: "backwardPropagationWithRegularization",
      name: mistake.name,
      explanation: mistake.explanation,
      implementation: backWithPenalty(mistake),
    })),
  ...mistakes.map((mistake) => ({
    id: `dropout-backward-${mistake.id}`,
    exercise: "backwardPropagationWithDropout",
    name: mistake.name,
    explanation: mistake.explanation,
    implementation: backWithDropout(mistake),
  })),
];
