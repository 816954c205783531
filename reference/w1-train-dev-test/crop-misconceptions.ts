import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";

type Crop = (images: tf.Tensor4D, height: number, width: number, rng: Rng) => tf.Tensor;

const crop = (id: string, name: string, explanation: string, implementation: Crop): Misconception => ({
  id: `crop-${id}`,
  exercise: "cropImages",
  name,
  explanation,
  implementation,
});

/** Where the window of one image begins. */
type Place = readonly [top: number, left: number];
/** How many places there are in each direction, and the sides of images and windows. */
type Room = { readonly tops: number; readonly lefts: number; readonly h: number; readonly w: number };

/** Windows at places that are chosen for all images, in their order. */
const at =
  (choose: (rng: Rng, m: number, room: Room) => readonly Place[]): Crop =>
  (images, height, width, rng) => {
    const [m, h, w, channels] = images.shape;
    const places = choose(rng, m, { tops: h - height + 1, lefts: w - width + 1, h, w });
    const windows = places.map(([top, left], i) => tf.slice(images, [i, top, left, 0], [1, height, width, channels]));
    return tf.concat(windows, 0);
  };

const each = (m: number, place: () => Place): Place[] => Array.from({ length: m }, place);

const rightPlaces = (rng: Rng, m: number, { tops, lefts }: Room): Place[] =>
  each(m, () => [rng.randint(0, tops), rng.randint(0, lefts)]);

