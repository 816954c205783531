import type { RandomState } from "../../values/random-state.ts";

const side = 64;
const channels = 3;

/** Numbers in one image: 64 rows of 64 pixels of 3 colours, one after the other. */
export const pixels = side * side * channels;

/** Classes: six directions, 60 degrees apart. */
export const classes = 6;

/** Columns are examples: `X` [12288, m] in [0, 1], `Y` [6, m] one-hot; both row-major. */
export type LabelledImages = { readonly X: Float32Array; readonly Y: Float32Array };

/**
 * Draws a small set of pictures of a pointer on a dark ground that points in one of six directions. Pointers differ in
 * angle, place and colour, and every pixel is noisy. The classes occur about equally often, in random order.
 * @param mislabelled How many of the images carry the label of another class.
 */
export function drawPointerImages(random: RandomState, m: number, mislabelled = 0): LabelledImages {
  const X = new Float32Array(pixels * m);
  const Y = new Float32Array(classes * m);
  for (const [j, place] of random.permutation(m).entries()) {
    const direction = place % classes;
    const wrongBy = place < mislabelled ? (random.randint(1, classes, 1)[0] ?? 1) : 0;
    Y[((direction + wrongBy) % classes) * m + j] = 1;
    for (const [i, value] of drawPointer(random, direction).entries()) X[i * m + j] = value;
  }
  return { X, Y };
}

/** One image, row by row, each pixel red, green, blue. */
function drawPointer(random: RandomState, direction: number): Float64Array {
  const [right = 0, down = 0] = random.randint(-2, 3, 2);
  const angle = (direction + 0.2 * (random.random() - 0.5)) * (Math.PI / 3);
  const colour = random.rand(channels).map((draw) => 0.7 + 0.25 * draw);
  return random.rand(pixels).map((noise, i) => {
    const pixel = Math.floor(i / channels);
    const x = (pixel % side) - side / 2 - right;
    const y = Math.floor(pixel / side) - side / 2 - down;
    return noise * 0.05 + (isPointer(x, y, angle) ? (colour[i % channels] ?? 0) : 0);
  });
}

/** A sector around `angle`, between two radii from the middle. */
function isPointer(x: number, y: number, angle: number): boolean {
  const radius = Math.hypot(x, y);
  const off = Math.cos(Math.atan2(y, x) - angle);
  return radius >= 6 && radius <= 29 && off > Math.cos(Math.PI / 7);
}
