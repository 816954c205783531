import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { numberValue, tensorValue } from "../values/case-value.ts";
import { RandomState } from "../values/random-state.ts";
import type { TensorValue } from "../values/value.ts";

/** [m, height, width, channels]. */
type Shape = readonly [m: number, h: number, w: number, channels: number];

type Pictures = {
  readonly shape: Shape;
  /** `pixels`: whole numbers from 0 to 255; by default real numbers around 0, as in images that are normalized. */
  readonly values?: "pixels";
  /** What numbers are multiplied by. */
  readonly scale?: number;
};

type FlipScenario = Pictures & {
  readonly title: string;
  /** By default some images are mirrored and some are not. A seed: with its draws, whatever they are. */
  readonly mirrored?: "none" | "all" | readonly number[];
};

/** Among the first five draws of each is one that is 0.5 exactly, once it is rounded to float32. */
const drawsOfOneHalf = [3291398, 4090243, 18577044, 32207047, 33833923, 44093460] as const;

const flips: Scenarios<FlipScenario> = {
  visible: [
    { title: "5 images of 2 rows and 3 columns", shape: [5, 2, 3, 1], values: "pixels" },
    { title: "3 images of 3 rows and 4 columns, 3 channels", shape: [3, 3, 4, 3] },
    { title: "one image that is mirrored", shape: [1, 2, 3, 1], values: "pixels", mirrored: "all" },
  ],
  hidden: [
    { title: "6 images, 2 channels", shape: [6, 3, 5, 2] },
    { title: "square images, 4 channels", shape: [4, 4, 4, 4], values: "pixels" },
    { title: "a draw of exactly 0.5", shape: [5, 1, 2, 1], mirrored: drawsOfOneHalf },
    { title: "one column", shape: [4, 3, 1, 3], values: "pixels" },
    { title: "one row", shape: [4, 1, 6, 1] },
    { title: "no image that is mirrored", shape: [3, 2, 2, 1], mirrored: "none" },
    { title: "every image mirrored", shape: [3, 2, 4, 3], mirrored: "all" },
    { title: "70 images", shape: [70, 2, 2, 1], values: "pixels" },
    { title: "images of 70 rows and 66 columns", shape: [2, 70, 66, 1] },
  ],
  small: [
    { title: "2 images of 1 row and 2 columns", shape: [2, 1, 2, 1], values: "pixels" },
    { title: "one image that is mirrored", shape: [1, 2, 2, 1], values: "pixels", mirrored: "all" },
    { title: "one image that is not mirrored", shape: [1, 2, 2, 1], values: "pixels", mirrored: "none" },
    { title: "2 channels", shape: [2, 1, 2, 2], values: "pixels" },
    { title: "3 images of 2 rows and 3 columns", shape: [3, 2, 3, 1], values: "pixels" },
    { title: "one column", shape: [2, 2, 1, 1], values: "pixels" },
    { title: "a draw of exactly 0.5", shape: [4, 1, 2, 1], values: "pixels", mirrored: [41345262] },
    { title: "numbers around 0", shape: [2, 2, 2, 1] },
    { title: "large numbers", shape: [2, 1, 3, 1], scale: 1e4 },
    { title: "tiny numbers", shape: [2, 1, 3, 1], scale: 1e-9 },
    { title: "70 images", shape: [70, 1, 2, 1], values: "pixels" },
    { title: "70 columns", shape: [2, 1, 70, 1], values: "pixels" },
  ],
};

/** Cases of `flipImages`. */
export const flipCases: CaseGenerator = (random, index, visibility) => {
  const { title, mirrored, ...pictures } = pickScenario(flips, index, visibility);
  return {
    title,
    args: [drawPictures(random, pictures), { kind: "rng", seed: drawFlips(random, pictures, mirrored) }],
  };
};

function drawFlips(random: RandomState, { shape: [m] }: Pictures, mirrored: FlipScenario["mirrored"]): number {
  if (typeof mirrored === "object") return mirrored[random.randint(0, mirrored.length, 1)[0] ?? 0] ?? 0;
  for (;;) {
    const seed = random.randint(0, 2 ** 32, 1)[0] ?? 0;
    const count = new RandomState(seed).rand(m).filter((draw) => draw < 0.5).length;
    if (mirrored === undefined ? count > 0 && count < m : count === (mirrored === "all" ? m : 0)) return seed;
  }
}

