import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";

type Flip = (images: tf.Tensor4D, rng: Rng) => tf.Tensor;

const flip = (id: string, name: string, explanation: string, implementation: Flip): Misconception => ({
  id: `flip-${id}`,
  exercise: "flipImages",
  name,
  explanation,
  implementation,
});

/** One number for each image, made to fit them. */
const forImages = (values: tf.Tensor): tf.Tensor => tf.reshape(values, [-1, 1, 1, 1]);

const chosen = (images: tf.Tensor4D, isFlipped: tf.Tensor, flipped: tf.Tensor): tf.Tensor =>
  tf.where(forImages(isFlipped), flipped, images);

/** The right draws, and images that are turned round along other axes. */
const along =
  (...axes: number[]): Flip =>
  (images, rng) =>
    chosen(images, tf.less(rng.rand([images.shape[0]]), 0.5), tf.reverse(images, axes));

/** Images that are mirrored left to right, by another decision. */
const where =
  (decide: (rng: Rng, m: number) => tf.Tensor): Flip =>
  (images, rng) =>
    chosen(images, decide(rng, images.shape[0]), tf.reverse(images, 2));

/** What students write instead of mirroring about half of the images. */
export const flipMisconceptions: readonly Misconception[] = [
  flip(
    "upside-down",
    "The images are turned upside down instead of being mirrored left to right.",
    "A cat in a mirror is still a cat, but on its head it is seldom seen. Left and right are columns: look at which of the four axes counts them.",
    along(1),
  ),
  flip(
    "rotated",
    "The images are turned by half a circle instead of being mirrored.",
    "Reversing rows and columns together is a rotation. Only left and right change places; every row stays where it is.",
    along(1, 2),
  ),
  flip(
    "channels",
    "The channels are reversed instead of the columns.",
    "That exchanges red and blue, and leaves everything where it was. The last axis counts channels, the one before it columns.",
    along(3),
  ),
  flip(
    "columns-and-channels",
    "The channels are reversed along with the columns.",
    "A pixel moves as a whole: its red stays red. That happens when a row of numbers is reversed without regard to which of them make one pixel.",
    along(2, 3),
  ),
  flip(
    "order-of-images",
    "Images change places with each other instead of being mirrored.",
    "The first axis counts images. Their order must stay, because the labels are in the same order. Look at the axis that is reversed.",
    along(0),
  ),
  flip(
    "transposed",
    "Rows and columns are exchanged.",
    "A transposed image is mirrored at its diagonal, and has another shape where it is not square. Mirroring reverses the order of the columns.",
    (images, rng) => {
      const turned = tf.transpose(images, [0, 2, 1, 3]);
      if (images.shape[1] !== images.shape[2]) return turned;
      return chosen(images, tf.less(rng.rand([images.shape[0]]), 0.5), turned);
    },
  ),
  flip(
    "all-images",
    "All images are mirrored.",
    "Then the training set has as little variety as before, only mirrored. Each image has its own draw, which decides about it. Look at where " +
      "the draws are used.",
    where((rng, m) => tf.lessEqual(rng.rand([m]), 2)),
  ),
  flip(
    "no-image",
    "No image is mirrored.",
    "Each image whose draw is below one half is to be mirrored. See whether the mirrored images get into the result.",
    (images, rng) => {
      rng.rand([images.shape[0]]);
      return tf.clone(images);
    },
  ),
  flip(
    "other-half",
    "The images with the large draws are mirrored instead of those with the small ones.",
    "By chance it is as good, but everybody is to get the same images: those whose draw is below one half are mirrored. Look at the comparison, " +
      "or at which of the two versions comes first.",
    where((rng, m) => tf.greaterEqual(rng.rand([m]), 0.5)),
  ),
  flip(
    "one-half-too",
    "A draw of exactly one half mirrors the image.",
    "Draws lie from 0 up to but not including 1. Those below one half are exactly one half of them, and one half itself belongs to the others. " +
      "Look at the comparison.",
    where((rng, m) => tf.lessEqual(rng.rand([m]), 0.5)),
  ),
  flip(
    "one-draw-for-all",
    "One draw decides about all images together.",
    "With a single draw all images of a batch are mirrored or none is. Each image needs a draw of its own.",
    where((rng, m) => tf.tile(tf.less(rng.rand([1]), 0.5), [m])),
  ),
  flip(
    "normal-draws",
    "The draws are normal instead of uniform.",
    "A normal draw is below one half in about 69 of 100 cases. Uniform draws lie between 0 and 1, and half of them are below one half.",
    where((rng, m) => tf.less(rng.randn([m]), 0.5)),
  ),
  flip(
    "integer-draws",
    "Whole numbers 0 and 1 are drawn instead of uniform numbers.",
    "That is as fair, but another kind of draw gives other images, and everybody is to get the same. Draw uniform numbers, one for each image, and " +
      "compare them.",
    where((rng, m) => tf.less(tf.tensor1d(rng.randint(0, 2, m)), 0.5)),
  ),
  flip(
    "draw-for-each-row",
    "Every row of an image is mirrored or not by a draw of its own.",
    "Mirrored row by row, an image falls to pieces. There is one draw for each image, and it decides about the whole of it.",
    (images, rng) => {
      const [m, h] = images.shape;
      const isFlipped = tf.reshape(tf.less(rng.rand([m, h]), 0.5), [m, h, 1, 1]);
      return tf.where(isFlipped, tf.reverse(images, 2), images);
    },
  ),
  flip(
    "mirrored-only",
    "Only the mirrored images are returned; the others are dropped.",
    "The result has all images, in their old order: it goes with the labels, of which there are as many. An image that is not mirrored is returned " +
      "as it was.",
    (images, rng) => {
      const draws = [...rng.rand([images.shape[0]]).dataSync()];
      const kept = draws.flatMap((draw, i) => (draw < 0.5 ? [i] : []));
      return tf.gather(tf.reverse(images, 2), tf.tensor1d(kept, "int32"), 0);
    },
  ),
  flip(
    "mirrored-added",
    "The mirrored images are added to the old ones instead of taking their places.",
    "The result has as many images as came in, in the same order. Where an image is mirrored, only the mirrored one is returned.",
    (images, rng) => {
      const draws = [...rng.rand([images.shape[0]]).dataSync()];
      const added = draws.flatMap((draw, i) => (draw < 0.5 ? [i] : []));
      return tf.concat([images, tf.gather(tf.reverse(images, 2), tf.tensor1d(added, "int32"), 0)], 0);
    },
  ),
];
