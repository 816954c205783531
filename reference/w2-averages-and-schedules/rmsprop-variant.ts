import * as tf from "@tensorflow/tfjs";
import type { UpdateParametersWithRmsprop } from "gradecheck/w2-averages-and-schedules";
import type { Misconception } from "../misconceptions/misconception.ts";
import { entryOf, type Keeps, mapTensors } from "../variants/dictionaries.ts";

/** A function of the exercise's signature. */
export type RmspropVariant = (
  ...args: Parameters<UpdateParametersWithRmsprop>
) => Awaited<ReturnType<UpdateParametersWithRmsprop>>;

/** What a step may be made of; tensors are those of one parameter. */
type StepFacts = {
  readonly gradient: tf.Tensor2D;
  /** The average after this step, and the one before. */
  readonly s: tf.Tensor2D;
  readonly old: tf.Tensor2D;
  readonly learningRate: number;
  readonly beta2: number;
  readonly epsilon: number;
};

/** One step of RMSprop in parts, each of which a student may get wrong. */
type RmspropParts = {
  /** The new average of the squares. */
  readonly average: (s: tf.Tensor2D, gradient: tf.Tensor2D, beta2: number) => tf.Tensor2D;
  /** What is subtracted from a parameter. */
  readonly step: (facts: StepFacts) => tf.Tensor2D;
  /** Whether a parameter is moved at all. */
  readonly moves: Keeps;
};

/** `past * s + present * square`. */
export const weigh = (s: tf.Tensor2D, past: number, square: tf.Tensor2D, present: number): tf.Tensor2D =>
  tf.add(tf.mul(past, s), tf.mul(present, square));

/** `learningRate * gradient / scale`. */
export const stepBy = ({ gradient, learningRate }: StepFacts, scale: tf.Tensor): tf.Tensor2D =>
  tf.div(tf.mul(learningRate, gradient), scale);

/** `sqrt(s) + epsilon`. */
export const scaleOf = (s: tf.Tensor2D, epsilon: number): tf.Tensor2D => tf.add(tf.sqrt(s), epsilon);

const rightParts: RmspropParts = {
  average: (s, gradient, beta2) => weigh(s, beta2, tf.square(gradient), 1 - beta2),
  step: (facts) => stepBy(facts, scaleOf(facts.s, facts.epsilon)),
  moves: () => true,
};

/** RMSprop with some of its parts changed. */
export function rmspropWith(changes: Partial<RmspropParts>): RmspropVariant {
  const part = { ...rightParts, ...changes };
  return (parameters, grads, s, learningRate = 0.01, beta2 = 0.9, epsilon = 1e-8) => {
    const averages = mapTensors(s, (old, name) => part.average(old, entryOf(grads, name), beta2));
    const moved = mapTensors(parameters, (tensor, name) => {
      if (!part.moves(name, parameters)) return tensor;
      const [gradient, old] = [entryOf(grads, `d${name}`), entryOf(s, `d${name}`)];
      const facts = { gradient, old, s: entryOf(averages, `d${name}`), learningRate, beta2, epsilon };
      return tf.sub(tensor, part.step(facts));
    });
    return { parameters: moved, s: averages };
  };
}

/** RMSprop as it should be. */
export const rightRmsprop = rmspropWith({});

/** A wrong way to take a step of RMSprop. @param id Without `rms-`. */
export const variant = (
  id: string,
  name: string,
  explanation: string,
  implementation: RmspropVariant,
): Misconception => ({ id: `rms-${id}`, exercise: "updateParametersWithRmsprop", name, explanation, implementation });