/** What students write instead of a window at a place of its own in every image. */
export const cropMisconceptions: readonly Misconception[] = [
  crop(
    "column-drawn-first",
    "The column is drawn before the row.",
    "Drawn in another order, the same numbers go to other places. For each image the top row comes first, then the left column.",
    at((rng, m, { tops, lefts }) =>
      each(m, () => {
        const left = rng.randint(0, lefts);
        return [rng.randint(0, tops), left];
      }),
    ),
  ),
  crop(
    "all-rows-first",
    "All rows are drawn first, then all columns.",
    "Drawn in another order, the same numbers go to other images. Both numbers of an image are drawn before the next image gets its own.",
    at((rng, m, { tops, lefts }) => {
      const rows = rng.randint(0, tops, m);
      const columns = rng.randint(0, lefts, m);
      return rows.map((top, i) => [top, columns[i] ?? 0]);
    }),
  ),
  crop(
    "one-place-for-all",
    "All images get their window at the same place.",
    "The network is to see that a thing may be anywhere. Each image gets two draws of its own. Look at whether they are inside the loop.",
    at((rng, m, { tops, lefts }) => {
      const place: Place = [rng.randint(0, tops), rng.randint(0, lefts)];
      return each(m, () => place);
    }),
  ),
  crop(
    "last-place-never",
    "The last row and the last column that a window can begin at are never drawn.",
    "A window of 3 rows fits into 5 rows in three places: it can begin at row 0, 1 or 2. The upper bound of randint is not drawn itself. Where the " +
      "window is the whole image, there is still one place for it.",
    at((rng, m, { tops, lefts }) => each(m, () => [rng.randint(0, tops - 1), rng.randint(0, lefts - 1)])),
  ),
  crop(
    "last-place-only-where-needed",
    "The last row and the last column that a window can begin at are drawn only where there is no other.",
    "A window of 3 rows fits into 5 rows in three places: it can begin at row 0, 1 or 2. The upper bound of randint is not drawn itself, so it " +
      "lies one above the last place.",
    at((rng, m, { tops, lefts }) =>
      each(m, () => [rng.randint(0, Math.max(1, tops - 1)), rng.randint(0, Math.max(1, lefts - 1))]),
    ),
  ),
  crop(
    "drawn-from-whole-image",
    "The place is drawn from the whole image and pushed back where the window would stick out.",
    "Pushed back, many windows end up at the lower and the right edge, and the others are rare. Draw only from the places where the window fits.",
    at((rng, m, { tops, lefts, h, w }) =>
      each(m, () => [Math.min(rng.randint(0, h), tops - 1), Math.min(rng.randint(0, w), lefts - 1)]),
    ),
  ),
  crop(
    "uniform-draws",
    "The places are made from uniform draws instead of being drawn as whole numbers.",
    "A uniform draw times the number of places, rounded down, is as fair, but it is another draw, and everybody is to get the same windows. Draw " +
      "whole numbers.",
    at((rng, m, { tops, lefts }) => {
      const draw = (count: number): number => Math.floor((rng.rand([1]).dataSync()[0] ?? 0) * count);
      return each(m, () => [draw(tops), draw(lefts)]);
    }),
  ),
  crop(
    "middle",
    "The window is always cut from the middle.",
    "The middle is what one takes for a test, where nothing should depend on chance. In training each window is cut from a place that is drawn.",
    at((_rng, m, { tops, lefts }) => each(m, () => [Math.floor((tops - 1) / 2), Math.floor((lefts - 1) / 2)])),
  ),
  crop(
    "corner",
    "The window is always cut from the upper left corner.",
    "All windows begin at row 0 and column 0 that way, and the rest of the images is never seen. See whether the draws are used.",
    at((_rng, m) => each(m, () => [0, 0])),
  ),
  crop(
    "places-exchanged",
    "The first draw is taken for the column and the second for the row.",
    "In a tensor of images rows come before columns. The first of the two draws is the row that the window begins at. In images that are not " +
      "square the other way round may even stick out.",
    at((rng, m, { tops, lefts }) =>
      rightPlaces(rng, m, { tops, lefts, h: 0, w: 0 }).map(([top, left]) => [
        Math.min(left, tops - 1),
        Math.min(top, lefts - 1),
      ]),
    ),
  ),
  crop(
    "sides-exchanged",
    "Height and width of the window are exchanged.",
    "In a tensor of images rows come before columns, and the height counts rows. Look at the order of the two wherever a shape or a size is written.",
    (images, height, width, rng) => {
      const [m, h, w, channels] = images.shape;
      const sizes = [Math.min(width, h), Math.min(height, w)] as const;
      const windows = rightPlaces(rng, m, { tops: h - sizes[0] + 1, lefts: w - sizes[1] + 1, h, w }).map(
        ([top, left], i) => tf.slice(images, [i, top, left, 0], [1, ...sizes, channels]),
      );
      return tf.concat(windows, 0);
    },
  ),
  crop(
    "scaled-down",
    "The images are made smaller instead of being cut.",
    "Resizing keeps all of an image and loses detail; cropping keeps every pixel of a part of it. The numbers of a window are numbers of the image.",
    (images, height, width) => tf.image.resizeNearestNeighbor(images, [height, width]),
  ),
  crop(
    "rest-blackened",
    "What lies outside the window is set to 0, and the images keep their size.",
    "Hiding parts of an image is another way to make training data. A cropped image has the height and the width that are asked for.",
    (images, height, width, rng) => {
      const [m, h, w] = images.shape;
      const places = rightPlaces(rng, m, { tops: h - height + 1, lefts: w - width + 1, h, w });
      const masks = places.map(([top, left]) =>
        tf.pad(tf.ones([1, height, width, 1]), [
          [0, 0],
          [top, h - height - top],
          [left, w - width - left],
          [0, 0],
        ]),
      );
      return tf.mul(images, tf.concat(masks, 0));
    },
  ),
  crop(
    "first-image-only",
    "All windows are cut from the first image.",
    "Each image gets a window of its own. Look at which image is cut inside the loop.",
    (images, height, width, rng) => {
      const [m, h, w, channels] = images.shape;
      const places = rightPlaces(rng, m, { tops: h - height + 1, lefts: w - width + 1, h, w });
      return tf.concat(
        places.map(([top, left]) => tf.slice(images, [0, top, left, 0], [1, height, width, channels])),
        0,
      );
    },
  ),
  crop(
    "first-channel-only",
    "Only the first channel is kept.",
    "A pixel of a coloured image has several numbers, and a window has all of them. Look at the last entry of the size that is cut.",
    (images, height, width, rng) => {
      const [m, h, w] = images.shape;
      const places = rightPlaces(rng, m, { tops: h - height + 1, lefts: w - width + 1, h, w });
      return tf.concat(
        places.map(([top, left], i) => tf.slice(images, [i, top, left, 0], [1, height, width, 1])),
        0,
      );
    },
  ),
];
