import { tensorValue } from "../values/case-value.ts";
import type { RandomState } from "../values/random-state.ts";
import type { TensorValue } from "../values/value.ts";

/** [m, height, width, channels]. */
type Shape = readonly [m: number, h: number, w: number, channels: number];

/** What images of a case are like. */
export type Pictures = {
  readonly shape: Shape;
  /** `pixels`: whole numbers from 0 to 255; by default real numbers around 0, as in images that are normalized. */
  readonly values?: "pixels";
  /** What numbers are multiplied by. */
  readonly scale?: number;
};

/** A tensor of images. */
export function drawPictures(random: RandomState, { shape, values, scale = 1 }: Pictures): TensorValue {
  const count = shape.reduce((product, extent) => product * extent, 1);
  const drawn = values === "pixels" ? random.randint(0, 256, count) : [...random.randn(count)];
  return tensorValue(
    shape,
    drawn.map((value) => scale * value),
  );
}