type CropScenario = Pictures & { readonly title: string; readonly height: number; readonly width: number };

const crops: Scenarios<CropScenario> = {
  visible: [
    { title: "4 images, 3 of 5 rows and 2 of 6 columns", shape: [4, 5, 6, 1], height: 3, width: 2, values: "pixels" },
    { title: "3 images, all of 4 rows and 2 of 5 columns, 2 channels", shape: [3, 4, 5, 2], height: 4, width: 2 },
    { title: "2 whole images", shape: [2, 3, 3, 1], height: 3, width: 3, values: "pixels" },
  ],
  hidden: [
    { title: "6 images, 2 of 7 rows and 4 of 9 columns, 3 channels", shape: [6, 7, 9, 3], height: 2, width: 4 },
    { title: "square windows of square images", shape: [5, 8, 8, 1], height: 3, width: 3, values: "pixels" },
    { title: "single pixels", shape: [5, 6, 7, 2], height: 1, width: 1, values: "pixels" },
    { title: "one image", shape: [1, 9, 12, 1], height: 4, width: 5 },
    { title: "all columns", shape: [5, 9, 4, 1], height: 3, width: 4 },
    { title: "one row or column less than there are", shape: [8, 4, 5, 1], height: 3, width: 4, values: "pixels" },
    { title: "70 images", shape: [70, 3, 4, 1], height: 2, width: 2, values: "pixels" },
    { title: "windows of more than 1000 rows", shape: [2, 1009, 3, 1], height: 1004, width: 2 },
    { title: "windows of more than 1000 columns", shape: [2, 3, 1009, 1], height: 2, width: 1004 },
  ],
  small: [
    { title: "one image, one of 3 rows", shape: [1, 3, 1, 1], height: 1, width: 1, values: "pixels" },
    { title: "one image, one of 3 columns", shape: [1, 1, 3, 1], height: 1, width: 1, values: "pixels" },
    { title: "a whole image", shape: [1, 2, 2, 1], height: 2, width: 2, values: "pixels" },
    { title: "2 images, all rows", shape: [2, 2, 4, 1], height: 2, width: 1, values: "pixels" },
    { title: "2 images, all columns", shape: [2, 4, 2, 1], height: 1, width: 2, values: "pixels" },
    {
      title: "one image, one of 4 rows and 2 of 4 columns",
      shape: [1, 4, 4, 1],
      height: 1,
      width: 2,
      values: "pixels",
    },
    { title: "3 images, one of 4 rows and 2 of 5 columns", shape: [3, 4, 5, 1], height: 1, width: 2, values: "pixels" },
    { title: "one row less than there are", shape: [4, 2, 1, 1], height: 1, width: 1, values: "pixels" },
    { title: "2 channels", shape: [2, 1, 3, 2], height: 1, width: 1, values: "pixels" },
    { title: "numbers around 0", shape: [2, 1, 4, 1], height: 1, width: 2 },
    { title: "large numbers", shape: [2, 1, 4, 1], height: 1, width: 2, scale: 1e4 },
    { title: "tiny numbers", shape: [2, 1, 4, 1], height: 1, width: 2, scale: 1e-9 },
    { title: "70 images", shape: [70, 1, 3, 1], height: 1, width: 1, values: "pixels" },
    { title: "a window of 70 columns", shape: [1, 1, 75, 1], height: 1, width: 70, values: "pixels" },
  ],
};

/** Cases of `cropImages`. */
export const cropCases: CaseGenerator = (random, index, visibility) => {
  const { title, height, width, ...pictures } = pickScenario(crops, index, visibility);
  const images = drawPictures(random, pictures);
  const seed = random.randint(0, 2 ** 32, 1)[0] ?? 0;
  return { title, args: [images, numberValue(height), numberValue(width), { kind: "rng", seed }] };
};

function drawPictures(random: RandomState, { shape, values, scale = 1 }: Pictures): TensorValue {
  const count = shape.reduce((product, extent) => product * extent, 1);
  const drawn = values === "pixels" ? random.randint(0, 256, count) : [...random.randn(count)];
  return tensorValue(
    shape,
    drawn.map((value) => scale * value),
  );
}
