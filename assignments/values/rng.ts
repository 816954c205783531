import { type Rank, type ShapeMap, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { nextDrawFrom, RandomState } from "./random-state.ts";

const largestBelowOne = 1 - 2 ** -24;

let randomOf: (rng: Rng) => RandomState;

/** See {@link nextDrawFrom}. */
export const nextDrawOf = (rng: Rng): number => nextDrawFrom(randomOf(rng));

/** A seeded source of random tensors: the draws of `np.random.seed(seed)`, rounded to float32. */
export class Rng {
  readonly #random: RandomState;

  static {
    randomOf = (rng) => rng.#random;
  }

  /**
   * @param seed Integer in [0, 2^32 - 1].
   * @throws RangeError for any other seed.
   */
  constructor(seed: number) {
    this.#random = new RandomState(seed);
  }

  /**
   * Starts again, as `np.random.seed(value)`.
   * @param value Integer in [0, 2^32 - 1].
   * @throws RangeError for any other seed.
   */
  seed(value: number): void {
    this.#random.seed(value);
  }

  /**
   * Standard normal draws, row-major, as `np.random.randn`.
   * @param shape Extents, outermost first; `[]` for a scalar.
   * @returns float32 tensor of that shape.
   * @throws TypeError where `shape` is not an array of non-negative integers.
   */
  randn<R extends Rank>(shape: ShapeMap[R]): Tensor<R> {
    const draws = this.#random.randn(elementsOf("randn", shape));
    return tensor(Float32Array.from(draws), shape, "float32");
  }

  /**
   * Uniform draws from [0, 1), row-major, as `np.random.rand`.
   * @param shape Extents, outermost first; `[]` for a scalar.
   * @returns float32 tensor of that shape.
   * @throws TypeError where `shape` is not an array of non-negative integers.
   */
  rand<R extends Rank>(shape: ShapeMap[R]): Tensor<R> {
    const draws = this.#random.rand(elementsOf("rand", shape));
    // Rounding to float32 must not make a 1: `rand < 1` has to hold for every draw.
    const rounded = Float32Array.from(draws, (draw) => Math.min(draw, largestBelowOne));
    return tensor(rounded, shape, "float32");
  }

  /**
   * A permutation of 0..n-1, as `np.random.permutation(n)`.
   * @throws RangeError where `n` is not a non-negative integer.
   */
  permutation(n: number): number[] {
    return this.#random.permutation(n);
  }

  /**
   * Integers from [low, high), as `np.random.randint(low, high, size)`.
   * @param size How many; left out, one number is returned instead of an array.
   * @throws RangeError where the bounds are no integers with `low < high`, or `size` is not a non-negative integer.
   */
  randint(low: number, high: number): number;
  randint(low: number, high: number, size: number): number[];
  randint(low: number, high: number, size?: number): number | number[] {
    const draws = this.#random.randint(low, high, size ?? 1);
    return size === undefined ? (draws[0] ?? low) : draws;
  }
}

function elementsOf(act: string, shape: unknown): number {
  const usable = Array.isArray(shape) && shape.every((extent) => Number.isSafeInteger(extent) && extent >= 0);
  if (!usable) {
    const found = Array.isArray(shape) ? `[${shape.map(String).join(", ")}]` : String(shape);
    throw new TypeError(
      `Cannot draw ${act}: shape is ${found}, must be an array of non-negative integers such as [3, 2]`,
    );
  }
  return shape.reduce((product: number, extent: number) => product * extent, 1);
}
