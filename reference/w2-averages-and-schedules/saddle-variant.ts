import * as tf from "@tensorflow/tfjs";
import type { Method } from "gradecheck/w2-averages-and-schedules";
import type { Misconception } from "../misconceptions/misconception.ts";

/** A function of the exercise's signature, whatever the shape of its result. */
export type SaddleVariant = (
  start: tf.Tensor1D,
  method: Method,
  numSteps: number,
  learningRate: number,
  beta?: number,
) => tf.Tensor;

/** What a coordinate remembers, and what it knows in step t, which counts from 1. */
type StepFacts = {
  readonly g: number;
  readonly v: number;
  readonly s: number;
  /** The averages before this step. */
  readonly oldV: number;
  readonly oldS: number;
  readonly beta: number;
  readonly t: number;
};

/** The way down in parts, each of which a student may get wrong. */
type SaddleParts = {
  /** The slope in each coordinate. */
  readonly slopes: readonly [(w: readonly number[]) => number, (w: readonly number[]) => number];
  readonly velocity: (v: number, g: number, beta: number, t: number) => number;
  /** @param all Both slopes; `g` is one of them. */
  readonly squares: (s: number, g: number, beta: number, all: readonly number[]) => number;
  readonly directions: Readonly<Record<Method, (facts: StepFacts) => number>>;
};

const average = (past: number, value: number, beta: number): number => beta * past + (1 - beta) * value;

const rightParts: SaddleParts = {
  slopes: [([w1 = 0]) => 2 * w1, ([, w2 = 0]) => w2 ** 3 - 2 * w2],
  velocity: average,
  squares: (s, g, beta) => average(s, g ** 2, beta),
  directions: {
    gd: ({ g }) => g,
    momentum: ({ v }) => v,
    rmsprop: ({ g, s }) => g / (Math.sqrt(s) + 1e-8),
  },
};

type SaddleChanges = Partial<Omit<SaddleParts, "directions">> & {
  readonly directions?: Partial<SaddleParts["directions"]>;
};

/** The points of the way down, start first, with some of its parts changed. */
function pointsWith(changes: SaddleChanges): (...args: Parameters<SaddleVariant>) => number[][] {
  const part = { ...rightParts, ...changes, directions: { ...rightParts.directions, ...changes.directions } };
  return (start, method, numSteps, learningRate, beta = 0.9) => {
    const points = [[...start.dataSync()]];
    let [v, s] = [
      [0, 0],
      [0, 0],
    ];
    for (let t = 1; t <= numSteps; t++) {
      const w = points.at(-1) ?? [];
      const slopes = part.slopes.map((slope) => slope(w));
      const [oldV, oldS] = [v, s];
      v = slopes.map((g, i) => part.velocity(oldV[i] ?? 0, g, beta, t));
      s = slopes.map((g, i) => part.squares(oldS[i] ?? 0, g, beta, slopes));
      const next = slopes.map((g, i) => {
        const own = { g, v: v[i] ?? 0, s: s[i] ?? 0, oldV: oldV[i] ?? 0, oldS: oldS[i] ?? 0, beta, t };
        return (w[i] ?? 0) - learningRate * part.directions[method](own);
      });
      points.push(next);
    }
    return points;
  };
}

/** {@link pointsWith} as a tensor. */
export function saddleWith(changes: SaddleChanges): SaddleVariant {
  const points = pointsWith(changes);
  return (...args) => tf.tensor2d(points(...args), undefined, "float32");
}

/** The points as they should be. */
export const rightPoints = pointsWith({});

/** A wrong way down from the saddle. @param id Without `saddle-`. */
export const variant = (
  id: string,
  name: string,
  explanation: string,
  implementation: SaddleVariant,
): Misconception => ({ id: `saddle-${id}`, exercise: "descendSaddle", name, explanation, implementation });
