import type { Pictures } from "../../pictures/picture.ts";
import { biasPicture } from "./bias-picture.ts";
import { splitPicture } from "./split-picture.ts";
import { stoppingPicture } from "./stopping-picture.ts";

/** The pictures of the handout of `w1-train-dev-test`. */
export const pictures: Pictures = {
  split: splitPicture,
  "bias-and-variance": biasPicture,
  "early-stopping": stoppingPicture,
};
