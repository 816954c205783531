import "@tensorflow/tfjs-backend-cpu";
import type { Tensor } from "@tensorflow/tfjs-core";
import { describe, expect, test } from "vitest";
import * as gradecheck from "../../../assignments/gradecheck.ts";
import { RandomState } from "../../../assignments/values/random-state.ts";
import { Rng } from "../../../assignments/values/rng.ts";

// Searched for: the draw at index 1195 is above 1 - 2^-25, so that it rounds to 1.
const nearOne = { seed: 28571, count: 1196 };

describe("Rng", () => {
  test("randn() and rand() give float32 tensors of the shape, filled row-major with NumPy's draws", () => {
    const rng = new Rng(1);
    const normal = rng.randn([2, 3]);
    expect([normal.shape, normal.dtype]).toEqual([[2, 3], "float32"]);
    // np.random.seed(1); np.random.randn(2, 3), as the course prints it.
    const published = [1.62434536, -0.61175641, -0.52817175, -1.07296862, 0.86540763, -2.3015387];
    expect([...normal.dataSync()]).toEqual(published.map((value) => expect.closeTo(value, 6)));
    const uniform = rng.rand([3]);
    expect([uniform.shape, uniform.dtype]).toEqual([[3], "float32"]);

    const random = new RandomState(1);
    random.randn(6);
    expect([...uniform.dataSync()]).toEqual([...random.rand(3)].map(Math.fround));
  });

  test("rand() stays below 1 after rounding to float32", () => {
    const rng = new Rng(nearOne.seed);
    const values = rng.rand([nearOne.count]).dataSync();
    expect(new RandomState(nearOne.seed).rand(nearOne.count).some((value) => Math.fround(value) === 1)).toBe(true);
    expect(values.every((value) => value < 1)).toBe(true);
  });

  test("randn([]) is a scalar and randn([0, 2]) is empty", () => {
    const rng = new Rng(3);
    expect(rng.randn([]).shape).toEqual([]);
    expect(rng.randn([0, 2]).shape).toEqual([0, 2]);
  });

  test("randint() gives one number without a size and an array with one", () => {
    const rng = new Rng(0);
    const random = new RandomState(0);
    expect(rng.randint(0, 10)).toBe(random.randint(0, 10, 1)[0]);
    expect(rng.randint(0, 10, 4)).toEqual(random.randint(0, 10, 4));
    expect(rng.randint(0, 10, 0)).toEqual([]);
  });

  test("seed() starts again and permutation() is NumPy's", () => {
    const rng = new Rng(5);
    rng.randn([1]);
    rng.seed(0);
    expect(rng.permutation(7)).toEqual([6, 2, 1, 3, 0, 5, 4]);
  });

  test("Rng names the act and the value where it is misused", () => {
    const rng = new Rng(0);
    const loose = rng as unknown as { randn(...args: unknown[]): Tensor; rand(...args: unknown[]): Tensor };
    expect(() => loose.randn(3, 2)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: Cannot draw randn: shape is 3, must be an array of non-negative integers such as [3, 2]]`,
    );
    expect(() => loose.rand([2, -1])).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: Cannot draw rand: shape is [2, -1], must be an array of non-negative integers such as [3, 2]]`,
    );
    expect(() => new Rng(-1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: Cannot seed the generator: seed is -1, must be an integer from 0 to 4294967295]`,
    );
    expect(() => rng.randint(4, 4)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: Cannot draw randint: [low, high) is [4, 4), must be integers with low < high]`,
    );
  });

  test("gradecheck exports nothing at run time but Rng", () => {
    expect(Object.entries(gradecheck)).toEqual([["Rng", Rng]]);
  });
});
