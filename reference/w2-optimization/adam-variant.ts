import * as tf from "@tensorflow/tfjs";
import type { UpdateParametersWithAdam } from "gradecheck/w2-optimization";
import type { Misconception } from "../misconceptions/misconception.ts";
import { entryOf, type Keeps, mapTensors, stepAlongSome } from "../variants/dictionaries.ts";

/** One step of Adam in parts, each of which a student may get wrong. Tensors are those of one parameter. */
export type AdamParts = {
  /** New average of the gradients. */
  readonly v: (v: tf.Tensor2D, gradient: tf.Tensor2D, beta1: number) => tf.Tensor2D;
  /** New average of their squares. */
  readonly s: (s: tf.Tensor2D, gradient: tf.Tensor2D, beta2: number, beta1: number) => tf.Tensor2D;
  /** What v is divided by for the correction. */
  readonly vDivisor: (beta1: number, t: number) => number;
  readonly sDivisor: (beta2: number, t: number, beta1: number) => number;
  /** Direction of the step, without the learning rate. */
  readonly step: (averages: StepAverages, epsilon: number) => tf.Tensor2D;
  /** Whether a parameter is moved at all. */
  readonly moves: Keeps;
  /** What is added to the parameters: -1 or 1 times the step. */
  readonly sign: -1 | 1;
};

/** What a step may be made of. */
type StepAverages = {
  readonly gradient: tf.Tensor2D;
  readonly v: tf.Tensor2D;
  readonly s: tf.Tensor2D;
  readonly vCorrected: tf.Tensor2D;
  readonly sCorrected: tf.Tensor2D;
};

/** A function of the exercise's signature. */
export type AdamVariant = (
  ...args: Parameters<UpdateParametersWithAdam>
) => Awaited<ReturnType<UpdateParametersWithAdam>>;

/** `beta * average + (1 - beta) * value`. */
export const average = (past: tf.Tensor2D, value: tf.Tensor2D, beta: number): tf.Tensor2D =>
  tf.add(tf.mul(beta, past), tf.mul(1 - beta, value));

/** `numerator / (sqrt(squares) + epsilon)`. */
export const normalised = (numerator: tf.Tensor2D, squares: tf.Tensor2D, epsilon: number): tf.Tensor2D =>
  tf.div(numerator, tf.add(tf.sqrt(squares), epsilon));

const rightParts: AdamParts = {
  v: average,
  s: (s, gradient, beta2) => average(s, tf.square(gradient), beta2),
  vDivisor: (beta1, t) => 1 - beta1 ** t,
  sDivisor: (beta2, t) => 1 - beta2 ** t,
  step: ({ vCorrected, sCorrected }, epsilon) => normalised(vCorrected, sCorrected, epsilon),
  moves: () => true,
  sign: -1,
};

/** Adam with some of its parts changed. */
export function adamWith(changes: Partial<AdamParts>): AdamVariant {
  const part = { ...rightParts, ...changes };
  return (parameters, grads, v, s, t, learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8) => {
    const newV = mapTensors(v, (past, name) => part.v(past, entryOf(grads, name), beta1));
    const newS = mapTensors(s, (past, name) => part.s(past, entryOf(grads, name), beta2, beta1));
    const vCorrected = mapTensors(newV, (tensor) => tf.div(tensor, part.vDivisor(beta1, t)));
    const sCorrected = mapTensors(newS, (tensor) => tf.div(tensor, part.sDivisor(beta2, t, beta1)));
    const steps = mapTensors(grads, (gradient, name) => {
      const averages = { gradient, v: entryOf(newV, name), s: entryOf(newS, name) };
      const corrected = { vCorrected: entryOf(vCorrected, name), sCorrected: entryOf(sCorrected, name) };
      return part.step({ ...averages, ...corrected }, epsilon);
    });
    const moved = stepAlongSome(parameters, steps, -part.sign * learningRate, part.moves);
    return { parameters: moved, v: newV, s: newS, vCorrected, sCorrected };
  };
}

/** Adam as it should be. */
export const rightAdam = adamWith({});

/** A wrong way to take a step of Adam. @param id Without `adam-`. */
export const variant = (id: string, name: string, explanation: string, implementation: AdamVariant): Misconception => ({
  id: `adam-${id}`,
  exercise: "updateParametersWithAdam",
  name,
  explanation,
  implementation,
});
